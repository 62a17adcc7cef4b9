import SkillKit

/// One message from its arrival to what is said and done.
struct Reception {
    private static let before = Key<Int>("service.unclear?")

    let settings: Settings
    let turn: Turn
    let inquiry: Inquiry

    init(_ settings: Settings, _ turn: Turn) {
        self.settings = settings
        self.turn = turn
        inquiry = Inquiry(turn)
    }

    func receive() throws -> Reply {
        var reply = Reply()
        guard settings.desk.serves(inquiry.channel) else {
            reply.because = "channel '\(inquiry.channel)' is not among customer_service.channels"
            return reply
        }
        var because: [String] = []
        let lookup = try isSmallTalk ? nil : look()
        answer(lookup, &reply, &because)
        let verdict = settings.routing.judge(inquiry, lookup, mayAskBack: asksBack(lookup, &reply, &because))
        if verdict.isGap { try turn.knowledge.reportGap(inquiry.text) }
        let outcome = try keepTicket(verdict, &reply)
        try handOver(verdict, outcome, &reply)
        reply.write(CustomerService.route, verdict.route)
        reply.write(CustomerService.answered, lookup?.isFound ?? true || inquiry.answeredBy != nil)
        if let outcome { reply.write(CustomerService.ticket, outcome.ticket.id) }
        reply.because = Explanation(inquiry, verdict, outcome, settings).line(after: because)
        return reply
    }

    // Answering

    /// A greeting, or thanks, and nothing else.
    private var isSmallTalk: Bool {
        inquiry.intents.count == 1 && inquiry.intent.map { settings.desk.smallTalk[$0] != nil } ?? false
    }

    private func look() throws -> Lookup {
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
        let isUnclear = inquiry.isUnclear && !(lookup?.isFound ?? true) && inquiry.answeredBy == nil
        let now = isUnclear ? before + 1 : 0
        let isOften = now >= settings.desk.unclearTimes
        if now != before { reply.write(CustomerService.unclear, isOften ? 0 : now) }
        if isOften { because.append("not understood \(now) times in a row") }
        return isUnclear && !isOften
    }

    // Handing over

    private func keepTicket(_ verdict: Routing.Verdict, _ reply: inout Reply) throws -> TicketDesk.Outcome? {
        let isClosed = verdict.handoff != nil && !inquiry.isOpen
        guard verdict.opensTicket || isClosed else { return nil }
        return try TicketDesk(settings, turn).take(inquiry, mayOpen: !inquiry.isWithHuman, &reply)
    }

    private func handOver(_ verdict: Routing.Verdict, _ outcome: TicketDesk.Outcome?, _ reply: inout Reply)
        throws
    {
        guard let handoff = verdict.handoff, !inquiry.isWithHuman else { return }
        var sentences: [String] = []
        if inquiry.isQueued {
            if handoff.text != "vip", inquiry.isOpen {
                sentences.append(settings.texts("waiting", inquiry.locale))
            }
        } else {
            reply.handOff(
                because: handoff.reason, competence: handoff.competence, priority: handoff.priority,
                note: note(verdict, outcome))
            if !inquiry.isHandedOver || !inquiry.isOpen { sentences += try opening(handoff) }
        }
        if let outcome {
            sentences.append(settings.texts(outcome.text, inquiry.locale, ["ticket": outcome.ticket.id]))
            if outcome.ticket.status == "escalated" {
                sentences.append(settings.texts("escalated", inquiry.locale))
            }
        }
        let text = settings.texts.joined(sentences, inquiry.locale)
        if !text.isEmpty { reply.say(text, as: .notice) }
    }

    /// Who will answer, and outside business hours when.
    private func opening(_ handoff: Routing.Handoff) throws -> [String] {
        let isSorry = inquiry.sentiment == "negative" && handoff.text != "complaint"
        let regret = isSorry ? settings.texts("sorry", inquiry.locale) : ""
        guard !inquiry.isOpen else { return [regret, settings.texts(handoff.text, inquiry.locale)] }
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
        } else if inquiry.isUnclear, answer.isEmpty {
            parts.append("unclear for the first time: the host asks back")
        }
        if !inquiry.isOpen, verdict.handoff != nil { parts.append("outside business hours") }
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
