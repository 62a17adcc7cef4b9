import ConciergeCore

/// Turns what skills and staff made happen into rows: events, turns of their subscribers, webhooks, timers.
struct Consequences {
    /// Events in one chain, each of which led to the next.
    static let deepest = 8
    /// Turns that one message, one act of staff or one timer may lead to in all.
    static let most = 256

    let pipeline: Pipeline
    let identifiers: Identifiers
    let at: Timestamp
    let customer: String?
    let conversation: String?
    let depth: Int
    /// How many turns of the chain may still follow.
    let budget: Int
    private var facts: [Write] = []
    private var timers: [Wakeup] = []
    private var followers: [Wakeup] = []
    /// What was not sent on, because its chain is too long or too wide.
    private(set) var dropped: [String] = []

    /// What follows from a turn or an act of staff; `cause` is what that followed from.
    init(
        pipeline: Pipeline, identifiers: Identifiers, at: Timestamp, customer: String?, conversation: String?,
        cause: Wakeup? = nil
    ) {
        self.pipeline = pipeline
        self.identifiers = identifiers
        self.at = at
        self.customer = customer
        self.conversation = conversation
        depth = (cause?.depth ?? 0) + 1
        budget = cause?.budget ?? Self.most
    }

    /// Turns of kind `event` that follow; those that are due run at once after the commit.
    var wakeups: [Wakeup] {
        timers
            + followers.map { follower in
                var follower = follower
                follower.budget = (budget - followers.count) / followers.count
                return follower
            }
    }

    var writes: [Write] { facts + wakeups.map(Write.wakeup) }

    mutating func emit(_ name: String, _ data: Value, by source: String, in place: String? = nil) {
        guard depth <= Self.deepest else { return dropped.append(name) }
        let conversation = place ?? conversation
        let event = Event(
            id: identifiers.next(at: at), name: name, customer: customer, conversation: conversation,
            source: source, data: data, at: at, depth: depth)
        facts.append(.event(event))
        for stage in pipeline.subscribers(of: name) {
            follow(
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
        case .schedule(let name, let due, let data): schedule(name, due, data, of: skill)
        case .unschedule(let name):
            let id = timer(name, of: skill)
            timers.removeAll { $0.id == id }
            followers.removeAll { $0.id == id }
            facts.append(.removeWakeup(id))
        case .merge(let other): ask(Wish.merge, other, of: skill)
        case .unmerge(let other): ask(Wish.unmerge, other, of: skill)
        }
    }

    /// The host itself does it after the commit, as surely as a subscriber hears of an event.
    private mutating func ask(_ wish: Wish, _ other: String, of skill: String) {
        guard depth <= Self.deepest else { return dropped.append(wish.rawValue) }
        follow(
            Wakeup(
                id: "\(identifiers.next(at: at)):\(wish.rawValue)", dueAt: at, skill: Wish.host,
                name: wish.rawValue, customer: customer, conversation: nil,
                data: ["other": .text(other), "by": .text(skill)], depth: depth))
    }

    private mutating func schedule(_ name: String, _ due: Timestamp, _ data: Value, of skill: String) {
        var wakeup = Wakeup(
            id: timer(name, of: skill), dueAt: due, skill: skill, name: name, customer: customer,
            conversation: conversation, data: data, depth: 0)
        wakeup.budget = Self.most
        guard due <= at else { return timers.append(wakeup) }
        // What is due at once is no new beginning.
        wakeup.depth = depth
        if depth <= Self.deepest { follow(wakeup) } else { dropped.append(name) }
    }

    private func timer(_ name: String, of skill: String) -> String { "\(skill)/\(customer ?? "")/\(name)" }

    private mutating func follow(_ wakeup: Wakeup) {
        if followers.count < budget { followers.append(wakeup) } else { dropped.append(wakeup.name) }
    }

    private mutating func post(_ name: String, _ payload: Value) {
        for webhook in pipeline.settings.webhooks where webhook.listens(to: name) {
            var delivery = Delivery(
                id: identifiers.next(at: at), stream: webhook.url, conversation: nil,
                carrier: "webhook", payload: payload, dueAt: at)
            delivery.customer = customer
            facts.append(.delivery(delivery))
        }
    }
}
