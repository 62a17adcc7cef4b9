import ConciergeCore
import Engine
import HTTPServer

/// What skills offer to staff, and the way to ask for it.
struct ActionRoutes: Sendable {
    let engine: Engine

    private static let body = Schema.object([
        .optional("customer", .identifier, "Whom it is about; the skill itself when left out"),
        .optional("conversation", .identifier, "Where to say what is said; its customer need not be named"),
        .optional("by", .identifier, "Who asks"),
        .optional("input", .map, "In the shape of the action's 'input'"),
    ])

    var routes: [Route] {
        [
            Route(
                .get, "/v1/skills/{id}/actions", "What a skill offers to staff", access: .token(.staff),
                answers: [.json(200, .page(of: "Action"), "the actions"), .refusal(404, "no such skill")]
            ) { call in .list(try stage(call.parameters[0]).manifest.actionList) },
            Route(
                .post, "/v1/skills/{id}/actions/{name}",
                "Asks a skill for something, and answers once it is done",
                access: .token(.staff), body: .init(schema: Self.body, isRequired: false),
                answers: [
                    .json(200, .named("ActionResult"), "done, and kept"),
                    .refusal(404, "no such skill, action, customer or conversation"),
                    .refusal(409, "'action_failed': the skill says why; or another customer's conversation"),
                ], on: .loop, handler: run),
        ]
    }

    private func stage(_ name: String) throws(Refusal) -> Stage {
        guard let stage = engine.pipeline.stage(named: name) else { throw .unknown("skill", name) }
        return stage
    }

    /// What an action names as an agent must be one; all else that is wrong with it the engine says.
    private func refuseStrangers(in input: Value, _ call: Call) throws {
        guard let manifest = engine.pipeline.stage(named: call.parameters[0])?.manifest,
            let action = manifest.actions[call.parameters[1]]
        else { return }
        let names = manifest.inputSchema(of: action).names(of: .agent, in: input)
        guard !names.isEmpty else { return }
        try engine.store.read { reader in
            let known = try AgentNames(reader)
            for (place, name) in names { try known.check(name, at: "/input\(place)") }
        }
    }

    private func run(_ call: Call, _ reply: Reply) throws {
        let body = try call.body()
        try refuseStrangers(in: body["input"] ?? [:], call)
        let errand = Errand(
            skill: call.parameters[0], name: call.parameters[1],
            kind: .action(input: body["input"] ?? [:], by: body["by"]?.text),
            customer: body["customer"]?.text,
            conversation: body["conversation"]?.text)
        engine.run(errand) { result in
            switch result {
            case .success(let outcome):
                reply.send(.json(["turn": .text(outcome.turn), "result": outcome.result]))
            case .failure(let failure): reply.refuse(failure)
            }
        }
    }
}

extension Manifest {
    /// By name, each with what it wants to be told.
    fileprivate var actionList: [Value] {
        actions.sorted { $0.key < $1.key }.map { name, action in
            [
                "name": .text(name), "title": .map(action.title.texts.mapValues(Value.text)),
                "input": action.input ?? ["type": "object", "additionalProperties": false],
            ]
        }
    }
}
