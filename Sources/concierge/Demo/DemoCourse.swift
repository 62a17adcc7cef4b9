import ConciergeCore

/// How far a ticket has come by today.
struct DemoCourse {
    let opened, answerDue, endDue, first, resolved, closed: Timestamp
    let now: Timestamp

    /// The target that was missed first; what is not done yet is late from its target on.
    private var missed: (at: Timestamp, isAnswer: Bool)? {
        if answerDue < min(first, now) { return (answerDue, true) }
        return endDue < min(resolved, now) ? (endDue, false) : nil
    }

    var isLate: Bool { missed != nil }

    var status: String {
        if closed < now { return "closed" }
        if resolved < now { return "resolved" }
        if isLate { return "escalated" }
        return first < now ? "pending" : "open"
    }

    var last: Timestamp {
        [closed, resolved, missed?.at ?? opened, first].filter { $0 < now }.max() ?? opened
    }

    func fields(of person: DemoPerson, _ past: DemoStock.Past) -> [String: Value?] {
        var fields: [String: Value?] = [
            "status": .text(status), "first_answer_due": .timestamp(answerDue),
            "resolution_due": .timestamp(endDue),
        ]
        if first < now { fields["first_answer_at"] = .timestamp(first) }
        if resolved < now { fields["resolved_at"] = .timestamp(resolved) }
        if closed < now { fields["closed_at"] = .timestamp(closed) }
        if let missed {
            fields["escalated_at"] = .timestamp(missed.at)
            let reason = person.said(missed.isAnswer ? past.overdue.answer : past.overdue.end)
            fields["escalation_reason"] = reason.map(Value.text)
        }
        return fields
    }
}
