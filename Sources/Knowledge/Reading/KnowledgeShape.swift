import ConciergeCore

/// The keys of the files; what is checked, and said, follows from this table.
enum KnowledgeShape {
    /// A text, or one for each language.
    private static func text(_ summary: String) -> Schema {
        var schema = Schema.map(
            summary, ["zh": .text("in Chinese"), "en": .text("in English")], default: nil
        ).or(.string)
        schema.minimumLength = 1
        return schema
    }

    /// Texts, or a list of them for each language.
    private static func texts(_ summary: String) -> Schema {
        let inner = Schema.list("texts", of: .text("a text"), default: nil)
        var schema = Schema.map(summary, ["zh": inner, "en": inner], default: nil).or(.array)
        schema.items = .each(.text("a text"))
        return schema
    }

    /// Digits alone are an id too.
    private static let id: Schema = .text("a short name").or(.integer)

    static let product = Schema.map(
        "one product",
        [
            "id": id, "name": text("what it is called"),
            "aliases": .list("other names", of: .text("a name")),
            "category": text("what kind of thing it is"),
            "price": .number("for one", in: 0...1e15), "currency": .text("ISO 4217, such as CNY"),
            "description": text("what it is"),
            "specification": Schema(.string, .object, .array, summary: "what it can do"),
            "related_products": .list("ids of what goes with it", of: id),
            "industries": texts("where it is used"),
            "on_sale": .flag("whether it is offered", default: true),
            "stock": .integer("how many are there", in: 0...1_000_000_000_000),
            "lead_time_days": .integer("days until it leaves", in: 0...100_000),
        ], required: ["id", "name"])

    static let script = Schema.map(
        "what is said to an intent",
        [
            "intent": .text("the intent"), "script": text("what is said"),
            "conditions": .map(
                "what must hold", [:],
                others: .each(Schema(.string, .number, .boolean, .array, .object, summary: "\"> 100000\"")),
                default: [:]),
        ], required: ["intent", "script"])

    static let answer = Schema.map(
        "one question with its answer",
        [
            "id": id, "question": text("what is asked"), "questions": texts("other ways to ask it"),
            "paraphrases": texts("other ways to ask it"), "answer": text("what is answered"),
            "topic": .text("what it is about"),
        ], required: ["answer"])

    /// Its examples are read one by one: a faulty one does not hide the others.
    static let intent: Schema = {
        var label = text("what staff reads")
        label.fallback = [:]
        return Schema.map(
            "how customers say one intent",
            [
                "intent": .text("its name; else the file's").optional, "label": label,
                "issue": .text("who answers it", oneOf: IntentFile.Issue.allCases.map(\.rawValue)).optional,
                "aliases": .list("other names of it", of: .text("a name")),
                "topic": .text("what it is about").optional,
                "replaces": .flag("instead of what the host brings, not beside it", default: false),
                "courtesy": .flag("it only goes along with what is wanted, as a greeting does").optional,
                "examples": Schema(summary: "sentences of customers"),
            ]
        ).or(.array)
    }()

    static let sections = ["products", "sales_scripts", "faq", "faq_responses"]
}
