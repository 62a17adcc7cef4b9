public import ConciergeCore

/// A conversation with what is expected of it: one file of a package's `tests/`.
public struct ConversationTest: Sendable, Hashable {
    /// One message of the customer and what follows.
    public struct Turn: Sendable, Hashable {
        public var me: String
        /// How long the customer waits before it.
        public var after: Duration?
        public var expect: [String: Value]
    }

    public var name: String
    public var clock: Timestamp?
    /// The customer's fields, with `id` and `orders`.
    public var customer: [String: Value]
    /// The skill's configuration for this test.
    public var config: Value
    public var turns: [Turn]

    /// How such a file is written; places of faults follow from it.
    public static let schema = Schema.map(
        "a conversation that a skill is tested with",
        [
            "name": .text("what must hold, as a sentence"),
            "clock": .text("the time of the first message, as RFC 3339"),
            "customer": Schema(.object, summary: "who talks: id, fields, orders"),
            "config": Schema(.object, summary: "the skill's configuration"),
            "turns": .list("the messages in order", of: turn, default: nil),
        ], required: ["name", "turns"])

    private static let turn = Schema.map(
        "one message",
        [
            "me": .text("what the customer writes"),
            "after": .text("how long the customer waits before it", .span),
            "expect": Schema(.object, summary: "what must hold afterwards"),
        ], required: ["me"])

    /// Reads what the schema found good.
    public init?(_ value: Value) {
        guard let name = value["name"]?.text, let turns = value["turns"]?.list else { return nil }
        self.name = name
        clock = value["clock"]?.timestamp ?? value["clock"]?.text.flatMap(Timestamp.init)
        customer = value["customer"]?.map ?? [:]
        config = value["config"] ?? [:]
        self.turns = turns.compactMap { turn in
            guard let me = turn["me"]?.text else { return nil }
            return Turn(
                me: me, after: turn["after"]?.text.flatMap(Duration.init(span:)),
                expect: turn["expect"]?.map ?? [:])
        }
    }
}
