import ConciergeCore
import Synchronization

extension TurnRun {
    /// Takes a patch into the turn, whole; a part that may not stand refuses all of it.
    func apply(_ patch: Patch, of stage: Stage, to trace: inout SkillTrace) throws(SkillFailure) {
        do {
            try PatchCheck(manifest: stage.manifest).check(patch)
            try checkOutcome(patch)
            try checkMerges(patch)
            try applyDocuments(patch, of: stage)
        } catch let error as PatchError {
            throw .refused(error.description)
        } catch {
            throw .unavailable("the store did not answer: \(error)")
        }
        applyContext(patch)
        said += patch.say
        tell(patch.say, of: stage)
        emissions += patch.emit.map { (stage.id, $0) }
        let asked = workspace.withLock { workspace in
            defer { workspace.begin(nil) }
            assigned += workspace.assigned
            return workspace.effects
        }
        effects += (asked + patch.effects).map { (stage.id, $0) }
        tellHandoff()
        if patch.claim, claimant == nil { claimant = stage.id }
        if let outcome = patch.result { result = outcome }
        if let shown = patch.page { page = shown }
        trace.wrote = patch.writes
        trace.said = patch.say
        trace.because = patch.because
    }

    /// Who is one person staff say, in an action or by what they did; never a customer.
    private func checkMerges(_ patch: Patch) throws {
        for (index, effect) in patch.effects.enumerated() {
            guard let other = effect.other else { continue }
            let path = "effects[\(index)]"
            guard record.kind == "action" || record.kind == "event" else {
                throw PatchError(
                    path,
                    "a turn of kind '\(record.kind)' merges nobody; ask in an action, or when staff moved a document"
                )
            }
            guard let customer else {
                throw PatchError(path, "this turn has no customer; name one where it is asked for")
            }
            guard other != customer.id else {
                throw PatchError(path + ".other", "'\(other)' is this customer; name another")
            }
        }
    }

    /// Shows later skills what an earlier one would say.
    private func tell(_ said: [Utterance], of stage: Stage) {
        guard !said.isEmpty, pipeline.hostKeys.contains(.turnSaid) else { return }
        let told = said.map {
            [
                "skill": .text(stage.id), "kind": .text($0.kind.rawValue), "priority": .int($0.priority),
            ] as Value
        }
        context[HostKey.turnSaid.rawValue] = .list((context[HostKey.turnSaid.rawValue]?.list ?? []) + told)
    }

    /// Shows later skills that a human is called, so that none calls one again nor leaves it unsaid.
    private func tellHandoff() {
        guard pipeline.hostKeys.contains(.turnHandoff), let handoff = effects.handoff else { return }
        context[HostKey.turnHandoff.rawValue] = .compact([
            "reason": .text(handoff.reason), "competence": handoff.competence.map(Value.text),
            "priority": .int(handoff.priority),
        ])
    }

    private func applyContext(_ patch: Patch) {
        for (key, value) in patch.writes {
            context[key] = value
            kept[key] = value
        }
        for key in patch.unset {
            context[key] = nil
            kept[key] = .null
        }
    }

    private func applyDocuments(_ patch: Patch, of stage: Stage) throws {
        let writes = workspace.withLock { $0.buffer } + patch.store
        guard !writes.isEmpty else { return }
        var latest: [DocumentKey: Workspace.Seen] = [:]
        var order: [DocumentKey] = []
        var events: [Patch.Emission] = []
        for write in writes {
            let before = try latest[write.key] ?? seen(write.key)
            let after = write.applied(to: before, at: record.at, customer: record.customer ?? customer?.id)
            if let collection = pipeline.collection(write.collection) {
                let check = DocumentCheck(collection: collection)
                var document = after
                document.document = try check.settle(after.document, before: before.document)
                try checkOwner(document.document, in: collection)
                events += check.events(
                    document.document, before: before.document, by: stage.id, because: patch.because)
                if latest.updateValue(document, forKey: write.key) == nil { order.append(write.key) }
            }
        }
        workspace.withLock { workspace in
            for key in order {
                if workspace.documents[key]?.isChanged != true { workspace.changed.append(key) }
                workspace.documents[key] = latest[key]
            }
        }
        emissions += events.map { (stage.id, $0) }
    }

    /// A document whose id is a customer's wants that customer to be there.
    private func checkOwner(_ document: Document?, in collection: CollectionDeclaration) throws {
        guard collection.key == .customer, let document, document.id != customer?.id,
            try engine.store.read({ try $0.customer(document.id) }) == nil
        else { return }
        throw PatchError(
            "\(collection.name)/\(document.id).id",
            "'\(collection.name)' keeps one document a customer, and there is no customer '\(document.id)'; "
                + "use the id of one")
    }

    /// A document as this turn sees it, read from the store the first time.
    func seen(_ key: DocumentKey) throws -> Workspace.Seen {
        if let seen = workspace.withLock({ $0.documents[key] }) { return seen }
        let document = try engine.store.read { try $0.document(key.collection, key.id) }
        let seen = Workspace.Seen(stored: document?.version ?? 0, document: document)
        workspace.withLock { $0.documents[key] = seen }
        return seen
    }
}

extension Patch.Effect {
    /// Who is to be merged, or parted.
    fileprivate var other: String? {
        switch self {
        case .merge(let other), .unmerge(let other): other
        default: nil
        }
    }
}
