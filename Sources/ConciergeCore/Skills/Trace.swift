/// What a turn keeps of itself, so that it can be explained and replayed.
public struct TurnRecord: Sendable, Hashable {
    public var id: String
    public var kind: String
    public var customer: String?
    public var conversation: String?
    public var at: Timestamp
    public var microseconds: Int64 = 0
    /// The context as it stood at the end.
    public var context: [String: Value] = [:]
    public var skills: [SkillTrace] = []
    /// How often it was run again because somebody else had changed what it read.
    public var reruns: Int64 = 0
    /// The answers of host calls, for replay; empty unless traces are kept in full.
    public var calls: [Value] = []
    public var answer: Answer?

    public init(id: String, kind: String, at: Timestamp) {
        self.id = id
        self.kind = kind
        self.at = at
    }

    public var trace: Value {
        .map(["context": .map(context), "skills": .list(skills.map(\.value))])
    }

    public var value: Value {
        .compact([
            "turn": .text(id), "kind": .text(kind), "customer": customer.map(Value.text),
            "conversation": conversation.map(Value.text), "at": .timestamp(at), "us": .int(microseconds),
            "reruns": reruns == 0 ? nil : .int(reruns), "trace": trace,
            "calls": calls.isEmpty ? nil : .list(calls), "answer": answer?.value,
        ])
    }
}

/// One skill's part in a turn.
public struct SkillTrace: Sendable, Hashable {
    public enum Status: String, Sendable { case ran, skipped, failed, late, unavailable, observed }

    public var skill: String
    public var version: String
    public var status: Status
    public var read: [String] = []
    public var wrote: [String: Value] = [:]
    public var said: [Utterance] = []
    public var because: String?
    public var microseconds: Int64 = 0

    public init(skill: String, version: String, status: Status) {
        self.skill = skill
        self.version = version
        self.status = status
    }

    public var value: Value {
        .map([
            "skill": .text(skill), "version": .text(version), "status": .text(status.rawValue),
            "read": .list(read.map(Value.text)), "wrote": .map(wrote), "said": .list(said.map(\.value)),
            "because": Value(because), "us": .int(microseconds),
        ])
    }
}

/// A turn's record as it is stored: encoded by the thread that ran it, not by the one writer.
public struct EncodedTurn: Sendable, Hashable {
    public var id: String
    public var kind: String
    public var customer: String?
    public var conversation: String?
    public var at: Timestamp
    /// `Answer.value` as JSON; kept for as long as the message may come again, longer than the rest.
    public var answer: [UInt8]?
    /// `TurnRecord.value` without the answer, as JSON.
    public var record: [UInt8]

    public init(_ record: TurnRecord) {
        id = record.id
        kind = record.kind
        customer = record.customer
        conversation = record.conversation
        at = record.at
        answer = record.answer.map { JSON.encode($0.value) }
        var rest = record
        rest.answer = nil
        self.record = JSON.encode(rest.value)
    }
}
