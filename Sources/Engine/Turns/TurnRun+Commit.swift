import ConciergeCore
import Synchronization

extension TurnRun {
    /// Composes what is said, and hands everything that follows from the turn to the writer.
    func commit() {
        guard !engine.lanes.isBarred(lane, number) else { return fail(.gone) }
        let commit = compose()
        engine.committer.put(commit) { [self] outcome in
            switch outcome {
            case .committed: committed()
            case .conflict, .fenced: engine.workers.run { self.conflicted($0) }
            case .unavailable(let reason): fail(.unavailable(reason))
            }
        }
    }

    /// Under a newer epoch the patch stands and is composed again; anything else changed: run again.
    private func conflicted(_ worker: Worker) {
        guard let old = conversation, !isNewConversation else { return restart(worker) }
        let current: Conversation?
        do { current = try engine.store.read { try $0.conversation(old.id) } } catch {
            return fail(.unavailable("\(error)"))
        }
        guard let current else { return fail(.gone) }
        guard current.epoch != loadedEpoch, record.reruns < 3 else { return restart(worker) }
        record.reruns += 1
        conversation = current
        loadedEpoch = current.epoch
        wakeups = []
        commit()
    }

    private func committed() {
        engine.metrics.add(isMessage ? "concierge_turns_total" : "concierge_\(record.kind)_turns_total")
        var news = Feed.News()
        if let conversation { news.conversations.insert(conversation.id) }
        news.hasEvents = hasEvents
        news.hasDeliveries = hasDeliveries
        news.changesQueue = isQueued
        logNotices()
        if let answer {
            for part in parts {
                part.completion(.success(outcome(answer, for: part)))
            }
        }
        if let done = parts.first?.errandCompletion {
            done(.success(ErrandOutcome(turn: record.id, result: result ?? .null, page: page)))
        }
        end()
        engine.announce(news, wakeups: wakeups)
    }

    /// What skills tell the staff stands in the log too, in one line and without its data.
    private func logNotices() {
        for case (let skill, .notify(let competence, let text, _)) in effects {
            let line = text.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(500)
            let whom = competence.map { " for '\($0)'" } ?? ""
            engine.log(.notice, "skill '\(skill)'\(whom), turn \(record.id): \(line)")
        }
    }

    private func outcome(_ answer: Answer, for part: Part) -> TurnOutcome {
        var own = answer
        own.messageID = part.inbound.messageID
        let json = own.messageID == answer.messageID ? answerJSON : own.json
        return TurnOutcome(answer: own, record: record, json: json)
    }

    private var hasEvents: Bool { !emissions.isEmpty || !wakeups.isEmpty || !effects.isEmpty }

    private func compose() -> Commit {
        var writes: [Write] = []
        let said = withFallback(said)
        let handoff = effects.handoff ?? ownHandoff(said)
        var conversation = conversation
        let composition = Composition(
            said, status: conversation?.status ?? .closed, isHandingOff: handoff != nil, isEvent: !isMessage,
            mode: pipeline.settings.mode)
        if var changed = conversation {
            change(&changed, handoff: handoff)
            if isNewConversation {
                writes.append(.open(changed))
            } else {
                writes.append(.update(changed, expecting: loadedEpoch))
            }
            conversation = changed
        }
        appendArrivals(to: &writes)
        if let conversation { append(composition, in: conversation, to: &writes) }
        appendDocuments(to: &writes)
        writes += assigned.map { .assigned(collection: $0.collection, field: $0.field, agent: $1) }
        appendContext(to: &writes)
        finishRecord(composition, conversation)
        appendConsequences(conversation, to: &writes)
        hasDeliveries = writes.contains(where: \.isDelivery)
        guard !isWithoutEffect else { return Commit(writes) }
        let encoded = EncodedTurn(record)
        answerJSON = encoded.answer ?? []
        writes.append(.turn(encoded))
        return Commit(writes)
    }

    /// An event that its skill looked at and let pass leaves no record: nothing in it is to be explained.
    private var isWithoutEffect: Bool {
        wakeup != nil && said.isEmpty && kept.isEmpty && emissions.isEmpty && effects.isEmpty
            && workspace.withLock { $0.changed.isEmpty }
            && record.skills.allSatisfy {
                $0.because == nil && ($0.status == .ran || $0.status == .skipped)
            }
    }

    /// A customer is always answered while no human holds the conversation: asked back where that may help.
    private func withFallback(_ said: [Utterance]) -> [Utterance] {
        if said.isEmpty, isMessage, let question = context[UnderstandingKey.question.rawValue]?.text {
            return [Utterance(.question, question)]
        }
        guard said.isEmpty, isMessage, let text = pipeline.settings.fallback.localized(locale) else {
            return said
        }
        return [Utterance(.notice, text)]
    }

    /// The host promises an answer, or lets a human approve it: then it sees to it that there is one.
    private func ownHandoff(_ said: [Utterance]) -> Patch.Handoff? {
        guard isMessage, !said.isEmpty else { return nil }
        let note: [String: Value] = ["message": .text(String(text.prefix(Self.longestNote)))]
        if said != self.said, said.first?.kind == .notice {
            return Patch.Handoff(reason: "no skill answered", note: note)
        }
        guard pipeline.settings.mode == .draft else { return nil }
        return Patch.Handoff(reason: "every answer waits for approval", note: note)
    }

    private static let longestNote = 1000

    private func change(_ conversation: inout Conversation, handoff: Patch.Handoff?) {
        if isMessage { conversation.customerTurns += 1 }
        conversation.updatedAt = record.at
        if let topic = context[UnderstandingKey.topic.rawValue]?.text, conversation.topics.last != topic {
            conversation.topics = (conversation.topics + [topic]).suffix(5)
        }
        guard let handoff else { return }
        if conversation.status == .bot {
            conversation.status = .queued
            conversation.competence = handoff.competence
            conversation.handoff = Handoff(handoff, at: record.at)
        } else if conversation.status == .queued, handoff.priority > conversation.handoff.priority ?? 0 {
            conversation.competence = handoff.competence
            conversation.handoff.giveWay(to: handoff)
        }
    }

    private func appendArrivals(to writes: inout [Write]) {
        if let wakeup {
            writes.append(.receive(key(of: wakeup), turn: record.id))
            writes.append(.removeWakeup(wakeup.id))
        }
        if let customer {
            let expected = isNewCustomer ? 0 : changesLanguage ? customer.version : nil
            writes.append(
                expected.map { .customer(customer, expecting: $0) } ?? .require(customer: customer.id))
        }
        guard isMessage, let conversation else { return }
        for part in parts {
            if let key = key(of: part.inbound) { writes.append(.receive(key, turn: record.id)) }
            var message = Message(
                conversation: conversation.id, author: .customer, text: part.inbound.text, at: record.at)
            message.turn = record.id
            message.messageID = part.inbound.messageID
            writes.append(.message(message))
        }
    }

    private func append(_ composition: Composition, in conversation: Conversation, to writes: inout [Write]) {
        let isCarried = engine.carriers[conversation.channel] != nil
        for (utterance, author) in composition.replies.map({ ($0, Message.Author.bot) })
            + composition.drafts.map({ ($0, .draft) })
        {
            var message = Message(
                conversation: conversation.id, author: author, text: utterance.text, at: record.at)
            message.turn = record.id
            message.kind = utterance.kind
            message.actions = utterance.actions
            message.offer = utterance.offer
            writes.append(.message(message))
            guard isCarried, author == .bot else { continue }
            writes.append(
                .delivery(
                    Delivery(
                        id: engine.identifiers.next(at: record.at), stream: conversation.id,
                        conversation: conversation.id, carrier: conversation.channel,
                        payload: utterance.value,
                        dueAt: record.at)))
        }
    }

    private func appendDocuments(to writes: inout [Write]) {
        workspace.withLock { workspace in
            for key in workspace.changed {
                guard let seen = workspace.documents[key] else { continue }
                if let document = seen.document {
                    writes.append(.document(document, expecting: seen.stored))
                } else if seen.stored > 0 {
                    writes.append(
                        .removeDocument(collection: key.collection, id: key.id, expecting: seen.stored))
                }
            }
        }
    }

    private func appendContext(to writes: inout [Write]) {
        guard let customer, !kept.isEmpty else { return }
        var merged = saved
        for (key, value) in kept { merged[key] = value == .null ? nil : value }
        if merged != saved { writes.append(.context(customer: customer.id, merged)) }
    }

    private func finishRecord(_ composition: Composition, _ conversation: Conversation?) {
        context["conversation.recent"] = nil
        for key in [HostKey.turnSaid, .turnHandoff, .turnSkills] { context[key.rawValue] = nil }
        record.context = context.all
        record.customer = customer?.id
        record.conversation = conversation?.id
        record.microseconds = (engine.clock.monotonic() - began) / 1000
        // What a turn of nobody read may be anybody's, and would outlive who is erased.
        if pipeline.settings.tracesInFull, customer != nil { record.calls = workspace.withLock { $0.calls } }
        guard isMessage, let conversation, let customer else { return }
        var answer = Answer(
            turn: record.id, customer: customer.id, conversation: conversation.id, status: conversation.status
        )
        answer.messageID = inbound.messageID
        answer.replies = composition.replies
        record.answer = answer
        self.answer = answer
    }

    private func appendConsequences(
        _ conversation: Conversation?, to writes: inout [Write]
    ) {
        var consequences = Consequences(
            pipeline: pipeline, identifiers: engine.identifiers, at: record.at, customer: customer?.id,
            conversation: conversation?.id, cause: wakeup)
        for (skill, emission) in emissions {
            consequences.emit(emission.name, emission.data, by: skill, in: emission.conversation)
        }
        for (skill, effect) in effects { consequences.take(effect, of: skill) }
        let isNew = conversation?.status == .queued && self.conversation?.status == .bot
        isQueued = isNew || conversation?.handoff.priority != self.conversation?.handoff.priority
        if isNew, let conversation {
            consequences.emit("conversation.queued", conversation.value, by: "host")
        }
        for name in consequences.dropped {
            engine.log(
                .error,
                "turn \(record.id): '\(name)' was not sent on; a message leads to at most \(Consequences.most) turns, in chains of \(Consequences.deepest)"
            )
        }
        wakeups = consequences.wakeups
        writes += consequences.writes
    }
}

extension Write {
    var isDelivery: Bool { if case .delivery = self { true } else { false } }
}

extension [(skill: String, effect: Patch.Effect)] {
    /// The one that is heard: the highest priority, the first of equal ones.
    var handoff: Patch.Handoff? {
        var heard: Patch.Handoff?
        for case (_, .handoff(let wish)) in self where wish.priority > heard?.priority ?? .min {
            heard = wish
        }
        return heard
    }
}
