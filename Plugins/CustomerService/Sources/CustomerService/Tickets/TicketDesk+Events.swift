import SkillKit

extension TicketDesk {
    /// What staff did to a ticket; what this skill did it has seen to.
    func happened(_ event: Turn.Event) throws -> Reply {
        var reply = Reply()
        let author = event.data["by"]?.text ?? "staff"
        guard author != Self.id else { return reply }
        guard let id = event.data["id"]?.text, var ticket = try ticket(id) else {
            reply.because = "the ticket is not there any more"
            return reply
        }
        reply.because = "ticket \(id): \(event.name.dropFirst("ticket.".count)) by \(author)"
        switch event.name {
        case "ticket.created": try welcome(&ticket, author, &reply)
        case "ticket.pending": try answered(&ticket)
        case "ticket.escalated": try confirm(&ticket, event, author, &reply)
        case "ticket.resolved": try resolved(&ticket)
        case "ticket.reopened": try reopened(&ticket, &reply)
        case "ticket.closed": try closed(&ticket, &reply)
        default: break
        }
        return reply
    }

    /// One that staff made through the API is made whole.
    private func welcome(_ ticket: inout Ticket, _ author: String, _ reply: inout Reply) throws {
        guard ticket[time: "first_answer_due"] == nil else { return }
        ticket["number"] = try blank().number
        try complete(&ticket, by: author)
        reply.write(CustomerService.ticket, ticket.id)
        reply.because =
            "ticket \(ticket.number) was made by \(author): it has its number, priority and targets, and no survey follows"
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
        let reason = event.data["reason"]?.text ?? settings.texts.notice("escalated_by", ["by": author])
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

    private func reopened(_ ticket: inout Ticket, _ reply: inout Reply) throws {
        reopen(&ticket)
        ticket[time: "closed_at"] = nil
        try setTargets(&ticket)
        try put(ticket)
        reply.write(CustomerService.ticket, ticket.id)
    }

    private func closed(_ ticket: inout Ticket, _ reply: inout Reply) throws {
        if ticket[time: "closed_at"] == nil {
            ticket[time: "closed_at"] = now
            try put(ticket)
        }
        if turn[Inquiry.Keys.ticket] == ticket.id { try letGo(of: ticket, &reply) }
        try SurveyDesk(self).ask(ticket, &reply)
    }

    /// The customer's next message belongs under another one, or under none.
    private func letGo(of ticket: Ticket, _ reply: inout Reply) throws {
        let other = try newest().first { $0.id != ticket.id && ($0.isLive || $0.status == "resolved") }
        if let other {
            reply.write(CustomerService.ticket, other.id)
        } else {
            reply.unset(CustomerService.ticket)
        }
    }

    /// A human wrote in the conversation: its tickets have their first answer.
    func humanSpoke() throws -> Reply {
        var reply = Reply()
        guard turn[Inquiry.Keys.ticket] != nil else { return reply }
        let conversation = turn[Inquiry.Keys.conversation]
        var touched: [String] = []
        for var ticket in try newest()
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
