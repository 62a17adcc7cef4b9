import ConciergeCore
import Engine
import HTTPServer

/// Customers and their orders: the host's own data, brought in by the shop.
struct CustomerRoutes: Sendable {
    let engine: Engine
    let vocabulary: Vocabulary

    private static let unknown = Route.Answer.refusal(404, "no such customer")
    private static let columns =
        ["id"] + Customer.textFields + ["attributes", "created_at", "updated_at", "version"]
    private static let sorts = ["id", "-id", "created_at", "-created_at", "updated_at", "-updated_at"]

    var routes: [Route] {
        [
            Route(
                .get, "/v1/customers", "Customers; CSV with 'Accept: text/csv'", access: .token(.staff),
                query: .page + Customer.textFields.map { .optional($0, .text(0...512)) }
                    + [.optional("sort", .choice(Self.sorts))],
                answers: [.table(of: "Customer", "the customers")], answer: list),
            Route(
                .get, "/v1/customers/{id}", "One customer", access: .token(.staff),
                answers: [.json(200, .named("Customer"), "the customer"), Self.unknown], answer: one),
            put,
            Route(
                .delete, "/v1/customers/{id}", "Erases everything of one person, everywhere, for good",
                access: .token(.staff), answers: [.empty("nothing is left"), Self.unknown]
            ) { call in
                let id = try customer(call)
                guard try engine.erase(customer: id) else { throw Refusal.unknown("customer", id) }
                return .nothing
            },
            Route(
                .get, "/v1/customers/{id}/export", "Everything that is kept of one person",
                access: .token(.staff), answers: [.json(200, .map, "by kind"), Self.unknown], answer: export),
            Route(
                .get, "/v1/customers/{id}/orders", "The customer's orders, the newest last",
                access: .token(.staff),
                answers: [.json(200, .page(of: "Order"), "the orders"), Self.unknown],
                answer: orders),
            Route(
                .put, "/v1/customers/{id}/orders/{order}", "Makes or replaces an order",
                access: .token(.staff), body: .init(schema: .order),
                answers: [
                    .json(200, .named("Order"), "replaced"), .json(201, .named("Order"), "made"),
                    Self.unknown, .refusal(409, "'order_taken': it is another customer's"),
                ], on: .desk, handler: putOrder),
        ]
    }

    private var put: Route {
        var route = Route(
            .put, "/v1/customers/{id}", "Makes or replaces a customer; what is left out is taken away",
            access: .token(.staff), body: .init(schema: .customer),
            answers: [
                .json(200, .named("Customer"), "replaced"), .json(201, .named("Customer"), "made"),
                .refusal(409, "'merged': this customer is a part of another one"),
                .refusal(412, "the customer is not the version in 'If-Match' any more"),
            ], on: .desk, handler: putCustomer)
        route.headers = [.optional("If-Match", .text(0...64), "The version you read")]
        return route
    }

    private func list(_ call: Call) throws -> Response {
        let query = call.page(filters: Customer.textFields)
        let page = try engine.store.read { try $0.customers(query) }
        return call.page(page.items.map(\.value), next: page.next, columns: Self.columns)
    }

    /// The one the path names, or into whom he was merged.
    private func customer(_ call: Call) throws(Refusal) -> String {
        engine.survivor(of: try call.id(of: "customer"))
    }

    private func one(_ call: Call) throws -> Response {
        let id = try customer(call)
        guard let customer = try engine.store.read({ try $0.customer(id) }) else {
            throw Refusal.unknown("customer", id)
        }
        return .versioned(customer.value)
    }

    private func putCustomer(_ call: Call, _ reply: Reply) throws {
        let id = try call.id(of: "customer")
        let body = try call.body()
        let expected = try call.expectedVersion()
        if let refusal = Refusal.merged(id, into: engine.survivor(of: id)) { throw refusal }
        let intake = Intake(now: engine.clock.now())
        engine.change(lane: id) { reader in
            let before = try reader.customer(id)
            if let expected, expected != before?.version ?? 0 {
                throw Refusal.changed(to: before?.version ?? 0)
            }
            let customer = try vocabulary.settle(
                intake.customer(id, body, before: before, keepsOthers: false), before: before)
            var change = Change(
                [.customer(customer, expecting: before?.version ?? 0)],
                result: Response.versioned(
                    customer.stored(after: before).value, status: before == nil ? 201 : 200,
                    location: before == nil ? "/v1/customers/\(id)" : nil))
            change.customer = id
            return change
        } completion: {
            reply.settle($0)
        }
    }

    private func export(_ call: Call) throws -> Response {
        let id = try customer(call)
        guard let export = try engine.store.read({ try $0.export(customer: id) }) else {
            throw Refusal.unknown("customer", id)
        }
        var headers = Headers.json
        headers.append("content-disposition", "attachment; filename=\"customer.json\"")
        return .json(export, headers: headers)
    }

    private func orders(_ call: Call) throws -> Response {
        let id = try customer(call)
        let orders = try engine.store.read { reader -> [Order]? in
            try reader.customer(id) == nil ? nil : try reader.orders(customer: id)
        }
        guard let orders else { throw Refusal.unknown("customer", id) }
        return .list(orders.map(\.value))
    }

    private func putOrder(_ call: Call, _ reply: Reply) throws {
        let customer = try customer(call)
        let id = try call.id(1, of: "order")
        let body = try call.body()
        let intake = Intake(now: engine.clock.now())
        engine.change(order: id, of: customer) { reader in
            guard try reader.customer(customer) != nil else { throw Refusal.unknown("customer", customer) }
            let before = try reader.orders(customer: customer).first { $0.id == id }
            let order = intake.order(id, of: customer, body, before: before)
            try vocabulary.check(order, before: before, reader)
            return Change(
                order, before: before, result: Response.json(order.value, status: before == nil ? 201 : 200))
        } completion: {
            reply.settle($0)
        }
    }
}
