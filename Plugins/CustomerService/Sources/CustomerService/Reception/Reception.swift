import SkillKit

/// One message from its arrival to what is said and done.
struct Reception {
    private static let before = Key<Int>("service.unclear?")
    private static let route = Key<String>("service.route?")
    private static let answered = Key<Bool>("service.answered?")

    let settings: Settings
    let turn: Turn
    var inquiry: Inquiry
    private(set) var heard: Listening.Heard
    private let fits: [Routing.Fit]
    /// Something that an answer, or none, cannot settle: a fault.
    private let insists: Bool
    /// Somebody may be in danger: nothing else counts.
    let isAlarmed: Bool

    init(_ settings: Settings, _ turn: Turn) {
        self.settings = settings
        self.turn = turn
        inquiry = Inquiry(turn)
        inquiry.isMereCall = settings.desk.isMereCall(inquiry.text)
        heard = settings.desk.listening.hear(inquiry)
        // 没人受伤 is no complaint, 先不买 no purchase, and 2 nothing at all, whatever it sounds like.
        if heard.remark == .assent || heard.remark == .refusal || inquiry.text.isNumber {
            inquiry.intents = []
        }
        fits = settings.routing.fits(inquiry)
        (insists, isAlarmed) = (fits.areInsistent, fits.areAlarming)
        // 我们在苏州，机器坏了 is more than a statement.
        if heard.remark?.isSettled ?? false, insists { heard.remark = nil }
        if heard.remark == nil, !insists, isHalfSmallTalk { heard.remark = .riddle }
    }

    mutating func receive() throws -> Reply {
        var reply = Reply()
        guard settings.desk.serves(inquiry.channel) else {
            reply.because = "channel '\(inquiry.channel)' is not among customer_service.channels"
            return reply
        }
        if !isAlarmed, try SurveyDesk(TicketDesk(settings, turn)).hear(inquiry, heard, &reply) {
            return reply
        }
        let lookup = try look()
        var because: [String] = []
        try answer(lookup, &reply, &because)
        let mayAskBack = asksBack(lookup, &reply, &because)
        let verdict = settings.routing.judge(inquiry, fits, lookup, heard, mayAskBack: mayAskBack)
        if verdict.isGap { try turn.knowledge.reportGap(inquiry.text) }
        if let skill = verdict.leftTo { because.append("left to '\(skill)'") }
        let outcome = try handOver(verdict, &reply)
        keep(verdict.route, lookup.isAnswered || inquiry.answeredBy != nil || verdict.leftTo != nil, &reply)
        reply.because = Explanation(inquiry, lookup, verdict, outcome).line(after: because)
        return reply
    }

    /// Only what changed is written.
    private func keep(_ route: String, _ isAnswered: Bool, _ reply: inout Reply) {
        if turn[Self.route] != route { reply.write(CustomerService.route, route) }
        if turn[Self.answered] != isAnswered { reply.write(CustomerService.answered, isAnswered) }
    }

    // Looking for an answer

    /// A greeting, or thanks, and nothing else.
    private var smallTalk: Phrase? {
        guard inquiry.intents.count == 1, inquiry.confidence >= settings.desk.smallTalkFrom else {
            return nil
        }
        return inquiry.intent.flatMap { settings.desk.smallTalk[$0] }
    }

    /// 嗯嗯额那啥: almost a word of thanks.
    private var isHalfSmallTalk: Bool {
        inquiry.intents.count == 1 && inquiry.confidence < settings.desk.smallTalkFrom
            && settings.desk.smallTalk[inquiry.intents[0]] != nil
    }

    /// The knowledge is searched at most once, and only where it could say something.
    private mutating func look() throws -> Lookup {
        if isAlarmed { return .nothing(best: nil) }
        if let truth = settings.desk.truth(inquiry) {
            inquiry.intents.removeAll(where: settings.routing.human.intents.contains)
            return .found(truth)
        }
        if heard.remark?.isSettled ?? (smallTalk != nil) { return .settled }
        if let orders = try OrderDesk(settings: settings, turn: turn, inquiry: inquiry).look(heard) {
            return orders
        }
        return hasNoAnswer ? .nothing(best: nil) : try search()
    }

    /// What nobody could have written an answer to.
    private var hasNoAnswer: Bool {
        if heard.remark == .opening || inquiry.isMereCall || settings.desk.yields(inquiry) { return true }
        if inquiry.text.saysLittle { return true }
        // Who waits and only tells has a colleague to tell it to.
        if !heard.isQuestion,
            inquiry.isQueued || !settings.desk.unanswerable.isDisjoint(with: inquiry.intents)
        {
            return true
        }
        return inquiry.intents.count == 1 && settings.routing.human.intents.contains(inquiry.intents[0])
    }

    private func search() throws -> Lookup {
        let desk = settings.desk
        let codes = Codes(in: inquiry.text)
        let best: Knowledge.Hit
        do {
            let hits = try turn.knowledge.search(inquiry.text, limit: desk.limit)
            guard let hit = try hits.first(where: isAbout(codes)) ?? general(codes) else {
                return .nothing(best: hits.first?.score)
            }
            best = hit
        } catch {
            turn.log(.warning, "the knowledge could not be searched: \(error)")
            return .failed("\(error)")
        }
        let isExact = desk.isExact(best.title, best.score, for: inquiry.text, codes)
        let mayInterrupt = !inquiry.isQueued || best.score >= desk.waitingFrom
        guard isExact || (mayInterrupt && !insists) else {
            return .withheld(title: best.title, score: best.score)
        }
        return .found(
            Lookup.Answer(
                title: best.title, text: best.answer, source: best.source, score: best.score,
                isExact: isExact,
                priority: isExact ? desk.exactPriority : desk.priority))
    }

    /// An answer, and to this and not to something like it.
    private func isAbout(_ codes: Codes) -> (Knowledge.Hit) throws -> Bool {
        { [self] hit in
            try hit.isAnswer && settings.desk.isAbout(codes, hit.title)
                && settings.desk.relevance.isAbout(
                    inquiry, hit.title, hit.answer, topic: hit.topic
                ) { text in Set(try turn.catalog.find(text, limit: Self.mostNamed).map(\.id)) }
        }
    }

    /// 视觉检测系统的质保: what holds for everything.
    private func general(_ codes: Codes) throws -> Knowledge.Hit? {
        guard let text = settings.desk.relevance.general(inquiry) else { return nil }
        return try turn.knowledge.search(text, limit: settings.desk.limit).first(where: isAbout(codes))
    }

    private static let mostNamed = 20

    // Answering

    private func answer(_ lookup: Lookup, _ reply: inout Reply, _ because: inout [String]) throws {
        switch lookup {
        case .found(let answer):
            reply.say(answer.text, priority: answer.priority)
            because.append(lookup.outcome)
        case .settled where !inquiry.isWithHuman: try acknowledge(&reply, &because)
        case .settled, .nothing, .withheld, .failed:
            if let skill = inquiry.answeredBy { because.append("'\(skill)' answers") }
        }
    }

    /// A short word to what asks for nothing.
    private func acknowledge(_ reply: inout Reply, _ because: inout [String]) throws {
        let desk = settings.desk
        switch heard.remark {
        case .chasing?:
            let sentences = try [waiting, ticketTold]
            reply.say(
                settings.texts.joined(sentences, inquiry.locale), priority: desk.listening.waitingPriority)
            because.append("somebody waits, and is told for what")
        case let remark?:
            because.append("a mere \(remark.rawValue): nobody is called")
            guard inquiry.answeredBy == nil, !inquiry.isHandedOver else { return }
            reply.say(settings.texts(remark.rawValue, inquiry.locale), priority: desk.listening.priority)
        case nil:
            guard inquiry.answeredBy == nil else {
                return because.append("'\(inquiry.answeredBy ?? "")' answers")
            }
            let name =
                inquiry.name.map { settings.texts("greeting_name", inquiry.locale, ["name": $0]) } ?? ""
            reply.say(
                smallTalk?.text(inquiry.locale, ["name": name]) ?? "", priority: desk.smallTalkPriority)
            because.append("'\(inquiry.intent ?? "")' was answered politely")
        }
    }

    /// Whether the customer is asked back; not again when he was not understood so often in a row.
    private func asksBack(_ lookup: Lookup, _ reply: inout Reply, _ because: inout [String]) -> Bool {
        let before = turn[Self.before] ?? 0
        let isAnswered = lookup.isAnswered || inquiry.answeredBy != nil
        let isVague = heard.remark == .riddle || heard.remark == .opening
        let isUnclear = (inquiry.isUnclear || isVague) && !isAnswered && !insists
        // Who only begins was not misunderstood.
        let now = heard.remark == .opening ? before : isUnclear ? before + 1 : 0
        let isOften = now >= settings.desk.unclearTimes && !inquiry.isQueued
        if now != before { reply.write(CustomerService.unclear, isOften ? 0 : now) }
        if isOften { because.append("not understood \(now) times in a row") }
        guard isUnclear, !isOften else { return false }
        because.append("not understood: asked back what is meant")
        if isVague, !inquiry.isWithHuman {
            let text = inquiry.isQueued ? "noted" : heard.remark?.rawValue ?? ""
            reply.say(settings.texts(text, inquiry.locale), as: inquiry.isQueued ? .notice : .question)
        }
        return true
    }
}
