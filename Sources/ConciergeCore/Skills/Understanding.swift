/// What the host makes of a message before the first skill sees it. Asked from any thread; answers at once.
public protocol Understanding: Sendable {
    /// The keys of `UnderstandingKey` that are known of a text.
    func understand(_ text: String, at time: Timestamp, locale: String) -> [String: Value]
}

/// What understanding lays into the context; a skill that knows better may write it anew.
public enum UnderstandingKey: String, CaseIterable, Sendable {
    /// What is wanted most: an intent's name, or `none`.
    case intent = "intent.name"
    /// How often a reading that sure is right, 0 to 1.
    case confidence = "intent.confidence"
    /// The likeliest three: `name` and `confidence`.
    case alternatives = "intent.alternatives"
    /// Everything that is wanted, in the order it was said.
    case all = "intent.all"
    /// What to ask back when nobody could tell.
    case question = "intent.question"
    /// How hard it is to answer: `simple`, `general`, `technical`.
    case issue = "issue.kind"
    case entities
    case topic
    /// `negative`, `neutral` or `positive`.
    case sentiment
    case sentimentValue = "sentiment.value"
    case isUrgent = "sentiment.urgent"
}
