internal import SkillKit

/// What the store knows of a customer at one moment; nothing here was written by this skill, except for `contact`.
struct Records: Sendable {
    struct Order: Sendable {
        let id, product: String
        let amount: Double
        let paid, shipped: Timestamp?
    }

    struct Ticket: Sendable {
        let id, status: String
        let created: Timestamp

        var isSettled: Bool { status == "resolved" || status == "closed" }
    }

    struct Survey: Sendable {
        let id: String
        let score: Int
        let at: Timestamp
    }

    struct Lead: Sendable {
        let id, status: String
        let summary, assigned: String?
        var changed: Timestamp? = nil
    }

    var now: Timestamp
    /// Fields of the customer: company, name, tier, industry.
    var customer: [String: String] = [:]
    /// Paid ones, the newest last.
    var orders: [Order] = []
    /// The newest first, as leads.
    var tickets: [Ticket] = []
    var surveys: [Survey] = []
    var leads: [Lead] = []
    var profile: [String: Value] = [:]
    var acceptedOffers: [String] = []
    var contact = Contact()

    init(now: Timestamp) { self.now = now }

    func paid(from start: Int, to end: Int) -> Double {
        orders.reduce(0) { sum, order in
            guard let paid = order.paid else { return sum }
            let age = Calendar.days(from: paid, to: now)
            return age >= start && age < end ? sum + order.amount : sum
        }
    }

    /// What is paid in so many days as a rule: the mean of the year before them, or of as much of it as the client has bought.
    /// Silence of half a year is a fall, not a new measure.
    func usual(in days: Int) -> Double {
        guard let first = firstOrder else { return 0 }
        let span = max(days, min(365, Calendar.days(from: first, to: now) - days + 1))
        return paid(from: days, to: days + span) * Double(days) / Double(span)
    }

    /// Paid in the last twelve months.
    var yearAmount: Double { paid(from: 0, to: 365) }
    var firstOrder: Timestamp? { orders.compactMap(\.paid).min() }
    var tier: String? { customer["tier"] ?? profile["tier"]?.text }

    /// Anything that customer and house did together: a message, an order, a ticket.
    var lastContact: Timestamp? {
        let times = [contact.last, contact.answered] + orders.map(\.paid) + tickets.map(\.created)
        return times.compactMap(\.self).max()
    }
}

extension Records.Order {
    /// Nil when it was not paid, or given back.
    init?(_ record: Record, void: [String]) {
        guard let paid = record["paid_at"]?.time,
            !void.contains(record["status"]?.text?.lowercased() ?? "")
        else { return nil }
        self.init(
            id: record.id, product: record["product"]?.text ?? "", amount: record["amount"]?.double ?? 0,
            paid: paid, shipped: record["shipped_at"]?.time)
    }
}

extension Records.Ticket {
    init?(_ record: Record) {
        guard let created = record["created_at"]?.time else { return nil }
        self.init(id: record.id, status: record["status"]?.text ?? "open", created: created)
    }
}

extension Records.Survey {
    /// Nil before it was filled in.
    init?(_ record: Record) {
        guard let score = record["score"]?.int else { return nil }
        let at = record["answered_at"]?.time ?? record["updated_at"]?.time ?? record["created_at"]?.time
        guard let at else { return nil }
        self.init(id: record.id, score: Int(score), at: at)
    }
}

extension Records.Lead {
    init(_ record: Record) {
        self.init(
            id: record.id, status: record["status"]?.text ?? "",
            summary: record["conversation_summary"]?.text,
            assigned: record["assigned_to"]?.text, changed: record["updated_at"]?.time)
    }
}
