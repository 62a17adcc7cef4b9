import SkillKit

/// Opens, continues and escalates the tickets of this turn's customer.
struct TicketDesk {
    /// What became of a message that wants a ticket.
    enum Outcome {
        case opened(Ticket), continued(Ticket), reopened(Ticket)
        /// Only now; it was there before, or is new.
        case escalated(Ticket, isNew: Bool)

        var ticket: Ticket {
            switch self {
            case .opened(let ticket), .continued(let ticket), .reopened(let ticket),
                .escalated(let ticket, _):
                ticket
            }
        }

        /// The sentences for the customer; who was told already that it was escalated hears another.
        var texts: [String] {
            switch self {
            case .opened: ["ticket"]
            case .continued(let ticket): [ticket.status == "escalated" ? "escalated_before" : "ticket_again"]
            case .reopened: ["reopened"]
            case .escalated(_, let isNew): [isNew ? "ticket" : "ticket_again", "escalated"]
            }
        }
    }

    static let id = "customer-service"

    let settings: Settings
    let turn: Turn
    let now: Timestamp

    init(_ settings: Settings, _ turn: Turn) {
        self.settings = settings
        self.turn = turn
        now = turn.clock.now
    }

    /// A message under a ticket: under the one there is for the same matter, else under a new one.
    ///
    /// `mayOpen`: false while a human holds the conversation, who opens one if it needs one. `escalates`: supervisors
    /// are told at once, for that reason.
    func take(
        _ inquiry: Inquiry, isFault: Bool = false, mayOpen: Bool = true, escalates: Routing.Handoff? = nil,
        _ reply: inout Reply
    ) throws -> Outcome? {
        // A fault sounds like a complaint, and is one when they say so.
        let isComplaint =
            settings.tickets.isComplaint(inquiry)
            && (!isFault || settings.survey.scores.complains(inquiry.text))
        let outcome: Outcome
        if let ticket = try known(inquiry) {
            outcome = try again(ticket, inquiry, isComplaint)
        } else if mayOpen {
            outcome = .opened(try opened(inquiry, isComplaint))
        } else {
            return nil
        }
        guard let reason = try reason(to: escalates, outcome.ticket, isComplaint) else { return outcome }
        let isNew = if case .opened = outcome { true } else { false }
        return .escalated(try escalated(outcome.ticket, because: reason, &reply), isNew: isNew)
    }

    /// Why supervisors are to look at it now; nil: they are not, or have been told.
    private func reason(to escalate: Routing.Handoff?, _ ticket: Ticket, _ isComplaint: Bool) throws
        -> String?
    {
        let reason = escalate?.why(settings.texts.staffLocale)
        // Of another danger they hear again.
        guard
            ticket.status != "escalated"
                || (reason ?? ticket["escalation_reason"]) != ticket["escalation_reason"]
        else { return nil }
        if let reason { return reason }
        guard isComplaint else { return nil }
        let complaints = try complaints(beside: ticket)
        return complaints >= settings.tickets.mostComplaints
            ? settings.texts.notice("complaints", ["count": "\(complaints)"]) : nil
    }

    /// The ticket that the message belongs under. Who has none open or resolved lately costs no look.
    private func known(_ inquiry: Inquiry) throws -> Ticket? {
        guard let id = inquiry.ticket else { return nil }
        let match = TicketMatch(settings.tickets)
        if let last = try ticket(id), let same = match.matter(inquiry, among: [last], at: now) { return same }
        return match.matter(inquiry, among: try newest(), at: now)
    }

    private func complaints(beside ticket: Ticket) throws -> Int {
        try newest().filter {
            $0.id != ticket.id && now - $0.createdAt <= settings.tickets.complaintsWithin
        }.reduce(ticket[count: "complaints"]) { $0 + $1[count: "complaints"] }
    }

    private func opened(_ inquiry: Inquiry, _ isComplaint: Bool) throws -> Ticket {
        let (priority, because) = settings.priority.judge(inquiry, settings.texts.staffLocale)
        var ticket = try blank()
        ticket["subject"] = Ticket.subject(of: inquiry.text, length: settings.tickets.subjectLength)
        ticket["description"] = inquiry.text.cut(bytes: settings.tickets.longestDescription)
        ticket["channel"] = inquiry.channel
        ticket["conversation"] = inquiry.conversation
        ticket["locale"] = inquiry.locale
        ticket["intent"] = inquiry.intent
        ticket["created_by"] = "customer"
        ticket[count: "contacts"] = 1
        ticket[time: "contact_at"] = now
        ticket["contact_in"] = inquiry.conversation
        ticket[count: "complaints"] = isComplaint ? 1 : 0
        ticket.priority = priority
        ticket["priority_because"] = because
        try setTargets(&ticket)
        try put(ticket)
        return ticket
    }

    private func again(_ known: Ticket, _ inquiry: Inquiry, _ isComplaint: Bool) throws -> Outcome {
        var ticket = known
        ticket.add(note: inquiry.text, by: "customer", at: now, settings.tickets)
        let isReopened = ticket.status == "resolved"
        if isReopened || settings.tickets.isAgain(inquiry, ticket, at: now) {
            ticket[count: "contacts"] += 1
        }
        ticket[time: "contact_at"] = now
        ticket["contact_in"] = inquiry.conversation
        ticket[count: "complaints"] += isComplaint ? 1 : 0
        let (priority, because) = settings.priority.judge(
            inquiry, contact: ticket[count: "contacts"], settings.texts.staffLocale)
        if isReopened { reopen(&ticket) }
        let isRaised = priority > ticket.priority
        if isRaised {
            ticket.priority = priority
            ticket["priority_because"] = because
        }
        if isReopened || isRaised { try setTargets(&ticket) }
        try put(ticket)
        return isReopened ? .reopened(ticket) : .continued(ticket)
    }

    func reopen(_ ticket: inout Ticket) {
        ticket.status = "reopened"
        ticket[count: "reopenings"] += 1
        ticket[time: "reopened_at"] = now
        ticket[time: "resolved_at"] = nil
        ticket[time: "first_answer_at"] = nil
    }

    /// Somebody above must look: kept under the ticket, and the supervisors are told.
    func escalated(_ known: Ticket, because reason: String, _ reply: inout Reply) throws -> Ticket {
        var ticket = known
        ticket.status = "escalated"
        ticket["escalation_reason"] = reason
        ticket[time: "escalated_at"] = now
        try put(ticket)
        tellSupervisors("escalated", of: ticket, reason, &reply)
        return ticket
    }

    func tellSupervisors(_ notice: String, of ticket: Ticket, _ reason: String, _ reply: inout Reply) {
        let text = settings.texts.notice(
            notice,
            [
                "ticket": ticket.number, "priority": settings.texts.notice(ticket.priority.rawValue),
                "reason": reason, "subject": ticket.subject,
            ])
        reply.notify(
            text, competence: settings.tickets.supervisor,
            data: [
                "ticket": .text(ticket.id), "priority": .text(ticket.priority.rawValue),
                "reason": .text(reason),
            ])
    }

    func blank() throws -> Ticket {
        var random = turn.clock.random
        let id = Ticket.newID(on: try turn.hours.local(), random: &random)
        return Ticket(id: id, at: now, fields: ["status": "open", "number": .text(id)])
    }

    // The store

    func ticket(_ id: String) throws -> Ticket? {
        try turn.store.get(Ticket.collection, id).map { Ticket($0, at: now) }
    }

    /// This customer's, the newest first.
    func newest() throws -> [Ticket] {
        guard let customer = turn[Inquiry.Keys.customer] else { return [] }
        return try turn.store.query(
            Ticket.collection, where: ["customer": .text(customer)], sort: "-created_at",
            limit: settings.tickets.lookedThrough
        ).items.map { Ticket($0, at: now) }
    }

    func put(_ ticket: Ticket) throws { try turn.store.put(Ticket.collection, ticket.id, ticket.fields) }
}

/// Tells which ticket a message belongs under.
struct TicketMatch {
    let rules: TicketRules

    init(_ rules: TicketRules) { self.rules = rules }

    /// Of the same conversation or about the same thing, and still live, or resolved so lately that it is the same matter.
    /// What names no matter of its own goes with the newest one that is live.
    func matter(_ inquiry: Inquiry, among tickets: [Ticket], at now: Timestamp) -> Ticket? {
        tickets.first { ticket in
            let isHere = rules.isInboxUnified || ticket["channel"] == inquiry.channel
            let isSame = ticket["conversation"].map { $0 == inquiry.conversation } ?? false
            let isAlike = ticket["intent"].map(inquiry.intents.contains) ?? false
            let isVague = ticket.isLive && inquiry.intents.allSatisfy { $0 == "none" }
            let isFresh =
                ticket.status == "resolved"
                && ticket[time: "resolved_at"].map { now - $0 <= rules.reopenWithin } ?? true
            return isHere && (isSame || isAlike || isVague) && (ticket.isLive || isFresh)
        }
    }
}
