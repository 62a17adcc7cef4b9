public import SkillKit

/// When an offer may be pushed: `assets/rules.yaml`, and what the admin changed of it.
public struct Rules: Sendable {
    public var isOn: Bool
    public var firstTurn: Int
    public var lastTurn: Int
    public var topicTurns: Int
    public var purchaseTurns: Int
    public var purchaseBypassesMinimum: Bool
    public var pause: Duration
    public var complaintPause: Duration
    public var declineTurns: Int
    public var leastSentiment: Double
    public var purchaseIntents: Set<String>
    /// Beside these nobody says in so many words that they buy.
    public var hagglingIntents: Set<String>
    public var complaintIntents: Set<String>
    public var quietIntents: Set<String>
    public var continuingIntents: Set<String>
    public var genericTopics: Set<String>

    public init(_ settings: Settings) throws(SkillError) {
        isOn = try settings.flag("auto_recommend")
        firstTurn = try settings.integer("first_turn")
        lastTurn = try settings.integer("last_turn")
        topicTurns = try settings.integer("topic_turns")
        purchaseTurns = try settings.integer("purchase_turns")
        purchaseBypassesMinimum = try settings.flag("purchase_bypasses_minimum")
        pause = try settings.span("pause")
        complaintPause = try settings.span("complaint_pause")
        declineTurns = try settings.integer("decline_turns")
        leastSentiment = try settings.number("least_sentiment")
        purchaseIntents = Set(try settings.texts("intents", "purchase"))
        hagglingIntents = Set(try settings.texts("intents", "haggling"))
        complaintIntents = Set(try settings.texts("intents", "complaint"))
        quietIntents = Set(try settings.texts("intents", "quiet"))
        continuingIntents = Set(try settings.texts("intents", "continuing"))
        genericTopics = Set(try settings.texts("generic_topics"))
    }

    /// Whether nothing is spoken of, or what is no goods.
    func isGeneric(_ topic: String?) -> Bool { topic.map(genericTopics.contains) ?? true }
}
