internal import SkillKit

/// One offer as `offers` keeps it.
struct Offer {
    static let collection = "offers"

    let id: String
    var fields: [String: Value]
    let version: Int64?

    init?(_ record: Record?) {
        guard let record else { return nil }
        (id, version) = (record.id, record.version)
        fields = record.body
    }

    init(id: String, _ fields: [String: Value?]) {
        (self.id, version) = (id, nil)
        self.fields = fields.compactMapValues { $0 }
    }

    var products: [String] { fields["products"].flatMap { [String]($0) } ?? [] }
    var outcome: Outcome { fields["status"]?.text.flatMap(Outcome.init) ?? .made }

    /// False when it has an outcome already that this one cannot follow.
    mutating func become(_ outcome: Outcome, about product: String? = nil, at time: Timestamp) -> Bool {
        guard self.outcome.mayBecome(outcome) else { return false }
        fields["status"] = .text(outcome.rawValue)
        fields["answered_at"] = .time(time)
        if let product { fields["about"] = .text(product) }
        return true
    }
}
