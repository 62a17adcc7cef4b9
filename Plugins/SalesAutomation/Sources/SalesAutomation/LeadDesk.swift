import SkillKit

/// Everything that happens to a customer's lead.
struct LeadDesk {
    static let quiet = "lead.quiet"
    private static let open: [Value] = ["new", "contacted", "qualified"]

    let settings: Settings
    let turn: Turn
    let at: Timestamp
    /// The open lead as it was last written.
    let card: LeadCard?

    init(_ settings: Settings, _ turn: Turn) {
        self.settings = settings
        self.turn = turn
        at = turn[Turn.at] ?? turn.clock.now
        card = turn[Keys.keptCard].flatMap { LeadCard($0) }
    }

    // MARK: A message

    /// What became of a message: why, and the signals that wait for a lead.
    struct Outcome {
        var reasons: [String] = []
        var pending: [Mark] = []
    }

    func follow(
        _ message: Message, _ focus: Focus, _ known: LeadCard.News, _ reply: inout Reply
    ) throws -> Outcome {
        if let card {
            let found = settings.fresh(in: message, beside: card.signals)
            let isNews = !found.isEmpty || !card.holds(known, message.products)
            guard isNews || at - card.at >= settings.lead.activeEvery else { return Outcome() }
            if var lead = try openLead() {
                note(conversation: focus.conversation, in: &lead)
                return try tell(&lead, message, known, found, &reply)
            }
        }
        let found = settings.fresh(in: message, beside: focus.marks.map(\.signal))
        var score = Score(marks: focus.marks, cap: settings.lead.cap)
        var outcome = Outcome(reasons: take(found, message, &score))
        guard isSelling(message, focus, score) else {
            outcome.pending = score.marks
            return outcome
        }
        // One that another program, or an import, brought.
        if card == nil, var lead = try openLead() {
            note(conversation: focus.conversation, in: &lead)
            let fresh = settings.fresh(in: message, beside: lead.marks.map(\.signal))
            return try tell(&lead, message, known, fresh, &reply)
        }
        try make(message, focus, known, score, &reply, &outcome.reasons)
        return outcome
    }

    /// A message that says enough for a lead of its own.
    private func make(
        _ message: Message, _ focus: Focus, _ known: LeadCard.News, _ score: Score, _ reply: inout Reply,
        _ reasons: inout [String]
    ) throws {
        var lead = Lead(
            id: turn[Keys.turn] ?? focus.conversation, customer: turn[Keys.customer] ?? "", at: at)
        note(message, focus, known, in: &lead)
        lead.quote(message.text, settings.lead)
        reasons.append(try begin(&lead))
        try wait(from: at, lead)
        keep(&lead, score, &reply, &reasons)
    }

    /// A message that says something of an open lead.
    private func tell(
        _ lead: inout Lead, _ message: Message, _ known: LeadCard.News,
        _ found: [(signal: Signal, cue: String)], _ reply: inout Reply
    ) throws -> Outcome {
        var score = Score(marks: lead.marks, cap: settings.lead.cap)
        var outcome = Outcome(reasons: take(found, message, &score))
        let isNew = !message.products.allSatisfy(lead.products.contains)
        lead["last_active_at"] = .time(at)
        lead.note(known)
        lead.note(products: message.products)
        if isNew || !found.isEmpty || message.namesOrder { lead.quote(message.text, settings.lead) }
        if lead.points == 0, !found.isEmpty { try wait(from: at, lead) }
        keep(&lead, score, &reply, &outcome.reasons)
        return outcome
    }

    /// Each signal with what gave it and what it brings the lead to.
    private func take(
        _ found: [(signal: Signal, cue: String)], _ message: Message, _ score: inout Score
    ) -> [String] {
        found.map { signal, cue in
            let added = score.add(signal.points, for: signal.name, saying: message.text, at: at)
            return "\(signal.label.text("en")) (\(cue)): +\(added), \(score.points) of \(score.cap) points"
        }
    }

    private func note(
        _ message: Message, _ focus: Focus, _ known: LeadCard.News, in lead: inout Lead
    ) {
        lead.note(known)
        note(conversation: focus.conversation, in: &lead)
        lead.note(products: message.products.isEmpty ? [focus.product].compactMap(\.self) : message.products)
    }

    /// Where it was spoken of last.
    private func note(conversation: String, in lead: inout Lead) {
        if !conversation.isEmpty { lead["conversation"] = .text(conversation) }
    }

    /// Something is wanted that is for sale, and something showed interest in it.
    private func isSelling(_ message: Message, _ focus: Focus, _ score: Score) -> Bool {
        let shown = settings.signals.filter(\.isInterest).map(\.name)
        // 旧的坏了，想买3台: who wants to buy first and foremost does, whatever happened.
        guard score.marks.contains(where: { shown.contains($0.signal) }), !message.isUnclear,
            message.intent == settings.buying.intent
                || !message.intents.contains(where: settings.lead.notSales.contains)
        else { return false }
        return message.intents.contains(where: settings.lead.sells.contains) || focus.product != nil
            || turn[Keys.scale] != nil
    }

    func openLead() throws -> Lead? {
        guard let card else { return try openLeads().first }
        guard let document = try turn.store.get("leads", card.lead) else { return nil }
        let lead = Lead(document)
        return lead.isOpen ? lead : nil
    }

    // MARK: A new lead

    func begin(_ lead: inout Lead) throws -> String {
        let place = (turn[Keys.entities]?.list ?? []).first { $0["kind"]?.text == "place" }?["value"]?.text
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

    /// Takes over the score, tells sales when it crossed the threshold, and writes the lead.
    func keep(_ lead: inout Lead, _ score: Score, _ reply: inout Reply, _ reasons: inout [String]) {
        let hasCrossed = lead.take(score, threshold: settings.threshold)
        keep(lead, &reply)
        if hasCrossed { reasons.append(tellSales(lead, &reply)) }
    }

    func keep(_ lead: Lead, _ reply: inout Reply) {
        reply.put("leads", lead.id, lead.fields)
        show(lead, in: &reply)
    }

    /// What the skills that follow know of it.
    func show(_ lead: Lead, in reply: inout Reply) {
        reply.write(Keys.lead, lead.id)
        reply.write(Keys.leadStatus, lead.status)
        reply.write(Keys.leadPoints, lead.points)
        if lead.isOpen {
            reply.write(Keys.card, LeadCard(lead).value)
        } else if card != nil {
            reply.unset(Keys.card)
        }
    }

    func tellSales(_ lead: Lead, _ reply: inout Reply) -> String {
        let summary = lead["conversation_summary"]?.text ?? ""
        reply.notify(
            settings.texts.text(
                "hot", settings.staffLocale, ["points": "\(lead.points)", "summary": summary]),
            competence: settings.lead.competence, data: .map(lead.fields))
        reply.emit("lead.hot", .map(lead.fields))
        return "sales is told: \(lead.points) points reach the threshold of \(settings.threshold)"
    }

    func wait(from time: Timestamp, _ lead: Lead) throws {
        try turn.schedule.at(time + quietTime, Self.quiet, ["lead": .text(lead.id)])
    }

    var quietTime: Duration { .seconds(86_400 * settings.lead.quietDays) }

    /// Of this customer; the best first.
    func openLeads() throws -> [Lead] { try turn[Keys.customer].map(openLeads(of:)) ?? [] }

    func openLeads(of customer: String) throws -> [Lead] { try leads(of: customer, in: Self.open) }

    func leads(of customer: String, in states: [Value]) throws -> [Lead] {
        try states.flatMap { status in
            try turn.store.query("leads", where: ["customer": .text(customer), "status": status])
                .items.map(Lead.init)
        }.sorted { ($1.points, $0.id) < ($0.points, $1.id) }
    }
}
