import ConciergeCore
import ConfigurationFile
import Knowledge
import Testing
import Unix

@testable import concierge

@Suite struct DemoTests {
    private static let folder = DemoFolder(path: Installation.repository + "/demo")
    /// A Wednesday.
    private static let day = Timestamp(milliseconds: 1_773_158_400_000)
    private static let knowledge = folder.knowledge

    private static func shop(seed: Int = 1) throws -> DemoShop { try folder.shop(seed: seed, day: day) }

    private static func tables(seed: Int, count: Int) throws -> [String] {
        let home = try Files.temporaryFolder("concierge-demo")
        defer { try? Files.removeTree(home) }
        try DemoIntake(shop: shop(seed: seed), count: count, folder: home).write { _ in }
        return try ["customers", "orders"].map { try Files.text("\(home)/demo/\($0).csv") }
    }

    /// `50,000` as a number.
    private func number(_ text: Substring) -> Double? { Double(text.filter { $0 != "," } as String) }

    @Test func `the same seed makes the same files, another one others, and more are more of the same`()
        throws
    {
        let tables = try Self.tables(seed: 1, count: 60)
        #expect(try Self.tables(seed: 1, count: 60) == tables)
        #expect(try Self.tables(seed: 2, count: 60) != tables)
        let more = try Self.tables(seed: 1, count: 90)
        #expect(zip(more, tables).allSatisfy { $0.hasPrefix($1) && $0 != $1 })
    }

    @Test func `sixty products in six categories, each whole and in both languages`() {
        let products = Self.knowledge.products
        #expect(products.count == 60)
        #expect(Set(products.compactMap(\.category)).count == 6)
        let ids = Set(products.map(\.id))
        for product in products {
            let texts = [product.name.texts, product.description.texts]
            #expect(texts.allSatisfy { $0["zh"] != nil && $0["en"] != nil }, "\(product.id)")
            #expect(product.price ?? 0 > 0 && product.currency == "CNY", "\(product.id)")
            #expect(product.stock != nil && product.leadTimeDays != nil, "\(product.id)")
            #expect(!product.related.isEmpty && ids.isSuperset(of: product.related), "\(product.id)")
            #expect(!product.related.contains(product.id) && !product.industries.isEmpty, "\(product.id)")
        }
        let robot = products.first { $0.id == "P001" }
        #expect(robot?.name.texts["zh"] == "工业机器人" && robot?.price == 50000)
        #expect(robot?.description.texts["zh"] == "高精度六轴机器人" && robot?.related == ["P002", "P003"])
    }

    @Test func `a hundred and fifty answers in both languages, about products there are`() {
        let answers = Self.knowledge.answers
        #expect(answers.count == 150)
        let ids = Set(Self.knowledge.products.map(\.id))
        for entry in answers {
            #expect(entry.answer.zh != nil && entry.answer.en != nil, "\(entry.id)")
            #expect(entry.topic.map(ids.contains) ?? true, "\(entry.id)")
        }
        let said = Dictionary(answers.map { ($0.question, $0.answer.zh) }) { first, _ in first }
        #expect(said["如何重置密码"] == "请访问 https://example.com/reset")
        #expect(said["工作时间"] == "我们的工作时间是周一至周五 9:00-18:00")
        #expect(said["退款政策"] == "请查看我们的退款政策页面")
        #expect(Self.knowledge.products.count(where: \.isOnSale) == 59)
        #expect(answers.first { $0.id == "company-who" }?.answer.zh?.contains("59 个在售产品") == true)
    }

    /// Every sum in an answer about a product is the price of one that the answer names.
    @Test func `what an answer says of a price is what the catalogue says`() {
        var checked = 0
        for entry in Self.knowledge.answers where entry.topic != nil {
            let (zh, en) = (entry.answer.zh ?? "", entry.answer.en ?? "")
            let named = Self.knowledge.products.filter { zh.contains($0.name.texts["zh"] ?? "-") }
            let prices = Set(named.compactMap(\.price))
            let sums = zh.matches(of: /([0-9,]+) 元/).map(\.1) + en.matches(of: /CNY ([0-9,]*[0-9])/).map(\.1)
            for sum in sums {
                #expect(number(sum).map(prices.contains) == true, "\(entry.id): \(sum)")
                checked += 1
            }
        }
        #expect(checked >= 20)
    }

    @Test func `a price or a lead time beside a product's name is the catalogue's`() throws {
        let texts =
            Self.knowledge.answers.compactMap(\.answer.zh) + Self.knowledge.sections.map(\.text)
        var checked = 0
        for product in Self.knowledge.products {
            let name = try #require(product.name.texts["zh"])
            for text in texts {
                for rest in text.ranges(of: name).map({ text[$0.upperBound...] }) {
                    if let found = try /^(?:交期| )*([0-9,]+) (天|元)/.firstMatch(in: rest) {
                        let wanted = found.2 == "天" ? product.leadTimeDays.map(Double.init) : product.price
                        #expect(number(found.1) == wanted, "\(text)")
                        checked += 1
                    }
                }
            }
        }
        #expect(checked >= 15)
    }

    @Test func `an order is of something sold, at its price, and shipped after it was paid`() throws {
        let shop = try Self.shop()
        let (customers, prices) = ((0..<500).map(shop.customer), shop.products)
        var ids = Set<String>()
        for customer in customers {
            for order in customer.orders {
                let product = try #require(prices[order.product])
                #expect(product.isOnSale && ids.insert(order.id).inserted, "\(order.id)")
                let off = [(20, 8), (10, 5), (5, 3)].first { order.quantity >= $0.0 }?.1 ?? 0
                #expect(order.cents == Int(product.price ?? 0) * order.quantity * (100 - off), "\(order.id)")
                #expect(order.paidAt ?? Self.day <= Self.day, "\(order.id)")
                if let shipped = order.shippedAt { #expect(shipped > order.paidAt ?? shipped, "\(order.id)") }
            }
        }
        #expect(ids.count > 1000)
    }

    @Test func `there are customers of every kind, and none that could be reached`() throws {
        let shop = try Self.shop()
        let customers = (0..<500).map(shop.customer)
        let tiers = Dictionary(grouping: customers, by: \.tier).mapValues(\.count)
        #expect(tiers["VIP", default: 0] >= 3 && tiers["gold", default: 0] >= 20, "\(tiers)")
        #expect(tiers["silver", default: 0] >= 80 && tiers["standard", default: 0] >= 150, "\(tiers)")
        #expect(customers.first?.tier == "VIP" && customers.first?.person.id == "wang")
        let last = customers.map { $0.orders.compactMap(\.paidAt).max() }
        let autumn = Self.day.adding(.seconds(-100 * 86_400))
        let sliding = zip(customers, last).count { $0.orders.count >= 4 && $1 ?? Self.day < autumn }
        let asking = last.count { $0 == nil }
        #expect(sliding >= 20 && asking >= 20, "\(sliding) \(asking)")
        for person in customers.map(\.person) {
            #expect(person.email.hasSuffix(".example"))
            #expect(["154", "+447700900"].contains(where: person.phone.hasPrefix), "\(person.phone)")
        }
        #expect(Set(customers.map(\.person.company)).count == 500)
        #expect(Set(customers.map(\.person.industry)).count == 8)
    }

    private static func past() throws -> [(customer: DemoCustomer, documents: [ConciergeCore.Document])] {
        let shop = try shop()
        let past = DemoPast(shop: shop)
        return (0..<500).map { (shop.customer($0), past.documents(of: shop.customer($0), number: $0)) }
    }

    @Test func `the past is made of the orders, the same for the same seed`() throws {
        let past = try Self.past()
        #expect(try Self.past().map(\.documents) == past.map(\.documents))
        let documents = past.flatMap(\.documents)
        #expect(Set(documents.map { $0.collection + $0.id }).count == documents.count)
        #expect(documents.allSatisfy { $0.createdAt <= $0.updatedAt && $0.createdAt < Self.day })
        for (customer, documents) in past {
            #expect(documents.allSatisfy { $0.customer == customer.person.id })
            let amounts = Dictionary(customer.orders.map { ($0.id, Double($0.cents) / 100) }) { $1 }
            for lead in documents where lead.collection == "leads" && lead.body["status"] == "won" {
                #expect(lead.body["revenue"]?.double == amounts[lead.body["order"]?.text ?? ""], "\(lead.id)")
                #expect(lead.createdAt < lead.body["won_at"]?.timestamp ?? lead.createdAt, "\(lead.id)")
            }
            for offer in documents where offer.collection == "offers" && offer.body["status"] == "accepted" {
                let order = customer.orders.first { offer.id == "O-\($0.id)" }
                #expect(order.map { .text($0.product) } == offer.body["about"], "\(offer.id)")
                #expect(offer.body["revenue"]?.double == order.flatMap { amounts[$0.id] }, "\(offer.id)")
            }
        }
    }

    @Test func `a survey is of a closed ticket, and work is left`() throws {
        let documents = try Self.past().flatMap(\.documents)
        let tickets = documents.filter { $0.collection == "tickets" }
        let closed = Set(tickets.filter { $0.body["status"] == "closed" }.map(\.id))
        let surveys = documents.filter { $0.collection == "surveys" }
        #expect(Set(surveys.map(\.id)) == closed && closed.count > 80)
        let scores = surveys.compactMap { $0.body["score"]?.int }
        #expect(scores.allSatisfy { (1...5).contains($0) } && scores.reduce(0, +) > 3 * Int64(scores.count))
        #expect(tickets.count - closed.count >= 3)
        let leads = Dictionary(grouping: documents.filter { $0.collection == "leads" }) { $0.body["status"] }
        #expect(
            leads.count >= 4 && leads["lost"]?.count ?? 0 > leads["won"]?.count ?? 0,
            "\(leads.mapValues(\.count))")
    }

    @Test func `what was answered too late says so in the customer's language`() throws {
        let shop = try Self.shop()
        let past = DemoPast(shop: shop)
        var reasons: [String: Set<String>] = [:]
        for number in 0..<2000 {
            let customer = shop.customer(number)
            for document in past.documents(of: customer, number: number) {
                guard let reason = document.body["escalation_reason"]?.text else { continue }
                reasons[customer.person.locale, default: []].insert(reason)
            }
        }
        #expect(Set(reasons.keys) == ["zh-CN", "en"])
        #expect(reasons["zh-CN"] == ["超过首次答复时限", "超过解决时限"])
        let english = reasons["en"] ?? []
        #expect(english.isSubset(of: ["no first answer in time", "not resolved in time"]), "\(english)")
    }

    @Test
    func `a target of a ticket in work is still to come and has its timer, or was missed and is escalated`()
        throws
    {
        let past = DemoPast(shop: try Self.shop())
        let tickets = try Self.past().flatMap(\.documents).filter {
            $0.collection == "tickets" && !["resolved", "closed"].contains($0.body["status"]?.text)
        }
        #expect(tickets.contains { $0.body["status"] == "pending" })
        for ticket in tickets {
            let due = try #require(ticket.body["resolution_due"]?.timestamp)
            let names = past.timers(of: ticket).map(\.name)
            #expect(names.contains("resolution:\(ticket.id)") == (due >= Self.day), "\(ticket.id)")
            #expect(due >= Self.day || ticket.body["status"] == "escalated", "\(ticket.id)")
            #expect(ticket.body["first_answer_at"] != nil || ticket.body["status"] == "escalated")
            let isEscalated = ticket.body["status"] == "escalated"
            #expect(isEscalated == (ticket.body["escalation_reason"] != nil), "\(ticket.id)")
        }
    }

    @Test(
        arguments: [
            (
                "leads", ["new", "contacted", "qualified"], "sales-automation", "lead.quiet",
                "last_active_at", 30
            ),
            ("offers", ["made", "clicked", "asked"], "recommendation", "offer.expiry:{id}", "made_at", 14),
            ("surveys", ["sent"], "customer-service", "remind:{id}", "sent_at", 1),
            ("surveys", ["sent", "reminded"], "customer-service", "expire:{id}", "sent_at", 7),
        ])
    func `what a skill would look at again has its timer while that is to come`(
        collection: String, states: [String], skill: String, name: String, from: String, days: Int
    ) throws {
        let past = DemoPast(shop: try Self.shop())
        var count = 0
        for document in try Self.past().flatMap(\.documents) where document.collection == collection {
            let due = try #require(document.body[from]?.timestamp).adding(.days(days))
            let isOpen = document.body["status"]?.text.map(states.contains) ?? false
            let name = name.replacing("{id}", with: document.id)
            let timer = past.timers(of: document).first { $0.name == name && $0.skill == skill }
            #expect((timer != nil) == (isOpen && due >= Self.day), "\(document.id)")
            #expect(timer?.dueAt ?? due == due && timer?.customer ?? document.customer == document.customer)
            if timer != nil { count += 1 }
        }
        #expect(count > 0)
    }

    /// The files whose rules the skills go by.
    @Test(
        arguments: [
            ("SalesAutomation/assets/signals", "lead.quiet_days", "lead.quiet", "30", 30),
            ("Recommendation/assets/rules", "expires", "offer.expiry:{id}", "14d", 14),
            ("CustomerService/assets/rules", "survey.remind_after", "remind:{id}", "24h", 1),
        ])
    func `the demo's timers go by the skill's own rules`(
        file: String, rule: String, name: String, written: String, days: Int
    ) throws {
        let rules = try ConfigurationFile.Document(
            path: Installation.repository + "/Plugins/\(file).yaml")
        let value = rule.split(separator: ".").reduce(Value?.some(rules.value)) { $0?[String($1)] }
        #expect(value?.text ?? value?.int.map { "\($0)" } == written)
        let timer = try Self.shop().stock.past.timers.first { $0.name == name }
        #expect(timer?.after == .days(days))
    }

    /// The file whose rules the skill counts by.
    @Test func `a lead is scored for what was said, by the skill's own points`() throws {
        let rules = try ConfigurationFile.Document(
            path: Installation.repository + "/Plugins/SalesAutomation/assets/signals.yaml")
        let points = Dictionary(
            (rules.value["signals"]?.list ?? []).map { ($0["signal"]?.text, $0["points"]?.int) }
        ) { first, _ in first }
        let leads = try Self.past().flatMap(\.documents).filter { $0.collection == "leads" }
        #expect(Set(leads.compactMap { $0.body["points"]?.int }).count >= 4)
        for lead in leads {
            let marks = lead.body["breakdown"]?.list ?? []
            let isTrue = marks.allSatisfy { points[$0["signal"]?.text] == $0["points"]?.int }
            #expect(isTrue, "\(lead.id)")
            let sum = marks.compactMap { $0["points"]?.int }.reduce(0, +)
            #expect(lead.body["points"]?.int == min(100, sum) && sum > 0, "\(lead.id)")
            #expect(lead.body["is_hot"] == .bool(sum >= 80), "\(lead.id)")
            let quotes = lead.body["quotes"]?.list ?? []
            let earning = marks.compactMap { $0["message"] }
            #expect(earning.count == marks.count && earning.allSatisfy(quotes.contains), "\(lead.id)")
            let isWhole = quotes.allSatisfy { $0.text?.contains("{") == false }
            #expect(isWhole, "\(lead.id)")
        }
    }

    /// Each of those conversations is played with all five skills.
    @Test func `every line that the README says to try is played, by the same customer`() throws {
        let readme = try Files.text(Installation.repository + "/demo/shop/README.md")
        var walks: [String] = []
        var customer: Substring?
        for line in readme.split(separator: "\n") {
            if let named = line.firstMatch(of: /concierge chat --trace --customer (\w+)`/) {
                customer = named.1
            }
            guard let customer, line.hasPrefix("    ") else { continue }
            if !line.contains("concierge ") { walks.append("\(customer): \(line.dropFirst(4))") }
        }
        let folder = Installation.repository + "/Tests/Conversations"
        var played: [String] = []
        for file in try Files.tree(folder) where file.hasPrefix("walk") {
            let walk = try ConfigurationFile.Document(path: "\(folder)/\(file)").value
            let customer = walk["customer"]?["id"]?.text ?? ""
            played += walk["turns"]?.list?.compactMap { $0["me"]?.text.map { "\(customer): \($0)" } } ?? []
        }
        #expect(played.sorted() == walks.sorted() && walks.count == 24)
    }

    @Test func `those who wait are customers of the shop, and have said why`() throws {
        let shop = try Self.shop()
        let inbox = DemoInbox(shop: shop, count: 500).commits
        let known = Set((0..<500).map { shop.customer($0).person.id })
        #expect(inbox.count == 3)
        for commit in inbox {
            guard case .open(let conversation)? = commit.writes.first else {
                Issue.record("no conversation")
                continue
            }
            #expect(known.contains(conversation.customer) && conversation.status == .queued)
            #expect(
                conversation.handoff.queuedAt ?? Self.day < Self.day && conversation.handoff.reason != nil)
            #expect(commit.writes.count >= 3)
        }
        #expect(DemoInbox(shop: shop, count: 0).commits.isEmpty)
    }

    @Test func `staff look after the best clients and those of the README`() throws {
        let shop = try Self.shop()
        let clients = DemoClients(shop: shop)
        let chen = try #require(shop.stock.known.firstIndex { $0.person.id == "chen" })
        let requests = clients.requests(for: shop.customer(chen), number: chen)
        #expect(requests.map(\.action) == ["commit", "commit", "set"])
        #expect(requests.last?.input["owner"] == "gao" && requests.last?.input["renewal_at"] == "2026-04-24")
        let lin = try #require(shop.stock.known.firstIndex { $0.person.id == "lin" })
        #expect(clients.requests(for: shop.customer(lin), number: lin).isEmpty)
        let meant = (0..<500).count { !clients.requests(for: shop.customer($0), number: $0).isEmpty }
        #expect(meant >= 30, "\(meant)")
    }

    @Test func `many an order goes with an earlier one`() throws {
        let shop = try Self.shop()
        var (following, later) = (0, 0)
        for orders in (0..<500).map({ shop.customer($0).orders }) where orders.count > 1 {
            for (index, order) in orders.enumerated().dropFirst() {
                later += 1
                let related = orders[..<index].flatMap { shop.products[$0.product]?.related ?? [] }
                if related.contains(order.product) { following += 1 }
            }
        }
        #expect(following * 100 > later * 30, "\(following) of \(later)")
    }
}
