import ConciergeCore

extension TurnRun {
    /// Reads what the turn stands on; false when nothing is left to do because all of it was done before.
    func load(_ reader: any StoreReader) throws -> Bool {
        // Merged, or parted again, while the turn waited.
        let survivor = engine.merged.survivor(of: inbound.customer ?? lane)
        guard survivor == lane else { throw Moved(to: survivor) }
        if let wakeup { return try load(wakeup, reader) }
        if let errand { return try load(errand, reader) }
        try loadConversation(reader)
        try answerRepeated(reader)
        guard !parts.isEmpty, let conversation else { return false }
        guard conversation.status != .closed else { throw TurnFailure.closed(conversation: conversation.id) }
        try loadCustomer(conversation.customer, reader)
        return true
    }

    private func load(_ wakeup: Wakeup, _ reader: any StoreReader) throws -> Bool {
        // Run, moved or cancelled since it was found due: a timer that was set again is not this one.
        guard try reader.wakeup(wakeup.id)?.dueAt == wakeup.dueAt else { return false }
        guard try reader.turn(for: key(of: wakeup)) == nil else {
            engine.commitLater(Commit([.removeWakeup(wakeup.id)]))
            return false
        }
        conversation = try wakeup.conversation.flatMap { try reader.conversation($0) }
        // A document names its conversation freely; what follows from it is said to its own customer alone.
        if let customer = wakeup.customer, conversation?.customer != customer { conversation = nil }
        isNewConversation = false
        loadedEpoch = conversation?.epoch ?? 0
        customer = try wakeup.customer.flatMap { try reader.customer($0) }
        saved = try wakeup.customer.map { try reader.context(customer: $0) } ?? [:]
        recent = try recent(reader)
        conversations = try conversations(reader)
        return true
    }

    private func loadConversation(_ reader: any StoreReader) throws {
        let inbound = inbound
        let known =
            if let id = inbound.conversation { try reader.conversation(id) } else {
                try reader.openConversation(
                    customer: lane, channel: inbound.channel, account: inbound.account)
            }
        if let known, known.customer != lane {
            // Named without its customer, it was made by another turn meanwhile: go on in its owner's lane.
            guard inbound.customer == nil else { throw TurnFailure.mismatch(conversation: known.id) }
            throw Moved(to: known.customer)
        }
        isNewConversation = known == nil
        conversation =
            known
            ?? Conversation(
                id: inbound.conversation ?? engine.identifiers.next(at: record.at), customer: lane,
                channel: inbound.channel, account: inbound.account, openedAt: record.at)
        loadedEpoch = known?.epoch ?? 0
    }

    /// Gives the recorded answer to every part that was received before, and lets the rest go on.
    private func answerRepeated(_ reader: any StoreReader) throws {
        var fresh: [Part] = []
        for part in parts {
            guard let turn = try recorded(part.inbound, reader) else {
                fresh.append(part)
                continue
            }
            guard let stored = try reader.turn(turn)?["answer"], var answer = Answer(stored) else {
                throw TurnFailure.unavailable(
                    "the record of turn '\(turn)' was pruned; its message was answered long ago")
            }
            answer.repeated = true
            answer.messageID = part.inbound.messageID
            engine.metrics.add("concierge_turns_repeated_total")
            part.completion(
                .success(TurnOutcome(answer: answer, record: nil, json: answer.json)))
        }
        parts = fresh
    }

    private func recorded(_ inbound: Inbound, _ reader: any StoreReader) throws -> String? {
        guard let key = key(of: inbound) else { return nil }
        if let turn = try reader.turn(for: key) { return turn }
        guard isNewConversation, inbound.conversation == nil, inbound.customer != nil else { return nil }
        // Sent again without its conversation, which may have been closed since.
        var latest = Query()
        latest.filters = [
            .init(field: "customer", operator: .eq, value: .text(lane)),
            .init(field: "channel", operator: .eq, value: .text(inbound.channel)),
        ]
        latest.sort = "opened_at"
        latest.isDescending = true
        latest.limit = 3
        for conversation in try reader.conversations(latest).items {
            let closed = InboundKey(
                channel: key.channel, scope: conversation.id, messageID: key.messageID)
            if let turn = try reader.turn(for: closed) { return turn }
        }
        return nil
    }

    private func loadCustomer(_ id: String, _ reader: any StoreReader) throws {
        let known = try reader.customer(id)
        // Erased since the last try: what was said to us then is not to come back.
        guard known != nil || isNewCustomer || customer == nil else { throw TurnFailure.gone }
        isNewCustomer = known == nil
        customer = known ?? newCustomer(id)
        adoptLanguage()
        saved = isNewCustomer ? [:] : try reader.context(customer: id)
        recent = try recent(reader)
        conversations = try conversations(reader)
    }

    /// Whoever writes in the other language is answered in it, now and in what follows without a message.
    private func adoptLanguage() {
        changesLanguage = false
        guard inbound.locale == nil,
            let language = WrittenLanguage.certain(text, isFirst: conversation?.customerTurns == 0),
            !locale.hasPrefix(language)
        else { return }
        customer?.locale = pipeline.settings.locale.hasPrefix(language) ? pipeline.settings.locale : language
        changesLanguage = !isNewCustomer
    }

    private func newCustomer(_ id: String) -> Customer {
        var customer = Customer(id: id, createdAt: record.at)
        customer.locale = inbound.locale
        return customer
    }

    func recent(_ reader: any StoreReader) throws -> Value? {
        guard pipeline.hostKeys.contains(.conversationRecent), !isNewConversation, let conversation else {
            return nil
        }
        return .list(
            try reader.recent(conversation: conversation.id, limit: Engine.historyLength).map(\.value))
    }

    func conversations(_ reader: any StoreReader) throws -> Int64? {
        guard pipeline.hostKeys.contains(.customerConversations), let customer else { return nil }
        return isNewCustomer ? 0 : try reader.conversationCount(customer: customer.id)
    }

    func key(of inbound: Inbound) -> InboundKey? {
        guard let id = inbound.messageID, let conversation else { return nil }
        let scope = engine.carriers[inbound.channel] == nil ? conversation.id : inbound.account
        return InboundKey(channel: inbound.channel, scope: scope, messageID: id)
    }

    func key(of wakeup: Wakeup) -> InboundKey {
        // A timer set again has the same id but another time: it is another message.
        InboundKey(
            channel: "event", scope: wakeup.skill, messageID: "\(wakeup.id)@\(wakeup.dueAt.milliseconds)")
    }
}

/// The turn belongs into another lane.
struct Moved: Error {
    var lane: String

    init(to lane: String) { self.lane = lane }
}
