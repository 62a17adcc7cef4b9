import ConciergeCore
import Engine
import Testing
import Threads

@testable import Gateway

@Suite struct InboxTests {
    @Test func `after a takeover the bot is silent, an agent speaks, and release gives it back`() throws {
        let host = try Host()
        try host.hire("li")
        try host.hire("wang")
        _ = try host.turn(["text": "a", "customer": "u1", "conversation": "c1"])
        let taken = try host.ask("POST", "/v1/conversations/c1/takeover", ["agent": "li"])
        #expect(taken.json["status"] == "human")
        #expect(taken.json["agent"] == "li")
        let silent = try host.turn(["text": "b", "conversation": "c1"])
        #expect(silent["replies"] == [])
        #expect(silent["conversation"]?["status"] == "human")
        let said = try host.ask("POST", "/v1/conversations/c1/messages", ["text": "我是李工", "agent": "li"])
        #expect(said.status == 201)
        #expect(said.json["author"] == "agent")
        #expect(said.json["seq"] == 5)
        let foreign = try host.ask("POST", "/v1/conversations/c1/messages", ["text": "x", "agent": "wang"])
        #expect(foreign.status == 409)
        #expect(foreign.code == "held_by_another")
        #expect(foreign.detail == "conversation 'c1' is held by 'li'; take it over first")
        #expect(try host.ask("POST", "/v1/conversations/c1/release").json["status"] == "bot")
        #expect(try host.turn(["text": "c", "conversation": "c1"])["replies"]?.list?.count == 1)
        #expect(try host.ask("POST", "/v1/conversations/c1/close", [:]).json["status"] == "closed")
        let closed = try host.ask("POST", "/v1/turns", ["text": "d", "conversation": "c1"])
        #expect(closed.code == "conversation_closed")
        #expect(try host.ask("POST", "/v1/conversations/c1/close").status == 409)
    }

    @Test func `who takes a conversation from a colleague says so, and its events tell whom he took it from`()
        throws
    {
        let host = try Host()
        for id in ["li", "wang"] { try host.hire(id) }
        _ = try host.turn(["text": "a", "customer": "u1", "conversation": "c1"])
        _ = try host.turn(["text": "a", "customer": "u1", "conversation": "c2", "channel": "webchat"])
        _ = try host.ask("POST", "/v1/conversations/c1/takeover", ["agent": "li"])
        let refused = try host.ask("POST", "/v1/conversations/c1/takeover", ["agent": "wang"])
        #expect(refused.status == 409 && refused.code == "held_by_another")
        #expect(refused.json["agent"] == "li")
        let taken = try host.ask(
            "POST", "/v1/conversations/c1/takeover", ["agent": "wang", "force": true])
        #expect(taken.json["agent"] == "wang")
        _ = try host.ask("POST", "/v1/conversations/c2/close")
        let told = try host.ask("GET", "/v1/conversations/c1/events").json["items"]?.list ?? []
        #expect(told.map { $0["name"] } == ["conversation.taken", "conversation.taken"])
        #expect(told.map { $0["data"]?["agent"] } == ["li", "wang"])
        #expect(told.map { $0["data"]?["from"] } == [nil, "li"])
        let last = try host.ask("GET", "/v1/conversations/c1/events?limit=1").json["items"]?.list
        #expect(last?.first?["data"]?["agent"] == "wang")
        #expect(try host.ask("GET", "/v1/conversations/none/events").status == 404)
    }

    @Test func `a takeover while a skill is slow turns its answer into a draft`() throws {
        let calls = Mailbox<SkillCall>()
        let host = try Host([.waiting(calls)]) {
            $0.skillDeadline = .seconds(10); $0.turnDeadline = .seconds(15)
        }
        try host.hire("li")
        let box = try host.begin("POST", "/v1/turns", ["text": "a", "customer": "u1", "conversation": "c1"])
        let first = try #require(calls.take())
        first.complete(.success(Patch()))
        _ = box.take()
        let slow = try host.begin("POST", "/v1/turns", ["text": "b", "conversation": "c1"])
        let call = try #require(calls.take())
        #expect(try host.ask("POST", "/v1/conversations/c1/takeover", ["agent": "li"]).status == 200)
        var patch = Patch()
        patch.say = [Utterance(.answer, "late")]
        call.complete(.success(patch))
        #expect(slow.take()?.json["replies"] == [])
        let drafts = try #require(try host.ask("GET", "/v1/conversations/c1/drafts").json["items"]?.list)
        #expect(drafts.map { $0["text"] } == ["late"])
        let number = try #require(drafts.first?["seq"]?.int)
        let path = "/v1/conversations/c1/drafts/\(number)"
        #expect(try host.ask("POST", path, [:]).status == 422)
        let sent = try host.ask("POST", path, ["approve": true, "text": "mended"])
        #expect(sent.json["status"] == "sent")
        #expect(sent.json["message"]?["text"] == "mended")
        #expect(sent.json["message"]?["seq"] == .int(number + 1))
        #expect(try host.ask("POST", path, ["reject": true]).status == 404)
        let messages = try host.ask("GET", "/v1/conversations/c1/messages").json["items"]?.list ?? []
        #expect(messages.map { $0["author"]?.text } == ["customer", "customer", "agent"])
    }

    @Test func `only an agent there is takes over`() throws {
        let host = try Host()
        _ = try host.turn(["text": "a", "customer": "u1", "conversation": "c1"])
        func refusal(_ agent: Value) throws -> String? {
            let said = try host.ask("POST", "/v1/conversations/c1/takeover", ["agent": agent])
            #expect(said.status == 422 && said.json["errors"]?.list?.first?["code"] == "unknown_agent")
            return said.detail
        }
        #expect(
            try refusal("li")
                == "body: '/agent' is 'li', who is no agent; there are none yet: make one with PUT /v1/agents/{id}"
        )
        for id in ["zhang", "wang-1"] { try host.hire(id) }
        #expect(try refusal("zang") == "body: '/agent' is 'zang', who is no agent; did you mean 'zhang'?")
        #expect(
            try refusal("li") == "body: '/agent' is 'li', who is no agent; known are 'wang-1', 'zhang'")
        #expect(try host.ask("GET", "/v1/conversations/c1").json["status"] == "bot")
    }

    @Test func `messages come after a place, page by page`() throws {
        let host = try Host()
        for text in ["a", "b"] {
            _ = try host.turn(["text": .text(text), "customer": "u1", "conversation": "c1"])
        }
        let first = try host.ask("GET", "/v1/conversations/c1/messages?limit=3").json
        #expect(first["items"]?.list?.map { $0["text"]?.text } == ["a", "收到：a", "b"])
        let next = try #require(first["next"]?.text)
        let second = try host.ask("GET", "/v1/conversations/c1/messages?limit=3&after=\(next)").json
        #expect(second["items"]?.list?.map { $0["text"]?.text } == ["收到：b"])
        #expect(second["next"] == .null)
        #expect(try host.ask("GET", "/v1/conversations/none/messages").status == 404)
    }

    @Test func `conversations are listed by status, customer and channel`() throws {
        let host = try Host()
        try host.hire("li")
        _ = try host.turn(["text": "a", "customer": "u1", "conversation": "c1"])
        _ = try host.turn(["text": "a", "customer": "u2", "conversation": "c2", "channel": "webchat"])
        _ = try host.ask("POST", "/v1/conversations/c2/takeover", ["agent": "li"])
        func ids(_ query: String) throws -> [String?] {
            try host.ask("GET", "/v1/conversations?\(query)").json["items"]?.list?.map { $0["id"]?.text }
                ?? []
        }
        #expect(try ids("status=human") == ["c2"])
        #expect(try ids("customer=u1") == ["c1"])
        #expect(try ids("channel=webchat") == ["c2"])
        #expect(try ids("sort=-opened_at&limit=1").count == 1)
        let odd = try host.ask("GET", "/v1/conversations?status=opn")
        #expect(odd.status == 400)
        #expect(
            odd.detail == "query: 'status' is 'opn'; it must be one of 'bot', 'queued', 'human', 'closed'")
    }

    @Test func `a conversation's stream sends what was and what comes, and goes on where it was lost`() throws
    {
        let host = try Host()
        _ = try host.turn(["text": "a", "customer": "u1", "conversation": "c1"])
        let port = host.port
        let lines = try host.follow("/v1/conversations/c1/messages", until: 14) {
            _ = try? Host.ask(
                port, token: Host.adminToken, "POST", "/v1/turns",
                JSON.encode(["text": "b", "conversation": "c1"]))
        }
        #expect(lines.filter { $0.hasPrefix("id: ") } == ["id: 1", "id: 2", "id: 3", "id: 4"])
        let again = try host.follow("/v1/conversations/c1/messages", ["last-event-id": "3"], until: 3)
        #expect(again.first == "id: 4")
        #expect(again.last?.contains("收到：b") == true)
    }

    @Test func `events are followed from the last one seen`() throws {
        let host = try Host()
        try host.hire("li")
        _ = try host.turn(["text": "a", "customer": "u1", "conversation": "c1"])
        _ = try host.ask("POST", "/v1/conversations/c1/takeover", ["agent": "li"])
        _ = try host.ask("POST", "/v1/conversations/c1/release")
        let all = try host.follow("/v1/events?after=0", until: 6)
        #expect(
            all.filter { $0.hasPrefix("event: ") } == [
                "event: conversation.taken", "event: conversation.released",
            ])
        let first = try #require(all.first?.dropFirst(4))
        let rest = try host.follow("/v1/events", ["last-event-id": String(first)], until: 3)
        #expect(rest[1] == "event: conversation.released")
        let named = try host.follow("/v1/events?after=0&name=conversation.released", until: 3)
        #expect(named == rest)
        let odd = try host.ask("GET", "/v1/events", nil, ["last-event-id": "x"])
        #expect(odd.status == 400)
    }

    @Test func `a stream ends when the gateway stops`() throws {
        let host = try Host()
        let gateway = host.gateway
        let stopper = Mailbox<Void>()
        let thread = try HostThread("stopper") {
            _ = stopper.take()
            gateway.stop(grace: .zero)
        }
        let lines = try? host.follow("/v1/events", until: 1) { stopper.put(()) }
        thread.join()
        #expect((lines ?? []).isEmpty)
    }
}
