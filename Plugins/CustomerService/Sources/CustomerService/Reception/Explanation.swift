/// The line of the trace.
struct Explanation {
    private let inquiry: Inquiry
    private let lookup: Lookup
    private let verdict: Routing.Verdict
    private let outcome: TicketDesk.Outcome?

    init(_ inquiry: Inquiry, _ lookup: Lookup, _ verdict: Routing.Verdict, _ outcome: TicketDesk.Outcome?) {
        (self.inquiry, self.lookup, self.verdict, self.outcome) = (inquiry, lookup, verdict, outcome)
    }

    func line(after answer: [String]) -> String? {
        var parts = answer
        if let handoff = verdict.handoff, !inquiry.isWithHuman {
            let reason = handoff.why("en") + (lookup.isAnswered ? "" : ", \(lookup.outcome)")
            parts.append(
                inquiry.isQueued
                    ? "waits in the queue already\(verdict.opensTicket ? ", moves up if this is more urgent" : "") (\(reason))"
                    : "handed to \(handoff.competence.map { "'\($0)'" } ?? "whoever is free"), priority \(handoff.priority): \(reason)"
            )
        }
        if !inquiry.isOpen, verdict.handoff != nil || inquiry.isHandedOver {
            parts.append("outside business hours")
        }
        if verdict.isGap { parts.append("the question joins the gap list") }
        if let ticket = outcome?.ticket {
            let why = ticket["priority_because"].map { " (\($0))" } ?? ""
            parts.append(
                "ticket \(ticket.id) is \(ticket.status), priority \(ticket.priority.rawValue)\(why)")
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}
