import SkillKit

/// What a message must be compared with, kept in the context: most messages change nothing of a lead.
struct LeadCard: Sendable {
    let lead: String
    let signals: [String]
    let products: [String]
    let known: [String: Value]
    let at: Timestamp

    /// Fields and what they are to hold; nil changes nothing.
    typealias News = KeyValuePairs<String, Value?>

    /// What stands in a card of `known`.
    static let fields = ["industry", "purchase_scale", "company", "order_amount"]

    init(_ lead: Lead) {
        self.lead = lead.id
        signals = lead.marks.map(\.signal)
        products = lead.products
        known = lead.fields.filter { Self.fields.contains($0.key) }
        at = lead["last_active_at"]?.time ?? Timestamp(milliseconds: 0)
    }

    init?(_ value: Value) {
        guard let map = value.map, let lead = map["lead"]?.text, let at = map["at"]?.time else { return nil }
        self.lead = lead
        self.at = at
        signals = (map["signals"]?.list ?? []).compactMap(\.text)
        products = (map["products"]?.list ?? []).compactMap(\.text)
        known = map["known"]?.map ?? [:]
    }

    var value: [String: Value] {
        [
            "lead": .text(lead), "at": .time(at), "signals": signals.value, "products": products.value,
            "known": .map(known),
        ]
    }

    /// Whether it holds all this already.
    func holds(_ news: News, _ products: [String]) -> Bool {
        products.allSatisfy(self.products.contains)
            && news.allSatisfy { field, value in value == nil || known[field] == value }
    }
}
