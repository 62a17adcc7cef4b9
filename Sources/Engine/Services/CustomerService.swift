import ConciergeCore

/// `sk.customers/1`: who customers are and what they bought.
struct CustomerService {
    let run: TurnRun

    func answer(_ request: Value) throws -> Value {
        if request["op"]?.text == "find" { return try find(request) }
        let own = run.record.customer ?? run.customer?.id ?? run.wakeup?.customer
        guard let id = request["id"]?.text ?? own else { return .null }
        switch request["op"]?.text {
        case "get":
            if let customer = run.customer, customer.id == id { return customer.value }
            return try run.engine.store.read { try $0.customer(id)?.value ?? .null }
        case "orders":
            return try run.engine.store.read { .list(try $0.orders(customer: id).map(\.value)) }
        case "totals":
            let orders = try run.engine.store.read { try $0.orders(customer: id) }
            return Purchases(orders, at: run.record.at).value
        case "identities":
            return try run.engine.store.read { .list(try $0.identities(customer: id).map(\.value)) }
        default:
            throw ServiceError(.badArgument, "op: get, orders, totals, identities or find was expected")
        }
    }

    private func find(_ request: Value) throws -> Value {
        try request.expect(["op", "phone", "email", "order"])
        let clues: [(String, (String) -> CustomerClue)] = [
            ("phone", CustomerClue.phone), ("email", CustomerClue.email), ("order", CustomerClue.order),
        ]
        let named = clues.filter { request[$0.0] != nil }
        guard let (name, clue) = named.first, named.count == 1 else {
            throw ServiceError(.badArgument, "find: one of 'phone', 'email' and 'order' was expected")
        }
        let wanted = clue(try request.text(name))
        return .list(try run.engine.store.read { try $0.customers(knownBy: wanted) }.map(Value.text))
    }
}
