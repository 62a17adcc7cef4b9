import ConciergeCore
@testable import Engine
import Synchronization
import Testing
import Threads

@Suite struct CustomerServiceTests {
    private static let leads = CollectionDeclaration(
        name: "leads",
        fields: [
            "status": .init(type: .text, isIndexed: true), "agent": .init(type: .text, isIndexed: true),
            "other": .init(type: .text),
        ], states: .init(initial: "new", transitions: ["new": ["won"]]))

    /// What a skill is told to each of its requests; a refusal as text.
    private func ask(_ service: String, _ requests: [Value], before: [Write] = []) throws -> [Value] {
        let box = EngineBox()
        let house = try House([
            .answering(
                Manifest.make("asking") {
                    $0.writes = ["asking.told": .list]
                    $0.reads.append(.init(pattern: "customer.conversations"))
                    $0.collections = [Self.leads]
                }
            ) { call throws(SkillFailure) in
                let told =
                    requests.map { request -> Value in
                        do throws(ServiceError) {
                            return try box.value?.answer(
                                service, skill: "asking", turn: call.turn, request: request) ?? .null
                        } catch { return .text("\(error.kind): \(error)") }
                    } + [call.context["customer.conversations"] ?? .null]
                return .make { $0.writes = ["asking.told": .list(told)] }
            }
        ])
        box.value = house.engine
        if !before.isEmpty { try house.engine.changeNow { _ in Change(before, result: ()) } }
        return try house.turn("你好").record?.context["asking.told"]?.list ?? []
    }

    private func order(_ id: String, _ product: String, _ amount: Double, daysAgo: Int64?, _ status: String)
        -> Order
    {
        let now = TestClock().now()
        var order = Order(
            id: id, customer: "u1", product: product, quantity: 1, status: status, createdAt: now)
        order.amount = amount
        order.paidAt = daysAgo.map { now.adding(.seconds(-86_400 * $0)) }
        order.updatedAt = now
        return order
    }

    @Test func `totals count what was paid and not given back, the amount of one year only`() throws {
        let orders = [
            order("o1", "P1", 100, daysAgo: 366, "paid"), order("o2", "P2", 30, daysAgo: 10, "shipped"),
            order("o3", "P1", 5.5, daysAgo: 20, "paid"), order("o4", "P9", 900, daysAgo: 5, "refunded"),
            order("o5", "P8", 900, daysAgo: nil, "open"),
        ]
        let told = try ask(
            "sk.customers/1", [["op": "totals"], ["op": "totals", "id": "nobody"]],
            before: [.customer(Customer(id: "u1", createdAt: TestClock().now()), expecting: 0)]
                + orders.map(Write.order))
        #expect(told[0]["paid_orders"] == 3)
        #expect(told[0]["amount_12m"] == 35.5)
        #expect(told[0]["last_paid"]?["id"] == "o2")
        #expect(told[0]["products"] == ["P2", "P1"])
        #expect(told[1] == ["paid_orders": 0, "amount_12m": 0.0, "products": []])
    }

    @Test func `conversations are counted with the one that begins`() throws {
        let now = TestClock().now()
        let earlier = Conversation(id: "old", customer: "u1", channel: "webchat", openedAt: now)
        #expect(try ask("sk.customers/1", []) == [1])
        #expect(
            try ask(
                "sk.customers/1", [],
                before: [.customer(Customer(id: "u1", createdAt: now), expecting: 0), .open(earlier)]) == [2])
    }

    @Test(
        arguments: [
            (
                "sk.customers/1", ["op": "find"],
                "badArgument: find: one of 'phone', 'email' and 'order' was expected"
            ),
            (
                "sk.customers/1", ["op": "find", "phone": "1", "email": "a"],
                "badArgument: find: one of 'phone', 'email' and 'order' was expected"
            ),
            ("sk.customers/1", ["op": "find", "phone": " "], "badArgument: phone: a text was expected"),
            (
                "sk.customers/1", ["op": "find", "mail": "a"],
                "badArgument: mail: unknown; did you mean 'email'?"
            ),
            (
                "sk.customers/1", ["op": "buy"],
                "badArgument: op: get, orders, totals, identities or find was expected"
            ),
            ("sk.agents/1", ["op": "hire"], "badArgument: op: list or assign was expected"),
            (
                "sk.agents/1", ["op": "assign", "collection": "tickets", "field": "agent"],
                "denied: 'tickets' is not declared; add it to 'collections' in the manifest"
            ),
            (
                "sk.agents/1", ["op": "assign", "collection": "leads", "field": "other"],
                "badArgument: leads: 'other' is not indexed; add 'indexed: true' to it in the collection's fields"
            ),
        ] as [(String, Value, String)])
    func `a wrong request says what was expected`(service: String, request: Value, said: String) throws {
        #expect(try ask(service, [request]).first == .text(said))
    }

    /// A lead for each message: the text names the competences that are wanted, the answer who got it.
    private func assigning(_ wait: @escaping @Sendable () -> Void = {}) -> (House, EngineBox)? {
        let box = EngineBox()
        let house = try? House([
            .answering(Manifest.make("sales") { $0.collections = [Self.leads] }) {
                call throws(SkillFailure) in
                let wanted = (call.context["turn.text"]?.text ?? "").split(separator: " ").map {
                    Value.text(String($0))
                }
                do throws(ServiceError) {
                    let agent = try box.value?.answer(
                        "sk.agents/1", skill: "sales", turn: call.turn,
                        request: [
                            "op": "assign", "collection": "leads", "field": "agent",
                            "competences": .list(wanted),
                        ])
                    wait()
                    let name = agent?.text ?? "nobody"
                    return .make { patch in
                        patch.say = [Utterance(.answer, name)]
                        patch.store = [
                            .init(
                                collection: "leads", id: "l-\(call.turn)",
                                action: .put(["agent": agent ?? .null]))
                        ]
                    }
                } catch { throw .failed("\(error)") }
            }
        ])
        guard let house else { return nil }
        box.value = house.engine
        return (house, box)
    }

    private func hire(_ agents: [(String, [String])], in house: House) throws {
        try house.engine.changeNow { _ in
            Change(
                agents.map {
                    .agent(
                        Agent(id: $0.0, name: $0.0, competences: $0.1, capacity: 1, presence: .offline))
                }, result: ())
        }
    }

    @Test func `work goes to whoever has the least, in turn where several have as little`() throws {
        let (house, _) = try #require(assigning())
        #expect(try house.turn("sales").answer.replies.map(\.text) == ["nobody"])
        try hire([("zhao", ["sales"]), ("li", ["Sales", "robots"]), ("chen", ["technical"])], in: house)
        func next(_ wanted: String) throws -> String {
            try house.turn(wanted).answer.replies.first?.text ?? "silence"
        }
        #expect(
            try [next("sales"), next("sales"), next("sales"), next("robots")] == ["li", "zhao", "li", "li"])
        // Three against one now.
        #expect(try [next("sales"), next("sales"), next("sales")] == ["zhao", "zhao", "li"])
        #expect(try next("") == "chen")
        #expect(try next("nothing") == "nobody")
        // What is won is done with.
        let won = try house.store.read { reader in
            var query = Query()
            query.filters = [.init(field: "agent", operator: .eq, value: "li")]
            return try reader.documents("leads", query).items
        }
        try house.engine.changeNow { _ in
            Change(
                won.map { lead in
                    var lead = lead
                    lead.body["status"] = "won"
                    return .document(lead, expecting: lead.version)
                }, result: ())
        }
        #expect(try next("sales") == "li")
    }

    @Test func `two leads in one moment go to two agents`() throws {
        let arrived = Mailbox<Void>()
        let both = Mailbox<Void>()
        let (house, _) = try #require(
            assigning {
                arrived.put(())
                _ = both.take()
            })
        try hire([("li", ["sales"]), ("zhao", ["sales"])], in: house)
        let turns = [house.say("sales", customer: "u1"), house.say("sales", customer: "u2")]
        // Both hold their agent before either is committed.
        for _ in turns { _ = arrived.take() }
        for _ in turns { both.put(()) }
        let agents = try turns.map { try #require($0.take()).get().answer.replies.first?.text ?? "" }
        #expect(Set(agents) == ["li", "zhao"])
    }
}
