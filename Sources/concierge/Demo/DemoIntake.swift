import ConciergeCore
import Gateway
import Unix

/// Takes the demo's customers and their orders into the store of a shop, and writes them down beside it.
struct DemoIntake {
    /// How many are made, sent and forgotten at once: of a million none is held long.
    private static let atOnce = 1000

    let shop: DemoShop
    let count: Int
    let folder: String

    private var people: String { Files.join(folder, "demo/customers.csv") }
    private var orders: String { Files.join(folder, "demo/orders.csv") }

    /// The last file is written when all is in the store: where it is, nothing is left to do.
    var isDone: Bool { Files.exists(orders) }

    /// Both files, and what `take` does with each part of them.
    func write(_ take: ([DemoCustomer]) throws -> Void) throws {
        var customers = try DemoTable(people, columns: DemoCustomer.columns)
        var ordered = try DemoTable(orders, columns: DemoOrder.columns)
        for start in stride(from: 0, to: count, by: Self.atOnce) {
            let some = (start..<min(start + Self.atOnce, count)).map(shop.customer)
            for customer in some {
                try customers.add(customer.line)
                for order in customer.orders { try ordered.add(order.line(of: customer.person.id)) }
            }
            try take(some)
            Terminal.progress("\(start + some.count) of \(count) customers")
        }
        Terminal.progress("")
        try customers.close()
        try ordered.close()
    }

    /// Through the host's own door, as `concierge import` does.
    func load() throws {
        try Workplace(configuration: Files.join(folder, "config.yaml")).withHost { client in
            try write { customers in
                try send(.customers, customers.map { Self.row(DemoCustomer.columns, $0.line) }, client)
                let lines = customers.flatMap { customer in
                    customer.orders.map { $0.line(of: customer.person.id) }
                }
                try send(.orders, lines.map { Self.row(DemoOrder.columns, $0) }, client)
            }
        }
        Terminal.print(people)
        Terminal.print(orders)
    }

    private func send(_ kind: ImportKind, _ rows: [Row], _ client: HostClient) throws {
        let outcome = try Upload(client: client, kind: kind).take(rows)
        guard let refused = outcome.refused.first else { return }
        throw Failure("demo \(kind.rawValue): the host refused one: \(refused.reason)")
    }

    private static func row(_ columns: [String], _ line: [String]) -> Row {
        let filled = zip(columns, line).filter { !$0.1.isEmpty }.map { ($0, Value.text($1)) }
        return Row(line: 0, content: .success(Dictionary(filled) { first, _ in first }))
    }
}
