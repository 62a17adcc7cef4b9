/// What a turn keeps of itself, so that it can be explained and replayed.
public struct TurnRecord: Sendable, Hashable {
    public var id: String
    public var kind: String
    public var customer: String?
    public var conversation: String?
    public var at: Timestamp
    public var microseconds: Int64 = 0
    /// The context as it stood at the end.
    public var context: ContextView = [:]
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

    /// What `explain` and `?trace=1` show.
    public var trace: Value { Value(written: writeTrace) }

    private func writeTrace(to json: inout JSONWriter) {
        json.object { json in
            json.key("context")
            json.map(context)
            json.key("skills")
            json.list { json in for skill in skills { skill.write(to: &json) } }
        }
    }

    /// The record without the answer, which is kept longer.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("at")
            json.value(.timestamp(at))
            if !calls.isEmpty {
                json.key("calls")
                json.value(.list(calls))
            }
            json.member("conversation", conversation)
            json.member("customer", customer)
            json.member("kind", kind)
            if reruns > 0 {
                json.key("reruns")
                json.int(reruns)
            }
            json.key("trace")
            writeTrace(to: &json)
            json.member("turn", id)
            json.key("us")
            json.int(microseconds)
        }
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

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("because")
            json.text(because)
            json.member("read", read)
            json.key("said")
            json.list { json in for utterance in said { utterance.write(to: &json) } }
            json.member("skill", skill)
            json.member("status", status.rawValue)
            json.key("us")
            json.int(microseconds)
            json.member("version", version)
            json.key("wrote")
            json.map(wrote)
        }
    }
}

/// A turn's record as it is stored: encoded by the thread that ran it, not by the one writer.
public struct EncodedTurn: Sendable, Hashable {
    public var id: String
    public var kind: String
    public var customer: String?
    public var conversation: String?
    public var at: Timestamp
    /// The answer as JSON; kept for as long as the message may come again, longer than the rest.
    public var answer: [UInt8]?
    /// Everything else, as JSON.
    public var record: [UInt8]

    public init(_ record: TurnRecord) {
        id = record.id
        kind = record.kind
        customer = record.customer
        conversation = record.conversation
        at = record.at
        answer = record.answer?.json
        // Read seldom, and written with each turn: whoever reads it puts its maps in order.
        var json = JSONWriter(capacity: 4096, isOrdered: false)
        record.write(to: &json)
        self.record = json.bytes
    }
}
