import ConciergeCore
import Engine
import HTTPServer

/// The humans who answer customers.
struct AgentRoutes: Sendable {
    let engine: Engine
    /// What running skills name.
    let names: @Sendable (Format) -> [String]

    private static let unknown = Route.Answer.refusal(404, "no such agent")

    var routes: [Route] {
        [
            Route(
                .get, "/v1/agents", "Agents", access: .token(.staff),
                answers: [.json(200, .page(of: "Agent"), "the agents")]
            ) { _ in .list(try engine.store.read { try $0.agents() }.map(\.value)) },
            Route(
                .get, "/v1/agents/{id}", "One agent", access: .token(.staff),
                answers: [.json(200, .named("Agent"), "the agent"), Self.unknown]
            ) { call in
                let id = try call.id(of: "agent")
                let agent = try engine.store.read { try $0.agents().first { $0.id == id } }
                guard let agent else { throw Refusal.unknown("agent", id) }
                return .json(agent.value)
            },
            Route(
                .put, "/v1/agents/{id}", "Makes or replaces an agent", access: .token(.staff),
                body: .init(schema: .agent),
                answers: [
                    .json(200, .named("Agent"), "replaced; 'warnings' where something about it seems odd"),
                    .json(201, .named("Agent"), "made"),
                ],
                answer: put),
            Route(
                .delete, "/v1/agents/{id}", "Takes an agent out", access: .token(.staff),
                answers: [.empty("gone"), Self.unknown]
            ) { call in
                let id = try call.id(of: "agent")
                return try engine.changeNow { reader in
                    guard try reader.agents().contains(where: { $0.id == id }) else {
                        throw Refusal.unknown("agent", id)
                    }
                    return Change([.removeAgent(id)], result: Response.nothing)
                }
            },
        ]
    }

    private func put(_ call: Call) throws -> Response {
        let id = try call.id(of: "agent")
        let agent = Intake(now: engine.clock.now()).agent(id, try call.body())
        return try engine.changeNow { reader in
            let isNew = try !reader.agents().contains { $0.id == id }
            var value = agent.value.map ?? [:]
            let warnings = warnings(of: agent)
            if !warnings.isEmpty { value["warnings"] = .list(warnings.map(Value.text)) }
            return Change([.agent(agent)], result: Response.json(.map(value), status: isNew ? 201 : 200))
        }
    }

    /// A competence that is nearly one to which skills hand over is most often that one, misspelt.
    private func warnings(of agent: Agent) -> [String] {
        let wanted = names(.competence)
        return agent.competences.filter { !wanted.contains($0) }.compactMap { competence in
            Spelling.nearest(competence, in: wanted).map {
                "no skill hands anybody over to '\(competence)'; did you mean '\($0)'?"
            }
        }
    }
}
