import SkillKit

/// Everything that happens to a customer's lead.
struct LeadDesk {
    private static let quiet = "lead.quiet"
    private static let open: [Value] = ["new", "contacted", "qualified"]

    let settings: Settings
    let turn: Turn
    private let at: Timestamp

    init(_ settings: Settings, _ turn: Turn) {
        self.settings = settings
        self.turn = turn
        at = turn[Turn.at] ?? turn.clock.now
    }

    // MARK: A message

    /// What became of a message: what is said and done, why, and the signals that wait for a lead.
    struct Outcome {
        var reply: Reply
        var reasons: [String] = []
        var pending: [Mark] = []
    }

    func follow(
        _ message: Message, _ focus: Focus, _ amount: Double?, into reply: Reply
    ) throws -> Outcome {
        let current = try openLead()
        let before = current?.marks ?? focus.marks
        var (outcome, score) = (Outcome(reply: reply), Score(marks: before, cap: settings.lead.cap))
        let found = score.add(message, settings.signals, at: at)
        outcome.reasons = explain(found, before: before)
        guard current != nil || isSelling(message, focus), !score.marks.isEmpty else {
            outcome.pending = score.marks
            return outcome
        }
        let id = turn[Keys.turn] ?? focus.conversation
        var lead = current ?? Lead(id: id, customer: turn[Keys.customer] ?? "", at: at)
        note(message, focus, amount, in: &lead, isTelling: current == nil || !found.isEmpty)
        if current == nil { outcome.reasons.append(try begin(&lead)) }
        if current == nil || (current?.points == 0 && !found.isEmpty) { try wait(from: at, lead) }
        let hasCrossed = lead.take(score, threshold: settings.threshold)
        keep(lead, &outcome.reply)
        if hasCrossed { outcome.reasons.append(tellSales(lead, &outcome.reply)) }
        return outcome
    }

    /// Each signal with what gave it and what it brings the lead to.
    private func explain(_ found: [(signal: Signal, cue: String)], before marks: [Mark]) -> [String] {
        var sum = Score(marks: marks, cap: settings.lead.cap)
        return found.map { signal, cue in
            sum.marks.append(Mark(signal: signal.name, points: signal.points, message: "", at: at))
            let points = "+\(signal.points), \(sum.points) of \(settings.lead.cap) points"
            return "\(signal.label.text("en")) (\(cue)): \(points)"
        }
    }

    private func note(
        _ message: Message, _ focus: Focus, _ amount: Double?, in lead: inout Lead, isTelling: Bool
    ) {
        lead["last_active_at"] = .time(at)
        lead.note(known(focus, amount))
        let isNamed = !message.products.isEmpty
        lead.note(products: isNamed ? message.products : [focus.product].compactMap(\.self))
        if isTelling || isNamed || message.quantity != nil { lead.quote(message.text, settings.lead) }
    }

    private func isSelling(_ message: Message, _ focus: Focus) -> Bool {
        guard message.intents.allSatisfy({ !settings.lead.notSales.contains($0) }) else { return false }
        return message.intents.contains(where: settings.lead.sells.contains) || focus.product != nil
            || turn[Keys.scale] != nil
    }

    private func known(_ focus: Focus, _ amount: Double?) -> [String: Value?] {
        [
            "industry": turn[Keys.industry].map(Value.text),
            "purchase_scale": turn[Keys.scale].map(Value.text),
            "company": turn[Keys.company].map(Value.text), "order_amount": amount.map(Value.double),
            "conversation": focus.conversation.isEmpty ? nil : .text(focus.conversation),
        ]
    }

    private func openLead() throws -> Lead? {
        guard let id = turn[Keys.keptLead], let document = try turn.store.get("leads", id) else {
            return nil
        }
        let lead = Lead(document)
        return lead.isOpen ? lead : nil
    }

    // MARK: A new lead

    private func begin(_ lead: inout Lead) throws -> String {
        let place = (turn[Keys.entities] ?? []).first { $0["kind"]?.text == "place" }?["value"]?.text
        let agent = try assign(by: [lead["industry"]?.text, place].compactMap(\.self))
        lead["assigned_to"] = agent.map(Value.text)
        let who =
            agent.map { "assigned to '\($0)'" } ?? "no agent has the competence '\(settings.lead.competence)'"
        return "a lead is made, \(who)"
    }

    /// A salesperson who knows the industry or the region, else any; of them whoever has the fewest open leads.
    private func assign(by subjects: [String]) throws -> String? {
        let sales = settings.lead.competence
        let experts =
            subjects.isEmpty
            ? []
            : try turn.agents.list().filter { agent in
                let competences = agent["competences"].flatMap { [String]($0) } ?? []
                return competences.contains(sales) && competences.contains(where: subjects.contains)
            }
        if !experts.isEmpty,
            let agent = try turn.agents.assign(subjects, in: "leads", field: "assigned_to"),
            experts.contains(where: { $0.id == agent })
        {
            return agent
        }
        return try turn.agents.assign([sales], in: "leads", field: "assigned_to")
    }

    // MARK: Keeping

    private func keep(_ lead: Lead, _ reply: inout Reply) {
        reply.put("leads", lead.id, lead.fields)
        reply.write(Keys.lead, lead.id)
        reply.write(Keys.leadStatus, lead.status)
        reply.write(Keys.leadPoints, lead.points)
    }

    private func tellSales(_ lead: Lead, _ reply: inout Reply) -> String {
        let summary = lead["conversation_summary"]?.text ?? ""
        reply.notify(
            settings.texts.text(
                "hot", turn[Turn.locale], ["points": "\(lead.points)", "summary": summary]),
            competence: settings.lead.competence, data: .map(lead.fields))
        reply.emit("lead.hot", .map(lead.fields))
        return "sales is told: \(lead.points) points reach the threshold of \(settings.threshold)"
    }

    private func wait(from time: Timestamp, _ lead: Lead) throws {
        try turn.schedule.at(time + quietTime, Self.quiet, ["lead": .text(lead.id)])
    }

    private var quietTime: Duration { .seconds(86_400 * settings.lead.quietDays) }

    // MARK: Events

    func hear(_ event: Turn.Event) throws -> Reply {
        switch event.name {
        case "order.paid": try win(event.data)
        case "customer.merged": try join()
        default: try cool(event.data["lead"]?.text)
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
        let before = score.points
        // Never below nothing: what comes later counts in full.
        let loss = max(settings.lead.quietPoints, -before)
        score.marks.append(Mark(signal: "quiet", points: loss, message: "", at: at))
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
        lead["order"] = order["id"]
        lead["revenue"] = order["amount"]?.double.map(Value.double)
        lead["won_at"] = .time(at)
        reply.because = "order '\(order["id"]?.text ?? "")' was paid"
        for step in lead.stepsToWon {
            lead["status"] = .text(step)
            keep(lead, &reply)
        }
        try turn.schedule.cancel(Self.quiet)
        return reply
    }

    /// Two customers who are one have one open lead: the better one.
    private func join() throws -> Reply {
        var reply = Reply()
        guard let customer = turn[Keys.customer] else { return reply }
        var leads: [Lead] = []
        for status in Self.open {
            leads += try turn.store.query("leads", where: ["customer": .text(customer), "status": status])
                .items.map(Lead.init)
        }
        leads.sort { ($1.points, $0.id) < ($0.points, $1.id) }
        guard let best = leads.first else { return reply }
        for var lead in leads.dropFirst() {
            lead["status"] = "lost"
            lead["lost_reason"] = .text("merged into \(best.id)")
            reply.put("leads", lead.id, lead.fields)
            reply.because = "lead '\(lead.id)' is one with '\(best.id)'"
        }
        keep(best, &reply)
        return reply
    }

    // MARK: Staff

    func obey(_ action: Turn.Action) throws -> Reply {
        guard let customer = turn[Keys.customer] else {
            throw SkillError("a lead belongs to a customer; name one with 'customer'")
        }
        var (lead, reply) = (try openLead(), Reply())
        if action.name == "create" {
            lead = try create(for: customer, instead: lead, note: action.input["note"])
        } else {
            try change(&lead, action, &reply)
        }
        guard let lead else {
            throw SkillError("customer '\(customer)' has no open lead; make one with the action 'create'")
        }
        keep(lead, &reply)
        reply.result = .map(lead.fields)
        reply.because = "\(action.name), asked by \(action.by ?? "staff")"
        return reply
    }

    private func create(for customer: String, instead current: Lead?, note: Value?) throws -> Lead {
        if let current {
            throw SkillError("lead '\(current.id)' is still open; a customer has one open lead")
        }
        var lead = Lead(id: turn[Keys.turn] ?? "", customer: customer, at: at)
        lead.note([
            "note": note, "industry": turn[Keys.industry].map(Value.text),
            "purchase_scale": turn[Keys.scale].map(Value.text), "company": turn[Keys.company].map(Value.text),
        ])
        _ = try begin(&lead)
        try wait(from: at, lead)
        return lead
    }

    private func change(_ lead: inout Lead?, _ action: Turn.Action, _ reply: inout Reply) throws {
        guard var changed = lead else { return }
        if action.name == "assign" {
            changed["assigned_to"] = action.input["agent"]
        } else {
            var score = Score(marks: changed.marks, cap: settings.lead.cap)
            let reason = action.input["reason"]?.text ?? ""
            score.marks.append(
                Mark(signal: "staff", points: action.input.integer("points"), message: reason, at: at))
            if changed.take(score, threshold: settings.threshold) { _ = tellSales(changed, &reply) }
        }
        lead = changed
    }
}
