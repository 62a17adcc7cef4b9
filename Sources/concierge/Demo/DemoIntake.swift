import ConciergeCore
import Gateway
import SQLiteStore
import Threads
import Unix

/// Takes the demo's customers and their orders into the store of a shop, and writes them down beside it.
struct DemoIntake {
    /// How many are made, sent and forgotten at once: of a million none is held long.
    private static let atOnce = 1000
    /// How many staff enter clients side by side.
    private static let desks = 8

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

    private var place: Workplace { Workplace(configuration: Files.join(folder, "config.yaml")) }

    /// The past is written as the skills left it; customers, orders and clients come through the host's own doors.
    func load() throws {
        try remember()
        try place.withHost { client in
            try write { customers in
                try send(.customers, customers.map { Self.row(DemoCustomer.columns, $0.line) }, client)
                let lines = customers.flatMap { customer in
                    customer.orders.map { $0.line(of: customer.person.id) }
                }
                try send(.orders, lines.map { Self.row(DemoOrder.columns, $0) }, client)
            }
            try lookAfter(client)
        }
        Terminal.print(people)
        Terminal.print(orders)
    }

    /// Tickets, surveys, leads and offers of the year, and who waits: no skill could write what is long past.
    private func remember() throws {
        let configuration = try place.configuration(isQuiet: true)
        let store = try SQLiteStore(path: try place.database(of: configuration))
        try store.declare(DemoPast.collections)
        let past = DemoPast(shop: shop)
        for start in stride(from: 0, to: count, by: Self.atOnce) {
            let commits = (start..<min(start + Self.atOnce, count)).map { number in
                Commit(
                    past.documents(of: shop.customer(number), number: number).flatMap(past.writes))
            }
            try Self.check(store.commit(commits))
        }
        try Self.check(store.commit(DemoInbox(shop: shop, count: count).commits))
        store.idle()
    }

    /// One that was interrupted is begun anew: what is there already stays.
    private static func check(_ outcomes: [CommitOutcome]) throws {
        for case .unavailable(let reason) in outcomes { throw Failure("demo: \(reason)") }
    }

    /// As staff enter them, several at once, because each waits for the disk; a host without the skill goes without.
    private func lookAfter(_ host: HostClient) throws {
        let clients = DemoClients(shop: shop).all(among: min(count, Self.atOnce))
        let failures = Mailbox<String>()
        let desks = try (0..<min(Self.desks, clients.count)).map { desk in
            try HostThread("desk") {
                for number in stride(from: desk, to: clients.count, by: Self.desks) {
                    let (id, requests) = clients[number]
                    for request in requests where !Self.enter(request, of: id, at: host, failures) { return }
                }
            }
        }
        for desk in desks { desk.join() }
        if let failure = failures.takeAll(until: 0).first { throw Failure("demo clients: \(failure)") }
    }

    /// False when there is no point in going on.
    private static func enter(
        _ request: DemoClients.Request, of customer: String, at host: HostClient, _ failures: Mailbox<String>
    ) -> Bool {
        do {
            let reply = try host.send(
                "POST", "/v1/skills/\(DemoClients.skill)/actions/\(request.action)",
                ["customer": .text(customer), "input": request.input, "by": "demo"])
            if !reply.isGood, reply.status != 404 { failures.put(reply.complaint) }
            return reply.isGood
        } catch {
            failures.put("\(error)")
            return false
        }
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
