public import SkillKit

/// One message of a customer, as far as it matters to an offer.
public struct Moment: Sendable {
    public var conversation: String
    /// The customer's turns in this conversation, this one included.
    public var turn: Int
    public var at: Timestamp
    /// What is spoken of; nil when nobody knows.
    public var topic: String?
    /// The id of the product that the topic names, where it names one.
    public var topicProduct: String?
    public var intents: [String]
    public var text = ""
    /// The ids of products that are named.
    public var products: [String] = []
    /// From -1 to 1.
    public var sentiment = 0.0
    /// The words with which products are asked for.
    public var asking: String?
    /// The words with which something is turned down: what was just offered, or whatever else.
    public var declining: String?
    /// The words with which something else than before is asked for.
    public var other: String?
    /// The words with which all offers are turned down.
    public var refusing: String?
    /// Whether a wish to buy is said in so many words, not by a quantity or a question about its price.
    public var isBuying = true
    /// Why a human has the word, where one has.
    public var human: String?
    /// Who sells has switched off what is said unasked.
    public var isUnwanted = false

    public init(
        conversation: String, turn: Int, at: Timestamp, topic: String? = nil, intents: [String] = []
    ) {
        (self.conversation, self.turn, self.at) = (conversation, turn, at)
        (self.topic, self.intents) = (topic, intents)
    }

    /// Whether what is kept of the customer matters to it.
    func saysSomething(_ rules: Rules) -> Bool {
        asking != nil || refusing != nil || declining != nil || !products.isEmpty
            || intents.contains(where: rules.complaintIntents.contains)
    }
}
