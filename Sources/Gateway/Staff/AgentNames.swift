import ConciergeCore

/// The agents there are, by their ids: what names another is refused with those.
struct AgentNames {
    private let ids: [String]

    init(_ reader: any StoreReader) throws { ids = try reader.agents().map(\.id) }

    func check(_ agent: String, at pointer: String) throws(Refusal) {
        guard !ids.contains(agent) else { return }
        let otherwise =
            ids.isEmpty
            ? "there are none yet: make one with PUT /v1/agents/{id}" : "known are \(Spelling.listed(ids))"
        let mend = Spelling.mend(agent, known: ids, otherwise: otherwise)
        throw .invalid(pointer, "unknown_agent", "is '\(agent)', who is no agent; \(mend)")
    }
}
