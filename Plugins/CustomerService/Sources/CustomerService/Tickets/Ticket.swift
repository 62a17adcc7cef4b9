import SkillKit

/// A matter that somebody must see to: one document of `tickets`.
struct Ticket: Sendable {
    static let collection = "tickets"
    private static let live: Set<String> = ["open", "pending", "escalated", "reopened"]

    let id: String
    var fields: [String: Value]
    let createdAt: Timestamp

    init(id: String, at now: Timestamp, fields: [String: Value]) {
        self.id = id
        self.fields = fields
        createdAt = now
    }

    init(_ record: Record, at now: Timestamp) {
        id = record.id
        createdAt = record["created_at"]?.time ?? now
        fields = record.body
    }

    subscript(name: String) -> String? {
        get { fields[name]?.text }
        set { fields[name] = newValue.map(Value.text) }
    }

    subscript(time name: String) -> Timestamp? {
        get { fields[name]?.time }
        set { fields[name] = newValue.map(Value.time) }
    }

    subscript(count name: String) -> Int {
        get { Int(fields[name]?.int ?? 0) }
        set { fields[name] = .int(Int64(newValue)) }
    }

    var status: String {
        get { self["status"] ?? "open" }
        set { self["status"] = newValue }
    }

    var priority: Priority {
        get { self["priority"].flatMap(Priority.init) ?? .normal }
        set { self["priority"] = newValue.rawValue }
    }

    /// What people call it by.
    var number: String { self["number"] ?? id }
    var subject: String { self["subject"] ?? "" }
    var isLive: Bool { Self.live.contains(status) }
    /// Staff made it, so no customer is asked how it went.
    var isByStaff: Bool { self["created_by"] != "customer" }

    /// Written down under the ticket, the newest last.
    mutating func add(note text: String, by author: String, at now: Timestamp, _ rules: TicketRules) {
        let note: Value = [
            "text": .text(text.cut(bytes: rules.longestNote)), "by": .text(author), "at": .time(now),
        ]
        fields["notes"] = .list(((fields["notes"]?.list ?? []) + [note]).suffix(rules.mostNotes))
    }

    /// The first characters, as a person counts them, on one line.
    static func subject(of text: String, length: Int) -> String {
        String(text.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(length))
    }

    /// Short enough to be told by telephone, in the order of days: `T260311-7KQ2M9`.
    static func newID(on day: Hours.Local, random: inout some RandomNumberGenerator) -> String {
        let letters = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ")
        let code = (0..<6).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] }
        let date = [day.year % 100, day.month, day.day].map(\.twoDigits).joined()
        return "T\(date)-\(String(code))"
    }
}
