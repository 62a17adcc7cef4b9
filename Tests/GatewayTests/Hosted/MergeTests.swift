import ConciergeCore
import Engine
import Testing

@testable import Gateway

@Suite struct MergeTests {
    private let host: Host

    init() throws {
        host = try Host()
        _ = try host.ask("PUT", "/v1/customers/u1", ["name": "王伟"])
        _ = try host.ask("PUT", "/v1/customers/u2", ["name": "Wei", "phone": "138"])
        _ = try host.turn(["text": "你好", "customer": "u2", "conversation": "c2"])
    }

    @Test func `two customers become one, as previewed, and are parted again`() throws {
        let path = "/v1/customers/u1/merge"
        let preview = try host.ask("POST", path, ["other": "u2", "preview": true])
        #expect(preview.status == 200)
        #expect(preview.json["merge"] == nil)
        #expect(preview.json["moves"]?["conversations"] == 1)
        #expect(preview.json["fills"] == ["phone": "138"])
        #expect(preview.json["conflicts"] == [["field": "name", "kept": "王伟", "aside": "Wei"]])
        #expect(try host.ask("GET", "/v1/customers/u2").json["name"] == "Wei")
        let merged = try host.ask("POST", path, ["other": "u2", "by": "li"])
        #expect(merged.json["moves"] == preview.json["moves"])
        let id = try #require(merged.json["merge"]?.text)
        #expect(try host.ask("GET", "/v1/conversations/c2").json["customer"] == "u1")
        #expect(try host.ask("GET", "/v1/customers/u2").json["id"] == "u1")
        #expect(try host.turn(["text": "还在吗", "customer": "u2"])["customer"] == "u1")
        let put = try host.ask("PUT", "/v1/customers/u2", ["name": "x"])
        #expect(put.status == 409)
        #expect(
            put.detail
                == "path: 'u2' was merged into 'u1'; change that one, or undo the merge first")
        let order: Value = ["product": "P1", "quantity": 1, "status": "paid"]
        #expect(try host.ask("PUT", "/v1/customers/u2/orders/o1", order).json["customer"] == "u1")
        #expect(
            try host.ask("GET", "/v1/merges?customer=u1").json["items"]?.list?.map { $0["merge"] } == [
                .text(id)
            ])
        #expect(try host.ask("DELETE", "/v1/merges/\(id)").json["other"] == "u2")
        #expect(try host.ask("GET", "/v1/conversations/c2").json["customer"] == "u2")
        #expect(try host.ask("GET", "/v1/customers/u1").json["phone"] == nil)
        #expect(try host.ask("GET", "/v1/merges").json["items"] == [])
        let again = try host.ask("DELETE", "/v1/merges/\(id)")
        #expect(again.status == 404)
        #expect(again.detail == "path: no merge '\(id)'; list them with GET /v1/merges")
    }

    @Test(
        arguments: [
            (["other": "u1"], 409, "body: 'u1' is one customer already; name another"),
            (["other": "u9"], 404, "path: no customer 'u9'; list them with GET /v1/customers"),
            ([:], 422, "body: '/other' is missing; an id was expected"),
        ] as [(Value, Int, String)])
    func `what cannot be merged is said`(body: Value, status: Int, detail: String) throws {
        let said = try host.ask("POST", "/v1/customers/u1/merge", body)
        #expect(said.status == status)
        #expect(said.detail == detail)
    }

    @Test func `skills hear of a paid order once, and of an import only when it was asked for`() throws {
        func heard() throws -> Int {
            let feed = try host.engine.store.read { try $0.events(after: 0, limit: 100) }
            return feed.filter { $0.name == "order.paid" && $0.customer == "u1" }.count
        }
        let open: Value = ["product": "P1", "quantity": 1, "status": "pending"]
        let paid: Value = ["product": "P1", "quantity": 1, "status": "paid", "paid_at": "2026-03-01"]
        for (order, events) in [(open, 0), (paid, 1), (paid, 1), (open, 1), (paid, 2)] {
            _ = try host.ask("PUT", "/v1/customers/u1/orders/o1", order)
            #expect(try heard() == events)
        }
        for (query, events) in [("", 2), ("?events=true", 3)] {
            let line =
                #"{"customer": "u1", "id": "o\#(events)", "product": "P1", "quantity": 1, "status": "paid", "paid_at": "2026-03-01"}"#
            let said = try host.ask(
                "POST", "/v1/import/orders" + query, raw: Array(line.utf8),
                ["content-type": "application/x-ndjson"])
            #expect(said.json["created"] == 1, "\(said.text)")
            #expect(try heard() == events)
        }
    }
}
