/// One running skill, wherever it was placed. Its manifest is known to whoever made it.
public protocol Skill: Sendable {
    /// Starts a turn and should return promptly; `call.complete` is then called exactly once, on any thread.
    func begin(_ call: SkillCall)
    /// The answer is not wanted any more; advisory.
    func cancel(turn: UInt64)
    /// No turn is in flight and none will come.
    func stop()
}

/// One turn as a skill gets it.
public struct SkillCall: Sendable {
    public var turn: UInt64
    /// CLOCK_MONOTONIC nanoseconds.
    public var deadline: Int64
    /// Only what the skill declared to read.
    public var view: ContextView
    public var complete: @Sendable (Result<Patch, SkillFailure>) -> Void

    public init(
        turn: UInt64, deadline: Int64, view: ContextView,
        complete: @escaping @Sendable (Result<Patch, SkillFailure>) -> Void
    ) {
        self.turn = turn
        self.deadline = deadline
        self.view = view
        self.complete = complete
    }
}

/// Why a skill has no part in a turn.
public enum SkillFailure: Error, Hashable, CustomStringConvertible {
    /// It said so itself, in its words.
    case failed(String)
    /// What it was told is not valid, in its words behind the place: `/value: …`.
    case invalid(String)
    /// It answered what is not a message, or not its to say.
    case refused(String)
    case late
    /// Not running: crashed, or written off after it held a thread.
    case unavailable(String)

    public var description: String {
        switch self {
        case .failed(let reason), .invalid(let reason): reason
        case .refused(let reason): "its answer was refused: \(reason)"
        case .late: "no answer before the deadline"
        case .unavailable(let reason): reason
        }
    }
}

/// What the host offers to a skill while its turn is pending; called on any thread.
public protocol SkillServices: Sendable {
    /// One request of `sk.store/1` and its like, by extension id.
    func answer(_ service: String, skill: String, turn: UInt64, request: Value) throws(ServiceError) -> Value
    func log(skill: String, level: Int32, message: String)
    func now(turn: UInt64) -> Timestamp
    func random(turn: UInt64) -> UInt64
    func count(skill: String, name: String, by amount: Int64)
}

/// Why a service did not answer; the raw values are the ABI's.
public struct ServiceError: Error, Hashable, CustomStringConvertible {
    public enum Kind: Int32, Sendable {
        case badArgument = -4, unsupported = -5, unavailable = -6, denied = -8, tooLarge = -9
    }

    public var kind: Kind
    public var description: String

    public init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}
