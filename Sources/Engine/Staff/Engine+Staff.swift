public import ConciergeCore

/// Why staff cannot do this to a conversation now.
public enum ConversationError: Error, Hashable, CustomStringConvertible {
    case unknown(String)
    case wrongStatus(String, Conversation.Status, wanted: String)
    case held(String, by: String)
    case taken(String, by: String)
    case unknownDraft(Int64)

    public var description: String {
        switch self {
        case .unknown(let id): "no conversation '\(id)'; list them with GET /v1/conversations"
        case .wrongStatus(let id, let status, let wanted):
            "conversation '\(id)' is '\(status.rawValue)'; \(wanted)"
        case .taken(let id, let holder):
            "conversation '\(id)' is held by '\(holder)'; let it be released, or take it with 'force'"
        case .held(let id, let holder): "conversation '\(id)' is held by '\(holder)'; take it over first"
        case .unknownDraft(let number): "no draft \(number); list them with GET …/drafts"
        }
    }
}

// Each commits at once, beside the lane: a turn that waits for a slow skill must not keep the bot talking.
extension Engine {
    /// With `force` also from another who holds it.
    public func takeOver(_ id: String, agent: String, force: Bool = false) throws -> Conversation {
        try intervene(id, event: "conversation.taken") { [self] conversation in
            if let holder = conversation.agent, holder != agent, conversation.status == .human, !force {
                throw ConversationError.taken(id, by: holder)
            }
            guard conversation.status != .closed else {
                throw ConversationError.wrongStatus(id, .closed, wanted: "only an open one can be taken over")
            }
            conversation.status = .human
            conversation.agent = agent
            conversation.handoff.assignee = nil
            conversation.handoff.takenAt = clock.now()
            conversation.handoff.answeredAt = nil
            conversation.handoff.returnsAt = nextReturn
        }
    }

    public func release(_ id: String) throws -> Conversation {
        try changeNow { [self] reader in
            guard let conversation = try reader.conversation(id) else { throw ConversationError.unknown(id) }
            guard conversation.status == .human || conversation.status == .queued else {
                throw ConversationError.wrongStatus(
                    id, conversation.status,
                    wanted: "only one that a human holds or that waits for one is released")
            }
            var change = changing(conversation, event: "conversation.released") { $0.goBackToBot() }
            change.writes.append(.recall(conversation: id))
            change.writes += try saying(unanswered(in: conversation, reader), in: conversation)
            return change
        }
    }

    public func close(_ id: String) throws -> Conversation {
        try intervene(id, event: "conversation.closed") { conversation in
            guard conversation.status != .closed else {
                throw ConversationError.wrongStatus(id, .closed, wanted: "it is closed already")
            }
            conversation.status = .closed
            conversation.handoff.assignee = nil
            conversation.handoff.returnsAt = nil
        }
    }

    /// Everything of one person goes, everywhere; turns under way for it find nothing to write to.
    public func erase(customer name: String) throws -> Bool {
        let customer = merged.survivor(of: name)
        // Barred before it is erased: a turn is behind the erasure in the writer's queue, or sees the bar.
        let isUnderWay = lanes.bar(customer, through: lastTurnNumber)
        let isErased = try changeNow { reader in
            guard try isUnderWay || reader.customer(customer) != nil else { return Change([], result: false) }
            return Change([.erase(customer: customer)], result: true)
        }
        if isErased { merged.forget(customer) }
        return isErased
    }

    /// What an agent says: kept, and sent where the channel needs it.
    public func say(_ text: String, in id: String, agent: String) throws -> Message {
        try changeNow { [self] reader in
            guard let conversation = try reader.conversation(id) else { throw ConversationError.unknown(id) }
            try Self.check(agent, holds: conversation)
            return spoken(text, in: conversation, agent: agent, beside: [])
        }
    }

    /// Sends a draft, as it is or mended, or throws it away.
    public func settleDraft(_ number: Int64, in id: String, agent: String, text: String?, isApproved: Bool)
        throws
        -> Message?
    {
        try changeNow { [self] reader in
            guard let conversation = try reader.conversation(id) else { throw ConversationError.unknown(id) }
            let found = try reader.messages(conversation: id, after: number - 1, limit: 1).first
            guard let draft = found, draft.sequence == number, draft.author == .draft else {
                throw ConversationError.unknownDraft(number)
            }
            let removal = Write.removeMessage(conversation: id, sequence: number)
            guard isApproved else { return Change([removal], result: nil) }
            try Self.check(agent, holds: conversation)
            let sent = spoken(text ?? draft.text, in: conversation, agent: agent, beside: [removal])
            var change = Change<Message?>(sent.writes, result: sent.result)
            change.conversation = id
            return change
        }
    }

    private static func check(_ agent: String, holds conversation: Conversation) throws {
        guard conversation.status == .human else {
            throw ConversationError.wrongStatus(
                conversation.id, conversation.status, wanted: "take it over first")
        }
        guard conversation.agent == agent else {
            throw ConversationError.held(conversation.id, by: conversation.agent ?? "")
        }
    }

    private func intervene(
        _ id: String, event: String, _ body: @escaping @Sendable (inout Conversation) throws -> Void
    ) throws -> Conversation {
        try changeNow { [self] reader in
            guard let conversation = try reader.conversation(id) else { throw ConversationError.unknown(id) }
            var change = try changing(conversation, event: event, body)
            change.writes.append(.recall(conversation: id))
            return change
        }
    }

    /// A conversation as something beside its lane leaves it: under a new epoch, with the event that tells of it.
    func changing(
        _ conversation: Conversation, event: String, _ body: (inout Conversation) throws -> Void
    ) rethrows -> Change<Conversation> {
        var changed = conversation
        try body(&changed)
        changed.epoch += 1
        changed.updatedAt = clock.now()
        var change = Change([.update(changed, expecting: conversation.epoch)], result: changed)
        var told = changed.value.map ?? [:]
        // Who held it until now, where nobody does any more.
        told["agent"] = told["agent"] ?? conversation.agent.map(Value.text)
        // Who loses it to another reads of it.
        if let loser = conversation.agent, let taker = changed.agent, loser != taker {
            told["from"] = .text(loser)
        }
        change.events = [Patch.Emission(name: event, data: .map(told))]
        change.customer = conversation.customer
        change.conversation = conversation.id
        return change
    }

    private func spoken(_ text: String, in conversation: Conversation, agent: String, beside: [Write])
        -> Change<Message>
    {
        var message = Message(conversation: conversation.id, author: .agent, text: text, at: clock.now())
        message.agent = agent
        let isFirst = conversation.handoff.answeredAt == nil
        let said = changing(conversation, event: "conversation.answered") {
            $0.handoff.answeredAt = $0.handoff.answeredAt ?? message.at
            $0.handoff.returnsAt = nextReturn
        }
        var writes = beside + [.message(message)] + said.writes
        if carriers[conversation.channel] != nil {
            var delivery = Delivery(
                id: identifiers.next(at: message.at), stream: conversation.id,
                conversation: conversation.id, carrier: conversation.channel,
                payload: Utterance(.answer, text).value, dueAt: message.at)
            delivery.author = .agent
            writes.append(.delivery(delivery))
        }
        var change = Change(writes, result: message)
        if isFirst { change.events = said.events }
        change.customer = conversation.customer
        change.conversation = conversation.id
        return change
    }
}
