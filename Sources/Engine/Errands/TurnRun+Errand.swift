import ConciergeCore

extension TurnRun {
    var errand: Errand? { inbound.errand }
    /// A customer wrote something; else it is an event, a timer or an errand.
    var isMessage: Bool { inbound.wakeup == nil && inbound.errand == nil }
    /// The one skill that this turn is for.
    var onlySkill: String? { inbound.wakeup?.skill ?? inbound.errand?.skill }

    /// Whom and what it is about; what was named must be there.
    func load(_ errand: Errand, _ reader: any StoreReader) throws -> Bool {
        conversation = try conversation(of: errand, reader)
        isNewConversation = false
        loadedEpoch = conversation?.epoch ?? 0
        if let id = errand.customer ?? conversation?.customer {
            guard let known = try reader.customer(id) else {
                // Loaded before: it was erased since.
                guard customer == nil, case .action = errand.kind else { throw TurnFailure.gone }
                throw TurnFailure.unknown(.customer, id, mend: "GET /v1/customers lists them")
            }
            customer = known
            saved = try reader.context(customer: id)
        }
        recent = try recent(reader)
        conversations = try conversations(reader)
        return true
    }

    private func conversation(of errand: Errand, _ reader: any StoreReader) throws -> Conversation? {
        guard let id = errand.conversation else { return nil }
        let found = try reader.conversation(id)
        // A page is of its customer; where its link was sent may be gone.
        guard case .action = errand.kind else { return found?.customer == errand.customer ? found : nil }
        guard let found else {
            throw TurnFailure.unknown(.conversation, id, mend: "GET /v1/conversations lists them")
        }
        guard found.customer == errand.customer ?? found.customer else {
            throw TurnFailure.mismatch(conversation: id)
        }
        // Looked up before it was there: go on in its owner's lane.
        guard found.customer == lane else { throw Moved(to: found.customer) }
        return found
    }

    /// What its skill is shown besides what it declared to read.
    var occasion: [String: Value] {
        if let wakeup {
            return [
                "event.id": .text(wakeup.id), "event.name": .text(wakeup.name), "event.data": wakeup.data,
            ]
        }
        guard let errand else { return [:] }
        switch errand.kind {
        case .action(let input, let by):
            return ["action.name": .text(errand.name), "action.input": input]
                .merging(by.map { ["action.by": .text($0)] } ?? [:]) { first, _ in first }
        case .page(let visit):
            return [
                "page.name": .text(errand.name), "page.method": .text(visit.isPost ? "POST" : "GET"),
                "page.data": visit.data, "page.form": .map(visit.form.mapValues(Value.text)),
                "page.locale": .text(visit.locale ?? locale),
            ]
        }
    }

    /// Only an action has a result, only a page shows one, and a page must.
    func checkOutcome(_ patch: Patch) throws(PatchError) {
        if patch.result != nil, record.kind != "action" {
            throw PatchError(
                "result", "a turn of kind '\(record.kind)' has none; return it for an action only")
        }
        if (patch.page != nil) != (record.kind == "page") {
            let mend = record.kind == "page" ? "return what the visitor sees" : "return it for a page only"
            throw PatchError(
                "page",
                "a turn of kind '\(record.kind)' \(patch.page == nil ? "needs one" : "has none"); \(mend)")
        }
    }

    /// The skill that was asked did not do it: nothing is kept, and whoever asked is told.
    func failErrand(_ failure: SkillFailure, of stage: Stage) {
        switch failure {
        case .invalid(let reason) where record.kind == "action": fail(.invalid([.init(said: reason)]))
        case .failed, .invalid, .refused: fail(.refused(skill: stage.id, reason: failure.description))
        case .late, .unavailable: fail(.unavailable("skill '\(stage.id)': \(failure)"))
        }
    }

    /// Why the skill that was asked had no part in the turn; nil when it had.
    var whyErrandIsUndone: String? {
        guard let errand else { return nil }
        let trace = record.skills.first { $0.skill == errand.skill }
        guard trace?.status != .ran else { return nil }
        return "skill '\(errand.skill)': \(trace?.because ?? "it is not here any more"); try again later"
    }
}

extension Schema.Violation {
    /// What a skill says of its input: `/value: …`.
    fileprivate init(said line: String) {
        let parts = line.split(separator: ":", maxSplits: 1)
        let place = Pointer((parts.first ?? "").split(separator: "/").map(String.init))
        self.init(place, .schema, (parts.last ?? "").trimmed)
    }
}
