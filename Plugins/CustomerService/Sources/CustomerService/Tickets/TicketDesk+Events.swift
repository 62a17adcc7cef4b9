import SkillKit

extension TicketDesk {
    /// What staff did to a ticket, or this skill itself.
    func happened(_ event: Turn.Event) throws -> Reply {
        var reply = Reply()
        guard let id = event.data["id"]?.text, var ticket = try ticket(id) else {
            reply.because = "the ticket is not there any more"
            return reply
        }
        let author = event.data["by"]?.text ?? "staff"
        reply.because = "ticket \(id): \(event.name.dropFirst("ticket.".count)) by \(author)"
        switch event.name {
        case "ticket.created": try welcome(&ticket, &reply)
        case "ticket.pending": try answered(&ticket)
        case "ticket.escalated": try confirm(&ticket, event, author, &reply)
        case "ticket.resolved": try resolved(&ticket)
        case "ticket.reopened": try reopened(&ticket, author)
        case "ticket.closed":
            if ticket[time: "closed_at"] == nil { try closed(&ticket) }
            try SurveyDesk(self).ask(ticket, &reply)
        default: break
        }
        return reply
    }

    /// One that staff made through the API has no targets yet.
    private func welcome(_ ticket: inout Ticket, _ reply: inout Reply) throws {
        guard ticket[time: "first_answer_due"] == nil else { return }
        ticket["created_by"] = ticket["created_by"] ?? "staff"
        ticket.priority = ticket.priority
        try setTargets(&ticket)
        try put(ticket)
        reply.because = "ticket \(ticket.id) was made by staff: its targets are set, and no survey follows"
    }

    /// Whoever takes it up has answered first.
    private func answered(_ ticket: inout Ticket) throws {
        try turn.schedule.cancel(TicketTimer.firstAnswer.name(ticket.id))
        guard ticket[time: "first_answer_at"] == nil else { return }
        ticket[time: "first_answer_at"] = now
        try put(ticket)
    }

    private func confirm(
        _ ticket: inout Ticket, _ event: Turn.Event, _ author: String, _ reply: inout Reply
    ) throws {
        guard author != Self.id else { return }
        let reason = event.data["reason"]?.text ?? author
        ticket["escalation_reason"] = reason
        ticket[time: "escalated_at"] = now
        try put(ticket)
        tellSupervisors("escalated", of: ticket, reason, &reply)
    }

    private func resolved(_ ticket: inout Ticket) throws {
        try turn.schedule.cancel(TicketTimer.firstAnswer.name(ticket.id))
        try turn.schedule.cancel(TicketTimer.resolution.name(ticket.id))
        ticket[time: "first_answer_at"] = ticket[time: "first_answer_at"] ?? now
        ticket[time: "resolved_at"] = now
        try put(ticket)
    }

    private func reopened(_ ticket: inout Ticket, _ author: String) throws {
        guard author != Self.id else { return }
        reopen(&ticket)
        ticket[time: "closed_at"] = nil
        try setTargets(&ticket)
        try put(ticket)
    }

    private func closed(_ ticket: inout Ticket) throws {
        ticket[time: "closed_at"] = now
        try put(ticket)
    }

    /// A human wrote in the conversation: its tickets have their first answer.
    func humanSpoke() throws -> Reply {
        var reply = Reply()
        let conversation = turn[Inquiry.Keys.conversation]
        var touched: [String] = []
        for var ticket in try newest(20)
        where ticket.isLive && ticket["conversation"] == conversation
            && ticket[time: "first_answer_at"] == nil
        {
            ticket[time: "first_answer_at"] = now
            if ticket.status == "open" || ticket.status == "reopened" { ticket.status = "pending" }
            try put(ticket)
            try turn.schedule.cancel(TicketTimer.firstAnswer.name(ticket.id))
            touched.append(ticket.id)
        }
        reply.because =
            touched.isEmpty
            ? "no ticket of this conversation waits for its first answer"
            : "first answer to ticket \(touched.joined(separator: ", "))"
        return reply
    }
}
