import ConciergeCore
import SQLite
import SQLiteStore
import Testing

struct MergeTests {
    let folder: TemporaryFolder
    let store: SQLiteStore

    private static let leads = CollectionDeclaration(
        name: "leads", fields: ["open": .init(type: .text, isUnique: true)])
    private static let profiles = CollectionDeclaration(
        name: "profiles", fields: ["industry": .init(type: .text, isIndexed: true)])

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.database)
        try store.declare([Self.leads, Self.profiles])
    }

    /// Something of every kind, some of which `u1` and `u2` both have.
    private func live(_ id: String, _ change: (inout Customer) -> Void = { _ in }) {
        var person = Customer(id: id, createdAt: noon)
        person.name = "name of \(id)"
        change(&person)
        var timer = TurnRecord(id: "\(id)-turn", kind: "event", at: noon)
        timer.customer = id
        func document(_ collection: String, _ name: String, _ body: [String: Value]) -> Write {
            .document(
                Document(collection: collection, id: name, customer: id, body: body, at: noon), expecting: 0)
        }
        func order(_ name: String) -> Write {
            .order(
                Order(
                    id: name, customer: id, product: "P-\(id)", quantity: 1, status: "paid", createdAt: noon)
            )
        }
        func wakeup(_ name: String, of customer: String, as own: String? = nil) -> Write {
            .wakeup(
                Wakeup(
                    id: own ?? "sales/\(id)/\(name)", dueAt: noon + 60, skill: "sales", name: name,
                    customer: id, conversation: nil, data: .text(id), depth: 1))
        }
        store.write(
            .customer(person, expecting: 0), .open(conversation("\(id)-c", of: id)),
            .message(message("said by \(id)", in: "\(id)-c")), .turn(EncodedTurn(timer)),
            .context(customer: id, ["who": .text(id), "only.\(id)": .timestamp(noon)]),
            .identity(Identity(channel: "wechat", account: "gh", external: "wx-\(id)", customer: id)),
            order("same"), order("\(id)-order"), document("leads", "\(id)-lead", ["open": .text(id)]),
            document("profiles", id, ["industry": .text("industry of \(id)")]), wakeup("remind", of: id),
            wakeup("rare-\(id)", of: id), wakeup("ticket.closed", of: id, as: "event-\(id):sales"),
            .delivery(delivery("\(id)-delivery", stream: "\(id)-c", conversation: "\(id)-c")),
            .event(
                Event(
                    id: "\(id)-event", name: "lead.created", customer: id, conversation: nil, source: "sales",
                    data: .text(id), at: noon)))
    }

    private let merge = Merge(id: "m1", customer: "u1", other: "u2", at: noon + 1)

    /// Every row of the file but those counters and times that say only that it was touched.
    private func everything() throws -> [String] {
        let connection = try Connection(path: folder.database)
        let tables = try connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table'") { $0.text(0) }
        return try tables.filter { $0 != "sqlite_sequence" }.flatMap { table in
            let columns = try connection.rows(SQL(built: "SELECT name FROM pragma_table_info('\(table)')")) {
                $0.text(0)
            }.filter { !["number", "version", "epoch", "updated_at"].contains($0) }
            let row = columns.map { "quote(\(SQL.quoted($0)))" }.joined(separator: " || ' ' || ")
            return try connection.rows(SQL(built: "SELECT \(row) FROM \(SQL.quoted(table))")) {
                "\(table): \($0.text(0))"
            }
        }.sorted()
    }

    @Test func `a merge moves all there is, keeps aside what would stand twice, and says so`() throws {
        live("u1") { $0.attributes = ["vip": true] }
        live("u2") {
            $0.phone = "138"
            $0.attributes = ["vip": false, "vat": "1"]
        }
        let planned = try #require(try store.ask { try $0.merging("u2", into: "u1") })
        #expect(
            planned.moves == ["conversations": 1, "events": 1, "orders": 1, "identities": 1, "timers": 2])
        #expect(planned.documents == ["leads": 1])
        #expect(planned.fills == ["phone": "138", "attributes.vat": "1"])
        #expect(planned.conflicts.map(\.field) == ["name", "attributes.vip"])
        #expect(planned.aside == ["orders/same", "profiles/u2", "timers/sales/remind"])
        store.write(.merge(merge))
        try store.read { (reader: any StoreReader) throws in
            #expect(try reader.customer("u2") == nil)
            let person = try #require(try reader.customer("u1"))
            #expect(person.name == "name of u1")
            #expect(person.phone == "138")
            #expect(person.attributes == ["vip": true, "vat": "1"])
            #expect(try reader.orders(customer: "u1").map(\.id) == ["same", "u1-order", "u2-order"])
            #expect(try reader.orders(customer: "u1").first?.product == "P-u1")
            #expect(
                try reader.context(customer: "u1") == [
                    "who": "u1", "only.u1": .timestamp(noon), "only.u2": .timestamp(noon),
                ])
            #expect(try reader.conversation("u2-c")?.customer == "u1")
            #expect(try reader.identities(customer: "u1").map(\.external) == ["wx-u1", "wx-u2"])
            #expect(try reader.document("leads", "u2-lead")?.customer == "u1")
            #expect(try reader.document("profiles", "u1")?.body == ["industry": "industry of u1"])
            #expect(try reader.document("profiles", "u2") == nil)
            let timers = try reader.dueWakeups(noon + 99, skills: ["sales"], limit: 99)
            #expect(
                Set(timers.map(\.id)) == [
                    "sales/u1/remind", "sales/u1/rare-u1", "sales/u1/rare-u2", "event-u1:sales",
                    "event-u2:sales",
                ])
            #expect(timers.allSatisfy { $0.customer == "u1" })
            #expect(try reader.export(customer: "u2") == nil)
            #expect(try reader.mergedCustomers() == ["u2": "u1"])
        }
        #expect(store.attempt(.merge(merge)) == .conflict("customer 'u1' or 'u2' is not there any more"))
    }

    @Test func `undoing a merge leaves every row as it was`() throws {
        live("u1") { $0.email = "a@b.c" }
        live("u2") {
            $0.phone = "138"
            $0.attributes = ["vat": "1"]
        }
        live("u3")
        let before = try everything()
        store.write(.merge(merge))
        #expect(try everything() != before)
        store.write(.unmerge("m1", at: noon + 2))
        #expect(try everything() == before)
        #expect(store.attempt(.unmerge("m1", at: noon)) == .conflict("merge 'm1' is not there any more"))
    }

    @Test func `what came after the merge stays with the customer when it is undone`() throws {
        live("u1")
        live("u2") { $0.phone = "138" }
        store.write(.merge(merge))
        var person = try #require(try store.ask { try $0.customer("u1") })
        person.phone = "139"
        store.write(
            .customer(person, expecting: person.version), .open(conversation("later", of: "u1")),
            .message(message("more", in: "u2-c")), .context(customer: "u1", ["only.u2": "changed", "new": 1]))
        store.write(.unmerge("m1", at: noon + 2))
        try store.read { (reader: any StoreReader) throws in
            #expect(try reader.customer("u1")?.phone == "139")
            #expect(try reader.customer("u2")?.phone == "138")
            #expect(try reader.conversation("later")?.customer == "u1")
            #expect(try reader.context(customer: "u1") == ["only.u2": "changed", "new": 1])
            #expect(try reader.recent(conversation: "u2-c", limit: 9).map(\.text) == ["said by u2", "more"])
            #expect(try reader.conversation("u2-c")?.customer == "u2")
        }
    }

    @Test func `a profile that the customer does not have becomes his, and goes back`() throws {
        store.write(.customer(Customer(id: "u1", createdAt: noon), expecting: 0))
        live("u2")
        let before = try everything()
        store.write(.merge(merge))
        #expect(try store.ask { try $0.document("profiles", "u1")?.body["industry"] } == "industry of u2")
        #expect(try store.ask { try $0.document("profiles", "u2") } == nil)
        store.write(.unmerge("m1", at: noon + 2))
        #expect(try everything() == before)
    }

    @Test(arguments: ["u1", "u2", "u0"])
    func `export and erase take everything of a merged person, whatever he is called`(name: String) throws {
        live("u1")
        live("u2") { $0.phone = "SECRET" }
        store.write(.merge(merge))
        store.write(.customer(Customer(id: "u0", createdAt: noon), expecting: 0))
        store.write(.merge(Merge(id: "m2", customer: "u0", other: "u1", at: noon)))
        // A record of nobody that names whom he took in.
        store.write(
            .event(
                Event(
                    id: "e1", name: "called", customer: nil, conversation: nil, source: "host",
                    data: "call SECRET", at: noon, depth: 0)))
        let export = JSON.text(try #require(try store.ask { try $0.export(customer: "u0") }))
        for word in ["name of u2", "industry of u2", "P-u2", "said by u2", "wx-u2", "SECRET", "name of u1"] {
            #expect(export.contains(word), "\(word) is missing")
        }
        store.write(.erase(customer: name))
        for word in ["said by u1", "said by u2", "name of u2", "SECRET", "industry of u2"] {
            #expect(try !folder.holds(word), "\(word) is still there")
        }
        #expect(try store.ask { try $0.mergedCustomers() } == [:])
    }
}
