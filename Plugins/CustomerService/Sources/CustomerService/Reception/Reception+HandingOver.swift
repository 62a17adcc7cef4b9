import SkillKit

// Calling a human, and telling the customer so in one coherent message.
extension Reception {
    /// What became of the ticket, where there is one.
    mutating func handOver(_ verdict: Routing.Verdict, _ reply: inout Reply) throws -> TicketDesk.Outcome? {
        // Who declines is told nothing of a colleague, whoever is called.
        let isForeign = inquiry.isHandedOver && heard.remark != .refusal
        guard verdict.handoff != nil || isForeign else { return nil }
        let isNew = !inquiry.isQueued && !inquiry.isWithHuman
        let isStaffed = try !isNew || someoneIsThere(for: verdict.handoff)
        if isNew, inquiry.isMereCall { try recall() }
        var outcome: TicketDesk.Outcome?
        if verdict.opensTicket || staysOpen(verdict, isStaffed) {
            outcome = try TicketDesk(settings, turn).take(
                inquiry, isFault: verdict.route == "technical",
                mayOpen: !inquiry.isWithHuman || verdict.opensWhileHeld,
                escalates: verdict.escalates ? verdict.handoff : nil,
                &reply)
        }
        if let outcome, outcome.ticket.id != inquiry.ticket {
            reply.write(CustomerService.ticket, outcome.ticket.id)
        }
        if let handoff = verdict.handoff, isNew || (inquiry.isQueued && verdict.opensTicket) {
            // Who waits already moves up, if this is more urgent.
            reply.handOff(
                because: handoff.why(settings.texts.staffLocale), competence: handoff.competence,
                priority: handoff.priority, note: try note(verdict, outcome))
        }
        try tell(verdict, isNew, isStaffed, outcome, &reply)
        return outcome
    }

    /// While a human holds the conversation it is a draft, and only what cannot wait is one.
    private func tell(
        _ verdict: Routing.Verdict, _ isNew: Bool, _ isStaffed: Bool, _ outcome: TicketDesk.Outcome?,
        _ reply: inout Reply
    ) throws {
        guard !verdict.escalates else { return try warn(verdict, outcome, &reply) }
        let sentences =
            inquiry.isWithHuman
            ? told(outcome)
            : try isNew ? opening(verdict, isStaffed) + told(outcome) : continued(verdict, outcome)
        let text = settings.texts.joined(sentences, inquiry.locale)
        if !text.isEmpty { reply.say(text, as: .notice, priority: verdict.handoff?.notice ?? 0) }
    }

    /// Safety first, then what was done, before all else that may be said in this turn.
    private func warn(
        _ verdict: Routing.Verdict, _ outcome: TicketDesk.Outcome?, _ reply: inout Reply
    ) throws {
        guard let handoff = verdict.handoff else { return }
        let done: String
        if try inquiry.isWithHuman || someoneIsThere(for: handoff) {
            done = say("alerted")
        } else if let time = inquiry.opensAt {
            done = say(
                "alerted_closed",
                ["opens": settings.texts.moment(try turn.hours.local(time), inquiry.locale)])
        } else {
            done = say("alerted_nobody")
        }
        if inquiry.isWithHuman, let competence = handoff.competence {
            reply.notify(handoff.why(settings.texts.staffLocale), competence: competence)
        }
        let sentences = [say(handoff.text), done] + told(outcome, but: ["escalated", "escalated_before"])
        reply.say(settings.texts.joined(sentences, inquiry.locale), priority: settings.desk.alarmPriority)
    }

    /// Something is left to be done when nobody is there to do it.
    private func staysOpen(_ verdict: Routing.Verdict, _ isStaffed: Bool) -> Bool {
        guard !inquiry.isOpen || !isStaffed else { return false }
        // Who waits in the queue is on record: what is said meanwhile stands in the conversation.
        if inquiry.isQueued { return inquiry.ticket == nil && !(verdict.handoff?.isAnswered ?? true) }
        return !(verdict.handoff?.isAnswered ?? false)
    }

    /// Within business hours somebody is online who can take it; where nobody is known to the host, people are elsewhere.
    private func someoneIsThere(for handoff: Routing.Handoff?) throws -> Bool {
        guard inquiry.isOpen else { return false }
        let agents = try turn.agents.list()
        let able = agents.filter { agent in
            handoff?.competence.map { (agent["competences"]?.list ?? []).contains(.text($0)) } ?? true
        }
        let asked = able.isEmpty ? agents : able
        return asked.isEmpty || asked.contains { $0["presence"]?.text == "online" }
    }

    /// Who only says 转人工 means what was said just before.
    private mutating func recall() throws {
        let earlier = try turn.history.recent(settings.desk.recalled).last {
            $0["author"]?.text == "customer"
        }
        guard let text = earlier?["text"]?.text, !text.isEmpty else { return }
        inquiry.text = "\(text)\n\(inquiry.text)"
    }

    // What the customer is told

    /// Who will answer, and when nobody is there, from when on.
    private func opening(_ verdict: Routing.Verdict, _ isStaffed: Bool) throws -> [String] {
        let text = verdict.handoff?.text ?? "general"
        if inquiry.isTold, isStaffed { return [] }
        let isSorry = text == "complaint" ? !isStaffed : inquiry.sentiment == "negative"
        let regret = isSorry ? say("sorry") : ""
        if isStaffed { return [regret, say(text)] }
        return [regret, try waiting(isStaffed)]
    }

    /// To who waits already.
    private func continued(_ verdict: Routing.Verdict, _ outcome: TicketDesk.Outcome?) throws -> [String] {
        guard let handoff = verdict.handoff, !handoff.isAnswered else { return told(outcome) }
        var sentences: [String] = []
        if handoff.text == "complaint" {
            sentences.append(
                say((outcome?.ticket[count: "complaints"] ?? 0) > 1 ? "complaint_again" : "sorry"))
        } else if handoff.text == "human" {
            sentences.append(try waiting)
        } else if inquiry.sentiment == "negative" {
            sentences.append(say("sorry"))
        }
        let told = told(outcome)
        if told.isEmpty, handoff.text != "human", handoff.text != "complaint" {
            sentences.append(say("noted"))
        }
        return sentences + told
    }

    private func told(_ outcome: TicketDesk.Outcome?, but omitted: Set<String> = []) -> [String] {
        (outcome?.texts ?? []).filter { !omitted.contains($0) }.map {
            say($0, ["ticket": outcome?.ticket.number ?? ""])
        }
    }

    /// To who asks whether anybody comes.
    var waiting: String { get throws { try waiting(someoneIsThere(for: nil)) } }

    /// The ticket that the customer has, if any.
    var ticketTold: String {
        get throws {
            let ticket = try inquiry.ticket.flatMap { try TicketDesk(settings, turn).ticket($0) }
            return ticket.map { $0.isLive ? say("your_ticket", ["ticket": $0.number]) : "" } ?? ""
        }
    }

    private func waiting(_ isStaffed: Bool) throws -> String {
        if inquiry.isOpen { return say(isStaffed ? "waiting" : "nobody") }
        guard let time = inquiry.opensAt else { return say("closed_without_time") }
        return say("closed", ["opens": settings.texts.moment(try turn.hours.local(time), inquiry.locale)])
    }

    private func say(_ name: String, _ values: [String: String] = [:]) -> String {
        settings.texts(name, inquiry.locale, values)
    }

    // What the colleague is told

    /// What is known, for the colleague who takes over; cut, so that no long message costs the customer the handoff.
    private func note(_ verdict: Routing.Verdict, _ outcome: TicketDesk.Outcome?) throws -> [String: Value] {
        var note: [String: Value] = [
            "message": .text(inquiry.text.cut(bytes: settings.desk.longestNote)),
            "route": .text(verdict.route),
        ]
        note["intent"] = inquiry.intent.map(Value.text)
        note["ticket"] = (outcome?.ticket.id).map(Value.text)
        note["priority"] = (outcome?.ticket.priority.rawValue).map(Value.text)
        for name in settings.note {
            note[name] = turn[Key<Value>(name)]?.cut(bytes: settings.desk.longestFact)
        }
        return note
    }
}

extension Value {
    fileprivate func cut(bytes most: Int) -> Value { text.map { .text($0.cut(bytes: most)) } ?? self }
}
