public import SkillKit

/// What is kept of a customer to whom something was offered, or who is not to be offered anything; most have none.
public struct Memory: Sendable, Equatable {
    /// An offer that has no outcome yet.
    public struct Open: Sendable, Equatable {
        public var id: String
        public var products: [String]
        /// What can be tapped, one for each product.
        public var actions: [String]
        public var conversation: String
        public var turn: Int
        public var outcome = Outcome.made

        public init(id: String, products: [String], actions: [String], conversation: String, turn: Int) {
            (self.id, self.products, self.actions) = (id, products, actions)
            (self.conversation, self.turn) = (conversation, turn)
        }
    }

    /// Why nothing is pushed; for good unless a time is named.
    public struct Silence: Sendable, Equatable {
        public var because: String
        public var until: Timestamp?
    }

    static let mostOpen = 5
    static let mostRemembered = 40

    public var silence: Silence?
    /// For which something was offered, in whatever conversation.
    public var topics: [String] = []
    public var offered: [String] = []
    public var offeredAt: Timestamp?
    public var open: [Open] = []

    public init() {}

    /// Takes in what a message says of offers.
    public mutating func take(_ moment: Moment, _ rules: Rules) {
        // Who asks for products wants to hear of them again.
        if moment.asking != nil { silence = nil }
        if moment.intents.contains(where: rules.complaintIntents.contains) {
            quiet(because: "they complained", until: moment.at + rules.complaintPause)
        }
        if let words = declining(moment, rules) { quiet(because: "they said '\(words)'", until: nil) }
    }

    /// The words with which an offer is turned down: some only where one was just made, others anywhere.
    func declining(_ moment: Moment, _ rules: Rules) -> String? {
        if let words = moment.refusing { return words }
        guard let words = moment.declining, pending(moment, rules) != nil else { return nil }
        return words
    }

    /// The last offer of this conversation, as long as an answer can be meant for it.
    func pending(_ moment: Moment, _ rules: Rules) -> Open? {
        open.last { $0.conversation == moment.conversation && moment.turn - $0.turn <= rules.declineTurns }
    }

    /// Remembers an offer that is made now.
    public mutating func make(_ offer: Open, topic: String?, at time: Timestamp) {
        open = (open + [offer]).suffix(Self.mostOpen)
        offered = Self.remember(offered, offer.products)
        if let topic { topics = Self.remember(topics, [topic]) }
        offeredAt = time
    }

    public mutating func set(_ outcome: Outcome, of id: String) {
        guard let place = open.firstIndex(where: { $0.id == id }) else { return }
        if outcome.isFinal { open.remove(at: place) } else { open[place].outcome = outcome }
    }

    /// The longer silence holds.
    public mutating func quiet(because reason: String, until: Timestamp?) {
        guard let silence, silence.until.map({ $0 >= (until ?? $0 + .seconds(1)) }) ?? true else {
            silence = Silence(because: reason, until: until)
            return
        }
    }

    private static func remember(_ old: [String], _ new: [String]) -> [String] {
        (old.filter { !new.contains($0) } + new).suffix(mostRemembered)
    }
}
