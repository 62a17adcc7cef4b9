import ConciergeCore

extension Schema {
    static func page(of name: String) -> Schema {
        .object([
            .required("items", .list(of: .named(name), atMost: 500)),
            .optional("next", .text(), "The next page's cursor; null at the end"),
        ])
    }

    private static let status = Schema.choice(Conversation.Status.allCases.map(\.rawValue))

    /// What answers are made of, by the name it has in `openapi.json`.
    static let shared: [String: Schema] = [
        "Problem": .open([
            .required("type", .text()), .required("title", .text()), .required("status", .integer()),
            .required("code", .text(), "Never changes"),
            .required("detail", .text(0...100_000), "Where, what is wrong, and the mend"),
            .optional(
                "errors",
                .list(
                    of: .object([
                        .required("pointer", .text(), "RFC 6901"), .required("code", .text()),
                        .required("detail", .text()),
                    ]), atMost: 100_000)),
        ]),
        "Utterance": .object([
            .required("kind", .choice(Utterance.Kind.allCases.map(\.rawValue))),
            .required("text", .text()), .optional("actions", .list(of: .text())),
            .optional("offer", .text()),
        ]),
        "Turn": .object([
            .required("turn", .text()), .required("customer", .text()), .optional("message_id", .text()),
            .required("repeated", .flag, "The message was received before; this is the recorded answer"),
            .required(
                "replies", .list(of: .named("Utterance")), "Empty while a human holds the conversation"),
            .required("conversation", .object([.required("id", .text()), .required("status", status)])),
            .optional("trace", .named("Trace")),
        ]),
        "Trace": .open([
            .required("context", .map), .required("skills", .list(of: .map, atMost: 1000)),
        ]),
        "TurnRecord": .open([
            .required("turn", .text()), .required("kind", .text()), .required("at", .moment),
            .optional("us", .integer(), "As long as traces are kept, as the trace itself"),
            .optional("trace", .named("Trace")),
        ]),
        "RasaReply": .object([.required("recipient_id", .text()), .required("text", .text())]),
    ].merging(people) { first, _ in first }.merging(work) { first, _ in first }

    private static let people: [String: Schema] = [
        "Customer": .object(
            [.required("id", .text())] + Customer.textFields.map { .optional($0, .text()) } + [
                .required("attributes", .map), .required("created_at", .moment),
                .required("updated_at", .moment), .required("version", .integer()),
            ]),
        "Order": .object([
            .required("id", .text()), .required("customer", .text()), .required("product", .text()),
            .required("quantity", .integer()), .optional("amount", .number), .required("status", .text()),
            .optional("paid_at", .moment), .optional("shipped_at", .moment), .optional("tracking", .text()),
            .required("created_at", .moment), .required("updated_at", .moment),
        ]),
        "Merge": .object(merge),
        "MergeReport": .open([
            .optional("merge", .text(), "What to undo it by; a preview has none"),
            .required("customer", .text()), .required("other", .text()), .optional("at", .moment),
            .required("moves", .map, "How many of each kind go over; 'documents' by collection"),
            .required("fills", .map, "What the customer did not say and the other did"),
            .required(
                "conflicts",
                .list(
                    of: .object([
                        .required("field", .text()), .required("kept", .any), .required("aside", .any),
                    ]), atMost: 100_000)),
            .required("aside", .list(of: .text(), atMost: 100_000), "Kept for undoing"),
        ]),
        "Agent": .object([
            .required("id", .text()), .required("name", .text()),
            .required("competences", .list(of: .text())), .required("capacity", .integer()),
            .required("presence", .choice(Agent.Presence.allCases.map(\.rawValue))),
            .optional("warnings", .list(of: .text()), "Of a 'PUT': what seems odd about it"),
        ]),
        "Token": .object(token),
        "NewToken": .object(token + [.required("token", .text(), "Shown this once")]),
        "ImportReport": .object([
            .required("created", .integer()), .required("updated", .integer()),
            .required(
                "errors",
                .list(
                    of: .object([
                        .required("line", .integer(), "Counted from 1"), .required("pointer", .text()),
                        .required("code", .text()), .required("detail", .text()),
                    ]), atMost: 1_000_000)),
        ]),
    ]

    private static let merge: [Property] = [
        .required("merge", .text()), .required("customer", .text()), .required("other", .text()),
        .required("at", .moment),
    ]

    private static let token: [Property] = [
        .required("id", .text()), .required("name", .text()),
        .required("scope", .choice(AccessToken.Scope.allCases.map(\.rawValue))),
        .required("created_at", .moment),
    ]

    private static let work: [String: Schema] = [
        "Conversation": .object([
            .required("id", .text()), .required("customer", .text()), .required("channel", .text()),
            .required("status", status), .optional("agent", .text(), "Who holds it"),
            .optional("assignee", .text(), "Whom it waits for"),
            .optional("competence", .text(), "What kind of agent is wanted"),
            .optional("reason", .text(0...16_384), "Why a human is wanted"),
            .optional("priority", .integer()),
            .optional("note", .map, "What is known, for the one who takes over"),
            .optional("queued_at", .moment), .optional("taken_at", .moment),
            .optional("answered_at", .moment, "The first word of a human since"),
            .optional("returns_at", .moment, "When the bot goes on, unless the human says something before"),
            .required("customer_turns", .integer()), .required("opened_at", .moment),
            .required("updated_at", .moment),
        ]),
        "Message": .object([
            .optional("seq", .integer(), "Its place in the conversation"), .optional("turn", .text()),
            .required("author", .choice(["customer", "bot", "agent", "draft"])), .optional("agent", .text()),
            .optional("kind", .choice(Utterance.Kind.allCases.map(\.rawValue))), .required("text", .text()),
            .optional("message_id", .text()), .optional("actions", .list(of: .text())),
            .optional("offer", .text()), .required("at", .moment),
        ]),
        "Event": .object([
            .required("seq", .integer(), "Its place among all events"), .required("id", .text()),
            .required("name", .text()), .optional("customer", .text()), .optional("conversation", .text()),
            .required("source", .text()), .required("data", .any), .required("at", .moment),
        ]),
        "Document": .open([
            .required("id", .text()), .required("version", .integer()), .required("created_at", .moment),
            .required("updated_at", .moment), .optional("customer", .text()),
        ]),
        "Report": .object([
            .required("from", .moment), .required("to", .moment),
            .required("first_day", .text(), "Of the shop's own clocks"), .required("last_day", .text()),
            .optional("currencies", .list(of: .text()), "Of what is 'money'; sums of several mix them"),
            .optional("channel", .text()),
            .optional("by", .text()), .required("measures", .list(of: .named("Measure"), atMost: 10_000)),
        ]),
        "Measure": .object([
            .required("heading", .choice(Measure.Heading.allCases.map(\.rawValue))),
            .required("source", .text(), "The skill that declares it, or 'host'"),
            .required("name", .text()), .required("title", .map),
            .required(
                "unit", .choice(["count", "number", "money", "minutes", "share"]), "A share is 0 to 1"),
            .optional("value", .number, "Null when there was nothing to measure"),
            .required("n", .integer(), "How much it rests on"),
            .required(
                "parts",
                .list(
                    of: .object([
                        .required("key", .text(), "The day, or the channel"), .optional("value", .number),
                        .required("n", .integer()),
                    ]), atMost: 100_000)),
        ]),
        "Collection": .object([
            .required("name", .text()), .required("fields", .map), .optional("states", .map),
            .optional("key", .choice(CollectionDeclaration.Key.allCases.map(\.rawValue)), "What an id is"),
        ]),
        "Action": .object([
            .required("name", .text()), .required("title", .map, "By language"),
            .required("input", .map, "A JSON Schema"),
        ]),
        "ActionResult": .object([
            .required("turn", .text(), "In which it was done"),
            .required("result", .any, "What the skill answers; null when it answers nothing"),
        ]),
        "Skill": .open([
            .required("id", .text()), .required("status", .choice(["running", "out_of_service", "failed"])),
            .optional("reason", .text()), .optional("failures", .integer()),
        ]),
    ]
}
