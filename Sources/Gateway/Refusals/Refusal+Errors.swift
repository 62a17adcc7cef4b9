import ConciergeCore
import Engine

extension Refusal {
    /// What the engine and the store say, in the words of HTTP; nil for what nobody foresaw.
    init?(explaining error: any Error) {
        switch error {
        case let failure as TurnFailure: self.init(failure)
        case let failure as ConversationError: self.init(failure)
        case let failure as MergeError: self.init(failure)
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
        case .unknown(let what, _, _):
            let isInBody = [.customer, .conversation].contains(what)
            self.init(404, "not_found", "\(isInBody ? "body" : "path"): \(words)")
        case .invalid(let violations): self = .invalid(violations.map(FieldProblem.init(input:)))
        case .refused: self.init(409, "action_failed", words)
        case .skill: self = .unavailable(words, code: "skill_failed")
        }
    }

    private init(_ failure: MergeError) {
        let words = failure.description
        switch failure {
        case .unknown, .unknownMerge: self.init(404, "not_found", "path: \(words)")
        case .same: self.init(409, "one_customer", "body: \(words)")
        case .merged: self.init(409, "merged", words)
        case .taken: self.init(409, "exists", words)
        }
    }

    private init(_ failure: ConversationError) {
        switch failure {
        case .unknown, .unknownDraft: self.init(404, "not_found", "path: \(failure.description)")
        case .wrongStatus: self.init(409, "wrong_status", failure.description)
        case .held(_, let holder), .taken(_, let holder):
            self.init(409, "held_by_another", failure.description)
            members["agent"] = .text(holder)
        }
    }
}

extension FieldProblem {
    /// Of what an action was told.
    fileprivate init(input violation: ConciergeCore.Schema.Violation) {
        self.init(
            pointer: "/input\(violation.pointer)", code: violation.code.problemCode, detail: violation.message
        )
    }
}

extension ConciergeCore.Schema.Violation.Code {
    /// As the API calls it elsewhere.
    fileprivate var problemCode: String {
        switch self {
        case .type: "wrong_type"
        case .schema: "invalid"
        case .missing: "missing"
        case .unknownKey: "unknown_field"
        case .choice: "not_a_choice"
        case .range: "out_of_range"
        case .length: "bad_length"
        case .format: "bad_format"
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
