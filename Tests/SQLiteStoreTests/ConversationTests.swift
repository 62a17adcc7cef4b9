import ConciergeCore
import SQLiteStore
import Testing

struct ConversationTests {
    let folder: TemporaryFolder
    let store: SQLiteStore

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.database)
    }

    @Test func `a conversation comes back as it went in`() throws {
        var full = conversation("c1", channel: "wechat")
        full.account = "gh_1"
        store.write(.open(full))
        full.status = .human
        full.epoch = 3
        full.agent = "li"
        full.competence = "technical"
        full.customerTurns = 7
        full.topics = ["P001", "报价"]
        full.updatedAt = noon + 60
        full.handoff = Handoff(
            .init(reason: "asked", priority: 40, note: ["since": .timestamp(noon), "order": "o1"]), at: noon)
        full.handoff.assignee = "wang"
        full.handoff.takenAt = noon + 61
        full.handoff.answeredAt = noon + 62
        full.handoff.returnsAt = noon + 1862
        store.write(.update(full, expecting: 0))
        #expect(try store.ask { try $0.conversation("c1") } == full)
        #expect(try SQLiteStore(path: folder.database).ask { try $0.conversation("c1") } == full)
        #expect(try store.ask { try $0.conversation("c2") } == nil)
    }

    @Test func `an id is taken once, and an older epoch changes nothing`() throws {
        store.write(.open(conversation("c1")))
        #expect(store.attempt(.open(conversation("c1"))) == .conflict("conversation 'c1' exists already"))
        var taken = conversation("c1")
        taken.status = .human
        taken.epoch = 1
        store.write(.update(taken, expecting: 0))
        #expect(
            store.attempt(.update(conversation("c1"), expecting: 0))
                == .conflict(
                    "conversation 'c1' was taken over, released, closed or erased meanwhile"))
        #expect(try store.ask { try $0.conversation("c1")?.status } == .human)
    }

    @Test(arguments: [true, false])
    func `who read a conversation before its last turn does not take that turn back`(isRemembered: Bool)
        throws
    {
        var store = store
        store.write(.open(conversation("c1")))
        var later = conversation("c1")
        later.customerTurns = 1
        later.topics = ["报价"]
        store.write(.update(later, expecting: 0))
        var taken = conversation("c1")
        taken.status = .human
        taken.epoch = 1
        if !isRemembered { store = try SQLiteStore(path: folder.database) }
        store.write(.update(taken, expecting: 0))
        taken.customerTurns = 1
        taken.topics = ["报价"]
        #expect(try store.ask { try $0.conversation("c1") } == taken)
        #expect(try SQLiteStore(path: folder.database).ask { try $0.conversation("c1") } == taken)
    }

    @Test func `the store numbers messages within their conversation and gives no number twice`() throws {
        store.write(
            .open(conversation("c1")), .open(conversation("c2")),
            .message(message("one", in: "c1")), .message(message("other", in: "c2")),
            .message(message("draft", in: "c1", by: .draft)))
        store.write(
            .removeMessage(conversation: "c1", sequence: 2), .message(message("three", in: "c1", by: .bot)))
        let messages = try store.ask { try $0.messages(conversation: "c1", after: 0, limit: 10) }
        #expect(messages.map(\.sequence) == [1, 3])
        #expect(messages.map(\.text) == ["one", "three"])
        #expect(
            try store.ask { try $0.messages(conversation: "c2", after: 0, limit: 10).map(\.text) } == [
                "other"
            ])
        #expect(
            store.attempt(.removeMessage(conversation: "c1", sequence: 2))
                == .conflict("message 2 of conversation 'c1' is gone"))
        #expect(
            store.attempt(.message(message("lost", in: "none")))
                == .conflict("conversation 'none' is gone, or full"))
    }

    @Test func `a message keeps all it carries`() throws {
        var full = message("您好", in: "c1", by: .bot)
        full.turn = "t1"
        full.agent = "li"
        full.kind = .offer
        full.messageID = "m1"
        full.actions = ["yes", "no"]
        full.offer = "o1"
        store.write(.open(conversation("c1")), .message(full))
        full.sequence = 1
        #expect(try store.ask { try $0.messages(conversation: "c1", after: 0, limit: 1) } == [full])
    }

    @Test func `recent messages are the last ones, oldest first, without drafts`() throws {
        store.write(.open(conversation("c1")))
        for number in 1...9 {
            store.write(
                .message(message("\(number)", in: "c1", by: number.isMultiple(of: 3) ? .draft : .customer)))
        }
        #expect(try store.ask { try $0.recent(conversation: "c1", limit: 3).map(\.text) } == ["5", "7", "8"])
        #expect(
            try store.ask { try $0.messages(conversation: "c1", after: 4, limit: 2).map(\.text) } == [
                "5", "6",
            ])
    }

    @Test func `the newest open conversation of a customer on a channel is found`() throws {
        var later = conversation("c2")
        later.openedAt = noon + 60
        var closed = conversation("c3")
        closed.openedAt = noon + 120
        closed.status = .closed
        store.write(
            .open(conversation("c1")), .open(later), .open(closed),
            .open(conversation("c4", channel: "wechat")),
            .open(conversation("c5", of: "u2")))
        let found = try store.ask { try $0.openConversation(customer: "u1", channel: "rest", account: "") }
        #expect(found?.id == "c2")
    }

    @Test func `a message is received once, whoever asks`() throws {
        let key = InboundKey(channel: "rest", scope: "c1", messageID: "m1")
        let outcomes = store.commit([
            Commit([.open(conversation("c1")), .receive(key, turn: "t1")]),
            Commit([.receive(key, turn: "t2"), .message(message("again", in: "c1"))]),
        ])
        #expect(outcomes == [.committed, .conflict("message 'm1' was received before")])
        #expect(try store.ask { try $0.turn(for: key) } == "t1")
        #expect(try store.ask { try $0.recent(conversation: "c1", limit: 9) } == [])
    }

    @Test func `a turn and its answer are recorded once`() throws {
        var answer = Answer(turn: "t1", customer: "u1", conversation: "c1", status: .bot)
        answer.replies = [Utterance(.answer, "50000")]
        var record = TurnRecord(id: "t1", kind: "message", at: noon)
        record.customer = "u1"
        record.conversation = "c1"
        record.answer = answer
        record.context = ["order.due": .timestamp(noon), "$timestamp": 5]
        store.write(.open(conversation("c1")), .turn(EncodedTurn(record)))
        var expected = try JSON.decode(EncodedTurn(record).record).map
        expected?["answer"] = answer.value
        #expect(try store.ask { try $0.turn("t1")?.map } == expected)
        #expect(try store.ask { try $0.turn("t1")?["answer"].flatMap(Answer.init) } == answer)
        #expect(store.attempt(.turn(EncodedTurn(record))) == .conflict("turn 't1' was committed before"))
        #expect(try store.ask { try $0.lastTurn() } == "t1")
    }
}
