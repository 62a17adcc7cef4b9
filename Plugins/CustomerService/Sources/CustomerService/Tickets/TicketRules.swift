import SkillKit

/// How tickets are kept, and by when they must be seen to.
struct TicketRules: Sendable {
    /// By when.
    struct Target: Sendable {
        let firstAnswer, resolution: Span
    }

    /// One ticket a customer, whatever the channel.
    let isInboxUnified: Bool
    let reopenWithin: Duration
    /// Who comes again later than this, or in another conversation, asks again.
    let againAfter: Duration
    /// How many of a customer's newest tickets are looked through for the one that is meant.
    let lookedThrough: Int
    let subjectLength: Int
    let mostNotes: Int
    /// In bytes: a document has an end.
    let longestNote, longestDescription: Int
    let targets: [Priority: Target]
    /// Only business hours count.
    let countsBusinessHours: Bool
    let complaintIntents: Set<String>
    let mostComplaints: Int
    let complaintsWithin: Duration
    let supervisor: String

    init(_ value: Value) throws {
        isInboxUnified = try value.need("unified_inbox")
        reopenWithin = try value.span("tickets.reopen_within").duration
        againAfter = try value.span("tickets.again_after").duration
        lookedThrough = try value.need("tickets.looked_through")
        subjectLength = try value.need("tickets.subject")
        mostNotes = try value.need("tickets.notes")
        longestNote = try value.need("tickets.longest_note")
        longestDescription = try value.need("tickets.longest_description")
        countsBusinessHours = try value.need("targets.count", String.self) == "business_hours"
        targets = try Priority.allCases.reduce(into: [:]) { targets, priority in
            targets[priority] = Target(
                firstAnswer: try value.span("targets.\(priority.rawValue).first_answer"),
                resolution: try value.span("targets.\(priority.rawValue).resolution"))
        }
        complaintIntents = value.set("escalation.intents")
        mostComplaints = try value.need("escalation.complaints")
        complaintsWithin = try value.span("escalation.within").duration
        supervisor = try value.need("escalation.competence")
    }

    /// Nobody complains who is pleased.
    func isComplaint(_ inquiry: Inquiry) -> Bool {
        inquiry.sentiment != "positive" && inquiry.intents.contains(where: complaintIntents.contains)
    }

    /// Several messages of one visit are one contact.
    func isAgain(_ inquiry: Inquiry, _ ticket: Ticket, at now: Timestamp) -> Bool {
        let isElsewhere = ticket["contact_in"].map { $0 != inquiry.conversation } ?? false
        return isElsewhere || ticket[time: "contact_at"].map { now - $0 >= againAfter } ?? true
    }
}
