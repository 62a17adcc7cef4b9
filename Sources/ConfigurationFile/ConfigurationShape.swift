public import ConciergeCore

/// The table of the keys of `config.yaml`; its check and the schema for editors both come from it.
public enum ConfigurationShape {
    public static let schema: Schema = .map(
        "The configuration of a Concierge host.",
        [
            "concierge": general, "server": server, "store": store,
            "knowledge": .list(
                "files and folders with questions, products and documents", of: .text("a path"),
                default: ["knowledge"]),
            "understanding": understanding,
            "business_hours": hours,
            "skills": .list("the order is the order of the pipeline", of: skill),
            "trusted_keys": .list(
                "public keys of publishers whose packages are taken without asking",
                of: .text("a minisign public key", .publicKey)),
            "registries": .list("where packages are looked for by name, in this order", of: registry),
            "channels": channels, "turn": turn, "handoff": handoff,
            "agents": .list("people who answer", of: agent),
            "webhooks": .list("addresses that hear of events", of: webhook),
            "llm": Schema(.object, summary: "how to reach the language model")
                .idle("no language model is asked yet; take it out"),
        ])

    private static let general = Schema.map(
        "the host as a whole",
        [
            "locale": .text("the language when nobody says otherwise", default: "zh-CN"),
            "model": .text("embedded, or the name of a model that 'llm' reaches", default: "embedded"),
            "temperature": .number("how freely a model writes", in: 0...2, default: 0.7)
                .idle("no language model is asked yet; take it out"),
        ])

    private static let server = Schema.map(
        "where it listens",
        [
            "host": .text("the address", default: "127.0.0.1"),
            "port": .integer("the port; 0 picks one", in: 0...65_535, default: 8080),
            "hosts": .list("further names it answers to", of: .text("a name", .host)),
            "public_url": .text("its address as customers see it", .url),
            "max_body": .integer("the largest body in bytes", in: 1024...(64 << 20), default: 1 << 20),
            "tls": .map(
                "files of a certificate and its key",
                ["certificate": .text("a PEM file"), "key": .text("a PEM file")],
                required: ["certificate", "key"]),
        ])

    private static let store = Schema.map(
        "where everything lasts",
        [
            "location": .text(
                "sqlite:path or postgresql://user@host/database", .store, default: "sqlite:data/concierge.db"),
            "traces": .map(
                "how much is kept of each turn",
                [
                    "detail": .text(
                        "full keeps what replay needs", oneOf: ["full", "decisions"], default: "full"),
                    "keep": .text("for how long", .span, default: "30d"),
                ]),
        ]
    ).or(.string, .store)

    private static let understanding = Schema.map(
        "how sure the host must be",
        [
            "clarify_below": .number("below it the customer is asked back", in: 0...1, default: 0.45),
            "answer_from": .number("from it on a hit is an answer", in: 0...1, default: 0.6),
            "strict": .flag(
                "whether a hit is an answer only where it is nearly sure and leaves nothing out that was asked",
                default: false),
            "serve_worse": .flag(
                "whether newly taught intents serve even where they are read worse than before",
                default: false),
            "ask": .map(
                "how the customer is asked back, by language; {a} and {b} are intents' labels",
                [
                    "either": sentences("two are about as likely", Configuration.Understanding().askEither),
                    "one": sentences("one is likely, but not very", Configuration.Understanding().askOne),
                ]),
        ])

    private static func sentences(_ summary: String, _ texts: Localized) -> Schema {
        .map(
            summary, [:], others: .each(.text("a sentence")),
            default: .map(texts.texts.mapValues(Value.text)))
    }

    private static let hours = Schema.map(
        "when somebody is there: days such as mon-fri, or dates such as 2026-10-01..2026-10-07, each with \"09:00-18:00\"",
        ["timezone": .text("an IANA name; what customers call today goes by it", default: "Asia/Shanghai")],
        others: .each(.text("times of day", .clockRanges)))

    private static let skill = Schema.map(
        "one skill of the pipeline",
        [
            "name": .text("its id; '-' and '_' are the same"),
            "config": Schema(.object, summary: "what the skill's manifest asks for"),
            "isolation": .text("in_process, worker or group:name", .isolation),
            "on_failure": .text(
                "what becomes of a turn in which it failed", oneOf: Manifest.Failure.allCases.map(\.rawValue)),
            "enabled": .flag("whether it takes part", default: true),
        ], required: ["name"]
    ).or(.string)

    private static let registry = Schema.map(
        "one registry",
        [
            "url": .text("https://…, http://… or a folder", .registry),
            "key": .text("the public key that its index is signed with", .publicKey),
            "kind": .text(
                "index: signed, as 'skill publish' makes it; clawhub: ClawHub's own",
                oneOf: Configuration.Registry.Kind.allCases.map(\.rawValue)),
            "mirrors": .list("asked where it does not answer", of: .text("an address", .registry)),
        ], required: ["url"]
    ).or(.string, .registry)

    private static let channels: Schema = {
        let channel = Schema.map(
            "a way in and out", ["enabled": .flag("whether it is wanted", default: true)], others: .anything,
            default: nil)
        let names = Channels.known.map { Schema.Property($0, channel) }
        var schema = Schema.map("ways in and out", [:])
        schema.properties = names
        return schema
    }()

    private static let turn = Schema.map(
        "the life of a turn",
        [
            "deadline": .text("how long a turn may take", .span, default: "3s"),
            "skill_deadline": .text("how long one skill may take", .span, default: "1s"),
            "join": .text("how long quick messages are gathered; 0ms: never", .span, default: "800ms"),
            "mode": .text(
                "answer: the skills answer; draft: a human approves each answer first",
                oneOf: Configuration.Turn.Mode.allCases.map(\.rawValue),
                default: Configuration.Turn.Mode.answer.rawValue),
            "fallback": .map(
                "what is said, by language, when no skill has an answer; a human is called then, {}: neither",
                [:],
                others: .each(.text("a sentence")),
                default: .map(Configuration.Turn().fallback.texts.mapValues(Value.text))),
        ])

    private static let handoff = Schema.map(
        "around a human who holds a conversation",
        [
            "returns_after": .text(
                "how long after a human's last word the bot goes on; 0m: never", .span, default: "30m")
        ])

    private static let agent = Schema.map(
        "one person",
        [
            "id": .text("a short name", .identifier), "name": .text("what customers read"),
            "competences": .list("kinds of question", of: .text("one kind")),
            "capacity": .integer("conversations at once", in: 1...1000, default: 4),
        ], required: ["id"])

    private static let webhook = Schema.map(
        "one address",
        [
            "url": .text("where events are posted", .url),
            "events": .list("names such as lead.created; '*' is all", of: .text("a name"), default: ["*"]),
            "secret": .secret("signs each post: whsec_ and base64"),
            "allowed_networks": .list(
                "what it may reach inside the house: hosts, or blocks such as 10.0.0.0/8",
                of: .text("host, host:port or block")),
        ], required: ["url", "secret"])
}

extension ConfigurationShape {
    /// The table as JSON Schema 2020-12, for editors: in every layout that `ConfigurationLayout` takes.
    public static let jsonSchema: String = {
        var root = schema.published.map ?? [:]
        var properties = root["properties"]?.map ?? [:]
        var title = properties["concierge"]?.map ?? [:]
        let inside = title["properties"]?.map ?? [:]
        let sections = properties.filter { $0.key != "concierge" }
        title["properties"] = .map(sections.merging(inside) { section, _ in section })
        properties["concierge"] = .map(title)
        properties["openclaw"] = .map(title)
        root["properties"] = .map(properties.merging(inside) { section, _ in section })
        root["additionalProperties"] = [
            "type": "object", "description": "the configuration of the skill of this name",
        ]
        root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        root["title"] = "Concierge: config.yaml"
        return JSON.text(.map(root))
    }()
}
