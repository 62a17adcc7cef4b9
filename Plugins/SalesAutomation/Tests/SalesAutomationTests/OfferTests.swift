import SkillKit
import Testing

@testable import SalesAutomation

@Suite struct OfferTests {
    private func offer(_ locale: String, _ more: [String: Value] = [:]) throws -> Offer {
        let fields: [String: Value] = [
            "id": "P001", "name": "工业机器人", "price": 50000, "currency": "CNY", "on_sale": true,
            "description": "高精度六轴机器人",
        ]
        let record = try #require(Record(.map(fields.merging(more) { $1 })))
        return Offer(
            product: record, quantity: 2, orderAmount: 100_000, texts: Samples.settings.texts, locale: locale)
    }

    private func said(_ offer: Offer, _ text: String, _ intents: [String] = []) -> String {
        let message = Message(text, all: intents)
        return offer.said(offer.answers(message, Samples.settings.facts, Facts([:])))
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

    @Test func `an introduction says what is known`() throws {
        #expect(try offer("zh").introduction == "工业机器人：高精度六轴机器人。")
        #expect(
            try offer("zh", ["specification": ["负载": "10kg", "防护": "IP65"]]).introduction
                == "工业机器人：高精度六轴机器人。参数：负载 10kg、防护 IP65。")
        #expect(try offer("zh", ["description": ""]).introduction == "")
    }
}
