import ConciergeCore
import Testing
import Unix

@Suite struct ImportTests {
    @Test func `good lines are taken in, and every refused one is reported with its reason`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        try installation.write(
            "customers.csv",
            """
            id,name,tier,attributes.region
            u1,王女士,VIP,华东
            ,Nobody,,
            u2,"Smith, John",gold,
            u3,too,many,fields,here

            """)
        let outcome = try installation.run("import", "customers", "customers.csv", "--report", "refused.txt")
        #expect(outcome.ending == .exit(1))
        let refused = try Files.text(installation.path("refused.txt")).split(separator: "\n").map(String.init)
        #expect(refused.count == 2)
        #expect(refused.first?.hasPrefix("customers.csv:3: ") ?? false)
        #expect(
            refused.last
                == "customers.csv:5: 5 fields where the first line has 4; add or remove commas")
        #expect(outcome.output.contains("2 taken in, 2 refused\n"))
        let host = try RunningHost(installation)
        let customer = host.ask("GET", "/v1/customers/u1")?.body
        #expect(customer?["name"] == "王女士")
        #expect(customer?["attributes"]?["region"] == "华东")
        #expect(host.ask("GET", "/v1/customers/u2")?.body["name"] == "Smith, John")
    }

    @Test(arguments: [
        ("customers", "id,nmae\nu1,a\nu2,b\n", ["1: unknown column 'nmae'; did you mean 'name'?"]),
        (
            "customers", "\n\nid,colour,attributes.size,attributes\n",
            [
                "3: unknown column 'colour'; known are 'id', 'name', 'phone', 'email', 'company', 'industry', 'tier', 'locale', and 'attributes.X'",
                "3: unknown column 'attributes'; known are 'id', 'name', 'phone', 'email', 'company', 'industry', 'tier', 'locale', and 'attributes.X'",
            ]
        ),
        (
            "orders", "id,product,quantty,status\no1,P1,1,paid\n",
            [
                "1: unknown column 'quantty'; did you mean 'quantity'?",
                "1: no column 'customer'; every line needs one",
            ]
        ),
        ("agents", "ID,name\n", ["1: unknown column 'ID'; did you mean 'id'?"]),
        ("products", "id,nmae,colour\nP1,Robot,red\n", ["1: no column 'name'; rename 'nmae', if that is it"]),
    ])
    func `what is wrong with the columns is said once, and nothing is taken in`(
        kind: String, table: String, faults: [String]
    ) throws {
        let installation = try Installation()
        defer { installation.remove() }
        try installation.write("table.csv", table)
        let outcome = try installation.run("import", kind, "table.csv")
        #expect(outcome.ending == .exit(1))
        #expect(outcome.output == faults.map { "error: table.csv:\($0)\n" }.joined())
    }

    @Test func `importing again changes nothing, also beside a running host`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        try installation.write("customers.jsonl", #"{"id": "u1", "name": "王女士"}"# + "\n")
        try installation.write(
            "orders.csv", "customer,id,product,quantity,amount,status\nu1,o1,P001,2,100000,paid\n")
        #expect(try installation.run("import", "customers", "customers.jsonl").isSuccess)
        let host = try RunningHost(installation)
        for _ in 0..<2 {
            let outcome = try installation.run("import", "orders", "orders.csv")
            #expect(outcome.output == "1 taken in, 0 refused\n")
        }
        let orders = host.ask("GET", "/v1/customers/u1/orders")?.body["items"]?.list
        #expect(orders?.count == 1)
        #expect(orders?.first?["quantity"] == 2)
    }

    @Test func `an order says what is known, and a line with two faults is one line`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        try Files.makeFolders(installation.path("knowledge"))
        try installation.write("knowledge/shop.yaml", "products: [{ id: P001, name: Robot, price: 5 }]\n")
        try installation.write("customers.csv", "id,name\nu1,A\nu2,B\n")
        #expect(try installation.run("import", "customers", "customers.csv").isSuccess)
        try installation.write(
            "orders.csv",
            """
            customer,id,product,quantity,status
            u1,o1,P001,1,paid
            u1,o2,Robot,1,shiped
            u2,o1,P001,1,paid

            """)
        let outcome = try installation.run("import", "orders", "orders.csv")
        #expect(outcome.ending == .exit(1))
        for line in [
            "orders.csv:3: 'status' is 'shiped', no status of an order; did you mean 'shipped'?",
            "orders.csv:3: 'product' is 'Robot', no product of the catalogue; did you mean 'P001'?",
            "orders.csv:4: order 'o1': customer 'u1' has it; give this one another id, or merge the two customers",
            "1 taken in, 2 refused",
            "error: orders.csv: 2 of 3 lines were refused; mend them and import again",
        ] { #expect(outcome.output.contains(line + "\n"), "\(outcome.output)") }
    }

    @Test func `products become knowledge, but never over what was written by hand`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        try installation.write(
            "products.csv", "id,name,price,related_products\nP001,工业机器人,50000,P002;P003\n")
        #expect(try installation.run("import", "products", "products.csv").isSuccess)
        #expect(
            try Files.text(installation.path("knowledge/products.yaml")) == """
                # Written by 'concierge import products'; the next import writes it anew.
                products:
                  - {"id":"P001","name":"工业机器人","price":50000,"related_products":["P002","P003"]}

                """)
        try installation.write("knowledge/products.yaml", "products: []\n")
        let outcome = try installation.run("import", "products", "products.csv")
        #expect(outcome.ending == .exit(1))
        #expect(
            outcome.output
                == "error: knowledge/products.yaml: written by hand, so it is left alone; move it away, then import again\n"
        )
    }
}
