import ConciergeCore
import Engine
import HTTPServer

/// What became of turns: which skills ran, what each read, wrote, said, and why.
struct RecordRoutes: Sendable {
    let engine: Engine

    var routes: [Route] {
        [
            Route(
                .get, "/v1/turns", "Turns, the newest first", access: .token(.staff),
                query: .page + [.optional("customer", .identifier), .optional("conversation", .identifier)],
                answers: [.json(200, .page(of: "TurnRecord"), "the records")], answer: list),
            Route(
                .get, "/v1/turns/{id}", "One turn with its trace; 'last' is that of the newest message",
                access: .token(.staff),
                answers: [
                    .json(200, .named("TurnRecord"), "the record"), .refusal(404, "no such turn"),
                ], answer: one),
        ]
    }

    private func list(_ call: Call) throws -> Response {
        let query = call.page(filters: ["customer", "conversation"])
        let page = try engine.store.read { try $0.turns(query) }
        return .list(page.items, next: page.next)
    }

    private func one(_ call: Call) throws -> Response {
        let id = try call.id(of: "turn")
        let record = try engine.store.read { reader in
            try reader.turn(id == "last" ? try reader.lastTurn() ?? id : id)
        }
        guard let record else { throw Refusal.unknown("turn", id) }
        return .json(record)
    }
}
