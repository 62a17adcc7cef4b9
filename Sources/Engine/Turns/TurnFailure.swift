public import ConciergeCore

/// Why a turn has no answer.
public enum TurnFailure: Error, Hashable, CustomStringConvertible {
    /// The conversation belongs to another customer.
    case mismatch(conversation: String)
    case closed(conversation: String)
    /// The customer was erased while the turn ran.
    case gone
    /// Others changed the same data again and again.
    case contended
    case unavailable(String)
    /// What was asked for is not there.
    case unknown(Missing, String, mend: String)
    /// What an action was told does not fit its schema.
    case invalid([Schema.Violation])
    /// The skill that was asked says, in its words, that it cannot.
    case refused(skill: String, reason: String)
    /// A skill failed that the admin declared indispensable.
    case skill(String, reason: String)

    /// What an errand may name that is not there.
    public enum Missing: String, Sendable { case skill, action, page, customer, conversation }

    public var description: String {
        switch self {
        case .mismatch(let conversation):
            "conversation '\(conversation)' belongs to another customer; leave 'conversation' out or name its customer"
        case .closed(let conversation):
            "conversation '\(conversation)' is closed; leave 'conversation' out to begin a new one"
        case .gone: "the customer was erased while the turn ran; send the message again to begin anew"
        case .contended: "others kept changing the same data; send the message again"
        case .unavailable(let reason): reason
        case .unknown(let what, let name, let mend): "no \(what.rawValue) '\(name.prefix(128))'; \(mend)"
        case .invalid(let violations): violations.map(\.description).joined(separator: "\n")
        case .refused(_, let reason): reason
        case .skill(let skill, let reason):
            "skill '\(skill)', without which no turn may go on, failed: \(reason)"
        }
    }
}

public typealias TurnCompletion = @Sendable (Result<TurnOutcome, TurnFailure>) -> Void

/// An answer and, for a turn that ran just now, its record.
public struct TurnOutcome: Sendable {
    public var answer: Answer
    public var record: TurnRecord?
    /// `answer.value` as JSON, made before the commit so that nobody waits for it after.
    public var json: [UInt8]
}
