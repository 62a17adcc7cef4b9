import ConciergeCore

/// Who waits in the inbox when the shop opens.
struct DemoInbox: Sendable {
    let shop: DemoShop
    let count: Int

    /// A conversation each, with its messages, and the ticket of a fault.
    var commits: [Commit] {
        shop.stock.past.waiting.enumerated().compactMap { index, waiting in
            guard let person = person(waiting.word("customer")), let at = moment(waiting.word("at")) else {
                return nil
            }
            var conversation = Conversation(
                id: "demo-\(index + 1)", customer: person.id, channel: "webchat", openedAt: at)
            conversation.status = .queued
            conversation.epoch = 1
            conversation.competence = waiting.word("competence")
            conversation.customerTurns = 1
            conversation.handoff.reason = person.said(
                (waiting["reason"]?.map ?? [:]).compactMapValues(\.text))
            conversation.handoff.priority = waiting["priority"]?.int
            conversation.handoff.queuedAt = at
            let said = messages(waiting.items("messages"), in: conversation.id, at)
            conversation.handoff.note = ["message": .text(said.first?.text ?? "")]
            return Commit([.open(conversation)] + said.map(Write.message) + ticket(waiting, person, said, at))
        }
    }

    private func person(_ id: String) -> DemoPerson? {
        let number = shop.stock.known.firstIndex { $0.person.id == id } ?? Int(id.dropFirst()) ?? .max
        return number < count ? shop.customer(number).person : nil
    }

    /// On the last working day, at an hour of the shop: what the bot said then of waiting was true.
    private func moment(_ hour: String) -> Timestamp? {
        let parts = hour.split(separator: ":").compactMap { Int($0) }
        guard parts.count == 2 else { return nil }
        return shop.lastWorkingDay.adding(.minutes(parts[0] * 60 + parts[1]))
    }

    private func messages(_ items: [Value], in conversation: String, _ at: Timestamp) -> [Message] {
        items.enumerated().compactMap { index, item in
            guard let (author, text) = item.map?.first, let author = Message.Author(rawValue: author),
                let text = text.text
            else { return nil }
            let time = at.adding(.seconds(index * 2))
            var message = Message(conversation: conversation, author: author, text: text, at: time)
            if author == .bot { message.kind = .notice }
            return message
        }
    }

    private func ticket(_ waiting: Value, _ person: DemoPerson, _ said: [Message], _ at: Timestamp) -> [Write]
    {
        guard let ticket = waiting["ticket"], let text = said.first?.text else { return [] }
        let pace = shop.stock.past.pace(of: ticket.word("priority"))
        let course = DemoCourse(
            opened: at, answerDue: at.adding(.minutes(pace.answer)), endDue: at.adding(.hours(pace.end)),
            first: shop.today, resolved: shop.today, closed: shop.today, now: shop.today)
        let body: [String: Value?] = [
            "subject": .text(text), "description": .text(text),
            "priority": .text(ticket.word("priority")), "intent": .text(ticket.word("intent")),
            "channel": "webchat", "conversation": .text(said[0].conversation), "locale": .text(person.locale),
            "created_by": "customer", "contacts": 1, "contact_at": .timestamp(at), "complaints": 0,
        ].merging(course.fields(of: person, shop.stock.past)) { $1 }
        let id = "T-\(said[0].conversation)"
        let past = DemoPast(shop: shop)
        let document = past.document("tickets", id, of: person, at: at, until: course.last, body)
        return past.writes(of: document)
    }
}
