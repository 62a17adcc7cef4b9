import ConciergeCore

extension DemoPast {
    /// Some orders led to trouble, and a few customers have some right now.
    func tickets(of customer: DemoCustomer, _ dice: inout Dice) -> [Document] {
        var documents: [Document] = []
        for order in customer.orders {
            guard let shipped = order.shippedAt, dice.percent(past.tickets.share) else { continue }
            let at = moment(dice.pick(past.tickets.after), after: shipped, &dice)
            if at < shop.today { documents += ticket(of: customer.person, about: order, at: at, &dice) }
        }
        if let order = customer.orders.last(where: { $0.shippedAt != nil }), dice.percent(past.tickets.recent)
        {
            let at = moment(-dice.pick(past.tickets.recentDays), after: shop.today, &dice)
            documents += ticket(of: customer.person, about: order, at: at, isSlow: true, &dice)
        }
        return documents
    }

    private func ticket(
        of person: DemoPerson, about order: DemoOrder, at: Timestamp, isSlow: Bool = false, _ dice: inout Dice
    ) -> [Document] {
        let trouble = dice.pick(past.troubles)
        let course = course(at, past.pace(of: trouble.priority), isSlow: isSlow, &dice)
        let id = "T\(DemoShop.day(of: at).filter { $0 != "-" }.suffix(6))-\(code(&dice))"
        let name = product(order.product, for: person)
        let text = (person.said(trouble.texts) ?? "").replacing("{product}", with: name)
        let channel = dice.pick(past.channels)
        let body = body(of: trouble, text, person, channel, course)
        let ticket = document("tickets", id, of: person, at: at, until: course.last, body)
        guard course.status == "closed" else { return [ticket] }
        return [ticket, survey(on: id, text, of: person, channel, sent: course.closed, course.isLate, &dice)]
    }

    private func course(
        _ opened: Timestamp, _ pace: DemoStock.Past.Pace, isSlow: Bool, _ dice: inout Dice
    ) -> DemoCourse {
        let isLate = dice.percent(past.tickets.late)
        let endDue = opened.adding(.hours(pace.end))
        let first = opened.adding(
            .minutes(1 + dice.below(pace.answer * (isLate ? past.tickets.slower.answer : 1))))
        let hours = 1 + dice.below(pace.end * (isLate ? past.tickets.slower.end : 1))
        // What may still be resolved in time waits for somebody to do it.
        let waits = isSlow && endDue > shop.today
        let resolved = waits ? endDue : first.adding(.hours(hours))
        let end = isLate ? resolved : min(resolved, endDue)
        return DemoCourse(
            opened: opened, answerDue: opened.adding(.minutes(pace.answer)), endDue: endDue, first: first,
            resolved: end, closed: end.adding(.hours(past.tickets.closed)), now: shop.today)
    }

    private func body(
        of trouble: DemoStock.Past.Trouble, _ text: String, _ person: DemoPerson, _ channel: String,
        _ course: DemoCourse
    ) -> [String: Value?] {
        let assignee = trouble.assignee ?? shop.stock.industry(person.industry)?.engineer
        let body: [String: Value?] = [
            "subject": .text(String(text.prefix(100))), "description": .text(text),
            "priority": .text(trouble.priority), "channel": .text(channel), "locale": .text(person.locale),
            "intent": .text(trouble.intent), "created_by": "customer", "contacts": 1,
            "contact_at": .timestamp(course.opened),
            "complaints": .int(trouble.intent == "complaint" ? 1 : 0),
            "assignee": assignee.map(Value.text),
        ]
        return body.merging(course.fields(of: person, past)) { $1 }
    }

    private func survey(
        on ticket: String, _ subject: String, of person: DemoPerson, _ channel: String, sent: Timestamp,
        _ isLate: Bool, _ dice: inout Dice
    ) -> Document {
        let expires = sent.adding(.days(past.surveys.days))
        var body: [String: Value?] = [
            "ticket": .text(ticket), "subject": .text(String(subject.prefix(100))), "channel": .text(channel),
            "locale": .text(person.locale), "sent_at": .timestamp(sent), "expires_at": .timestamp(expires),
            "status": expires < shop.today ? "expired" : "sent",
        ]
        let answered = sent.adding(.minutes(dice.pick(past.surveys.minutes)))
        let reminded = sent.adding(.hours(past.surveys.reminder))
        let isAnswered = dice.percent(past.surveys.answered) && answered < shop.today
        if reminded < (isAnswered ? answered : shop.today) {
            body["reminded_at"] = .timestamp(reminded)
            if body["status"] == "sent" { body["status"] = "reminded" }
        }
        guard isAnswered else {
            return document("surveys", ticket, of: person, at: sent, until: min(expires, shop.today), body)
        }
        let score = 1 + dice.pick(Array(0..<5), by: isLate ? past.surveys.late : past.surveys.scores)
        (body["status"], body["score"]) = ("answered", .int(Int64(score)))
        body["answered_at"] = .timestamp(answered)
        if let comments = person.said(past.comments), comments.count == 3, score != 4 {
            body["comment"] = .text(comments[score < 3 ? 0 : score == 3 ? 1 : 2])
        }
        return document("surveys", ticket, of: person, at: sent, until: answered, body)
    }

    private func code(_ dice: inout Dice) -> String {
        let letters = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ")
        return String((0..<6).map { _ in dice.pick(letters) })
    }
}
