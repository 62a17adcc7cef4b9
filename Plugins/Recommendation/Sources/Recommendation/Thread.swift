public import SkillKit

/// What a conversation is about: one short text from turn to turn, because every message carries it. It changes only when
/// the topic does, or somebody wants to buy.
public struct Thread: Sendable, Equatable {
    public var conversation: String
    public var topic: String?
    /// The id of the product that the topic names, where it names one.
    public var product: String?
    /// The turn since which the topic has been this one.
    public var since = 0
    /// The turns in which they last wanted to buy, and were last offered something.
    public var purchase: Int?
    public var offer: Int?
    public var hasComplained = false
    /// For this topic and wish something was offered, or looked for in vain.
    public var isSpent = false

    public init(_ conversation: String) { self.conversation = conversation }

    /// Takes in a message; another conversation begins anew.
    public mutating func take(_ moment: Moment, _ rules: Rules) {
        if conversation != moment.conversation { self = Thread(moment.conversation) }
        follow(moment, rules)
        // Who turns anything down is offered nothing on top of it.
        if moment.declining != nil || moment.refusing != nil { (purchase, isSpent) = (nil, true) }
    }

    private mutating func follow(_ moment: Moment, _ rules: Rules) {
        if moment.intents.contains(where: rules.complaintIntents.contains) { hasComplained = true }
        if moment.isBuying, moment.intents.contains(where: rules.purchaseIntents.contains) {
            (purchase, isSpent) = (moment.turn, false)
        } else if let turn = purchase, moment.turn - turn >= rules.purchaseTurns {
            purchase = nil
        }
        guard !goesOn(moment, rules), moment.topic != topic || since == 0 else { return }
        (topic, product, since, isSpent) = (moment.topic, moment.topicProduct, moment.turn, false)
    }

    /// A question about price or delivery that names no goods goes on about those spoken of before.
    private func goesOn(_ moment: Moment, _ rules: Rules) -> Bool {
        topic != nil && rules.isGeneric(moment.topic)
            && moment.intents.contains(where: rules.continuingIntents.contains)
    }

    /// Whether an answer can still be meant for the last offer.
    func isPending(_ turn: Int, _ rules: Rules) -> Bool {
        offer.map { turn - $0 <= rules.declineTurns } ?? false
    }
}

// The context keeps it as one text of seven lines, the topic last.
extension Thread: ValueConvertible {
    public static var type: ValueType { .text }

    public init?(_ value: Value) {
        guard let text = value.text else { return nil }
        self.init(lines: text)
    }

    /// Straight from the bytes: every message reads it.
    public init?(_ encoded: EncodedValue) {
        guard let text = String(encoded) else { return nil }
        self.init(lines: text)
    }

    private init?(lines text: String) {
        var rest = text.utf8[...]
        func line() -> Substring.UTF8View {
            let end = rest.firstIndex(of: 10) ?? rest.endIndex
            defer { rest = end == rest.endIndex ? rest[end...] : rest[rest.index(after: end)...] }
            return rest[..<end]
        }
        func number() -> Int? {
            let digits = line()
            return digits.isEmpty ? nil : digits.reduce(0) { $0 &* 10 &+ Int($1) &- 48 }
        }
        guard let since = number() else { return nil }
        (conversation, self.since, purchase, offer) = ("", since, number(), number())
        let flags = line()
        (hasComplained, isSpent) = (flags.contains(99), flags.contains(115))
        conversation = String(Substring(line()))
        product = Self.text(line())
        topic = Self.text(rest)
    }

    private static func text(_ line: Substring.UTF8View) -> String? {
        line.isEmpty ? nil : String(Substring(line))
    }

    public var value: Value {
        let flags = (hasComplained ? "c" : "") + (isSpent ? "s" : "")
        let turns = [since, purchase, offer].map { $0.map(String.init) ?? "" }
        return .text((turns + [flags, conversation, product ?? "", topic ?? ""]).joined(separator: "\n"))
    }
}
