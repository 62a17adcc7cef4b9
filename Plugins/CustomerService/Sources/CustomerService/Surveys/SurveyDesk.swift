import SkillKit

/// Asks a customer once how a closed ticket went, reminds once, and takes the answer.
struct SurveyDesk {
    static let collection = "surveys"
    private static let open = Key<String>("survey.id?")
    private static let awaited = Key<Bool>("survey.awaited?")

    let desk: TicketDesk
    private var settings: Settings { desk.settings }
    private var turn: Turn { desk.turn }
    private var now: Timestamp { desk.now }

    init(_ desk: TicketDesk) { self.desk = desk }

    /// The ticket is closed. While a human speaks with the customer it waits.
    func ask(_ ticket: Ticket, _ reply: inout Reply) throws {
        let status = turn[Inquiry.Keys.status]
        let objection = SurveyDecision(rules: settings.survey).objection(
            ticket, isKnown: try survey(ticket.id) != nil, hasConversation: status != nil)
        if let objection {
            reply.because = "no survey for ticket \(ticket.id): \(objection)"
        } else if status == "human" {
            try turn.schedule.at(
                now + settings.survey.retryAfter.duration, TicketTimer.survey.name(ticket.id))
            reply.because = "survey for ticket \(ticket.id) waits: a human holds the conversation"
        } else {
            try send(ticket, &reply)
        }
    }

    private func send(_ ticket: Ticket, _ reply: inout Reply) throws {
        let expires = now + settings.survey.expires.duration
        var survey: [String: Value] = [
            "ticket": .text(ticket.id), "status": "sent", "sent_at": .time(now), "expires_at": .time(expires),
            "subject": .text(ticket.subject),
        ]
        for name in ["channel", "conversation", "locale"] { survey[name] = ticket.fields[name] }
        try put(ticket.id, survey)
        reply.write(CustomerService.survey, ticket.id)
        try say("survey", survey, ticket.id, &reply)
        try turn.schedule.at(now + settings.survey.remindAfter.duration, TicketTimer.remind.name(ticket.id))
        try turn.schedule.at(expires, TicketTimer.expire.name(ticket.id))
        reply.because = "ticket \(ticket.id) is closed: the customer is asked how it went"
    }

    /// A day later, once; not while a human speaks.
    func remind(_ id: String) throws -> Reply {
        var reply = Reply()
        guard var survey = try survey(id), survey["status"]?.text == "sent" else {
            reply.because = "survey \(id) needs no reminder"
            return reply
        }
        guard turn[Inquiry.Keys.status] != "human" else {
            try turn.schedule.at(now + settings.survey.retryAfter.duration, TicketTimer.remind.name(id))
            reply.because = "the reminder of survey \(id) waits: a human holds the conversation"
            return reply
        }
        survey["status"] = "reminded"
        survey["reminded_at"] = .time(now)
        try put(id, survey)
        try say("reminder", survey, id, &reply)
        reply.because =
            "survey \(id) was not answered within \(settings.survey.remindAfter.text): reminded once"
        return reply
    }

    func expire(_ id: String) throws -> Reply {
        var reply = Reply()
        guard var survey = try survey(id), survey["status"]?.text != "answered" else {
            reply.because = "survey \(id) was answered"
            return reply
        }
        survey["status"] = "expired"
        try put(id, survey)
        if turn[Self.open] == id { reply.unset(CustomerService.survey) }
        reply.because = "survey \(id) was not answered within \(settings.survey.expires.text)"
        return reply
    }

    private func say(_ text: String, _ survey: [String: Value], _ id: String, _ reply: inout Reply) throws {
        guard let expires = survey["expires_at"]?.time else { return }
        let link = try turn.links.make("survey", data: ["survey": .text(id)], expires: expires)
        let values = [
            "url": settings.survey.address(link), "ticket_id": id, "subject": survey["subject"]?.text ?? "",
        ]
        reply.write(CustomerService.awaited, true)
        reply.say(
            settings.texts(text, survey["locale"]?.text ?? turn[Inquiry.Keys.locale], values), as: .notice)
    }

    /// Who was asked may answer in the chat: a score there is the answer, and nothing else.
    func hear(_ inquiry: Inquiry, _ heard: Listening.Heard, _ reply: inout Reply) throws -> Bool {
        guard let id = turn[Self.open], !inquiry.isWithHuman else { return false }
        let scores = settings.survey.scores
        let isAwaited = turn[Self.awaited] ?? false
        let score = heard.isQuestion ? nil : scores.read(inquiry.text, isAsked: isAwaited)
        let isInTrouble = score == nil && !heard.isQuestion && scores.isInTrouble(inquiry.text)
        let isOutOfRange = isAwaited && scores.isOutOfRange(inquiry.text)
        if isAwaited, !isInTrouble, !isOutOfRange { reply.write(CustomerService.awaited, false) }
        guard score != nil || isInTrouble || isOutOfRange, let survey = try survey(id) else { return false }
        if let earlier = survey["score"]?.int {
            guard score != nil else { return false }
            answer("scored_already", Int(earlier), inquiry, &reply)
            reply.because = "survey \(id) was answered before: \(earlier) of 5"
        } else if let score {
            try take(score, inquiry.text, survey, id, &reply)
            answer(score <= settings.survey.low ? "scored_low" : "scored", score, inquiry, &reply)
            // 1分都嫌多，我要投诉: somebody must see to that too.
            return !(settings.tickets.isComplaint(inquiry) && scores.complains(inquiry.text))
        } else {
            answer(isOutOfRange ? "score_range" : "score_here", 0, inquiry, &reply)
            reply.because =
                isOutOfRange
                ? "no score of survey \(id): asked again from 1 to 5"
                : "the page of survey \(id) does not open: it can be answered in the chat"
        }
        return true
    }

    private func answer(_ text: String, _ score: Int, _ inquiry: Inquiry, _ reply: inout Reply) {
        reply.say(
            settings.texts(text, inquiry.locale, ["score": "\(score)"]), priority: settings.survey.priority)
    }

    /// Somebody opened the page, or sent it.
    func visit(_ page: Turn.Page) throws -> Reply {
        var reply = Reply()
        let id = page.data["survey"]?.text ?? ""
        let survey = try survey(id)
        let view = SurveyPage(
            settings.page, locale: survey?["locale"]?.text ?? page.locale,
            longestComment: settings.survey.longestComment)
        let subject = survey?["subject"]?.text ?? ""
        if let score = survey?["score"]?.int {
            reply.page = view.already(score: Int(score))
        } else if survey == nil || survey?["status"]?.text == "expired" {
            reply.page = view.expired()
        } else if !page.isPost {
            reply.page = view.form(subject: subject)
        } else if let score = page.form["score"].flatMap({ Int($0) }), (1...5).contains(score), let survey {
            try take(score, page.form["comment"] ?? "", survey, id, &reply)
            reply.page = view.received(score: score)
        } else {
            reply.page = view.form(subject: subject, comment: page.form["comment"] ?? "", isIncomplete: true)
        }
        reply.because = reply.because ?? "the page of survey \(id) was \(page.isPost ? "sent" : "opened")"
        return reply
    }

    private func take(
        _ score: Int, _ comment: String, _ known: [String: Value], _ id: String, _ reply: inout Reply
    ) throws {
        let comment = comment.cut(bytes: settings.survey.longestComment)
        var survey = known
        survey["status"] = "answered"
        survey["score"] = .int(Int64(score))
        survey["comment"] = comment.isEmpty ? nil : .text(comment)
        survey["answered_at"] = .time(now)
        try put(id, survey)
        try turn.schedule.cancel(TicketTimer.remind.name(id))
        try turn.schedule.cancel(TicketTimer.expire.name(id))
        reply.because = "survey \(id): \(score) of 5"
        reply.emit("survey.answered", ["ticket": .text(id), "score": .int(Int64(score))])
        guard score <= settings.survey.low else { return }
        let facts: Value = ["ticket": .text(id), "score": .int(Int64(score)), "comment": .text(comment)]
        reply.emit("survey.low", facts)
        reply.notify(
            settings.texts.notice("survey_low", ["ticket": id, "score": "\(score)", "comment": comment]),
            competence: settings.tickets.supervisor, data: facts)
    }

    private func survey(_ id: String) throws -> [String: Value]? {
        try turn.store.get(Self.collection, id)?.body
    }

    private func put(_ id: String, _ survey: [String: Value]) throws {
        try turn.store.put(Self.collection, id, survey)
    }
}
