extension Manifest {
    /// The table of a manifest's keys; its reader and the check for authors' editors come from it.
    public static let schema: Schema = .map(
        "What a skill says of itself.",
        [
            "id": .text("the name of the package", .name),
            "aliases": .list("other names it is found under", of: .text("a name", .name)),
            "version": .text("its version, three numbers", .version),
            "abi": .integer("the ABI's major version it was built for", in: 1...1000, default: 1),
            "name": localized("its name in both languages"),
            "description": localized("one sentence on what it does"),
            "licence": .text("an SPDX licence name"),
            "publisher": .text("who made it", .line),
            "reads": .list("context keys it gets", of: .text("a key", .keyPattern)),
            "writes": writes,
            "collections": .map("documents it owns", [:], others: .each(collection)),
            "reads_collections": .list("documents of others that it reads", of: .text("a name", .keyPattern)),
            "report": Measure.schema,
            "on": .list("events it hears", of: .text("an event, such as ticket.closed")),
            "requires": .list("extensions it needs", of: .text("an id, such as sk.store/1")),
            "config": Schema(.object, summary: "a JSON Schema of its configuration"),
            "defaults": .list(
                "YAML files that lie under the admin's configuration",
                of: .text("a path in the package", .inside)),
            "permissions": .map(
                "what it may reach outside its turn",
                [
                    "network": .list("hosts", of: .text("a host name", .hosts)),
                    "model": .flag("the language model", default: false),
                    "customer_data": .flag("customers' names and addresses", default: false),
                ]),
            "observes": .flag("runs also after another skill claimed the turn", default: false),
            "isolation": .text("where it runs", .isolation),
            "on_failure": .text(
                "what becomes of a turn in which it failed", oneOf: Failure.allCases.map(\.rawValue),
                default: Failure.skip.rawValue),
            "fallback": localized("what the customer reads when it failed"),
            "library": .text("the built library, relative to the package"),
            "build": .map("how the library is built", ["command": command]),
            "limits": .map(
                "bounds on what it sends",
                ["max_message": .integer("bytes of one message", in: 1024...(64 << 20), default: 256 << 10)]),
            "actions": actions,
            "pages": .list("pages it serves under /p", of: .text("a name", .name)),
        ], required: ["id", "version", "name", "description"])

    private static func localized(_ summary: String) -> Schema {
        .map(
            summary, ["zh": .text("in Chinese"), "en": .text("in English")], required: ["zh", "en"]
        ).or(.string)
    }

    private static let command: Schema = {
        let words = Schema.list("the words of a command", of: .text("a word"), default: nil)
        return words.or(.string)
    }()

    private static let writes: Schema = {
        let types = ValueType.allCases.map(\.rawValue)
        let write = Schema.map(
            "what is written",
            [
                "type": .text("the type of the value", oneOf: types)
            ], required: ["type"]
        ).or(.string)
        var schema = Schema.map("context keys it writes, each with its type", [:], others: .each(write))
        schema.keyFormat = .key
        return schema
    }()

    private static let collection: Schema = {
        let field = Schema.map(
            "a field",
            [
                "type": .text("the type of the value", oneOf: ValueType.allCases.map(\.rawValue)),
                "indexed": .flag("may be filtered and sorted by", default: false),
                "writable": .flag("staff may change it", default: false),
                "unique": .flag("at most one document holds a value", default: false),
                "agent": .flag("an agent's id: staff may write one who is there", default: false),
                "tier": .flag("a tier of customers: staff may write one the house has", default: false),
                "customer": .flag("another customer's id: the document goes with that one", default: false),
            ], required: ["type"]
        ).or(.string)
        let states = Schema.map(
            "the life of a document",
            [
                "field": .text("the field that holds the state", default: "status"),
                "initial": .text("the first state"),
                "transitions": .map(
                    "which state may follow which", [:], others: .each(.list("states", of: .text("a state")))),
                "single": .list(
                    "states in which a customer has one document at most", of: .text("a state")),
                "reserved": .list("states that the skill alone sets and leaves", of: .text("a state")),
            ], required: ["initial", "transitions"])
        return .map(
            "one set of documents",
            [
                "key": .text("what the id of a document is", oneOf: ["customer"]),
                "fields": .map("its fields", [:], others: .each(field)), "states": states,
            ], default: nil)
    }()

    private static let actions: Schema = {
        let action = Schema.map(
            "one action",
            ["title": localized("its name for staff"), "input": Schema(.object, summary: "a JSON Schema")],
            default: nil)
        var schema = Schema.map("what staff may ask of it", [:], others: .each(action))
        schema.keyFormat = .name
        return schema
    }()
}
