import ConciergeCore
import SQLiteStore
import Testing

/// Every order and filter of a list, page by page, against a model that sorts an array.
struct PaginationTests {
    private static let fields: [String: CollectionDeclaration.Field] = [
        "text": .init(type: .text, isIndexed: true), "number": .init(type: .double, isIndexed: true),
        "any": .init(type: .any, isIndexed: true), "time": .init(type: .timestamp, isIndexed: true),
    ]

    /// SplitMix64, so that a failure can be repeated by its seed.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var z = state
            z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
            return z ^ (z >> 31)
        }
    }

    private static func document(_ number: Int, _ dice: inout Dice) -> Document {
        let time = noon + Int64.random(in: 0..<5, using: &dice)
        var body: [String: Value] = [:]
        let texts = ["", "a", "A", "b", "ä", "中", "中文", "😀", "a\u{0}", "z\u{301}"]
        if Bool.random(using: &dice) { body["text"] = .text(texts.randomElement(using: &dice) ?? "") }
        if Bool.random(using: &dice) {
            body["number"] = .double([-1.5, 0, 2, 1e300].randomElement(using: &dice) ?? 0)
        }
        if Bool.random(using: &dice) { body["number"] = .int(Int64.random(in: -2...2, using: &dice)) }
        if Bool.random(using: &dice) { body["any"] = [1, "1", 1.5, true, "x"].randomElement(using: &dice) }
        if Bool.random(using: &dice) { body["time"] = .timestamp(time) }
        let customer = Bool.random(using: &dice) ? "u\(Int.random(in: 0..<3, using: &dice))" : nil
        // Ids in no order: ties are told apart by them.
        var document = Document(
            collection: "things", id: "\(number * 7919 % 1000)", customer: customer, body: body, at: time)
        document.version = 1
        return document
    }

    /// The value by which the model sorts: nothing, then numbers, then texts by their bytes.
    private enum Key: Comparable {
        case nothing
        case number(Double)
        case text([UInt8])

        init(_ value: Value?) {
            switch value {
            case .bool(let flag): self = .number(flag ? 1 : 0)
            case .timestamp(let time): self = .number(Double(time.milliseconds))
            case .text(let text): self = .text(Array(text.utf8))
            case let value?: self = value.double.map(Key.number) ?? .nothing
            case nil: self = .nothing
            }
        }

        static func < (a: Key, b: Key) -> Bool {
            switch (a, b) {
            case (.number(let a), .number(let b)): a < b
            case (.text(let a), .text(let b)): a.lexicographicallyPrecedes(b)
            case (.nothing, .nothing), (.number, .nothing), (.text, _): false
            case (.nothing, _), (.number, .text): true
            }
        }
    }

    private static func expected(_ documents: [Document], _ query: Query) -> [String] {
        let sort = query.sort ?? "created_at"
        let matching = documents.filter { document in
            query.filters.allSatisfy { filter in
                let (key, wanted) = (Key(document.value[filter.field]), Key(filter.value))
                if filter.value == .null { return key == .nothing }
                guard key != .nothing else { return false }
                return switch filter.operator {
                case .eq: key == wanted
                case .gt: key > wanted
                case .gte: key >= wanted
                case .lt: key < wanted
                case .lte: key <= wanted
                }
            }
        }
        let sorted = matching.sorted { a, b in
            let (x, y) = (Key(a.value[sort]), Key(b.value[sort]))
            return x == y ? Key(.text(a.id)) < Key(.text(b.id)) : x < y
        }
        return (query.isDescending ? sorted.reversed() : sorted).map(\.id)
    }

    private static func query(_ documents: [Document], _ dice: inout Dice) -> Query {
        let names = ["id", "customer", "created_at", "updated_at", "text", "number", "any", "time"]
        var query = Query()
        query.sort = Bool.random(using: &dice) ? names.randomElement(using: &dice) : nil
        query.isDescending = Bool.random(using: &dice)
        query.limit = Int.random(in: 1...9, using: &dice)
        for _ in 0..<Int.random(in: 0...2, using: &dice) {
            guard let field = names.randomElement(using: &dice),
                let value = documents.randomElement(using: &dice)?.value[field] ?? Optional(Value.null)
            else { continue }
            let operation = value == .null ? .eq : Query.Operator.allCases.randomElement(using: &dice) ?? .eq
            query.filters.append(.init(field: field, operator: operation, value: value))
        }
        return query
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `every page of every list is what sorting an array gives`(seed: UInt64) throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.database)
        try store.declare([CollectionDeclaration(name: "things", fields: Self.fields)])
        var dice = Dice(state: seed)
        let documents = (0..<60).map { Self.document($0, &dice) }
        #expect(store.commit([Commit(documents.map { .document($0, expecting: 0) })]) == [.committed])
        for _ in 0..<60 {
            let query = Self.query(documents, &dice)
            #expect(try Self.allPages(query, of: store) == Self.expected(documents, query), "\(query)")
        }
    }

    private static func allPages(_ query: Query, of store: SQLiteStore) throws -> [String] {
        var query = query
        var ids: [String] = []
        repeat {
            let page = try store.read { try $0.documents("things", query) }
            #expect(page.items.count == query.limit || page.next == nil)
            ids += page.items.map(\.id)
            query.cursor = page.next
        } while query.cursor != nil && ids.count < 1000
        return ids
    }

    @Test func `a page stays where it is when rows come and go before it`() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.database)
        for number in 0..<10 {
            store.write(.customer(Customer(id: "u\(number)", createdAt: noon), expecting: 0))
        }
        var query = Query()
        query.limit = 5
        let first = try store.ask { try $0.customers(query) }
        #expect(first.items.map(\.id) == ["u0", "u1", "u2", "u3", "u4"])
        store.write(.erase(customer: "u2"), .customer(Customer(id: "a", createdAt: noon), expecting: 0))
        query.cursor = first.next
        let second = try store.ask { try $0.customers(query) }
        #expect(second.items.map(\.id) == ["u5", "u6", "u7", "u8", "u9"])
        #expect(second.next == nil)
    }

    @Test func `conversations are listed by status, customer and channel`() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.database)
        for number in 0..<8 {
            var one = conversation(
                "c\(number)", of: "u\(number % 2)", channel: number < 4 ? "rest" : "wechat")
            one.status = Conversation.Status.allCases[number % 4]
            one.updatedAt = noon + Int64(8 - number)
            store.write(.open(one))
        }
        func ids(_ field: String, _ value: Value, sort: String? = nil) throws -> [String] {
            var query = Query()
            query.filters = [.init(field: field, operator: .eq, value: value)]
            query.sort = sort
            return try store.ask { try $0.conversations(query).items.map(\.id) }
        }
        #expect(try ids("status", "queued", sort: "updated_at") == ["c5", "c1"])
        #expect(try ids("customer", "u1") == ["c1", "c3", "c5", "c7"])
        #expect(try ids("channel", "wechat", sort: "updated_at") == ["c7", "c6", "c5", "c4"])
        let error = #expect(throws: StoreError.self) { try ids("status", "asleep") }
        #expect(
            error?.description
                == "conversations: 'status' equals one of 'bot', 'queued', 'human', 'closed'; nothing else can be asked"
        )
    }

    @Test func `turns are listed newest first, by customer and by conversation`() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.database)
        store.write(.open(conversation("c1")), .open(conversation("c2")))
        for number in 0..<6 {
            var record = TurnRecord(id: "t\(number)", kind: "message", at: noon)
            let conversation = number.isMultiple(of: 2) ? "c1" : "c2"
            record.conversation = conversation
            var message = message("hello", in: conversation)
            message.turn = record.id
            store.write(.turn(EncodedTurn(record)), .message(message))
        }
        var timer = TurnRecord(id: "t6", kind: "event", at: noon)
        timer.customer = "u1"
        store.write(.turn(EncodedTurn(timer)))
        var strange = TurnRecord(id: "t7", kind: "event", at: noon)
        strange.customer = "u2"
        store.write(.turn(EncodedTurn(strange)))
        func ids(_ field: String, _ value: Value, cursor: String? = nil) throws -> ([String], next: String?) {
            var query = Query()
            query.limit = 2
            query.filters = [.init(field: field, operator: .eq, value: value)]
            query.cursor = cursor
            let page = try store.ask { try $0.turns(query) }
            return (page.items.compactMap { $0["turn"]?.text }, page.next)
        }
        #expect(try ids("conversation", "c1").0 == ["t4", "t2"])
        let first = try ids("customer", "u1")
        #expect(first.0 == ["t6", "t5"])
        #expect(try ids("customer", "u1", cursor: first.next).0 == ["t4", "t3"])
        #expect(try ids("customer", "u2").0 == ["t7"])
    }
}
