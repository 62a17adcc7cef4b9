/// A number that the documents of a collection add up to, as a manifest's `report` declares it.
public struct Measure: Sendable, Hashable {
    /// S3's three headings.
    public enum Heading: String, Sendable, Hashable, CaseIterable { case service, sales, cost }

    /// What is made of the values.
    public enum Summary: String, Sendable, Hashable, CaseIterable { case count, sum, mean, median, share }

    /// What a value is.
    public enum Amount: Sendable, Hashable {
        case field(String)
        /// The minutes from the earlier to the later.
        case minutes(later: String, earlier: String)
    }

    public var name: String
    public var title: Localized
    public var heading: Heading
    public var collection: String
    /// The time that says into which period a document falls.
    public var at = "created_at"
    /// A document counts when each of these fields has one of these values.
    public var conditions: [String: [Value]] = [:]
    public var amount: Amount?
    public var summary = Summary.count
    /// The values are amounts in the shop's currency.
    public var isMoney = false

    public init(name: String, title: Localized, heading: Heading, collection: String) {
        self.name = name
        self.title = title
        self.heading = heading
        self.collection = collection
    }

    /// `minutes` where times are compared, `share` from 0 to 1, `money`, else a plain number.
    public var unit: String {
        if summary == .share { return "share" }
        if summary == .count { return "count" }
        if case .minutes = amount { return "minutes" }
        return isMoney ? "money" : "number"
    }
}

/// A document as a measure sees it.
public struct MeasuredDocument: Sendable {
    public var at: Timestamp
    /// Where its customer wrote; nil where the document does not say.
    public var channel: String?
    /// Whether it meets the measure's conditions.
    public var counts: Bool
    public var amount: Double?

    public init(at: Timestamp, channel: String?, counts: Bool, amount: Double?) {
        self.at = at
        self.channel = channel
        self.counts = counts
        self.amount = amount
    }
}

/// A conversation as the report sees it.
public struct MeasuredConversation: Sendable {
    public var openedAt: Timestamp
    public var channel: String
    public var turns: Int64
    /// The first word of bot or agent.
    public var answeredAt: Timestamp?
    /// The first word of an agent.
    public var humanAt: Timestamp?
    /// When it was first queued or taken over.
    public var handedAt: Timestamp?
    /// How long humans held it; of one that is held now, up to when it began.
    public var held: Duration
    public var heldSince: Timestamp?

    public init(
        openedAt: Timestamp, channel: String, turns: Int64, answeredAt: Timestamp?, humanAt: Timestamp?,
        handedAt: Timestamp?, held: Duration, heldSince: Timestamp?
    ) {
        self.openedAt = openedAt
        self.channel = channel
        self.turns = turns
        self.answeredAt = answeredAt
        self.humanAt = humanAt
        self.handedAt = handedAt
        self.held = held
        self.heldSince = heldSince
    }
}
