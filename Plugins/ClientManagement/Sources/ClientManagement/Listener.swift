internal import SkillKit

/// Remembers that a customer wrote, how it felt and what it asked of the scope: cheaply, because each message comes by.
struct Listener {
    let settings: Settings
    let turn: Turn

    func hear(_ text: String) throws -> Reply {
        let rules = settings.rules
        var reply = Reply()
        let (now, spoken) = (turn.clock.now, turn[ClientManagement.spoken])
        let words = rules.scopeWords.first(in: text)
        let isNoted = spoken.map { now - $0 < rules.noteEvery } ?? false
        let mood = turn[ClientManagement.sentiment].flatMap { abs($0) >= rules.moodFrom ? $0 : nil }
        noteWaiting(now, in: &reply)
        guard words != nil || mood != nil || !isNoted else { return reply }
        let isOfClient = turn.isOfClient
        if words != nil || isOfClient && mood != nil || isOfClient && !isNoted {
            var contact = turn[ClientManagement.contact] ?? Contact()
            contact.channel = turn[ClientManagement.channel] ?? contact.channel
            contact.heard(at: now, mood: isOfClient ? mood : nil, scopeWords: words, rules)
            reply.write(ClientManagement.contact, contact)
        }
        if let words { reply.because = "scope asked about ('\(words)'): noted for the risk audit" }
        guard !isNoted else { return reply }
        reply.write(ClientManagement.spoken, now)
        // Somebody who bought before this skill was there becomes a client with the first message of a day.
        if isOfClient, turn[ClientManagement.stage] == nil { try turn.schedule.at(now, Reviewer.timer) }
        return reply
    }

    /// Who is handed over, or writes while humans have the conversation, waits from then on.
    private func noteWaiting(_ now: Timestamp, in reply: inout Reply) {
        let isHeld =
            ["queued", "human"].contains(turn[ClientManagement.status] ?? "")
            || turn[ClientManagement.handoff] != nil
        let isWaiting = turn[ClientManagement.waiting] != nil
        if isHeld, !isWaiting { reply.write(ClientManagement.waiting, now) }
        if !isHeld, isWaiting { reply.unset(ClientManagement.waiting) }
    }

    /// Somebody was answered, or the hold is over.
    func note(_ event: String, in reply: inout Reply) {
        guard turn[ClientManagement.waiting] != nil else { return }
        var answered: Timestamp? = turn.clock.now
        if event != "conversation.answered" {
            // Whether the last word was the customer's, the conversation itself knows.
            let spoken = (try? turn.history.recent(50))?.last { $0["author"]?.text != "bot" }
            answered = spoken?["author"]?.text == "agent" ? spoken?["at"]?.time : nil
        }
        guard let answered else { return }
        reply.unset(ClientManagement.waiting)
        guard turn.isOfClient else { return }
        var contact = turn[ClientManagement.contact] ?? Contact()
        contact.answered = answered
        reply.write(ClientManagement.contact, contact)
    }
}
