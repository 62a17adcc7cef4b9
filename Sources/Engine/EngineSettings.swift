public import ConciergeCore

/// What an admin decides about the life of a turn.
public struct EngineSettings: Sendable {
    public var turnDeadline: Duration = .seconds(3)
    public var skillDeadline: Duration = .seconds(1)
    /// How long a burst is gathered into one turn; zero gathers none.
    public var join: Duration = .milliseconds(800)
    public var locale = "zh-CN"
    /// What is said when no skill has an answer, by language: a human is called with it.
    public var fallback = Localized()
    /// What customers write is answered by the skills, or by a human who approves what they would say.
    public var mode = Configuration.Turn.Mode.answer
    /// Keep the answers of host calls as well, so that a turn can be replayed.
    public var tracesInFull = false
    /// How long traces, events and done deliveries are kept.
    public var keep: Duration = .seconds(30 * 86_400)
    public var webhooks: [Webhook] = []
    /// How long after a human's last word the bot goes on; zero: never.
    public var returnsAfter: Duration = .seconds(1800)
    /// When somebody is there to answer.
    public var hours = OpeningHours.always

    public init() {}
}

/// Somebody outside who is told of events.
public struct Webhook: Sendable, Hashable {
    public var url: String
    /// Names of events; `*` is all of them.
    public var events: Set<String>
    public var secret: String?

    public init(url: String, events: Set<String>, secret: String?) {
        self.url = url
        self.events = events
        self.secret = secret
    }

    func listens(to event: String) -> Bool { events.contains(event) || events.contains("*") }
}
