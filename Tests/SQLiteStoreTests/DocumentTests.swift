import ConciergeCore
import SQLiteStore
import Testing

struct DocumentTests {
    let folder: TemporaryFolder
    let store: SQLiteStore

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.database)
    }

    private static let leads = CollectionDeclaration(
        name: "leads",
        fields: [
            "status": .init(type: .text, isIndexed: true), "points": .init(type: .int, isIndexed: true),
            "open": .init(type: .text, isUnique: true), "note": .init(type: .text),
            "due": .init(type: .timestamp, isIndexed: true), "hot": .init(type: .bool, isIndexed: true),
        ])

    private func lead(_ id: String, _ body: [String: Value], customer: String? = "u1") -> Document {
        Document(collection: "leads", id: id, customer: customer, body: body, at: noon)
    }

    private func ids(_ query: Query) throws -> [String] {
        try store.ask { try $0.documents("leads", query).items.map(\.id) }
    }

    private func error(_ query: Query) throws -> String? {
        let error = #expect(throws: StoreError.self) { try ids(query) }
        #expect(error?.kind == .badQuery)
        return error?.description
    }

    @Test func `a document comes back as it went in, one version later`() throws {
        try store.declare([Self.leads])
        var first = lead(
            "l1",
            [
                "status": "new", "due": .timestamp(noon), "raw": .bytes([7]),
                "list": [1, 2.5, .null, ["a": true]],
            ])
        store.write(.document(first, expecting: 0))
        first.version = 1
        #expect(try store.ask { try $0.document("leads", "l1") } == first)
        first.body["status"] = "won"
        first.customer = nil
        first.updatedAt = noon + 1
        store.write(.document(first, expecting: 1))
        first.version = 2
        #expect(try store.ask { try $0.document("leads", "l1") } == first)
        store.write(.removeDocument(collection: "leads", id: "l1", expecting: 2))
        #expect(try store.ask { try $0.document("leads", "l1") } == nil)
    }

    @Test func `a write built on another version is refused`() throws {
        try store.declare([Self.leads])
        store.write(.document(lead("l1", [:]), expecting: 0))
        #expect(
            store.attempt(.document(lead("l1", [:]), expecting: 0)) == .conflict("leads 'l1' exists already"))
        #expect(
            store.attempt(.document(lead("l1", [:]), expecting: 3))
                == .conflict("leads 'l1' was changed or removed meanwhile"))
        #expect(
            store.attempt(.removeDocument(collection: "leads", id: "l1", expecting: 3))
                == .conflict("leads 'l1' was changed or removed meanwhile"))
    }

    @Test func `a unique key is held by one document, and by any number without it`() throws {
        try store.declare([Self.leads])
        store.write(
            .document(lead("l1", ["open": "u1"]), expecting: 0),
            .document(lead("l2", ["open": .null]), expecting: 0),
            .document(lead("l3", [:]), expecting: 0))
        #expect(
            store.attempt(.document(lead("l4", ["open": "u1"]), expecting: 0))
                == .conflict("leads: another document has the same 'open'"))
        #expect(
            store.attempt(.document(lead("l2", ["open": "u1"]), expecting: 1))
                == .conflict("leads: another document has the same 'open'"))
        #expect(try store.ask { try $0.document("leads", "l2")?.version } == 1)
        store.write(
            .document(lead("l1", [:]), expecting: 1), .document(lead("l4", ["open": "u1"]), expecting: 0))
    }

    @Test func `two turns that open the same lead at once: one does`() throws {
        try store.declare([Self.leads])
        let outcomes = store.commit([
            Commit([.open(conversation("c1")), .document(lead("l1", ["open": "u1"]), expecting: 0)]),
            Commit([.open(conversation("c2")), .document(lead("l2", ["open": "u1"]), expecting: 0)]),
            Commit([.open(conversation("c3"))]),
        ])
        #expect(
            outcomes == [.committed, .conflict("leads: another document has the same 'open'"), .committed])
        #expect(try store.ask { try $0.conversation("c2") } == nil)
    }

    @Test func `a collection nobody declared takes no documents and has none`() throws {
        #expect(
            store.attempt(.document(lead("l1", [:]), expecting: 0))
                == .conflict("collection 'leads' is not declared; declare it in the skill's manifest"))
        #expect(try error(Query()) == "'leads' is no collection; possible: ")
        #expect(try store.ask { try $0.document("leads", "l1") } == nil)
    }

    @Test func `a question about other fields says which can be asked about`() throws {
        try store.declare([Self.leads])
        var query = Query()
        query.filters = [.init(field: "note", operator: .eq, value: "x")]
        let possible =
            "'created_at', 'customer', 'due', 'hot', 'id', 'open', 'points', 'status', 'updated_at'"
        #expect(try error(query) == "leads: 'note' cannot be filtered by; possible: \(possible)")
        query.filters = [.init(field: "points", operator: .gt, value: "many")]
        #expect(try error(query) == "leads: 'points' is of type int, \"many\" is not")
        query.filters = [.init(field: "points", operator: .gt, value: .null)]
        #expect(try error(query) == "leads: 'points' can be equal to null, not more or less than it")
        query.filters = []
        query.sort = "note"
        #expect(try error(query) == "leads: 'note' cannot be sorted by; possible: \(possible)")
        query.sort = "points"
        query.cursor = "00ff"
        #expect(
            try error(query) == "leads: the cursor is not of this list; take 'next' of the page before it")
    }

    @Test func `a cursor of another order is refused`() throws {
        try store.declare([Self.leads])
        for number in 0..<3 { store.write(.document(lead("l\(number)", [:]), expecting: 0)) }
        var query = Query()
        query.limit = 1
        query.sort = "points"
        query.cursor = try store.ask { try $0.documents("leads", query).next }
        #expect(query.cursor != nil)
        query.isDescending = true
        #expect(
            try error(query) == "leads: the cursor is not of this list; take 'next' of the page before it")
    }

    @Test func `the text of a web address is read as the type of its field`() throws {
        try store.declare([Self.leads])
        store.write(
            .document(lead("l1", ["points": 20, "hot": true, "due": .timestamp(noon)]), expecting: 0),
            .document(lead("l2", ["points": 100, "hot": false, "due": .timestamp(noon + 60)]), expecting: 0))
        var query = Query()
        query.filters = [
            .init(field: "points", operator: .gte, value: "20"),
            .init(field: "points", operator: .lt, value: "100"),
        ]
        #expect(try ids(query) == ["l1"])
        query.filters = [.init(field: "hot", operator: .eq, value: "false")]
        #expect(try ids(query) == ["l2"])
        query.filters = [.init(field: "due", operator: .gt, value: .text(noon.description))]
        #expect(try ids(query) == ["l2"])
    }

    @Test func `a changed declaration finds the documents that were there before`() throws {
        try store.declare([CollectionDeclaration(name: "leads", fields: ["status": .init(type: .text)])])
        for number in 0..<600 {
            let status = number.isMultiple(of: 200) ? "won" : "new"
            store.write(
                .document(
                    lead("l\(number)", ["status": .text(status), "open": .text("k\(number)")]), expecting: 0))
        }
        try store.declare([Self.leads])
        var query = Query()
        query.filters = [.init(field: "status", operator: .eq, value: "won")]
        #expect(try ids(query) == ["l0", "l200", "l400"])
        #expect(
            store.attempt(.document(lead("x", ["open": "k599"]), expecting: 0))
                == .conflict("leads: another document has the same 'open'"))
        try store.declare([
            CollectionDeclaration(name: "leads", fields: ["open": .init(type: .text, isIndexed: true)])
        ])
        store.write(.document(lead("x", ["open": "k599"]), expecting: 0))
        #expect(try error(query)?.hasPrefix("leads: 'status' cannot be filtered by") == true)
        let error = #expect(throws: StoreError.self) { try store.declare([Self.leads]) }
        #expect(
            error?.description
                == "collection 'leads': 'open' is declared unique, but documents share a value; change or remove one of them"
        )
        query.filters = [.init(field: "open", operator: .eq, value: "k599")]
        #expect(try ids(query) == ["l599", "x"])
    }

    @Test func `what was declared is known to the next run`() throws {
        try store.declare([Self.leads])
        store.write(.document(lead("l1", ["points": 5]), expecting: 0))
        let again = try SQLiteStore(path: folder.database)
        var query = Query()
        query.filters = [.init(field: "points", operator: .eq, value: 5)]
        #expect(try again.ask { try $0.documents("leads", query).items.map(\.id) } == ["l1"])
    }

    @Test func `two fields that differ in case only are refused`() {
        let field = CollectionDeclaration.Field(type: .text, isIndexed: true)
        let error = #expect(throws: StoreError.self) {
            try store.declare([CollectionDeclaration(name: "leads", fields: ["Open": field, "open": field])])
        }
        #expect(error?.description == "collection 'leads': 'Open' and 'open' differ in case only; rename one")
    }

    @Test(arguments: ["two words", "quote\"d", "semi;colon", "ünïcode"])
    func `any name will do`(name: String) throws {
        let collection = CollectionDeclaration(name: name, fields: [name: .init(type: .int, isIndexed: true)])
        try store.declare([collection])
        store.write(
            .document(
                Document(collection: name, id: "d1", customer: nil, body: [name: 3], at: noon), expecting: 0))
        var query = Query()
        query.sort = name
        #expect(try store.ask { try $0.documents(name, query).items.map(\.id) } == ["d1"])
    }
}
