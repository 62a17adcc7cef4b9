import ConciergeCore
import SQLiteStore
import Testing

struct OutboxTests {
    let folder: TemporaryFolder
    let store: SQLiteStore

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.database)
    }

    private func due(_ now: Timestamp = noon) throws -> [String] {
        try store.ask { try $0.dueDeliveries(now, limit: 10).map(\.id) }
    }

    @Test func `only the first of each stream leaves, and the next when it has left`() throws {
        store.write(
            .delivery(delivery("a1", stream: "a")), .delivery(delivery("b1", stream: "b")),
            .delivery(delivery("a2", stream: "a")))
        #expect(try due() == ["a1", "b1"])
        var sent = try #require(try store.ask { try $0.dueDeliveries(noon, limit: 1).first })
        sent.state = .done
        store.write(.delivery(sent))
        #expect(try due() == ["b1", "a2"])
    }

    @Test func `a delivery that is tried again holds up those behind it`() throws {
        store.write(.delivery(delivery("a1", stream: "a")), .delivery(delivery("a2", stream: "a")))
        var failed = try #require(try store.ask { try $0.dueDeliveries(noon, limit: 1).first })
        failed.attempts = 1
        failed.error = "the channel answered 502"
        failed.dueAt = noon + 30
        store.write(.delivery(failed))
        #expect(try due() == [])
        #expect(try store.ask { try $0.dueDeliveries(noon + 30, limit: 10) } == [failed])
        failed.state = .failed
        store.write(.delivery(failed))
        #expect(try due() == ["a2"])
    }

    @Test func `deliveries leave in the order of their commits, not of their due times`() throws {
        store.write(.delivery(delivery("late", stream: "a", due: noon + 5)))
        store.write(.delivery(delivery("early", stream: "b", due: noon)))
        #expect(try due(noon + 5) == ["late", "early"])
        #expect(try due() == ["early"])
    }

    @Test func `recall takes back what the bot says in that conversation and nothing else`() throws {
        store.write(.open(conversation("c1")), .open(conversation("c2")))
        var human = delivery("human", stream: "c1", conversation: "c1")
        human.author = .agent
        var sent = delivery("sent", stream: "c1", conversation: "c1")
        sent.state = .done
        store.write(
            .delivery(sent), .delivery(delivery("bot", stream: "c1", conversation: "c1")), .delivery(human),
            .delivery(delivery("other", stream: "c2", conversation: "c2")),
            .delivery(delivery("hook", stream: "url")))
        #expect(try due() == ["bot", "other", "hook"])
        store.write(.recall(conversation: "c1"))
        #expect(try due() == ["human", "other", "hook"])
    }

    @Test func `a delivery belongs to the customer of its conversation`() throws {
        store.write(
            .open(conversation("c1", of: "u7")), .delivery(delivery("a", stream: "c1", conversation: "c1")))
        #expect(try store.ask { try $0.dueDeliveries(noon, limit: 1).first?.customer } == "u7")
    }

    @Test func `a wakeup of the same id replaces the one before`() throws {
        func wakeup(_ id: String, _ due: Timestamp, _ data: Value) -> Wakeup {
            Wakeup(
                id: id, dueAt: due, skill: "sales", name: "remind", customer: "u1", conversation: nil,
                data: data,
                depth: 1)
        }
        store.write(.wakeup(wakeup("w1", noon, "first")), .wakeup(wakeup("w2", noon + 1, .timestamp(noon))))
        store.write(.wakeup(wakeup("w1", noon + 2, "second")))
        #expect(try store.ask { try $0.dueWakeups(noon, skills: ["service", "sales"], limit: 9) } == [])
        #expect(
            try store.ask { try $0.dueWakeups(noon + 2, skills: ["service", "sales"], limit: 9) }
                == [wakeup("w2", noon + 1, .timestamp(noon)), wakeup("w1", noon + 2, "second")])
        store.write(.removeWakeup("w1"), .removeWakeup("w2"))
        #expect(try store.ask { try $0.dueWakeups(noon + 2, skills: ["service", "sales"], limit: 9) } == [])
    }

    @Test func `events are numbered in the order of their commits, and no number comes twice`() throws {
        func event(_ id: String) -> Event {
            Event(
                id: id, name: "ticket.closed", customer: nil, conversation: nil, source: "host",
                data: ["score": 5, "at": .timestamp(noon)], at: noon, depth: 2)
        }
        #expect(try store.ask { try $0.lastEvent() } == 0)
        store.write(.event(event("e1")), .event(event("e2")))
        var second = event("e2")
        second.sequence = 2
        #expect(try store.ask { try $0.events(after: 1, limit: 9) } == [second])
        store.write(.prune(before: noon + 1))
        store.write(.event(event("e3")))
        #expect(try store.ask { try $0.events(after: 0, limit: 9).map(\.sequence) } == [3])
        #expect(try store.ask { try $0.lastEvent() } == 3)
    }

    @Test
    func `pruning forgets traces, events and deliveries that are done, and keeps answers and what waits`()
        throws
    {
        var record = TurnRecord(id: "t1", kind: "message", at: noon)
        record.customer = "u1"
        record.context = ["secret": "trace"]
        record.answer = Answer(turn: "t1", customer: "u1", conversation: "c1", status: .bot)
        var newer = TurnRecord(id: "t2", kind: "message", at: noon + 60)
        newer.context = ["fresh": "trace"]
        var done = delivery("done", stream: "a")
        done.state = .done
        store.write(
            .turn(EncodedTurn(record)), .turn(EncodedTurn(newer)), .delivery(done),
            .delivery(delivery("waits", stream: "a")))
        store.write(.prune(before: noon + 1))
        let old = try store.ask { try $0.turn("t1") }
        #expect(old?["trace"] == nil)
        #expect(old?["answer"].flatMap(Answer.init) == record.answer)
        #expect(try store.ask { try $0.turn("t2") }?["trace"]?["context"]?["fresh"] == "trace")
        #expect(try due() == ["waits"])
    }
}
