import ConciergeCore

// A human who says nothing any more does not leave the customer without an answer: the bot goes on, and who waited for
// a human and heard none waits for another.
extension Engine {
    /// When the bot goes on if a human speaks now and then no more; nil: never.
    var nextReturn: Timestamp? {
        let wait = pipeline.settings.returnsAfter
        return wait > .zero ? clock.now().adding(wait) : nil
    }

    /// Gives a conversation back to the bot, unless its human has said something meanwhile.
    func returnToBot(_ id: String) {
        attempt(
            { [self] reader in
                guard let conversation = try reader.conversation(id), conversation.status == .human,
                    let due = conversation.handoff.returnsAt, due <= clock.now()
                else { return Change([], result: ()) }
                let unanswered = try unanswered(in: conversation, reader)
                let isWaiting = conversation.handoff.isUnanswered || unanswered.needsHuman
                var change = changing(conversation, event: "conversation.returned") {
                    isWaiting ? $0.waitAgain(at: clock.now()) : $0.goBackToBot()
                }
                if !isWaiting { change.writes += saying(unanswered, in: conversation) }
                return change.telling(())
            }, tries: 3
        ) { [log] result in
            if case .failure(let error) = result {
                log(.warning, "conversation '\(id)': the bot cannot take over yet: \(error)")
            }
        }
    }
}

extension Handoff {
    /// Somebody was called, came, and said nothing.
    fileprivate var isUnanswered: Bool { queuedAt != nil && answeredAt == nil }
}

extension Conversation {
    /// The human said nothing to the last words: it is for another one, from where it was in the queue.
    fileprivate mutating func waitAgain(at now: Timestamp) {
        status = .queued
        handoff.queuedAt = handoff.queuedAt ?? now
        agent = nil
        handoff.takenAt = nil
        handoff.returnsAt = nil
    }

    /// What the human was wanted for is over.
    mutating func goBackToBot() {
        status = .bot
        agent = nil
        competence = nil
        handoff = Handoff()
    }
}
