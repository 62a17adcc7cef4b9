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
            .required("us", .integer()), .required("trace", .named("Trace")),
        ]),
        "RasaReply": .object([.required("recipient_id", .text()), .required("text", .text())]),
    ]
}
