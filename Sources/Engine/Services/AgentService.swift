import ConciergeCore
import Synchronization

/// `sk.agents/1`: who answers customers, and who is given the next piece of work.
struct AgentService {
    let run: TurnRun
    let stage: Stage

    func answer(_ request: Value) throws -> Value {
        switch request["op"]?.text {
        case "list": return try run.engine.store.read { .list(try $0.agents().map(\.value)) }
        case "assign": return try assign(request)
        default: throw ServiceError(.badArgument, "op: list or assign was expected")
        }
    }

    private func assign(_ request: Value) throws -> Value {
        try request.expect(["op", "competences", "collection", "field"])
        let name = try request.text("collection")
        let field = try request.text("field")
        guard let collection = stage.manifest.collections.first(where: { $0.name == name }) else {
            throw ServiceError(
                .denied, "'\(name)' is not declared; add it to 'collections' in the manifest")
        }
        let wanted = Set((request["competences"]?.list ?? []).compactMap { $0.text?.lowercased() })
        let work = Workload.Kind(collection: name, field: field)
        let agents = try run.engine.store.read { try $0.agents() }.filter { agent in
            wanted.isEmpty || agent.competences.contains { wanted.contains($0.lowercased()) }
        }
        let agent = try run.engine.workload.assign(work, to: agents.map(\.id), turn: run.number) {
            try run.engine.store.read { reader in
                Workload.Standing(
                    open: try reader.counts(name, by: field, in: collection.states?.open),
                    last: try reader.assignments(name, field: field))
            }
        }
        if let agent { run.workspace.withLock { $0.assigned.append((work, agent)) } }
        return Value(agent)
    }
}

extension CollectionDeclaration.States {
    /// Those that something follows: a document in any other is done with.
    fileprivate var open: StateFilter {
        StateFilter(field: field, states: transitions.filter { !$1.isEmpty }.keys.sorted())
    }
}
