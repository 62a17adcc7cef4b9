import ConciergeCore

/// Turns what skills and staff made happen into rows: events, turns of their subscribers, webhooks, timers.
struct Consequences {
    static let deepest = 8

    let pipeline: Pipeline
    let identifiers: Identifiers
    let at: Timestamp
    let customer: String?
    let conversation: String?
    let depth: Int
    var writes: [Write] = []
    /// Turns of kind `event` that follow; those that are due run at once after the commit.
    var wakeups: [Wakeup] = []
    /// Events that had too many before them in their chain.
    var tooDeep: [String] = []

    init(
        pipeline: Pipeline, identifiers: Identifiers, at: Timestamp, customer: String?, conversation: String?,
        depth: Int
    ) {
        self.pipeline = pipeline
        self.identifiers = identifiers
        self.at = at
        self.customer = customer
        self.conversation = conversation
        self.depth = depth
    }

    mutating func emit(_ name: String, _ data: Value, by source: String) {
        guard depth <= Self.deepest else { return tooDeep.append(name) }
        let event = Event(
            id: identifiers.next(at: at), name: name, customer: customer, conversation: conversation,
            source: source, data: data, at: at, depth: depth)
        writes.append(.event(event))
        for stage in pipeline.subscribers(of: name) {
            add(
                Wakeup(
                    id: "\(event.id):\(stage.id)", dueAt: at, skill: stage.id, name: name, customer: customer,
                    conversation: conversation, data: data, depth: depth))
        }
        // Its place among all events is known only after the commit, which this payload is a part of.
        post(name, .map((event.value.map ?? [:]).filter { $0.key != "seq" }))
    }

    mutating func take(_ effect: Patch.Effect, of skill: String) {
        switch effect {
        case .handoff: break
        case .notify(let competence, let text, let data):
            emit(
                "notice",
                .compact(["competence": competence.map(Value.text), "text": .text(text), "data": data]),
                by: skill)
        case .webhook(let event, let data):
            post(
                event,
                .map(["name": .text(event), "source": .text(skill), "data": data, "at": .timestamp(at)]))
        case .schedule(let name, let due, let data):
            add(
                Wakeup(
                    id: timer(name, of: skill), dueAt: due, skill: skill, name: name, customer: customer,
                    conversation: conversation, data: data, depth: 0))
        case .unschedule(let name): writes.append(.removeWakeup(timer(name, of: skill)))
        }
    }

    private func timer(_ name: String, of skill: String) -> String { "\(skill)/\(customer ?? "")/\(name)" }

    private mutating func add(_ wakeup: Wakeup) {
        writes.append(.wakeup(wakeup))
        wakeups.append(wakeup)
    }

    private mutating func post(_ name: String, _ payload: Value) {
        for webhook in pipeline.settings.webhooks where webhook.listens(to: name) {
            var delivery = Delivery(
                id: identifiers.next(at: at), stream: webhook.url, conversation: nil,
                carrier: "webhook", payload: payload, dueAt: at)
            delivery.customer = customer
            writes.append(.delivery(delivery))
        }
    }
}
