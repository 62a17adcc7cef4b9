import ConciergeCore

// What a customer wrote while a human held his conversation, and nobody answered, is not lost when the bot has it again.
extension Engine {
    /// The words at the end of a conversation that neither the bot nor a human answered.
    struct Unanswered {
        var isAsked = false
        /// What the bot would have said to them.
        var drafts: [Message] = []

        /// Somebody wrote, and nothing is there to say.
        var needsHuman: Bool { isAsked && drafts.isEmpty }
    }

    func unanswered(in conversation: Conversation, _ reader: any StoreReader) throws -> Unanswered {
        let said = try reader.recent(conversation: conversation.id, limit: Self.historyLength)
        let last = said.last { $0.author != .customer }?.sequence ?? (said.first?.sequence ?? 1) - 1
        let rest = try reader.messages(conversation: conversation.id, after: last, limit: Self.historyLength)
        guard rest.contains(where: { $0.author == .customer }) else { return Unanswered() }
        // Where staff approve of everything nothing is said for them.
        let isSaid = pipeline.settings.mode != .draft
        return Unanswered(isAsked: true, drafts: rest.filter { $0.author == .draft && isSaid })
    }

    /// Says what lay there as a draft.
    func saying(_ unanswered: Unanswered, in conversation: Conversation) -> [Write] {
        unanswered.drafts.flatMap { draft -> [Write] in
            var message = draft
            message.author = .bot
            message.at = clock.now()
            var writes: [Write] = [
                .removeMessage(conversation: conversation.id, sequence: draft.sequence), .message(message),
            ]
            if carriers[conversation.channel] != nil {
                let said = Utterance(draft.kind ?? .answer, draft.text)
                writes.append(
                    .delivery(
                        Delivery(
                            id: identifiers.next(at: message.at), stream: conversation.id,
                            conversation: conversation.id, carrier: conversation.channel, payload: said.value,
                            dueAt: message.at)))
            }
            return writes
        }
    }
}
