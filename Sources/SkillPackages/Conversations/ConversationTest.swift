public import ConciergeCore

/// A conversation with what is expected of it: one file of a package's `tests/`.
public struct ConversationTest: Sendable, Hashable {
    /// A skill that takes part, besides the package's own.
    public struct Part: Sendable, Hashable {
        public var name: String
        public var config: Value
    }

    /// One thing that happens, and what must hold afterwards.
    public struct Step: Sendable, Hashable {
        public var act: Act
        /// How long passes before it.
        public var after: Duration?
        public var expect: [String: Value]
    }

    public var name: String
    public var clock: Timestamp?
    public var locale: String?
    /// The customer who talks, with `id` and `orders`.
    public var customer: [String: Value]
    /// Others who are known.
    public var others: [[String: Value]]
    public var agents: [Value]
    /// A folder beside the file; nil: the package's own.
    public var knowledge: String?
    /// The configuration of the package's own skill.
    public var config: Value
    /// The pipeline, in its order; empty: the package's own skill alone.
    public var skills: [Part]
    public var steps: [Step]

    /// How such a file is written; places of faults follow from it.
    public static let schema = Schema.map(
        "a conversation that a skill is tested with",
        [
            "name": .text("what must hold, as a sentence"),
            "clock": .text("the time of the first message, as RFC 3339"),
            "locale": .text("the language of the host, such as zh-CN"),
            "customer": Schema(.object, summary: "who talks: id, fields, orders"),
            "customers": .list("others who are known", of: Schema(.object)),
            "agents": .list("the people who answer", of: Schema(.object)),
            "knowledge": .text("a folder beside this file"),
            "config": Schema(.object, summary: "the skill's configuration"),
            "skills": .list(
                "the pipeline in its order",
                of: .map(
                    "a skill",
                    ["name": .text("its id"), "config": Schema(.object, summary: "its configuration")],
                    required: ["name"])),
            "turns": .list("what happens, in order", of: Step.schema, default: nil),
        ], required: ["name", "turns"])

    /// Reads what the schema found good; what it could not say is thrown.
    public init(_ value: Value) throws(ConversationFault) {
        name = value["name"]?.text ?? ""
        clock = value["clock"]?.timestamp ?? value["clock"]?.text.flatMap(Timestamp.init)
        locale = value["locale"]?.text
        customer = value["customer"]?.map ?? [:]
        others = value["customers"]?.list?.compactMap(\.map) ?? []
        agents = value["agents"]?.list ?? []
        knowledge = value["knowledge"]?.text
        config = value["config"] ?? [:]
        skills = (value["skills"]?.list ?? []).compactMap { skill in
            skill["name"]?.text.map { Part(name: $0, config: skill["config"] ?? [:]) }
        }
        steps = []
        for (index, step) in (value["turns"]?.list ?? []).enumerated() {
            steps.append(try Step(step, at: .root / "turns" / index))
        }
    }
}

/// What is wrong with a step, and where.
public struct ConversationFault: Error, Sendable, Hashable {
    public var pointer: Pointer
    public var message: String

    public init(pointer: Pointer, message: String) {
        self.pointer = pointer
        self.message = message
    }
}

extension ConversationTest.Step {
    static let schema = Schema.map(
        "one thing that happens, and what must hold afterwards",
        [
            "me": .text("what the customer writes"),
            "as": .text("which customer writes it", .identifier),
            "channel": .text("on which channel"),
            "after": .text("how long passes before it", .span),
            "wait": .text("nothing but time passes", .span),
            "agent": .map(
                "what one of the staff does",
                [
                    "id": .text("who", .identifier),
                    "do": .text("what", oneOf: ConversationTest.Deed.allCases.map(\.rawValue)),
                    "text": .text("what is said, or said instead of a draft"),
                ], required: ["id", "do"]),
            "move": .map(
                "the customer's newest document goes to another state",
                [
                    "collection": .text("which"), "to": .text("the state"), "reason": .text("why"),
                    "by": .text("who", .identifier),
                ], required: ["collection", "to"]),
            "order": Schema(
                .object, summary: "an order is put in: id, product, quantity, amount, status, paid_at"),
            "action": .map(
                "staff ask something of a skill",
                [
                    "skill": .text("which"), "name": .text("what"), "input": Schema(.object),
                    "by": .text("who", .identifier),
                ], required: ["skill", "name"]),
            "open": .map(
                "the customer opens the newest link that was said",
                ["page": .text("its name"), "form": Schema(.object, summary: "what is sent from it")],
                default: nil),
            "expect": Schema(.object, summary: "what must hold afterwards"),
        ])

    init(_ value: Value, at pointer: Pointer) throws(ConversationFault) {
        after = value["after"]?.text.flatMap(Duration.init(span:))
        expect = value["expect"]?.map ?? [:]
        let acts = ConversationTest.Act.words.filter { value[$0] != nil }
        guard acts.count == 1, let act = ConversationTest.Act(value) else {
            let known = ConversationTest.Act.words.joined(separator: ", ")
            let found = acts.isEmpty ? "none" : acts.joined(separator: " and ")
            throw ConversationFault(
                pointer: pointer, message: "a step is one of \(known), and this has \(found); make it one")
        }
        self.act = act
    }
}
