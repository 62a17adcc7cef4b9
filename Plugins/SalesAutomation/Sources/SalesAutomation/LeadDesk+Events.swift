import SkillKit

// What happens to a lead beside messages: time, orders, merges, staff.
extension LeadDesk {
    func hear(_ event: Turn.Event) throws -> Reply {
        switch event.name {
        case Self.quiet: try cool(event.data["lead"]?.text)
        case "order.paid": try win(event.data)
        case "order.reversed": try lose(event.data)
        case "customer.merged": try join()
        case "customer.unmerged": try part(from: event.data["other"]?.text)
        case "lead.created": try welcome(event.data["document"])
        default: see(event.data["document"])
        }
    }

    /// Points melt while nothing happens.
    private func cool(_ id: String?) throws -> Reply {
        guard let id, let document = try turn.store.get("leads", id) else { return Reply() }
        var (lead, reply) = (Lead(document), Reply())
        guard lead.isOpen else { return reply }
        let last = lead["last_active_at"]?.time ?? at
        guard at - last >= quietTime else {
            try wait(from: last, lead)
            reply.because = "the customer wrote meanwhile; looked at again later"
            return reply
        }
        var score = Score(marks: lead.marks, cap: settings.lead.cap)
        let loss = score.add(settings.lead.quietPoints, for: "quiet", saying: "", at: at)
        _ = lead.take(score, threshold: settings.threshold)
        if lead.points > 0 { try wait(from: at, lead) }
        keep(lead, &reply)
        reply.because =
            "quiet for \(settings.lead.quietDays) days: \(loss), \(lead.points) of \(settings.lead.cap) points"
        return reply
    }

    /// A paid order closes the lead it came from; each step on the way is recorded.
    private func win(_ order: Value) throws -> Reply {
        var reply = Reply()
        guard var lead = try openLead() else { return reply }
        let (id, product) = (order["id"]?.text ?? "", order["product"]?.text ?? "")
        guard !settings.lead.isWonByProduct || lead.products.isEmpty || lead.products.contains(product) else {
            reply.because = "order '\(id)' is of '\(product)', which the lead does not speak of"
            return reply
        }
        lead["order"] = .text(id)
        lead["revenue"] = order["amount"]?.double.map(Value.double)
        lead["won_at"] = .time(at)
        reply.because = "order '\(id)' was paid"
        for step in lead.stepsToWon {
            lead["status"] = .text(step)
            keep(lead, &reply)
        }
        try turn.schedule.cancel(Self.quiet)
        return reply
    }

    /// An order that was cancelled, refunded or returned wins nothing.
    private func lose(_ order: Value) throws -> Reply {
        var reply = Reply()
        guard let id = order["id"]?.text, let customer = turn[Keys.customer],
            let document = try turn.store.query(
                "leads", where: ["customer": .text(customer), "order": .text(id)], limit: 1
            ).items.first
        else { return reply }
        var lead = Lead(document)
        guard lead.status == "won" else { return reply }
        lead["status"] = "lost"
        lead["revenue"] = 0.0
        lead["lost_reason"] = .text("order \(id): \(order["status"]?.text ?? "reversed")")
        reply.put("leads", lead.id, lead.fields)
        if card == nil { show(lead, in: &reply) }
        reply.because = "order '\(id)' is \(order["status"]?.text ?? "reversed"): its lead is not won"
        return reply
    }

    /// Two customers who are one have one open lead: the better one.
    private func join() throws -> Reply {
        var reply = Reply()
        let leads = try openLeads()
        guard let best = leads.first else {
            if card != nil { reply.unset(Keys.card) }
            return reply
        }
        for lead in leads.dropFirst() { end(lead, as: best, &reply) }
        keep(best, &reply)
        return reply
    }

    private func end(_ lead: Lead, as best: Lead, _ reply: inout Reply) {
        var lead = lead
        lead["merged"] = ["into": .text(best.id), "status": .text(lead.status)]
        lead["status"] = .text(Lead.merged)
        reply.put("leads", lead.id, lead.fields)
        reply.because = "lead '\(lead.id)' is one with '\(best.id)'"
    }

    /// Two who are two again have each his own: a lead that gave way to one of the other's goes on.
    private func part(from other: String?) throws -> Reply {
        var reply = Reply()
        guard let customer = turn[Keys.customer] else { return reply }
        var own = try openLeads().first
        if own == nil {
            own = try resume(of: customer, &reply)
            // What was kept in the context is of the lead that went with the other.
            if let own { keep(own, &reply) } else if card != nil { reply.unset(Keys.card) }
        } else if let own {
            keep(own, &reply)
        }
        if let other, try openLeads(of: other).isEmpty { _ = try resume(of: other, &reply) }
        return reply
    }

    /// The best of a customer's leads that gave way to one that is not the customer's.
    private func resume(of customer: String, _ reply: inout Reply) throws -> Lead? {
        for var lead in try leads(of: customer, in: [.text(Lead.merged)]) {
            guard let into = lead["merged"]?["into"]?.text, let status = lead["merged"]?["status"],
                try turn.store.get("leads", into)?["customer"]?.text != customer
            else { continue }
            lead["status"] = status
            lead["merged"] = nil
            reply.put("leads", lead.id, lead.fields)
            reply.because = "lead '\(lead.id)' of '\(customer)' goes on"
            return lead
        }
        return nil
    }

    /// A lead that staff made by hand or another program is made whole. Where one is open already that one takes over what
    /// it says, and it goes: nobody counts it twice.
    private func welcome(_ document: Value?) throws -> Reply {
        var reply = Reply()
        guard let record = document.flatMap({ Record($0) }), record["lead_id"] == nil,
            let customer = turn[Keys.customer], let stored = try turn.store.get("leads", record.id)
        else { return reply }
        var lead = Lead(stored)
        guard !lead.isWhole else { return reply }
        let own = lead.fields
        lead.complete(for: customer, at: at)
        if var open = try openLead(), open.id != lead.id {
            open.fields.merge(own) { kept, _ in kept }
            keep(open, &reply)
            reply.delete("leads", lead.id)
            reply.because = "lead '\(lead.id)' is one with '\(open.id)', which is open already"
            return reply
        }
        for (field, value) in profile where lead[field] == nil { lead[field] = value }
        reply.because = lead["assigned_to"] == nil ? try begin(&lead) : "a lead is made by staff"
        try wait(from: at, lead)
        // What was said before there was a lead counts.
        let focus = Focus(
            turn[Keys.keptFocus], conversation: turn[Keys.keptFocus]?["conversation"]?.text ?? "")
        var reasons = [reply.because].compactMap(\.self)
        guard lead.marks.isEmpty, !focus.marks.isEmpty else {
            keep(lead, &reply)
            return reply
        }
        keep(&lead, Score(marks: focus.marks, cap: settings.lead.cap), &reply, &reasons)
        reply.because = reasons.joined(separator: "; ")
        return reply
    }

    /// What staff did with a lead is known before the next message.
    private func see(_ document: Value?) -> Reply {
        var reply = Reply()
        guard let lead = document.flatMap({ Record($0) }).map({ Lead($0) }), lead.id == card?.lead else {
            return reply
        }
        show(lead, in: &reply)
        return reply
    }

    // MARK: Staff

    func obey(_ action: Turn.Action) throws -> Reply {
        guard let customer = turn[Keys.customer] else {
            throw SkillError("a lead belongs to a customer; name one with 'customer'")
        }
        var (lead, reply) = (try openLead(), Reply())
        var done = action.name
        if action.name == "create" {
            lead = try create(for: customer, instead: lead, note: action.input["note"])
        } else {
            done = change(&lead, action, &reply) ?? done
        }
        guard let lead else {
            throw SkillError("customer '\(customer)' has no open lead; make one with the action 'create'")
        }
        keep(lead, &reply)
        reply.result = .map(lead.fields)
        reply.because = "\(done), asked by \(action.by ?? "staff")"
        return reply
    }

    private func create(for customer: String, instead current: Lead?, note: Value?) throws -> Lead {
        if let current {
            throw SkillError("lead '\(current.id)' is still open; a customer has one open lead")
        }
        var lead = Lead(id: turn[Keys.turn] ?? "", customer: customer, at: at)
        lead.note(profile)
        lead.note(["note": note])
        _ = try begin(&lead)
        try wait(from: at, lead)
        return lead
    }

    private var profile: LeadCard.News {
        [
            "industry": turn[Keys.industry].map(Value.text),
            "purchase_scale": turn[Keys.scale].map(Value.text),
            "company": turn[Keys.company].map(Value.text),
        ]
    }

    /// Says what was done.
    private func change(_ lead: inout Lead?, _ action: Turn.Action, _ reply: inout Reply) -> String? {
        guard var changed = lead else { return nil }
        defer { lead = changed }
        if action.name == "assign" {
            changed["assigned_to"] = action.input["agent"]
            return nil
        }
        let (asked, reason) = (action.input.integer("points"), action.input["reason"]?.text ?? "")
        var score = Score(marks: changed.marks, cap: settings.lead.cap)
        let added = score.add(asked, for: "staff", saying: reason, at: at)
        if changed.take(score, threshold: settings.threshold) { _ = tellSales(changed, &reply) }
        guard added != asked else { return nil }
        return "adjust: \(added) of the \(asked) points count, a lead has 0 to \(score.cap)"
    }
}
