import SkillKit

/// One message from its arrival to what is said and done.
struct Reception {
    private static let before = Key<Int>("service.unclear?")

    let settings: Settings
    let turn: Turn
    let inquiry: Inquiry
    private let remark: Remark?

    init(_ settings: Settings, _ turn: Turn) {
        self.settings = settings
        self.turn = turn
        inquiry = Inquiry(turn)
        remark = settings.desk.listening.remark(inquiry)
    }

    func receive() throws -> Reply {
        var reply = Reply()
        guard settings.desk.serves(inquiry.channel) else {
            reply.because = "channel '\(inquiry.channel)' is not among customer_service.channels"
            return reply
        }
        var because: [String] = []
        let lookup = try isSettled ? nil : look()
        answer(lookup, &reply, &because)
        let verdict = settings.routing.judge(inquiry, lookup, mayAskBack: asksBack(lookup, &reply, &because))
        if verdict.isGap { try turn.knowledge.reportGap(inquiry.text) }
        if let skill = verdict.leftTo { because.append("left to '\(skill)'") }
        let outcome = try keepTicket(verdict, &reply)
        try handOver(verdict, outcome, &reply)
        reply.write(CustomerService.route, verdict.route)
        reply.write(CustomerService.answered, isAnswered(lookup) || verdict.leftTo != nil)
        if let outcome { reply.write(CustomerService.ticket, outcome.ticket.id) }
        reply.because = Explanation(inquiry, verdict, outcome, settings).line(after: because)
        return reply
    }

    // Answering

    /// A greeting, or thanks, and nothing else.
    private var isSmallTalk: Bool {
        inquiry.intents.count == 1 && inquiry.intent.map { settings.desk.smallTalk[$0] != nil } ?? false
    }

    /// Nothing that the knowledge would answer.
    private var isSettled: Bool {
        switch remark {
        case .assent, .refusal, .statement: true
        case .riddle: false
        case nil: isSmallTalk
        }
    }

    private func isAnswered(_ lookup: Lookup?) -> Bool {
        lookup?.isFound ?? true || inquiry.answeredBy != nil
    }

    private func look() throws -> Lookup {
        let isUnanswerable = !settings.desk.unanswerable.isDisjoint(with: inquiry.intents)
        if isUnanswerable, !settings.desk.listening.isQuestion(inquiry.text) { return .nothing(best: nil) }
        let hits: [Knowledge.Hit]
        do { hits = try turn.knowledge.search(inquiry.text, limit: settings.desk.limit) } catch {
            turn.log(.warning, "the knowledge could not be searched: \(error)")
            return .failed("\(error)")
        }
        guard let best = hits.first(where: \.isAnswer) else { return .nothing(best: hits.first?.score) }
        return .found(.init(title: best.title, text: best.answer, source: best.source, score: best.score))
    }

    private func answer(_ lookup: Lookup?, _ reply: inout Reply, _ because: inout [String]) {
        let desk = settings.desk
        if case .found(let hit) = lookup {
            let isExact = hit.score >= desk.exactFrom || Plain(hit.title) == Plain(inquiry.text)
            reply.say(hit.text, priority: isExact ? desk.exactPriority : desk.priority)
            because.append("answered with '\(hit.title)' from \(hit.source) (\(hit.score.asPercent))")
        } else if inquiry.answeredBy == nil, isSettled, let remark, !inquiry.isWithHuman {
            let text = settings.texts(remark.rawValue, inquiry.locale)
            if !inquiry.isHandedOver { reply.say(text, priority: desk.listening.priority) }
            because.append("a mere \(remark.rawValue): nobody is called")
        } else if isSmallTalk, !inquiry.isWithHuman, let intent = inquiry.intent {
            let name =
                inquiry.name.map { settings.texts("greeting_name", inquiry.locale, ["name": $0]) } ?? ""
            let text = desk.smallTalk[intent]?.text(inquiry.locale, ["name": name]) ?? ""
            reply.say(text, priority: desk.smallTalkPriority)
            because.append("'\(intent)' was answered politely")
        } else if let skill = inquiry.answeredBy {
            because.append("'\(skill)' answers")
        }
    }

    /// Whether the host asks back; not again when the customer was not understood so often in a row.
    private func asksBack(_ lookup: Lookup?, _ reply: inout Reply, _ because: inout [String]) -> Bool {
        let before = turn[Self.before] ?? 0
        let isUnclear = (inquiry.isUnclear || remark == .riddle) && !isAnswered(lookup)
        let now = isUnclear ? before + 1 : 0
        let isOften = now >= settings.desk.unclearTimes && !inquiry.isQueued
        if now != before { reply.write(CustomerService.unclear, isOften ? 0 : now) }
        if isOften { because.append("not understood \(now) times in a row") }
        guard isUnclear, !isOften else { return false }
        if !inquiry.isUnclear, !inquiry.isWithHuman {
            let text = settings.texts(inquiry.isQueued ? "noted" : "riddle", inquiry.locale)
            reply.say(text, as: inquiry.isQueued ? .notice : .question)
        }
        return true
    }

    // Handing over

    private func keepTicket(_ verdict: Routing.Verdict, _ reply: inout Reply) throws -> TicketDesk.Outcome? {
        guard verdict.opensTicket || staysOpen(verdict) else { return nil }
        return try TicketDesk(settings, turn).take(inquiry, mayOpen: !inquiry.isWithHuman, &reply)
    }

    /// Something is left to be done when nobody is there to do it.
    private func staysOpen(_ verdict: Routing.Verdict) -> Bool {
        guard !inquiry.isOpen else { return false }
        if let handoff = verdict.handoff { return !handoff.isAnswered }
        return inquiry.isHandedOver && !inquiry.isQueued
    }

    private func handOver(_ verdict: Routing.Verdict, _ outcome: TicketDesk.Outcome?, _ reply: inout Reply)
        throws
    {
        guard verdict.handoff != nil || inquiry.isHandedOver, !inquiry.isWithHuman else { return }
        var sentences: [String] = []
        if inquiry.isQueued {
            sentences += waiting(verdict.handoff)
        } else {
            if let handoff = verdict.handoff {
                reply.handOff(
                    because: handoff.reason, competence: handoff.competence, priority: handoff.priority,
                    note: note(verdict, outcome))
            }
            if !inquiry.isTold || !inquiry.isOpen { sentences += try opening(verdict.handoff) }
        }
        sentences += (outcome?.texts ?? []).map {
            settings.texts($0, inquiry.locale, ["ticket": outcome?.ticket.id ?? ""])
        }
        let text = settings.texts.joined(sentences, inquiry.locale)
        if !text.isEmpty { reply.say(text, as: .notice) }
    }

    private func waiting(_ handoff: Routing.Handoff?) -> [String] {
        if handoff?.text == "complaint" { return [settings.texts("complaint_again", inquiry.locale)] }
        guard let handoff, handoff.text != "vip", inquiry.isOpen else { return [] }
        return [settings.texts("waiting", inquiry.locale)]
    }

    /// Who will answer, and outside business hours when.
    private func opening(_ handoff: Routing.Handoff?) throws -> [String] {
        let isComplaint = handoff?.text == "complaint"
        let isSorry = isComplaint ? !inquiry.isOpen : inquiry.sentiment == "negative"
        let regret = isSorry ? settings.texts("sorry", inquiry.locale) : ""
        guard !inquiry.isOpen else {
            return [regret, settings.texts(handoff?.text ?? "general", inquiry.locale)]
        }
        guard let time = inquiry.opensAt else {
            return [regret, settings.texts("closed_without_time", inquiry.locale)]
        }
        let opens = settings.texts.moment(try turn.hours.local(time), inquiry.locale)
        return [regret, settings.texts("closed", inquiry.locale, ["opens": opens])]
    }

    /// What is known, for the colleague who takes over.
    private func note(_ verdict: Routing.Verdict, _ outcome: TicketDesk.Outcome?) -> [String: Value] {
        var note: [String: Value] = ["message": .text(inquiry.text), "route": .text(verdict.route)]
        note["intent"] = inquiry.intent.map(Value.text)
        note["ticket"] = (outcome?.ticket.id).map(Value.text)
        note["priority"] = (outcome?.ticket.priority.rawValue).map(Value.text)
        for name in settings.note { note[name] = turn[Key<Value>(name)] }
        return note
    }
}

/// A text without case, marks and spaces: two questions are one when these are the same.
struct Plain: Hashable {
    private let letters: String

    init(_ text: String) { letters = text.lowercased().filter { $0.isLetter || $0.isNumber } }
}

/// The line of the trace.
struct Explanation {
    private let verdict: Routing.Verdict
    private let inquiry: Inquiry
    private let outcome: TicketDesk.Outcome?
    private let settings: Settings

    init(_ inquiry: Inquiry, _ verdict: Routing.Verdict, _ outcome: TicketDesk.Outcome?, _ settings: Settings)
    {
        (self.inquiry, self.verdict, self.outcome, self.settings) = (inquiry, verdict, outcome, settings)
    }

    func line(after answer: [String]) -> String? {
        var parts = answer
        if let handoff = verdict.handoff, !inquiry.isWithHuman {
            let place = handoff.competence.map { "'\($0)'" } ?? "whoever is free"
            parts.append(
                inquiry.isQueued
                    ? "waits in the queue already (\(handoff.reason))"
                    : "handed to \(place), priority \(handoff.priority): \(handoff.reason)")
        } else if !verdict.isGap, answer.isEmpty, !inquiry.isHandedOver {
            parts.append("not understood: asked back what is meant")
        }
        if !inquiry.isOpen, verdict.handoff != nil || inquiry.isHandedOver {
            parts.append("outside business hours")
        }
        if verdict.isGap { parts.append("the question joins the gap list") }
        if let ticket = outcome?.ticket {
            let why = ticket["priority_because"].map { " (\($0))" } ?? ""
            parts.append(
                "ticket \(ticket.id) is \(ticket.status), priority \(ticket.priority.rawValue)\(why)")
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}

extension Double {
    /// `93 %`.
    fileprivate var asPercent: String { "\(Int((self * 100).rounded())) %" }
}
