import SkillKit

/// When customers are asked how it went.
struct SurveyRules: Sendable {
    let isEnabled: Bool
    let expires, remindAfter, retryAfter: Span
    /// A score up to this is told to supervisors.
    let low: Int
    /// In bytes: a document has an end.
    let longestComment: Int
    /// Where the page is, if not with the host.
    let base: String?
    let scores: Scores
    /// Of what is said to who answers in the chat.
    let priority: Int

    init(_ value: Value, labels: [String: [String]]) throws {
        isEnabled = try value.need("enabled")
        expires = try value.span("expires")
        remindAfter = try value.span("remind_after")
        retryAfter = try value.span("retry_after")
        low = try value.need("low")
        longestComment = try value.need("longest_comment")
        base = value["base_url"]?.text
        scores = try Scores(value["in_chat"] ?? [:], labels: labels)
        priority = try value.need("in_chat.priority")
    }

    /// The address that the customer gets: the host's own, or the admin's with the signed part at its end.
    func address(_ link: Links.Link) -> String { address(host: link.url, token: link.token) }

    func address(host url: String, token: String) -> String {
        guard var base, !base.isEmpty else { return url }
        while base.hasSuffix("/") { base.removeLast() }
        return "\(base)/\(token)"
    }
}

/// Why no survey follows a ticket, or nil.
struct SurveyDecision {
    let rules: SurveyRules

    func objection(_ ticket: Ticket, isKnown: Bool, hasConversation: Bool) -> String? {
        if !rules.isEnabled { return "surveys are off (survey.enabled)" }
        if ticket.isByStaff { return "staff made the ticket" }
        if isKnown { return "it was asked about before" }
        if !hasConversation { return "it has no conversation to ask in" }
        if ticket.status != "closed" { return "it is '\(ticket.status)' again" }
        return nil
    }
}
