import CSkillABI
import Synchronization
import Testing

@testable import SkillKit

/// A skill whose turn is what a test says.
struct Scripted<Script: TurnScript>: Skill {
    static var manifest: Manifest { Manifest(id: "scripted", version: "1.0.0") }
    init(configuration: Value) throws { try Script.configure(configuration) }
    func turn(_ turn: Turn) async throws -> Reply { try await Script.run(turn) }
}

protocol TurnScript: Sendable {
    static func configure(_ configuration: Value) throws
    static func run(_ turn: Turn) async throws -> Reply
}

extension TurnScript {
    static func configure(_ configuration: Value) throws {}
}

@Suite struct TurnTests {
    enum ReadsContext: TurnScript {
        static func run(_ turn: Turn) throws -> Reply {
            var reply = Reply()
            reply.write(Key("out.text"), turn[Turn.text] ?? "none")
            reply.write(Key("out.name"), turn[Turn.customerName] ?? "none")
            reply.write(Key("out.wrong"), turn[Key<Int>("turn.text")] ?? -1)
            reply.write(Key("out.profile"), Value.map(turn[KeyGroup("profile.*?")]))
            reply.write(Key("out.at"), turn[Turn.at] ?? Timestamp(milliseconds: 0))
            reply.write(Key("out.event"), turn.event == nil)
            reply.write(Key("out.claimed"), turn.isClaimed)
            reply.write(Key("out.replay"), turn.isReplay)
            return reply
        }
    }

    @Test func `keys are read by type, groups by prefix, and what is not there is nil`() throws {
        let outcome = try Running(Scripted<ReadsContext>.self).answer(
            [
                "turn.text": "工业机器人", "turn.at": .time(Timestamp(milliseconds: 1500)),
                "profile.industry": "汽车",
                "profile.size": 200, "profiles": 1,
            ], flags: SK_TURN_CLAIMED)
        #expect(outcome.status == SK_OK)
        #expect(
            outcome.reply?["writes"] == [
                "out.text": "工业机器人", "out.name": "none", "out.wrong": -1,
                "out.profile": ["industry": "汽车", "size": 200],
                "out.at": .time(Timestamp(milliseconds: 1500)),
                "out.event": true, "out.claimed": true, "out.replay": false,
            ])
    }

    enum TellsEvent: TurnScript {
        static func run(_ turn: Turn) throws -> Reply {
            guard let event = turn.event else { return Reply() }
            return .answer("\(event.id) \(event.name) \(event.data["ticket"]?.text ?? "")")
        }
    }

    @Test func `an event has id, name and data`() throws {
        let outcome = try Running(Scripted<TellsEvent>.self).answer([
            "turn.kind": "event", "event.id": "e1", "event.name": "ticket.closed",
            "event.data": ["ticket": "t9"],
        ])
        #expect(outcome.reply == ["say": [["kind": "answer", "text": "e1 ticket.closed t9"]]])
    }

    enum AsksEverything: TurnScript {
        static func run(_ turn: Turn) throws -> Reply {
            let visit = try turn.store.get("visits", "u1")
            _ = try turn.store.query(
                "visits", where: ["count": ["gte": 2]], sort: "-count", limit: 5, after: "c")
            try turn.store.put("visits", "u1", ["count": 1], version: visit?.version)
            try turn.store.delete("visits", "u2")
            _ = try turn.customers.get()
            _ = try turn.customers.orders("u1")
            _ = try turn.customers.identities()
            _ = try turn.history.recent(3)
            _ = try turn.agents.list()
            try turn.schedule.at(Timestamp(milliseconds: 9000), "remind", ["n": 1])
            try turn.schedule.cancel("remind")
            _ = try turn.ask("com.acme.maps/1", ["op": "find"])
            turn.log(.warning, "careful")
            turn.count("asked", by: 2)
            var random = turn.clock.random
            return .answer(
                "\(visit?[Key<Int>("count")] ?? 0) \(turn.clock.now.milliseconds) \(random.next())")
        }
    }

    @Test func `each service sends its request and reads its answer`() throws {
        let host = FakeHost { _, request in
            (SK_OK, (request["op"] == "get" ? ["id": "u1", "count": 4, "version": 8] : Value.null).encoded)
        }
        let outcome = try Running(Scripted<AsksEverything>.self, host: host).answer()
        #expect(outcome.reply == ["say": [["kind": "answer", "text": "4 1000001 3"]]])
        #expect(
            host.requests.withLock { $0 } == [
                ["op": "get", "collection": "visits", "id": "u1"],
                [
                    "op": "query", "collection": "visits", "filter": ["count": ["gte": 2]], "sort": "-count",
                    "limit": 5, "cursor": "c",
                ],
                ["op": "put", "collection": "visits", "id": "u1", "document": ["count": 1], "version": 8],
                ["op": "delete", "collection": "visits", "id": "u2"], ["op": "get"],
                ["op": "orders", "id": "u1"],
                ["op": "identities"], ["op": "recent", "limit": 3], ["op": "list"],
                ["op": "at", "name": "remind", "at": .time(Timestamp(milliseconds: 9000)), "data": ["n": 1]],
                ["op": "cancel", "name": "remind"], ["op": "find"],
            ])
        #expect(host.lines.withLock { $0 } == ["1 3 careful"])
        #expect(host.counters.withLock { $0 } == ["asked": 2])
    }

    enum AsksOfPurchases: TurnScript {
        static func run(_ turn: Turn) throws -> Reply {
            let totals = try turn.customers.totals()
            _ = try turn.customers.totals("u2")
            let known = try turn.customers.find(phone: "138") + turn.customers.find(email: "a@b")
            _ = try turn.customers.find(order: "SO-1")
            _ = try turn.catalog.popular(industry: "汽车零部件", limit: 3)
            let agent = try turn.agents.assign(["sales"], in: "leads", field: "assigned_to")
            return .answer(
                "\(totals.paidOrders) \(totals.amount12Months) \(totals.lastPaid?.id ?? "") \(totals.products) \(known) \(agent ?? "")"
            )
        }
    }

    @Test func `what customers bought, what sells and whose turn it is are typed`() throws {
        let host = FakeHost { _, request in
            let answer: Value =
                switch request["op"]?.text {
                case "totals":
                    ["paid_orders": 2, "amount_12m": 10.5, "last_paid": ["id": "o2"], "products": ["P1"]]
                case "find": ["u1"]
                case "assign": "li"
                default: []
                }
            return (SK_OK, answer.encoded)
        }
        #expect(
            try Running(Scripted<AsksOfPurchases>.self, host: host).answer().reply == [
                "say": [["kind": "answer", "text": "2 10.5 o2 [\"P1\"] [\"u1\", \"u1\"] li"]]
            ])
        #expect(
            host.requests.withLock { $0 } == [
                ["op": "totals"], ["op": "totals", "id": "u2"], ["op": "find", "phone": "138"],
                ["op": "find", "email": "a@b"], ["op": "find", "order": "SO-1"],
                ["op": "popular", "industry": "汽车零部件", "limit": 3],
                [
                    "op": "assign", "competences": ["sales"], "collection": "leads", "field": "assigned_to",
                ],
            ])
    }

    enum Queries: TurnScript {
        static func run(_ turn: Turn) throws -> Reply {
            let page = try turn.store.query("visits")
            return .answer(page.items.map(\.id).joined(separator: ",") + " " + (page.next ?? "end"))
        }
    }

    @Test func `a query answers a page`() throws {
        let host = FakeHost { _, _ in
            (SK_OK, Value.map(["items": [["id": "a"], ["id": "b"]], "next": "c"]).encoded)
        }
        #expect(
            try Running(Scripted<Queries>.self, host: host).answer().reply == [
                "say": [["kind": "answer", "text": "a,b c"]]
            ])
    }

    enum Knows: TurnScript {
        static func run(_ turn: Turn) throws -> Reply {
            let hits = try turn.knowledge.search("几点上班", threshold: 0.5)
            if hits.first?.isAnswer != true { try turn.knowledge.reportGap("几点上班") }
            let product = try turn.catalog.product("P1")
            let found = try turn.catalog.find("机器人", limit: 2)
            let page = try turn.catalog.list(industry: "汽车", onSale: true, limit: 10, after: "P3")
            _ = try turn.catalog.scripts(for: "purchase")
            let script = try turn.catalog.scripts(for: "purchase", given: ["order_amount": 5]).first
            guard script?["script"]?.text == "say it" else { return .answer("no script") }
            let hit = hits.first.map { "\($0.id) \($0.score) \($0.title) \($0.answer) \($0.source)" } ?? ""
            return .answer(
                "\(hit) \(product?.id ?? "") \(found.map(\.id)) \(page.items.map(\.id)) \(page.next ?? "end")"
            )
        }
    }

    @Test func `knowledge and catalogue are asked in words and answer in types`() throws {
        let host = FakeHost { _, request in
            let answer: Value =
                switch request["op"]?.text {
                case "search":
                    [
                        [
                            "id": "hours", "score": 0.5, "title": "t", "answer": "9-18", "source": "s",
                            "is_answer": false,
                        ]
                    ]
                case "get": ["id": "P1"]
                case "scripts": [["script": "say it"]]
                case "find": [["id": "P2"]]
                case "list": ["items": [["id": "P4"]], "next": "P4"]
                default: .null
                }
            return (SK_OK, answer.encoded)
        }
        let outcome = try Running(Scripted<Knows>.self, host: host).answer()
        #expect(
            outcome.reply == [
                "say": [["kind": "answer", "text": "hours 0.5 t 9-18 s P1 [\"P2\"] [\"P4\"] P4"]]
            ])
        #expect(
            host.requests.withLock { $0 } == [
                ["op": "search", "text": "几点上班", "limit": 3, "threshold": 0.5],
                ["op": "gap", "question": "几点上班"], ["op": "get", "id": "P1"],
                ["op": "find", "text": "机器人", "limit": 2],
                ["op": "list", "filter": ["industry": "汽车", "on_sale": true], "limit": 10, "cursor": "P3"],
                ["op": "scripts", "intent": "purchase"],
                ["op": "scripts", "intent": "purchase", "values": ["order_amount": 5]],
            ])
    }

    @Test func `a refusal of the host ends the turn with its status and its words`() throws {
        let host = FakeHost { _, _ in
            (SK_DENIED, Array("'visits' is not declared; add it to skill.yaml".utf8))
        }
        let outcome = try Running(Scripted<Queries>.self, host: host).answer()
        #expect(outcome.status == SK_DENIED)
        #expect(outcome.text == "sk.store/1: 'visits' is not declared; add it to skill.yaml")
    }

    @Test func `an unknown status reads as a failure`() throws {
        let outcome = try Running(Scripted<Queries>.self, host: FakeHost { _, _ in (-77, []) }).answer()
        #expect(outcome.status == SK_ERROR)
        #expect(outcome.text == "sk.store/1: refused without a reason")
    }

    @Test func `an answer that is no value is the host's bug`() throws {
        let outcome = try Running(Scripted<Queries>.self, host: FakeHost { _, _ in (SK_OK, [0xFF]) }).answer()
        #expect(outcome.status == SK_BUG)
        #expect(
            outcome.text == "sk.store/1: the answer is not a value; report it to whoever runs this host")
    }

    @Test func `an extension that this host lacks is named with the mend`() throws {
        let outcome = try Running(Scripted<Queries>.self, host: FakeHost(offering: [])).answer()
        #expect(outcome.status == SK_UNSUPPORTED)
        #expect(
            outcome.text == "this host does not offer 'sk.store/1'; name it under 'requires' in skill.yaml")
    }
}
