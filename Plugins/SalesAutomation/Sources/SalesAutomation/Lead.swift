import SkillKit

/// An inquiry that may become an order, as a document of `leads`.
struct Lead: Sendable {
    /// It gave way to another lead when two customers became one.
    static let merged = "merged"
    static let final: Set<String> = ["won", "lost", merged]
    /// From a new lead to a won one; no step is left out.
    static let path = ["new", "contacted", "qualified", "won"]

    let id: String
    var fields: [String: Value]

    init(_ document: Record) {
        id = document.id
        fields = document.body
    }

    init(id: String, customer: String, at: Timestamp) {
        self.id = id
        fields = [:]
        complete(for: customer, at: at)
    }

    /// What every lead has; a lead that staff made by hand may lack it.
    mutating func complete(for customer: String, at: Timestamp) {
        let whole: [String: Value] = [
            "lead_id": .text(id), "user_id": .text(customer), "status": "new", "is_hot": false,
            "points": 0, "intent_score": 0.0, "breakdown": [], "last_active_at": .time(at),
        ]
        fields.merge(whole) { own, _ in own }
    }

    /// Whether the skill has seen to it.
    var isWhole: Bool { fields["lead_id"] != nil }

    subscript(field: String) -> Value? {
        get { fields[field] }
        set { fields[field] = newValue }
    }

    var status: String { fields["status"]?.text ?? "new" }
    var isOpen: Bool { !Self.final.contains(status) }
    var points: Int { fields["points"]?.int.map(Int.init) ?? 0 }
    var isHot: Bool { fields["is_hot"]?.bool ?? false }
    var marks: [Mark] { (fields["breakdown"]?.list ?? []).compactMap(Mark.init) }
    var products: [String] { fields["products"]?.list?.compactMap(\.text) ?? [] }

    /// Takes over a score; says whether it crossed the threshold from below.
    mutating func take(_ score: Score, threshold: Int) -> Bool {
        let wasHot = isHot
        fields["breakdown"] = .list(score.marks.map(\.value))
        fields["points"] = .int(Int64(score.points))
        fields["intent_score"] = .double(Double(score.points) / 100)
        fields["is_hot"] = .bool(score.points >= threshold)
        return isHot && !wasHot
    }

    /// What is known of the customer beside what he wrote.
    mutating func note(_ known: LeadCard.News) {
        for (field, value) in known where value != nil { fields[field] = value }
    }

    mutating func note(products: [String]) {
        let before = self.products
        let new = products.filter { !before.contains($0) }
        if !new.isEmpty { fields["products"] = (before + new).value }
    }

    /// Keeps what says something: the first and the last of it, cut to the length of a summary.
    mutating func quote(_ text: String, _ rules: Settings.LeadRules) {
        var quotes = fields["quotes"]?.list?.compactMap(\.text) ?? []
        guard rules.quotes > 0, !quotes.contains(text) else { return }
        quotes.append(String(text.prefix(rules.summary)))
        if quotes.count > rules.quotes { quotes.remove(at: 1) }
        fields["quotes"] = quotes.value
        fields["conversation_summary"] = .text(
            String(quotes.joined(separator: " / ").prefix(rules.summary)))
    }

    /// The states it goes through to be won.
    var stepsToWon: [String] {
        guard let now = Self.path.firstIndex(of: status) else { return [] }
        return Array(Self.path[(now + 1)...])
    }
}
