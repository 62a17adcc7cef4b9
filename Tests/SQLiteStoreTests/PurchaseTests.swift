import ConciergeCore
import SQLite
import SQLiteStore
import Testing

struct PurchaseTests {
    let folder: TemporaryFolder
    let store: SQLiteStore

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.database)
    }

    private func order(
        _ id: String, of customer: String = "u1", _ product: String = "P1", _ quantity: Int64 = 1,
        paid: String? = "2026-03-01T00:00:00Z", status: String = "paid"
    ) -> Order {
        var order = Order(
            id: id, customer: customer, product: product, quantity: quantity, status: status, createdAt: noon)
        order.paidAt = paid.flatMap { Timestamp($0) }
        return order
    }

    private func sold() throws -> [String] {
        try store.ask { try $0.sales(from: 202503, through: 202603) }.map { "\($0.product) \($0.units)" }
    }

    @Test(arguments: [
        (CustomerClue.phone("13800138000"), ["u1", "u2"]), (.phone("+86 (138) 0013-8000"), ["u1", "u2"]),
        (.phone("0138 0013 8000"), ["u1", "u2"]), (.phone("13900138000"), []), (.phone("0013 8000"), []),
        (.phone(""), []), (.email("WEI@Example.com"), ["u1"]), (.email("wei"), []),
        (.order("SO-1"), ["u1", "u3"]), (.order("so-1"), []),
    ])
    func `a customer is found by phone, e-mail or order, however they are written`(
        clue: CustomerClue, found: [String]
    ) throws {
        for (id, phone, email) in [
            ("u1", "+86 138 0013 8000", "wei@example.COM"), ("u2", "138-0013-8000", nil), ("u3", nil, nil),
        ] {
            var customer = Customer(id: id, createdAt: noon)
            customer.phone = phone
            customer.email = email
            store.write(.customer(customer, expecting: 0))
        }
        store.write(.order(order("SO-1")), .order(order("SO-1", of: "u3")))
        #expect(try store.ask { try $0.customers(knownBy: clue) } == found)
    }

    @Test func `sales follow orders that are paid, changed, given back, moved to another month, and erased`()
        throws
    {
        store.write(
            .order(order("o1", "P2", 3)), .order(order("o2", "P1", 2)), .order(order("o3", "P3", 3)),
            .order(order("o4", "P4", 9, paid: nil, status: "open")),
            .order(order("o5", "P5", 9, paid: "2025-02-28T23:59:59Z")),
            .order(order("o6", of: "u2", "P1", 4, paid: "2025-03-01T00:00:00Z")))
        #expect(try sold() == ["P1 6", "P2 3", "P3 3"])
        store.write(.order(order("o1", "P2", 7)), .order(order("o3", "P3", 3, status: "Refunded")))
        #expect(try sold() == ["P2 7", "P1 6"])
        store.write(
            .order(order("o4", "P4", 9)), .order(order("o1", "P1", 7)),
            .order(order("o2", "P1", 2, paid: "2024-03-01T00:00:00Z")))
        #expect(try sold() == ["P1 11", "P4 9"])
        store.write(.erase(customer: "u1"))
        #expect(try sold() == ["P1 4"])
    }

    @Test func `a store that had orders before counts them when it is led forward`() throws {
        let old = try TemporaryFolder()
        try Connection(path: old.database).execute(
            goldenVersion1.replacing(
                "CREATE TABLE conversations",
                with: """
                    INSERT INTO orders VALUES ('u1', 'o1', 'P1', 5, NULL, 'paid', 1772323200000, NULL, NULL, 0, 0);
                    INSERT INTO orders VALUES ('u1', 'o2', 'P1', 5, NULL, 'cancelled', 1772323200000, NULL, NULL, 0, 0);
                    CREATE TABLE conversations
                    """))
        let sales = try SQLiteStore(path: old.database).ask { try $0.sales(from: 202503, through: 202603) }
        #expect(sales == [Sales(product: "P1", units: 5)])
    }

    @Test func `open documents are counted by agent, and whose turn it was is kept`() throws {
        try store.declare([
            CollectionDeclaration(
                name: "leads",
                fields: [
                    "status": .init(type: .text, isIndexed: true), "note": .init(type: .text),
                    "assigned_to": .init(type: .text, isIndexed: true),
                ])
        ])
        for (index, (status, agent)) in [
            ("new", "li"), ("won", "li"), ("contacted", "li"), ("new", "zhao"), ("lost", "zhao"),
            ("new", nil),
        ].enumerated() {
            store.write(
                .document(
                    Document(
                        collection: "leads", id: "l\(index)", customer: nil,
                        body: ["status": .text(status), "assigned_to": Value(agent)], at: noon),
                    expecting: 0))
        }
        let open = StateFilter(field: "status", states: ["new", "contacted"])
        #expect(
            try store.ask { try $0.counts("leads", by: "assigned_to", in: open) } == ["li": 2, "zhao": 1])
        #expect(try store.ask { try $0.counts("leads", by: "assigned_to", in: nil) } == ["li": 3, "zhao": 2])
        #expect {
            try store.ask { try $0.counts("leads", by: "note", in: nil) }
        } throws: {
            "\($0)" == "leads: 'note' is not indexed; add 'indexed: true' to it in the collection's fields"
        }
        for agent in ["li", "zhao", "li"] {
            store.write(.assigned(collection: "leads", field: "assigned_to", agent: agent))
        }
        #expect(try store.ask { try $0.assignments("leads", field: "assigned_to") } == ["li": 3, "zhao": 2])
        #expect(try store.ask { try $0.assignments("tickets", field: "assigned_to") } == [:])
    }
}
