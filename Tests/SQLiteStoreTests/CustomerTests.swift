import ConciergeCore
import SQLiteStore
import Testing

struct CustomerTests {
    let folder: TemporaryFolder
    let store: SQLiteStore

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.database)
    }

    private func customer(_ id: String) -> Customer { Customer(id: id, createdAt: noon) }

    @Test func `a customer comes back as it went in, one version later`() throws {
        var full = customer("u1")
        full.name = "王伟"
        full.phone = "+86 138"
        full.email = "w@example.com"
        full.company = "ACME"
        full.industry = "汽车零部件"
        full.tier = "VIP"
        full.locale = "zh-CN"
        full.attributes = ["since": .timestamp(noon), "key": .bytes([1, 2]), "$map": ["a": 1.5]]
        store.write(.customer(full, expecting: 0))
        full.version = 1
        #expect(try store.ask { try $0.customer("u1") } == full)
    }

    @Test func `a change built on an older version is refused`() throws {
        store.write(.customer(customer("u1"), expecting: 0))
        #expect(
            store.attempt(.customer(customer("u1"), expecting: 0))
                == .conflict("customer 'u1' exists already"))
        store.write(.customer(customer("u1"), expecting: 1))
        #expect(
            store.attempt(.customer(customer("u1"), expecting: 1))
                == .conflict("customer 'u1' was changed meanwhile"))
        store.write(.customer(customer("u1"), expecting: nil), .customer(customer("u2"), expecting: nil))
        #expect(try store.ask { try [$0.customer("u1")?.version, $0.customer("u2")?.version] } == [3, 1])
        #expect(
            store.attempt(.customer(customer("u9"), expecting: 4))
                == .conflict("customer 'u9' was changed meanwhile"))
    }

    @Test func `a turn of somebody who is gone finds nothing to write to`() {
        #expect(store.attempt(.require(customer: "u1")) == .conflict("customer 'u1' is not there"))
        store.write(.customer(customer("u1"), expecting: nil), .require(customer: "u1"))
    }

    @Test func `orders come newest last, and an order is the customer's own`() throws {
        func order(_ id: String, of customer: String, at seconds: Int64) -> Order {
            Order(
                id: id, customer: customer, product: "P001", quantity: 2, status: "paid",
                createdAt: noon + seconds)
        }
        var full = order("o2", of: "u1", at: 1)
        full.amount = 99.5
        full.paidAt = noon
        full.shippedAt = noon + 60
        full.tracking = "SF1"
        store.write(.order(full), .order(order("o1", of: "u1", at: 5)), .order(order("o1", of: "u2", at: 0)))
        #expect(try store.ask { try $0.orders(customer: "u1") } == [full, order("o1", of: "u1", at: 5)])
    }

    @Test func `an account on a channel leads to its customer`() throws {
        let identity = Identity(channel: "wechat", account: "gh_1", external: "openid", customer: "u1")
        store.write(.identity(identity))
        #expect(
            try store.ask { try $0.identity(channel: "wechat", account: "gh_1", external: "openid") }
                == identity)
        #expect(try store.ask { try $0.identities(customer: "u1") } == [identity])
        var merged = identity
        merged.customer = "u2"
        store.write(.identity(merged))
        #expect(try store.ask { try $0.identities(customer: "u1") } == [])
    }

    @Test func `the context is kept until it is replaced`() throws {
        store.write(.context(customer: "u1", ["profile.seen": .timestamp(noon), "lead.score": 0.8]))
        #expect(
            try store.ask { try $0.context(customer: "u1") } == [
                "profile.seen": .timestamp(noon), "lead.score": 0.8,
            ])
        store.write(.context(customer: "u1", ["a": 1]))
        #expect(try store.ask { try $0.context(customer: "u1") } == ["a": 1])
        store.write(.context(customer: "u1", [:]))
        #expect(try store.ask { try $0.context(customer: "u1") } == [:])
    }

    @Test func `staff and tokens are kept by id`() throws {
        let agent = Agent(id: "li", name: "李工", competences: ["technical"], capacity: 4, presence: .away)
        let token = AccessToken(id: "k1", name: "shop", scope: .turns, hash: "ab12", createdAt: noon)
        store.write(.agent(agent), .token(token))
        #expect(try store.ask { try $0.agents() } == [agent])
        #expect(try store.ask { try $0.tokens() } == [token])
        store.write(.removeAgent("li"), .removeToken("k1"))
        #expect(try store.ask { try ($0.agents().count, $0.tokens().count) } == (0, 0))
    }

    /// Everything that can be kept of a person, told apart by `word`.
    private func life(of id: String, word: String) -> Commit {
        var person = customer(id)
        person.name = "name \(word)"
        person.attributes = ["note": .text("attribute \(word)")]
        var talk = conversation("\(id)-c", of: id)
        talk.topics = ["topic \(word)"]
        var record = TurnRecord(id: "\(id)-t", kind: "message", at: noon)
        record.conversation = talk.id
        record.context = ["said": .text("trace \(word)")]
        record.answer = Answer(turn: record.id, customer: id, conversation: talk.id, status: .bot)
        record.answer?.replies = [Utterance(.answer, "answer \(word)")]
        var said = message("message \(word)", in: talk.id)
        said.turn = record.id
        let chat = Conversation(id: "\(id)-w", customer: id, channel: "wechat", account: "gh", openedAt: noon)
        var sent = message("wechat \(word)", in: chat.id)
        sent.turn = record.id
        sent.messageID = "platform \(word)"
        var timer = TurnRecord(id: "\(id)-e", kind: "event", at: noon)
        timer.customer = id
        timer.context = ["said": .text("event trace \(word)")]
        var action = TurnRecord(id: "\(id)-a", kind: "action", at: noon)
        action.customer = id
        action.context = ["said": .text("action trace \(word)")]
        var note = delivery("\(id)-d", stream: talk.id, conversation: talk.id)
        note.payload = ["text": .text("delivery \(word)")]
        var order = Order(
            id: "\(id)-o", customer: id, product: "order \(word)", quantity: 1, status: "paid",
            createdAt: noon)
        order.tracking = "tracking \(word)"
        return Commit([
            .customer(person, expecting: 0), .open(talk), .open(chat), .message(said), .message(sent),
            .receive(
                InboundKey(channel: "rest", scope: talk.id, messageID: "inbound \(word)"), turn: record.id),
            .receive(
                InboundKey(channel: "wechat", scope: "gh", messageID: "platform \(word)"), turn: record.id),
            .receive(
                InboundKey(channel: "event", scope: "sales", messageID: "timer \(word)"), turn: timer.id),
            .turn(EncodedTurn(record)), .turn(EncodedTurn(timer)), .turn(EncodedTurn(action)),
            .context(customer: id, ["said": .text("context \(word)")]),
            .identity(Identity(channel: "wechat", account: "gh", external: "identity \(word)", customer: id)),
            .order(order), .delivery(note),
            .document(
                Document(
                    collection: "leads", id: "\(id)-l", customer: id, body: ["status": .text("lead \(word)")],
                    at: noon), expecting: 0),
            .event(
                Event(
                    id: "\(id)-e", name: "lead.created", customer: id, conversation: nil, source: "sales",
                    data: .text("event \(word)"), at: noon)),
            .wakeup(
                Wakeup(
                    id: "\(id)-w", dueAt: noon, skill: "sales", name: "remind", customer: id,
                    conversation: nil, data: .text("timer \(word)"), depth: 0)),
        ])
    }

    private static let leads = CollectionDeclaration(
        name: "leads", fields: ["status": .init(type: .text, isIndexed: true, isUnique: true)])

    @Test func `export holds everything that is kept of a person, and nothing of another`() throws {
        try store.declare([Self.leads])
        #expect(
            store.commit([life(of: "u1", word: "MINE"), life(of: "u2", word: "OTHERS")]) == [
                .committed, .committed,
            ])
        let export = try #require(try store.ask { try $0.export(customer: "u1") })
        let text = JSON.text(export)
        for kind in [
            "name", "attribute", "message", "trace", "action trace", "answer", "context", "identity", "order",
            "tracking",
            "delivery", "lead", "event", "timer",
        ] {
            #expect(text.contains("\(kind) MINE"), "\(kind) is missing")
        }
        #expect(!text.contains("OTHERS"))
        #expect(try store.ask { try $0.export(customer: "nobody") } == nil)
    }

    @Test func `erase leaves no byte of a person in the file or its log, and everything of the others`()
        throws
    {
        try store.declare([Self.leads])
        // Rows of both lie mixed on every page, grow, move and split them before the one is erased.
        for number in 0..<60 {
            let word = number.isMultiple(of: 3) ? "ZUERASE" : "STAYING"
            let filler = String(repeating: " \(word)", count: number * 7 % 90)
            let owner = number.isMultiple(of: 3) ? "gone" : "there"
            #expect(
                store.commit([life(of: "\(owner)-\(number * 37 % 60)", word: word + "\(number)" + filler)])
                    == [.committed])
        }
        let gone = try store.ask { reader in
            var query = Query()
            query.limit = 500
            return try reader.customers(query).items.map(\.id).filter { $0.hasPrefix("gone") }
        }
        #expect(gone.count == 20)
        for id in gone {
            for round in 0..<5 {
                store.write(
                    .message(message("ZUERASE again \(round)", in: "\(id)-c")),
                    .context(
                        customer: id, ["said": .text(String(repeating: "ZUERASE ", count: round * 200 % 700))]
                    ))
            }
        }
        #expect(try folder.holds("ZUERASE"))
        store.write(.delivery(delivery("next", stream: "\(gone[0])-c")))
        for id in gone { store.write(.erase(customer: id)) }
        #expect(try !folder.holds("ZUERASE"))
        #expect(try folder.holds("STAYING"))
        #expect(try store.ask { try $0.export(customer: gone[0]) } == nil)
        #expect(try store.ask { try $0.dueDeliveries(noon, limit: 99).map(\.id) }.contains("next"))
        #expect(
            store.attempt(.message(message("late", in: "\(gone[0])-c")))
                == .conflict("conversation '\(gone[0])-c' is gone, or full"))
    }

    private static let proposals = CollectionDeclaration(
        name: "proposals",
        fields: ["other": .init(type: .text, isCustomer: true), "owner": .init(type: .text, isIndexed: true)])

    /// A turn of `customer`, or of nobody, in which a text was read or said.
    private func turn(_ id: String, of customer: String?, saying text: String) -> Write {
        var record = TurnRecord(id: id, kind: "action", at: noon)
        record.customer = customer
        record.context = ["action.input": ["client": .text(text)]]
        return .turn(EncodedTurn(record))
    }

    private func event(_ id: String, of customer: String?, saying text: String) -> Write {
        .event(
            Event(
                id: id, name: "notice", customer: customer, conversation: nil, source: "s",
                data: .text(text), at: noon))
    }

    private func proposal(_ id: String, of customer: String, _ body: [String: Value]) -> Write {
        .document(
            Document(collection: "proposals", id: id, customer: customer, body: body, at: noon), expecting: 0)
    }

    @Test func `erase takes what the records of nobody and the documents of others say of a person`() throws {
        try store.declare([Self.proposals])
        var person = customer("b1")
        person.name = "苏州恒拓"
        person.phone = "138\"00"
        store.write(
            .customer(person, expecting: 0), .customer(customer("b2"), expecting: 0),
            turn("work-list", of: nil, saying: "clients: b1, b2"),
            turn("by-name", of: nil, saying: "先联系苏州恒拓汽车"),
            turn("by-phone", of: nil, saying: "call 138\"00"),
            turn("of-others", of: nil, saying: "clients: b10, b2"),
            turn("proposing", of: "b2", saying: "the same order as b1"),
            turn("own", of: "b2", saying: "a robot"), event("e1", of: nil, saying: "b1 waits"),
            event("e2", of: "b2", saying: "may be b1"), event("e3", of: "b2", saying: "b2 waits"),
            proposal("p1", of: "b2", ["other": "b1"]),
            // An agent of that name is somebody else.
            proposal("p2", of: "b2", ["other": "b3", "owner": "b1"]))
        store.write(.erase(customer: "b1"))
        for word in ["苏州恒拓", "138\\\"00", "may be b1", "b1 waits", "the same order"] {
            #expect(try !folder.holds(word), "\(word) is still there")
        }
        func context(_ turn: String) throws -> Value? {
            try store.ask { try $0.turn(turn)?["trace"]?["context"]?["action.input"]?["client"] }
        }
        #expect(try context("work-list") == nil)
        #expect(try context("of-others") == "clients: b10, b2")
        #expect(try context("own") == "a robot")
        #expect(try store.ask { try $0.document("proposals", "p1") } == nil)
        #expect(try store.ask { try $0.document("proposals", "p2")?.body["owner"] } == "b1")
        #expect(try store.ask { try $0.events(after: 0, limit: 9).map(\.id) } == ["e3"])
    }
}
