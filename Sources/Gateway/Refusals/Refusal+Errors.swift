import ConciergeCore
import Engine

extension Refusal {
    /// What the engine and the store say, in the words of HTTP; nil for what nobody foresaw.
    init?(explaining error: any Error) {
        switch error {
        case let failure as TurnFailure: self.init(failure)
        case let failure as ConversationError: self.init(failure)
        case let failure as ChangeError: self = .unavailable(failure.description, code: failure.code)
        case let failure as StoreError:
            self =
                failure.kind == .badQuery
                ? Refusal(400, "bad_query", "query: \(failure.description)")
                : .unavailable(failure.description, code: "store_unavailable")
        case let failure as PatchError: self = .invalid("", "invalid", failure.description)
        default: return nil
        }
    }

    private init(_ failure: TurnFailure) {
        let words = failure.description
        switch failure {
        case .mismatch: self.init(409, "conversation_mismatch", "body: \(words)")
        case .closed: self.init(409, "conversation_closed", "body: \(words)")
        case .gone: self.init(409, "customer_erased", words)
        case .contended: self = .unavailable(words, code: "contended")
        case .unavailable: self = .unavailable(words)
        case .skill: self = .unavailable(words, code: "skill_failed")
        }
    }

    private init(_ failure: ConversationError) {
        switch failure {
        case .unknown, .unknownDraft: self.init(404, "not_found", "path: \(failure.description)")
        case .wrongStatus: self.init(409, "wrong_status", failure.description)
        case .held: self.init(409, "held_by_another", failure.description)
        }
    }
}

extension ChangeError {
    fileprivate var code: String {
        switch self {
        case .contended: "contended"
        case .unavailable: "unavailable"
        }
    }
}
