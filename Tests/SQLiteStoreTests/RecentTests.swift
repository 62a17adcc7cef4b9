import ConciergeCore
import Testing

@testable import SQLiteStore

struct RecentTests {
    let folder: TemporaryFolder
    let store: SQLiteStore

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.database)
        try store.declare([
            CollectionDeclaration(name: "leads", fields: ["open": .init(type: .text, isUnique: true)])
        ])
    }

    @Test func `what was found is kept until another generation has come and gone`() {
        let recent = Recent<String, Int>(generation: 2)
        for (number, key) in ["a", "b", "c"].enumerated() { recent.found(number, for: key, since: 0) }
        #expect(["a", "b", "c"].map { recent[$0] } == [0, 1, 2])
        for key in ["d", "e", "f", "g"] { recent.found(9, for: key, since: 0) }
        #expect(recent["a"] == nil)
        #expect(recent["g"] == 9)
    }

    @Test func `what an older view shows does not replace what was committed since`() {
        let recent = Recent<String, Int>()
        recent.changed("a", to: 2, by: 7)
        recent.found(1, for: "a", since: 6)
        #expect(recent["a"] == 2)
        recent.changed("a", to: nil, by: 8)
        recent.found(1, for: "a", since: 7)
        #expect(recent["a"] == nil)
        recent.found(3, for: "a", since: 8)
        #expect(recent["a"] == 3)
        recent.forgetAll(9)
        recent.found(3, for: "a", since: 8)
        #expect(recent["a"] == nil)
    }

    /// Each is read before, so that it is remembered, and read by a store of its own after.
    @Test func `what is remembered is what the file holds, after every kind of write`() throws {
        var customer = Customer(id: "u1", createdAt: noon)
        store.write(
            .customer(customer, expecting: 0), .open(conversation("c1")), .context(customer: "u1", ["a": 1]))
        var lead = Document(collection: "leads", id: "l1", customer: "u1", body: ["open": "u1"], at: noon)
        store.write(.document(lead, expecting: 0))
        try expectSame()

        customer.name = "王伟"
        var taken = conversation("c1")
        taken.status = .human
        taken.agent = "anna"
        taken.epoch = 1
        lead.body = ["open": "u2", "score": .double(.infinity), "at": .timestamp(noon)]
        lead.updatedAt = noon + 5
        var agent = Agent(id: "anna", name: "Anna", competences: ["sales"], capacity: 2, presence: .online)
        store.write(
            .customer(customer, expecting: 1), .update(taken, expecting: 0),
            .context(customer: "u1", ["a": .double(-.infinity), "b": .bytes([1, 2])]),
            .document(lead, expecting: 1), .agent(agent))
        try expectSame()

        taken.status = .closed
        taken.epoch = 2
        agent.presence = .away
        store.write(
            .agent(agent),
            .update(taken, expecting: 1), .open(conversation("c2")),
            .removeDocument(collection: "leads", id: "l1", expecting: 2))
        try expectSame()

        store.write(
            .customer(customer, expecting: nil), .context(customer: "u1", [:]), .removeAgent("anna"))
        try expectSame()
        store.write(.erase(customer: "u1"))
        try expectSame()
        #expect(try store.ask { try $0.customer("u1") } == nil)
    }

    private func expectSame(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let other = try SQLiteStore(path: folder.database)
        for _ in 1...2 {
            #expect(try facts(of: store) == facts(of: other), sourceLocation: sourceLocation)
        }
    }

    private struct Facts: Equatable {
        var customer: Customer?
        var context: [String: Value]
        var conversations: [Conversation?]
        var open: Conversation?
        var count: Int64
        var agents: [Agent]
        var lead: Document?
    }

    private func facts(of store: SQLiteStore) throws -> Facts {
        try store.ask { reader in
            Facts(
                customer: try reader.customer("u1"), context: try reader.context(customer: "u1"),
                conversations: [try reader.conversation("c1"), try reader.conversation("c2")],
                open: try reader.openConversation(customer: "u1", channel: "rest", account: ""),
                count: try reader.conversationCount(customer: "u1"), agents: try reader.agents(),
                lead: try reader.document("leads", "l1"))
        }
    }

    @Test func `who meets a conflict finds what the file holds, whoever wrote it`() throws {
        let lead = Document(collection: "leads", id: "l1", customer: nil, body: ["open": "u1"], at: noon)
        store.write(.document(lead, expecting: 0))
        let stranger = try SQLiteStore(path: folder.database)
        stranger.write(.document(lead, expecting: 1))
        #expect(try store.ask { try $0.document("leads", "l1")?.version } == 1)
        #expect(store.attempt(.document(lead, expecting: 1)) != .committed)
        #expect(try store.ask { try $0.document("leads", "l1")?.version } == 2)
    }

    @Test func `an erasure in the same batch counts for those behind it`() throws {
        store.write(.customer(Customer(id: "u1", createdAt: noon), expecting: 0))
        let outcomes = store.commit([
            Commit([.erase(customer: "u1")]),
            Commit([.require(customer: "u1"), .context(customer: "u1", ["a": 1])]),
        ])
        #expect(outcomes == [.committed, .conflict("customer 'u1' is not there")])
        #expect(try store.ask { try $0.context(customer: "u1") } == [:])
    }

    @Test func `a field that is searched is found under its new value`() throws {
        var lead = Document(
            collection: "leads", id: "l1", customer: nil, body: ["open": "u1", "n": 1], at: noon)
        store.write(.document(lead, expecting: 0))
        for (version, name) in [(1, "u1"), (2, "u2"), (3, "u2"), (4, "u1")] {
            lead.body = ["open": .text(name), "n": .int(Int64(version))]
            store.write(.document(lead, expecting: Int64(version)))
            var query = Query()
            query.filters = [.init(field: "open", operator: .eq, value: .text(name))]
            #expect(try store.ask { try $0.documents("leads", query).items.map(\.body) } == [lead.body])
        }
    }

    @Test func `a text that is spelled with other bytes is found by these`() throws {
        var lead = Document(
            collection: "leads", id: "l1", customer: nil, body: ["open": "caf\u{e9}"], at: noon)
        store.write(.document(lead, expecting: 0))
        lead.body = ["open": "cafe\u{301}"]
        store.write(.document(lead, expecting: 1))
        var query = Query()
        query.filters = [.init(field: "open", operator: .eq, value: "cafe\u{301}")]
        #expect(try store.ask { try $0.documents("leads", query).items.map(\.version) } == [2])
    }

    @Test func `large documents are not kept in memory`() {
        #expect(["text": .text(String(repeating: "x", count: 6000))].isSmall)
        #expect(!["text": .text(String(repeating: "x", count: 9000))].isSmall)
        #expect(!["list": .list([Value](repeating: .null, count: 600))].isSmall)
    }
}
