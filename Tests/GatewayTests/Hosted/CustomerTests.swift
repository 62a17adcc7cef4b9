import ConciergeCore
import Testing

@testable import Gateway

@Suite struct CustomerTests {
    private let host: Host

    init() throws { host = try Host() }

    @Test func `PUT makes a customer, then replaces it`() throws {
        let made = try host.ask(
            "PUT", "/v1/customers/u1", ["name": "张三", "tier": "vip", "attributes": ["vat": "1"]])
        #expect(made.status == 201)
        #expect(made.header("location") == "/v1/customers/u1")
        #expect(try host.ask("GET", "/v1/customers/u1").json == made.json)
        let replaced = try host.ask("PUT", "/v1/customers/u1", ["tier": "gold"], ["if-match": "1"])
        #expect(replaced.status == 200)
        #expect(replaced.json["name"] == nil)
        #expect(replaced.json["tier"] == "gold")
        #expect(replaced.json["version"] == 2)
        #expect(try host.ask("PUT", "/v1/customers/u1", [:], ["if-match": "1"]).status == 412)
        let list = try host.ask("GET", "/v1/customers?tier=gold").json
        #expect(list["items"]?.list?.count == 1)
        #expect(try host.ask("PUT", "/v1/customers/a%20b", [:]).status == 404)
        #expect(try host.ask("GET", "/v1/customers/u2").status == 404)
    }

    @Test func `orders belong to their customer`() throws {
        let order: Value = [
            "product": "P001", "quantity": 2, "status": "paid", "paid_at": "2026-03-01", "amount": 10,
        ]
        #expect(try host.ask("PUT", "/v1/customers/u1/orders/o1", order).status == 404)
        _ = try host.ask("PUT", "/v1/customers/u1", [:])
        #expect(try host.ask("PUT", "/v1/customers/u1/orders/o1", order).status == 201)
        #expect(try host.ask("PUT", "/v1/customers/u1/orders/o1", order).status == 200)
        let orders = try host.ask("GET", "/v1/customers/u1/orders").json["items"]?.list
        #expect(orders?.count == 1)
        #expect(orders?.first?["paid_at"] == "2026-03-01T00:00:00.000Z")
        let odd = try host.ask(
            "PUT", "/v1/customers/u1/orders/o1", ["product": "P", "quantity": 1.5, "status": "paid"])
        #expect(odd.detail == "body: '/quantity' is a number; an integer was expected")
    }

    @Test func `an order that is paid was paid when it came, where nobody says when`() throws {
        let path = "/v1/customers/u1/orders/o1"
        _ = try host.ask("PUT", "/v1/customers/u1", [:])
        var order: Value = ["product": "P001", "quantity": 2, "status": "new"]
        #expect(try host.ask("PUT", path, order).json["paid_at"] == nil)
        order = ["product": "P001", "quantity": 2, "status": "paid"]
        let paid = try host.ask("PUT", path, order).json
        #expect(paid["paid_at"] == paid["updated_at"])
        #expect(try host.ask("PUT", path, order).json["paid_at"] == paid["paid_at"])
        let line =
            #"{"id": "o2", "customer": "u1", "product": "P001", "quantity": 1, "status": "paid", "shipped_at": "2026-01-05T00:00:00Z"}"#
        _ = try host.ask(
            "POST", "/v1/import/orders", raw: Array(line.utf8), ["content-type": "application/x-ndjson"])
        let orders = try host.ask("GET", "/v1/customers/u1/orders").json["items"]?.list ?? []
        #expect(orders.first { $0["id"] == "o2" }?["paid_at"] == "2026-01-05T00:00:00.000Z")
        let events = try host.store.read { try $0.events(after: 0, limit: 10) }
        #expect(events.map(\.name) == ["order.paid"])
    }

    @Test func `no order is of less than nothing`() throws {
        _ = try host.ask("PUT", "/v1/customers/u1", [:])
        let refused = try host.ask(
            "PUT", "/v1/customers/u1/orders/o1",
            ["product": "P001", "quantity": 2, "amount": -1_000_000, "status": "paid"])
        #expect(refused.status == 422)
        let mend = "is below 0; write what was asked for it, and the status 'refunded' for money given back"
        #expect(refused.detail == "body: '/amount' \(mend)")
        let line =
            #"{"id": "o1", "customer": "u1", "product": "P", "quantity": 1, "amount": -0.5, "status": "new"}"#
        let said = try host.ask(
            "POST", "/v1/import/orders", raw: Array(line.utf8), ["content-type": "application/x-ndjson"])
        #expect(said.json["errors"]?.list?.first?["detail"] == .text(mend))
        #expect(try host.ask("GET", "/v1/customers/u1/orders").json["items"] == [])
    }

    @Test func `an order is of one customer, and says what this house knows`() throws {
        for id in ["u1", "u2"] { _ = try host.ask("PUT", "/v1/customers/\(id)", [:]) }
        let order: Value = ["product": "P001", "quantity": 2, "status": "paid"]
        _ = try host.ask("PUT", "/v1/customers/u1/orders/o1", order)
        let taken = try host.ask("PUT", "/v1/customers/u2/orders/o1", order)
        #expect(taken.status == 409)
        #expect(taken.code == "order_taken")
        #expect(
            taken.detail
                == "order 'o1': customer 'u1' has it; give this one another id, or merge the two customers")
        let odd = try host.ask(
            "PUT", "/v1/customers/u1/orders/o2", ["product": "P001", "quantity": 1, "status": "paidd"])
        #expect(odd.status == 422)
        #expect(odd.detail == "body: '/status' is 'paidd', no status of an order; did you mean 'paid'?")
        let orders = try host.ask("GET", "/v1/customers/u1/orders").json["items"]?.list
        #expect(orders?.count == 1)
        #expect(try host.ask("GET", "/v1/customers/u2/orders").json["items"] == [])
    }

    @Test func `a product is one of the catalogue, where there is one`() throws {
        let host = try Host(knowledge: Shelf(ids: ["P001", "P002"]))
        _ = try host.ask("PUT", "/v1/customers/u1", [:])
        func put(_ product: String) throws -> Said {
            try host.ask(
                "PUT", "/v1/customers/u1/orders/o1",
                ["product": .text(product), "quantity": 1, "status": "paid"])
        }
        #expect(
            try put("P01").detail
                == "body: '/product' is 'P01', no product of the catalogue; import the products first, or write the id of one"
        )
        #expect(
            try put("robot P001").detail
                == "body: '/product' is 'robot P001', no product of the catalogue; did you mean 'P001'?")
        #expect(try put("P002").status == 201)
        #expect(try put("P001").status == 200)
    }

    @Test func `a house that named a status of its own takes it; tiers are those of the house`() throws {
        let host = try Host(gateway: {
            $0.names = { [.tier: ["standard", "VIP"], .orderStatus: ["in_customs"]][$0] ?? [] }
        })
        #expect(try host.ask("PUT", "/v1/customers/u1", ["tier": "vip"]).json["tier"] == "VIP")
        let odd = try host.ask("PUT", "/v1/customers/u1", ["tier": "platinum"])
        #expect(odd.status == 422)
        #expect(
            odd.detail
                == "body: '/tier' is 'platinum', no tier of this house; known are 'standard', 'VIP'")
        let order: Value = ["product": "P001", "quantity": 1, "status": "in_customs"]
        #expect(try host.ask("PUT", "/v1/customers/u1/orders/o1", order).status == 201)
        let made = try host.ask("POST", "/v1/collections/tickets", ["id": "t1", "grade": "Standard"])
        #expect(made.json["grade"] == "standard")
        #expect(
            try host.ask("PATCH", "/v1/collections/tickets/t1", ["grade": "gold"]).detail
                == "body: '/grade' is 'gold', no tier of this house; known are 'standard', 'VIP'")
        let lines = #"{"id": "u2", "tier": "standrad"}"#
        let said = try host.ask(
            "POST", "/v1/import/customers", raw: Array(lines.utf8), ["content-type": "application/x-ndjson"])
        #expect(
            said.json["errors"]?.list?.map { $0["detail"] } == [
                "is 'standrad', no tier of this house; did you mean 'standard'?"
            ])
        #expect(try host.ask("GET", "/v1/customers/u2").status == 404)
    }

    @Test func `of an order that a file gives to two customers one is taken, and each bad line is named`()
        throws
    {
        for id in ["u1", "u2"] { _ = try host.ask("PUT", "/v1/customers/\(id)", [:]) }
        let lines = """
            {"id": "o1", "customer": "u1", "product": "P", "quantity": 1, "status": "paid"}
            {"id": "o1", "customer": "u2", "product": "P", "quantity": 1, "status": "paid"}
            {"id": "o2", "customer": "u2", "product": "P", "quantity": 1, "status": "banana"}
            """
        let said = try host.ask(
            "POST", "/v1/import/orders", raw: Array(lines.utf8), ["content-type": "application/x-ndjson"])
        #expect(said.json["created"] == 1)
        #expect(
            said.json["errors"]?.list?.map { "\($0["line"]?.int ?? 0) \($0["code"]?.text ?? "")" } == [
                "2 order_taken", "3 unknown_status",
            ])
    }

    @Test func `export shows everything, erase leaves nothing`() throws {
        _ = try host.ask("PUT", "/v1/customers/u1", ["name": "张三"])
        let turn = try host.turn(["text": "我的秘密", "customer": "u1", "conversation": "c1"])
        _ = try host.ask("POST", "/v1/collections/tickets", ["id": "t1", "customer": "u1"])
        let export = try host.ask("GET", "/v1/customers/u1/export")
        #expect(export.text.contains("我的秘密"))
        #expect(export.header("content-disposition") == "attachment; filename=\"customer.json\"")
        #expect(try host.ask("DELETE", "/v1/customers/u1").status == 204)
        let id = try #require(turn["turn"]?.text)
        for path in [
            "/v1/customers/u1", "/v1/customers/u1/export", "/v1/conversations/c1", "/v1/turns/\(id)",
            "/v1/collections/tickets/t1",
        ] { #expect(try host.ask("GET", path).status == 404, "\(path)") }
        #expect(try host.ask("DELETE", "/v1/customers/u1").status == 404)
    }

    @Test func `an import takes the good lines and names each bad one`() throws {
        _ = try host.ask("PUT", "/v1/customers/u1", ["name": "张三"])
        let lines = """
            {"id": "u1", "tier": "vip"}
            {"id": "u2", "name": "李四"}

            {"id": "u 3"}
            {"id": "u4", "nmae": "x"}
            {"id": "u5"
            """
        let said = try host.ask(
            "POST", "/v1/import/customers", raw: Array(lines.utf8), ["content-type": "application/x-ndjson"])
        #expect(said.status == 200, "\(said.text)")
        #expect(said.json["created"] == 1)
        #expect(said.json["updated"] == 1)
        #expect(
            said.json["errors"]?.list?.map { "\($0["line"]?.int ?? 0) \($0["detail"]?.text ?? "")" } == [
                "4 is no id; use 1 to 128 of A-Z a-z 0-9 . _ : @ -", "5 is unknown; did you mean 'name'?",
                "6 byte 11: ',' or '}' was expected; send one JSON object a line",
            ])
        #expect(try host.ask("GET", "/v1/customers/u1").json["name"] == "张三")
    }

    @Test func `orders and agents are imported too, and one line may follow from another`() throws {
        func take(_ kind: String, _ lines: String) throws -> Value {
            try host.ask(
                "POST", "/v1/import/\(kind)", raw: Array(lines.utf8), ["content-type": "application/x-ndjson"]
            ).json
        }
        let orders = try take(
            "orders", #"{"id": "o1", "customer": "u9", "product": "P", "quantity": 1, "status": "paid"}"#)
        #expect(orders["errors"]?.list?.first?["code"] == "unknown_customer")
        #expect(try take("agents", #"{"id": "li", "name": "李工"}"#)["created"] == 1)
        #expect(try take("agents", #"{"id": "li", "name": "李工"}"#)["updated"] == 1)
        #expect(try take("products", "{}")["code"] == "not_found")
    }

    @Test func `customers come as CSV to who would rather have it; what is not there is refused`() throws {
        let host = try Host()
        _ = try host.ask("PUT", "/v1/customers/u1", ["name": "王, 女士", "attributes": ["region": "华东"]])
        let table = try host.ask("GET", "/v1/customers", nil, ["accept": "text/csv, application/json;q=0.5"])
        let lines = table.text.split(separator: "\r\n")
        #expect(
            lines.first
                == "id,name,phone,email,company,industry,tier,locale,attributes,created_at,updated_at,version"
        )
        #expect(lines.last?.hasPrefix(#"u1,"王, 女士",,,,,,,"{""region"":""华东""}","#) == true)
        let json = try host.ask("GET", "/v1/customers", nil, ["accept": "text/csv;q=0.5, application/json"])
        #expect(json.json["items"]?.list?.count == 1)
        let refused = try host.ask("GET", "/v1/customers/u1", nil, ["accept": "text/csv"])
        #expect(refused.status == 406)
        #expect(refused.detail == "accept: this address answers with 'application/json'; accept that")
    }

    @Test func `agents are made, changed and taken out`() throws {
        let li: Value = ["name": "李工", "competences": ["technical"], "capacity": 4, "presence": "online"]
        #expect(try host.ask("PUT", "/v1/agents/li", li).status == 201)
        #expect(try host.ask("PUT", "/v1/agents/li", li).status == 200)
        #expect(try host.ask("GET", "/v1/agents/li").json["competences"] == ["technical"])
        #expect(try host.ask("GET", "/v1/agents").json["items"]?.list?.count == 1)
        let odd = try host.ask("PUT", "/v1/agents/li", ["name": "x", "presence": "onlin"])
        #expect(odd.detail == "body: '/presence' is 'onlin'; did you mean 'online'?")
        #expect(try host.ask("DELETE", "/v1/agents/li").status == 204)
        let wanting = try Host(gateway: { $0.names = { $0 == .competence ? ["technical", "sales"] : [] } })
        #expect(try wanting.ask("PUT", "/v1/agents/li", li).json["warnings"] == nil)
        let slip = try wanting.ask(
            "PUT", "/v1/agents/li", ["name": "x", "competences": ["tecnical", "tea"]])
        #expect(
            slip.json["warnings"] == ["no skill hands anybody over to 'tecnical'; did you mean 'technical'?"])
        #expect(try host.ask("DELETE", "/v1/agents/li").status == 404)
    }
}
