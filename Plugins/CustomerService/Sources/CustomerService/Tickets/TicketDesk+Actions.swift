import SkillKit

extension TicketDesk {
    /// What staff ask for.
    func act(_ action: Turn.Action) throws -> Reply {
        var reply = Reply()
        let author = action.by ?? "staff"
        let ticket: Ticket
        switch action.name {
        case "create_ticket": ticket = try created(action.input, author)
        case "escalate": ticket = try escalated(action.input, author, &reply)
        case "note": ticket = try noted(action.input, author)
        case "set_priority": ticket = try prioritised(action.input, author)
        default:
            throw SkillError(
                "action '\(action.name)': unknown; there are create_ticket, escalate, note, set_priority")
        }
        reply.write(CustomerService.ticket, ticket.id)
        reply.result = .map(ticket.fields.merging(["id": .text(ticket.id)]) { $1 })
        reply.because = "\(author): \(action.name) of ticket \(ticket.id)"
        return reply
    }

    private func escalated(_ input: Value, _ author: String, _ reply: inout Reply) throws -> Ticket {
        let ticket = try wanted(input)
        guard ticket.isLive, ticket.status != "escalated" else {
            throw SkillError(
                "ticket '\(ticket.id)' is '\(ticket.status)'; only one that is open, pending or reopened is escalated"
            )
        }
        let reason = input["reason"]?.text ?? settings.texts.notice("escalated_by", ["by": author])
        return try escalated(ticket, because: reason, &reply)
    }

    private func noted(_ input: Value, _ author: String) throws -> Ticket {
        var ticket = try wanted(input)
        ticket.add(note: input["text"]?.text ?? "", by: author, at: now, settings.tickets)
        try put(ticket)
        return ticket
    }

    private func created(_ input: Value, _ author: String) throws -> Ticket {
        guard turn[Inquiry.Keys.customer] != nil else {
            throw SkillError("customer: is missing; name the customer whose ticket this is")
        }
        var ticket = try blank()
        ticket["subject"] = input["subject"]?.text
        ticket["description"] = input["description"]?.text
        ticket["channel"] = turn[Turn.channel]
        ticket["conversation"] = turn[Inquiry.Keys.conversation]
        ticket["locale"] = turn[Inquiry.Keys.locale]
        ticket["intent"] = input["intent"]?.text
        try complete(&ticket, by: author, as: input["priority"]?.text.flatMap(Priority.init))
        return ticket
    }

    /// A ticket that no message opened: what it says gives its priority and its targets.
    func complete(_ ticket: inout Ticket, by author: String, as given: Priority? = nil) throws {
        let text = ticket["description"] ?? ticket.subject
        ticket["description"] = text
        ticket["subject"] = Ticket.subject(
            of: ticket["subject"] ?? text, length: settings.tickets.subjectLength)
        ticket["created_by"] = author == "customer" ? "staff" : author
        var inquiry = Inquiry(text: text, channel: ticket["channel"] ?? "")
        inquiry.intent = ticket["intent"]
        inquiry.intents = [inquiry.intent].compactMap { $0 }
        inquiry.tier = Inquiry.tier(turn)
        let (priority, because) = settings.priority.judge(inquiry, settings.texts.staffLocale)
        ticket.priority = given ?? priority
        ticket["priority_because"] = given == nil ? because : setBy(author)
        try setTargets(&ticket)
        try put(ticket)
    }

    private func setBy(_ author: String) -> String { settings.texts.notice("set_by", ["by": author]) }

    private func prioritised(_ input: Value, _ author: String) throws -> Ticket {
        var ticket = try wanted(input)
        guard let priority = input["priority"]?.text.flatMap(Priority.init) else {
            throw SkillError("priority: is missing; give low, normal, high or urgent")
        }
        ticket.priority = priority
        ticket["priority_because"] = input["reason"]?.text ?? setBy(author)
        if ticket.isLive { try setTargets(&ticket) }
        try put(ticket)
        return ticket
    }

    /// The one that is named, else the customer's newest that is not done with.
    private func wanted(_ input: Value) throws -> Ticket {
        if let id = input["ticket"]?.text {
            guard let found = try ticket(id) else {
                throw SkillError("no ticket '\(id)'; list them with GET /v1/collections/tickets")
            }
            return found
        }
        guard let found = try newest().first(where: \.isLive) else {
            throw SkillError("this customer has no open ticket; name one with 'ticket'")
        }
        return found
    }
}
