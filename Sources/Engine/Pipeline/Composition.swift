import ConciergeCore

/// Picks what is said from what the skills would say.
struct Composition {
    var replies: [Utterance] = []
    /// For the human who holds the conversation to approve.
    var drafts: [Utterance] = []

    /// A closed conversation is not gone: what an event has to tell is still told there, and opens nothing.
    init(
        _ said: [Utterance], status: Conversation.Status, isHandingOff: Bool, isEvent: Bool = false,
        mode: Configuration.Turn.Mode = .answer
    ) {
        let picked = Self.pick(said, isHandingOff: isHandingOff)
        switch status {
        case .bot, .queued: if mode == .draft, !isEvent { drafts = picked } else { replies = picked }
        case .human: drafts = picked
        case .closed: replies = isEvent ? picked.filter { $0.kind == .notice } : []
        }
    }

    /// One answer, one question, one offer, and every notice; what counts most stands first, equals in the order they were said.
    private static func pick(_ said: [Utterance], isHandingOff: Bool) -> [Utterance] {
        var best: [Utterance.Kind: Int] = [:]
        for (index, utterance) in said.enumerated() where utterance.kind != .notice {
            if let rival = best[utterance.kind], said[rival].priority >= utterance.priority { continue }
            best[utterance.kind] = index
        }
        if isHandingOff { best[.offer] = nil }
        let picked = said.indices.filter { said[$0].kind == .notice || best[said[$0].kind] == $0 }
        return picked.sorted { (-said[$0].priority, $0) < (-said[$1].priority, $1) }.map { said[$0] }
    }
}
