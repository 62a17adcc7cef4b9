/// What a skill returns: the host checks it and applies it whole or not at all.
public struct Patch: Sendable, Hashable {
    public struct Write: Sendable, Hashable {
        public enum Action: Sendable, Hashable { case put([String: Value]), delete }

        public var collection: String
        public var id: String
        public var action: Action
        /// The version it was read at; nil where the host's own reading counts.
        public var version: Int64?

        public init(collection: String, id: String, action: Action, version: Int64? = nil) {
            self.collection = collection
            self.id = id
            self.action = action
            self.version = version
        }
    }

    public struct Emission: Sendable, Hashable {
        public var name: String
        public var data: Value
        /// Where it belongs, if not to where it happened: a document may name its conversation.
        public var conversation: String?

        public init(name: String, data: Value, conversation: String? = nil) {
            self.name = name
            self.data = data
            self.conversation = conversation
        }
    }

    /// A skill asks for a human; of several in one turn the highest priority is heard.
    public struct Handoff: Sendable, Hashable {
        public var reason: String
        public var competence: String?
        public var priority: Int64
        /// What is known so far, for the one who takes over.
        public var note: [String: Value]

        public init(
            reason: String, competence: String? = nil, priority: Int64 = 0, note: [String: Value] = [:]
        ) {
            self.reason = reason
            self.competence = competence
            self.priority = priority
            self.note = note
        }
    }

    public enum Effect: Sendable, Hashable {
        /// Tell the staff: becomes the event `notice`.
        case notify(competence: String?, text: String, data: Value)
        /// Post to the webhooks that listen to `event`.
        case webhook(event: String, data: Value)
        /// Queue the conversation for a human.
        case handoff(Handoff)
        /// Wake this skill later.
        case schedule(name: String, at: Timestamp, data: Value)
        case unschedule(name: String)
        /// Make another customer a part of this one.
        case merge(other: String)
        /// Part them again.
        case unmerge(other: String)
    }

    /// HTML for whoever opened a link.
    public struct Page: Sendable, Hashable {
        public static let statuses: [Int64] = [200, 400, 403, 404, 409, 410, 422]

        public var html: String
        public var status: Int64

        public init(html: String, status: Int64 = 200) {
            self.html = html
            self.status = status
        }
    }

    public var writes: [String: Value] = [:]
    public var unset: [String] = []
    public var say: [Utterance] = []
    public var store: [Write] = []
    public var emit: [Emission] = []
    public var effects: [Effect] = []
    /// Later skills run only if they observe.
    public var claim = false
    /// One line for the trace.
    public var because: String?
    /// What staff get for an action.
    public var result: Value?
    /// What the visitor of a page sees.
    public var page: Page?

    public init() {}
}
