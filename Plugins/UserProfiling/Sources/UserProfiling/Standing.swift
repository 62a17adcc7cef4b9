import SkillKit

/// What follows from what a customer bought and for how long he is known: type, tier.
struct Standing: Sendable {
    var paidOrders = 0
    var amount12Months = 0.0
    var firstSeen: Timestamp?
    var conversations = 0
    /// As the customer's own record says.
    var outsideTier: String?

    func type(at now: Timestamp, _ settings: Settings) -> (value: String, why: String) {
        if paidOrders > 0 { return ("existing", "\(paidOrders) paid orders") }
        let days = firstSeen.map { Int((now - $0).components.seconds / 86_400) } ?? 0
        if days > settings.knownAfterDays, conversations >= settings.knownConversations {
            return ("existing", "first seen \(days) days ago, \(conversations) conversations")
        }
        return ("new", "no paid order")
    }

    func tier(_ settings: Settings) -> (value: String, why: String)? {
        if let outsideTier, !outsideTier.isEmpty {
            let known = settings.tiers.first { $0.name.lowercased() == outsideTier.lowercased() }
            return (known?.name ?? outsideTier, "set in the customer's record")
        }
        let reached = settings.tiers.first { amount12Months >= $0.from }
        return reached.map { ($0.name, "\(amount12Months.written) paid in 12 months") }
    }
}

extension Double {
    /// A whole number without a point.
    var written: String { Int64(exactly: self).map(String.init) ?? "\(self)" }
}
