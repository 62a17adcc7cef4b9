import ConciergeCore
import Engine
import HTTPServer

/// Customers who turned out to be one person, put together and parted again.
struct MergeRoutes: Sendable {
    let engine: Engine

    private static let unknown = Route.Answer.refusal(404, "no such customer or merge")

    var routes: [Route] {
        [
            Route(
                .post, "/v1/customers/{id}/merge",
                "Makes another customer a part of this one; with 'preview', only says what would become of it",
                access: .token(.staff),
                body: .init(
                    schema: .object([
                        .required("other", .identifier, "Who becomes a part of this one"),
                        .optional("preview", .flag), .optional("by", .identifier, "Who does it"),
                    ])),
                answers: [
                    .json(200, .named("MergeReport"), "what goes over, and what is kept aside for undoing"),
                    Self.unknown, .refusal(409, "'one_customer': the two are one already"),
                ], on: .desk, handler: merge),
            Route(
                .get, "/v1/merges", "Merges that can be undone, the last first", access: .token(.staff),
                query: .page + [.optional("customer", .identifier), .optional("other", .identifier)],
                answers: [.json(200, .page(of: "Merge"), "the merges")], answer: list),
            Route(
                .delete, "/v1/merges/{merge}", "Undoes a merge; what came since stays with the customer",
                access: .token(.staff), query: [.optional("by", .identifier, "Who does it")],
                answers: [
                    .json(200, .named("Merge"), "what was undone"), Self.unknown,
                    .refusal(409, "'merged': a later merge must be undone first; 'exists': the id is taken"),
                ], on: .desk, handler: unmerge),
        ]
    }

    private func merge(_ call: Call, _ reply: Reply) throws {
        let body = try call.body()
        let customer = engine.survivor(of: try call.id(of: "customer"))
        let other = engine.survivor(of: body["other"]?.text ?? "")
        if body["preview"]?.bool == true {
            let summary = try engine.previewMerge(of: other, into: customer)
            let both: [String: Value] = ["customer": .text(customer), "other": .text(other)]
            return reply.send(.json(.map(both.merging(summary.value.map ?? [:]) { own, _ in own })))
        }
        engine.merge(other, into: customer, by: body["by"]?.text) { result in
            reply.settle(
                result.map { merge, summary in
                    let report = (merge.value.map ?? [:]).merging(summary.value.map ?? [:]) { own, _ in own }
                    return .json(.map(report))
                })
        }
    }

    private func list(_ call: Call) throws -> Response {
        let page = try engine.store.read { try $0.merges(call.page(filters: ["customer", "other"])) }
        return .list(page.items.map(\.value), next: page.next)
    }

    private func unmerge(_ call: Call, _ reply: Reply) throws {
        engine.unmerge(try call.id(of: "merge"), by: call.query["by"]?.text) { result in
            reply.settle(result.map { .json($0.value) })
        }
    }
}
