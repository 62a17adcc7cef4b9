public import ConciergeCore

/// What plays a test's steps: a host of its own, with the skills in it and a clock that only the test moves.
public protocol ConversationHost {
    /// Does it, and whatever follows from it.
    func play(_ act: ConversationTest.Act) throws -> Heard
    /// The documents of the customer who spoke last; nil when no skill declares such a collection.
    func documents(_ collection: String) throws -> [Value]?
    func wait(_ duration: Duration) throws
}

/// What became of one step.
public struct Heard: Sendable, Hashable {
    /// What was said to the customer, in the turn and in what followed from it.
    public var replies: [Utterance]
    public var status: Conversation.Status
    /// Why a human is wanted, as the inbox shows it.
    public var handoff = Handoff()
    public var context: [String: Value]
    public var skills: [SkillTrace.Status]
    /// Why each skill did what it did, by its id.
    public var because: [String: Value] = [:]
    /// The names of the events that were committed, in their order.
    public var events: [String] = []
    /// What is to be approved.
    public var drafts: [String] = []
    /// What an action answered.
    public var result: Value?
    /// The text of a page.
    public var page: String?

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
