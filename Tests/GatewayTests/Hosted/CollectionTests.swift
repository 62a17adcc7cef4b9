import ConciergeCore
import Testing

@testable import Gateway

@Suite struct CollectionTests {
    private let host: Host

    init() throws {
        host = try Host()
        _ = try host.ask("PUT", "/v1/customers/u1", [:])
    }

    private func make(_ body: Value, in collection: String = "tickets") throws -> Value {
        let said = try host.ask("POST", "/v1/collections/\(collection)", body)
        try #require(said.status == 201, "\(said.text)")
        return said.json
    }

    @Test func `a document is made, read and listed`() throws {
        let made = try host.ask(
            "POST", "/v1/collections/tickets",
            ["id": "t1", "customer": "u1", "subject": "漏油", "due": "2026-03-11T10:00:00+08:00"])
        #expect(made.status == 201)
        #expect(made.header("location") == "/v1/collections/tickets/t1")
        #expect(made.header("etag") == "\"1\"")
        #expect(made.json["status"] == "open")
        #expect(made.json["due"] == "2026-03-11T02:00:00.000Z")
        #expect(try host.ask("GET", "/v1/collections/tickets/t1").json == made.json)
        #expect(try host.ask("GET", "/v1/collections/tickets").json == ["items": [made.json], "next": .null])
        #expect(try host.ask("POST", "/v1/collections/tickets", ["id": "t1"]).code == "exists")
        let nobodys = try host.ask("POST", "/v1/collections/tickets", ["customer": "u9"])
        #expect(nobodys.status == 422)
        #expect(nobodys.detail == "body: '/customer' names no customer 'u9'; PUT the customer first")
        #expect(try host.ask("GET", "/v1/collections/nothing").status == 404)
        #expect(try host.ask("GET", "/v1/collections/tickets/t2").status == 404)
        let names = try host.ask("GET", "/v1/collections").json["items"]?.list?.map { $0["name"] }
        #expect(names == ["contacts", "gaps", "leads", "tickets"])
    }

    @Test func `of what a customer has one at a time there is no second`() throws {
        let path = "/v1/collections/leads"
        let first = try host.ask("POST", path, ["customer": "u1", "note": "a"])
        #expect(first.status == 201)
        let id = try #require(first.json["id"]?.text)
        let again = try host.ask("POST", path, ["customer": "u1", "note": "a"])
        #expect(again.status == 409 && again.code == "exists")
        #expect(
            again.detail
                == "body: customer 'u1' has lead '\(id)', which is 'new'; PATCH that one instead")
        func move(_ id: String, to state: String) throws -> Int {
            try host.ask("POST", "\(path)/\(id)/transitions", ["to": .text(state)]).status
        }
        #expect(try move(id, to: "asked") == 200)
        #expect(try host.ask("POST", path, ["customer": "u1"]).status == 409)
        #expect(try move(id, to: "lost") == 200)
        #expect(try host.ask("POST", path, ["customer": "u1"]).status == 201)
        #expect(try move(id, to: "new") == 409)
        #expect(try host.ask("POST", path, ["note": "nobody's"]).status == 201)
        #expect(try host.ask("POST", path, ["note": "nobody's"]).status == 201)
    }

    @Test func `PATCH changes declared writable fields of the version that was read`() throws {
        _ = try make(["id": "t1", "subject": "a", "due": "2026-03-11"])
        let path = "/v1/collections/tickets/t1"
        let changed = try host.ask("PATCH", path, ["priority": 3], ["if-match": "\"1\""])
        #expect(changed.status == 200)
        #expect(changed.json["version"] == 2)
        #expect(changed.json["priority"] == 3)
        #expect(changed.json["subject"] == "a")
        let stale = try host.ask("PATCH", path, ["priority": 4], ["if-match": "1"])
        #expect(stale.status == 412)
        #expect(
            stale.detail == "if-match: the document is version 2 by now; read it again and repeat the change")
        #expect(try host.ask("PATCH", path, ["subject": .null]).json["subject"] == nil)
        #expect(try host.ask("PATCH", path, [:]).json["version"] == 3)
    }

    @Test(arguments: [
        (#"{"status": "closed"}"#, "use_transition", "use_transition", "/status"),
        (#"{"score": 1}"#, "invalid", "read_only", "/score"),
        (#"{"id": "x"}"#, "invalid", "read_only", "/id"),
        (#"{"subjct": "x"}"#, "invalid", "unknown_field", "/subjct"),
        (#"{"priority": "high"}"#, "invalid", "wrong_type", "/priority"),
    ]) func `PATCH names what may not be written`(
        body: String, code: String, problem: String, pointer: String
    ) throws {
        _ = try make(["id": "t1"])
        let said = try host.ask("PATCH", "/v1/collections/tickets/t1", raw: Array(body.utf8))
        #expect(said.status == 422)
        #expect(said.code == code)
        #expect(said.json["errors"]?.list?.first?["code"] == .text(problem))
        #expect(said.json["errors"]?.list?.first?["pointer"] == .text(pointer))
    }

    @Test func `a transition follows the declared states, and becomes an event`() throws {
        _ = try make(["id": "t1", "customer": "u1"])
        let path = "/v1/collections/tickets/t1/transitions"
        let moved = try host.ask("POST", path, ["to": "pending", "reason": "waits", "by": "li"])
        #expect(moved.json["status"] == "pending")
        #expect(
            try host.ask("POST", "/v1/tickets/t1/transitions", ["to": "closed"]).json["status"] == "closed")
        let refused = try host.ask("POST", path, ["to": "open"])
        #expect(refused.status == 409)
        #expect(refused.code == "invalid_transition")
        #expect(refused.json["allowed"] == [])
        #expect(refused.detail == "body: cannot go from 'closed' to 'open'; no state follows it")
        let events = try host.store.read { try $0.events(after: 0, limit: 10) }
        #expect(events.map(\.name) == ["ticket.created", "ticket.pending", "ticket.closed"])
        #expect(events[1].data["by"] == "li")
        #expect(events[1].data["reason"] == "waits")
        #expect(events[1].customer == "u1")
        #expect(try host.ask("POST", "/v1/tickets/none/transitions", ["to": "open"]).status == 404)
        #expect(try host.ask("POST", "/v1/leads/t1/transitions", ["to": "open"]).status == 404)
    }

    @Test(arguments: [
        ("clsed", "did you mean 'closed'?"), ("gone", "no such state; allowed: 'pending', 'closed'"),
        ("kept", "allowed: 'pending', 'closed'"),
        ("joined", "'joined' is for the skill alone; allowed: 'pending', 'closed'"),
    ]) func `what is no way is said with the way there is`(to: String, mend: String) throws {
        _ = try make(["id": "t1"])
        let refused = try host.ask("POST", "/v1/tickets/t1/transitions", ["to": .text(to)])
        #expect(refused.detail == "body: cannot go from 'open' to '\(to)'; \(mend)")
    }

    @Test func `a document is given to an agent there is`() throws {
        for id in ["li", "wang"] { try host.hire(id) }
        #expect(try make(["id": "t1", "owner": "li"])["owner"] == "li")
        let refused = try host.ask("PATCH", "/v1/collections/tickets/t1", ["owner": "wnag"])
        #expect(refused.status == 422)
        #expect(refused.detail == "body: '/owner' is 'wnag', who is no agent; did you mean 'wang'?")
        #expect(try host.ask("PATCH", "/v1/collections/tickets/t1", ["owner": "wang"]).status == 200)
        #expect(try host.ask("PATCH", "/v1/collections/tickets/t1", ["owner": .null]).status == 200)
    }

    @Test func `a value that is pinned stays until it is released`() throws {
        _ = try make(["id": "t1", "subject": "a", "sources": ["subject": ["pinned": true]]])
        let refused = try host.ask("PATCH", "/v1/collections/tickets/t1", ["subject": "b"])
        #expect(refused.status == 409 && refused.code == "pinned")
        #expect(
            refused.detail
                == "body: 'subject' is pinned by staff; release it first, with the action of the skill that pins it"
        )
        #expect(try host.ask("PATCH", "/v1/collections/tickets/t1", ["subject": "a"]).status == 200)
        #expect(try host.ask("PATCH", "/v1/collections/tickets/t1", ["priority": 2]).status == 200)
    }

    @Test func `a unique value is taken once`() throws {
        _ = try make(["id": "a", "email": "x@example.com"], in: "contacts")
        let second = try host.ask("POST", "/v1/collections/contacts", ["id": "b", "email": "x@example.com"])
        #expect(second.status == 409)
        #expect(second.code == "unique_taken")
        #expect(
            second.detail
                == "body: 'email' is taken by contact 'a'; change that one, or use another value")
        _ = try make(["id": "b", "email": "y@example.com"], in: "contacts")
        #expect(try host.ask("PATCH", "/v1/collections/contacts/b", ["email": "x@example.com"]).status == 409)
        #expect(try host.ask("PATCH", "/v1/collections/contacts/a", ["email": "x@example.com"]).status == 200)
    }

    @Test func `lists are filtered, sorted and read page by page`() throws {
        for (id, priority) in [("t1", 3), ("t2", 1), ("t3", 2)] {
            _ = try make(["id": .text(id), "priority": .int(Int64(priority)), "customer": "u1"])
        }
        func ids(_ query: String) throws -> [String?] {
            try host.ask("GET", "/v1/collections/tickets?\(query)").json["items"]?.list?
                .map { $0["id"]?.text } ?? []
        }
        #expect(try ids("sort=priority") == ["t2", "t3", "t1"])
        #expect(try ids("sort=-priority&priority%5Bgte%5D=2") == ["t1", "t3"])
        #expect(try ids("priority[lt]=2&status=open&customer=u1") == ["t2"])
        let first = try host.ask("GET", "/v1/collections/tickets?sort=priority&limit=2").json
        let next = try #require(first["next"]?.text)
        #expect(try ids("sort=priority&limit=2&cursor=\(next)") == ["t1"])
    }

    @Test(arguments: [
        (
            "colour=red",
            "query: 'colour' is unknown; tickets can be filtered by 'id', 'customer', 'created_at', 'updated_at', 'priority', 'status'"
        ),
        (
            "subject=x",
            "query: 'subject' is not indexed; tickets can be filtered by 'id', 'customer', 'created_at', 'updated_at', 'priority', 'status'"
        ),
        ("prioriy=1", "query: 'prioriy' is unknown; did you mean 'priority'?"),
        ("priority=high", "query: 'priority' is no int; mend its value"),
        ("priority[about]=1", "query: 'about' compares nothing; known are 'eq', 'gt', 'gte', 'lt', 'lte'"),
        ("limit=501", "query: 'limit' is 501; it must be from 1 to 500"),
        ("limit=5&limit=6", "query: 'limit' stands twice; send it once"),
    ]) func `a query that cannot be is refused`(query: String, detail: String) throws {
        let said = try host.ask("GET", "/v1/collections/tickets?\(query)")
        #expect(said.status == 400)
        #expect(said.detail == detail)
    }

    @Test(arguments: ["sort=subject", "cursor=abc"]) func `what only the store can judge is 400 too`(
        query: String
    ) throws {
        let said = try host.ask("GET", "/v1/collections/tickets?\(query)")
        #expect(said.status == 400)
        #expect(said.code == "bad_query")
    }

    @Test func `a spreadsheet gets CSV that it cannot run`() throws {
        _ = try make(["id": "t1", "subject": "=1+1", "priority": 2])
        _ = try make(["id": "t2", "subject": "a, \"b\""])
        let said = try host.ask("GET", "/v1/collections/tickets?sort=id", nil, ["accept": "text/csv"])
        #expect(said.header("content-type") == "text/csv; charset=utf-8; header=present")
        let lines = said.text.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(
            lines[0]
                == "id,version,created_at,updated_at,customer,due,grade,owner,priority,score,sources,status,subject"
        )
        #expect(lines[1].hasSuffix(",,,,2,,,open,'=1+1"))
        #expect(lines[2].hasSuffix(#",,,,,open,"a, ""b""""#))
        #expect(lines.count == 4)
    }

    @Test func `the next page of a CSV asks for the same`() throws {
        for number in 1...3 { _ = try make(["id": .text("t\(number)"), "priority": 2]) }
        var path = "/v1/collections/tickets?sort=-id&priority%5Bgte%5D=2&limit=2"
        let first = try host.ask("GET", path, nil, ["accept": "text/csv"])
        let link = try #require(first.header("link"))
        #expect(link.hasPrefix("<\(path)&cursor=") && link.hasSuffix(">; rel=\"next\""))
        path = String(link.dropFirst().prefix { $0 != ">" })
        let second = try host.ask("GET", path, nil, ["accept": "text/csv"])
        #expect(second.text.split(separator: "\r\n").dropFirst().map { $0.prefix(2) } == ["t1"])
        #expect(second.header("link") == nil)
    }
}
