import SkillKit
import Testing

@testable import SalesAutomation

@Suite struct OfferTests {
    private func offer(_ locale: String, _ more: [String: Value] = [:], amount: Double = 100_000) throws
        -> Offer
    {
        let fields: [String: Value] = [
            "id": "P001", "name": "工业机器人", "price": 50000, "currency": "CNY", "on_sale": true,
            "description": "高精度六轴机器人",
        ]
        let record = try #require(Record(.map(fields.merging(more) { $1 })))
        return Offer(
            product: record, quantity: 2, orderAmount: amount, lines: [.init(product: record, quantity: 3)],
            texts: Samples.settings.texts, locale: locale)
    }

    private func said(_ offer: Offer, _ text: String, _ intents: [String] = []) -> String {
        let message = Message(text, all: intents)
        let wanted = Samples.settings.facts.filter { $0.isWanted(in: message) }
        return offer.said(offer.answers(wanted, Facts([:])))
    }

    @Test func `a fact is said in the customer's language when it is known`() throws {
        #expect(said(try offer("zh-CN"), "多少钱", ["price_inquiry"]) == "工业机器人的单价是 50000 元。")
        #expect(said(try offer("en"), "how much", ["price_inquiry"]) == "The 工业机器人 costs 50000 CNY each.")
        #expect(said(try offer("zh"), "有现货吗") == "")
        #expect(said(try offer("zh", ["stock": 3]), "有现货吗") == "工业机器人有现货。")
        #expect(
            said(try offer("zh", ["stock": 3]), "多少钱，有现货吗", ["price_inquiry"])
                == "工业机器人的单价是 50000 元。工业机器人有现货。")
        #expect(said(try offer("zh", ["on_sale": false]), "多少钱", ["price_inquiry"]) == "")
    }

    @Test func `a total names what it is of and the price of each, and says no price twice`() throws {
        #expect(
            said(try offer("zh", amount: 150_000), "多少钱", ["price_inquiry"])
                == "工业机器人 3 台，单价 50000 元，合计 150000 元。")
        #expect(
            said(try offer("en", ["name": "robot"], amount: 150_000), "how much", ["price_inquiry"])
                == "3 × robot at 50000 CNY: 150000 CNY in total.")
    }

    @Test func `what the catalogue has in Chinese alone is not said in English, and a full stop stands once`()
        throws
    {
        let more: [String: Value] = [
            "name": "robot", "description": "Six axes, 1,400 mm reach.",
            "specification": ["负载": "10kg", "IP": "65"],
        ]
        #expect(
            try offer("en", more).introduction == "robot: Six axes, 1,400 mm reach. Specification: IP 65.")
        let chinese = try offer("en", ["name": "robot", "specification": ["负载": "10kg"]])
        #expect(chinese.introduction == "")
    }

    @Test func `an introduction says what is known`() throws {
        #expect(try offer("zh").introduction == "工业机器人：高精度六轴机器人。")
        #expect(
            try offer("zh", ["specification": ["负载": "10kg", "防护": "IP65"]]).introduction
                == "工业机器人：高精度六轴机器人。参数：负载 10kg、防护 IP65。")
        #expect(try offer("zh", ["description": ""]).introduction == "")
    }
}
