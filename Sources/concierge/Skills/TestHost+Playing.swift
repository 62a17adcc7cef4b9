import ConciergeCore
import Engine
import SkillPackages
import Threads

extension TestHost: ConversationHost {
    func play(_ act: ConversationTest.Act) throws -> Heard {
        seen = try look()
        let turns = Set(try records().map(\.id))
        var made = Made()
        switch act {
        case .message(let text, let speaker, let place):
            (customer, channel) = (speaker ?? customer, place ?? channel)
            seen = try look()
            try say(text)
        case .wait(let span): try wait(span)
        case .agent(let agent, let deed, let text): try intervene(agent, deed, text)
        case .move(let collection, let to, let reason, let by):
            try move(collection, to: to, because: reason, by: by ?? "staff")
        case .order(let fields): try put(fields)
        case .action(let skill, let name, let input, let by):
            made.result = try ask(skill, name, input, by: by)
        case .open(let page, let form): made.page = try open(page, form)
        }
        try settle()
        return try heard(since: turns, made)
    }

    /// Plays it, and tells also what each turn that came of it was.
    func playTraced(_ act: ConversationTest.Act) throws -> (heard: Heard, records: [Value]) {
        let before = Set(try records().map(\.id))
        let heard = try play(act)
        return (heard, try records().filter { !before.contains($0.id) }.reversed().map(\.record))
    }

    /// What a step brought back besides what was said.
    struct Made {
        var result: Value?
        var page: String?
    }

    /// What there was before a step.
    struct Seen {
        var messages: [String: Int64] = [:]
        var event: Int64 = 0
    }

    func wait(_ duration: Duration) throws {
        let end = clock.now().adding(duration)
        // From one timer to the next: each finds the time it was set for.
        while let due = try engine.nextWakeup(until: end) {
            clock.set(due)
            try settle()
        }
        clock.set(end)
        try settle()
    }

    func documents(_ collection: String) throws -> [Value]? {
        guard engine.pipeline.collection(collection) != nil else { return nil }
        return try newest(collection).map(\.value)
    }

    private func newest(_ collection: String) throws -> [Document] {
        try engine.store.read { reader in
            var query = Query()
            query.filters = [.init(field: "customer", operator: .eq, value: .text(person))]
            query.sort = "created_at"
            query.isDescending = true
            query.limit = 500
            return try reader.documents(collection, query).items
        }
    }

    private func settle() throws {
        guard try engine.settle() else { throw Failure("what follows from this step does not end") }
    }
}

// What each step does.
extension TestHost {
    private func say(_ text: String) throws {
        var inbound = Inbound(channel: channel, text: text)
        inbound.customer = customer
        let box = Mailbox<Result<TurnOutcome, TurnFailure>>()
        engine.submit(inbound) { box.put($0) }
        guard let outcome = box.take() else { throw Failure("the host stopped") }
        _ = try outcome.get()
    }

    private func intervene(_ agent: String, _ deed: ConversationTest.Deed, _ text: String?) throws {
        guard let id = try conversation()?.id else {
            throw Failure("no conversation yet; say something first")
        }
        switch deed {
        case .takeOver: _ = try engine.takeOver(id, agent: agent)
        case .say: _ = try engine.say(text ?? "", in: id, agent: agent)
        case .release: _ = try engine.release(id)
        case .close: _ = try engine.close(id)
        case .approve, .reject:
            guard let draft = try messages(id, after: 0).last(where: { $0.author == .draft }) else {
                throw Failure("no draft is waiting in conversation '\(id)'")
            }
            _ = try engine.settleDraft(
                draft.sequence, in: id, agent: agent, text: text, isApproved: deed == .approve)
        }
    }

    private func move(_ name: String, to state: String, because reason: String?, by author: String) throws {
        let collection = engine.pipeline.collection(name) ?? engine.pipeline.collection(name + "s")
        guard let collection, let states = collection.states else {
            throw Failure("no skill declares a collection '\(name)' with states")
        }
        guard let newest = try newest(collection.name).first else {
            throw Failure("no \(collection.singular) yet")
        }
        let now = clock.now()
        try engine.changeNow { reader in
            let before = try reader.document(collection.name, newest.id)
            var after = before ?? newest
            after.body[states.field] = .text(state)
            after.version += 1
            after.updatedAt = now
            let check = DocumentCheck(collection: collection)
            guard let settled = try check.settle(after, before: before) else { return Change([], result: ()) }
            var change = Change([.document(settled, expecting: before?.version ?? 0)], result: ())
            change.events = check.events(settled, before: before, by: author, because: reason)
            change.customer = settled.customer
            return change
        }
    }

    private func put(_ fields: [String: Value]) throws {
        let (now, buyer) = (clock.now(), person)
        try engine.changeNow { reader in
            let orders = try reader.orders(customer: buyer)
            let id = fields["id"]?.text ?? "\(buyer)-o\(orders.count + 1)"
            let order = try Order(id: id, customer: buyer, fields: fields, at: now)
            return Change(order, before: orders.first { $0.id == id }, result: ())
        }
    }
}

// What came of a step.
extension TestHost {
    /// The customer's newest conversation.
    func conversation() throws -> Conversation? { try conversations().first }

    func conversations() throws -> [Conversation] {
        try engine.store.read { reader in
            var query = Query()
            query.filters = [.init(field: "customer", operator: .eq, value: .text(person))]
            query.sort = "opened_at"
            query.isDescending = true
            return try reader.conversations(query).items
        }
    }

    func messages(_ id: String, after: Int64) throws -> [Message] {
        try engine.store.read { try $0.messages(conversation: id, after: after, limit: 500) }
    }

    private func look() throws -> Seen {
        var seen = Seen()
        for conversation in try conversations() {
            seen.messages[conversation.id] = try messages(conversation.id, after: 0).last?.sequence ?? 0
        }
        seen.event = try engine.store.read { try $0.lastEvent() }
        return seen
    }

    private func records() throws -> [(id: String, record: Value)] {
        try engine.store.read { reader in
            var query = Query()
            query.limit = 100
            return try reader.turns(query).items.compactMap { record in
                record["turn"]?.text.map { ($0, record) }
            }
        }
    }

    private func heard(since turns: Set<String>, _ made: Made) throws -> Heard {
        let open = try conversations()
        let fresh = try open.flatMap { try messages($0.id, after: seen.messages[$0.id] ?? 0) }
        let new = try records().filter { !turns.contains($0.id) }.reversed()
        var heard = Heard(
            replies: fresh.filter { $0.author == .bot }.map(Utterance.init(message:)),
            status: open.first?.status ?? .bot, context: try context(new.map(\.record)),
            skills: new.last.map { SkillTrace.statuses(in: $0.record) } ?? [])
        for (_, record) in new {
            for skill in record["trace"]?["skills"]?.list ?? [] {
                guard let id = skill["skill"]?.text, let line = skill["because"]?.text else { continue }
                let before = heard.because[id]?.text
                heard.because[id] = .text(before.map { "\($0)\n\(line)" } ?? line)
            }
        }
        heard.drafts = fresh.filter { $0.author == .draft }.map(\.text)
        heard.events = try engine.store.read { try $0.events(after: seen.event, limit: 1000) }.map(\.name)
        heard.handoff = open.first?.handoff ?? Handoff()
        (heard.result, heard.page) = (made.result, made.page)
        return heard
    }

    /// What skills keep of the customer, and over it what the last message was understood as.
    private func context(_ records: [Value]) throws -> [String: Value] {
        let kept = try engine.store.read { try $0.context(customer: person) }
        let last = records.last { $0["kind"] == "message" }?["trace"]?["context"]?.map ?? [:]
        return last.merging(kept) { _, kept in kept }
    }
}

extension Utterance {
    fileprivate init(message: Message) {
        self.init(message.kind ?? .answer, message.text)
        actions = message.actions
        offer = message.offer
    }
}

extension SkillTrace {
    fileprivate static func statuses(in record: Value) -> [Status] {
        (record["trace"]?["skills"]?.list ?? []).compactMap { $0["status"]?.text.flatMap(Status.init) }
    }
}
