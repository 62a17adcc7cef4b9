public import ConciergeCore

/// What answers a test's messages: a host of its own, with the skill in it and a clock that stands still.
public protocol ConversationHost {
    func say(_ text: String) throws -> Heard
    /// This customer's documents; nil when no skill declares such a collection.
    func documents(_ collection: String) throws -> [Value]?
    func wait(_ duration: Duration)
}

/// What became of one message.
public struct Heard: Sendable, Hashable {
    public var replies: [Utterance]
    public var status: Conversation.Status
    public var context: [String: Value]
    public var skills: [SkillTrace.Status]

    public init(
        replies: [Utterance], status: Conversation.Status, context: [String: Value],
        skills: [SkillTrace.Status] = []
    ) {
        self.replies = replies
        self.status = status
        self.context = context
        self.skills = skills
    }
}
