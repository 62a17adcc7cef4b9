public import ConciergeCore

/// Everything that the files of `knowledge:` say, at one moment.
public struct KnowledgeBase: Sendable {
    public var products: [Product] = []
    public var scripts: [SalesScript] = []
    public var answers: [FAQEntry] = []
    public var sections: [Section] = []
    public var intents: [IntentFile] = []

    public init() {}

    public var isEmpty: Bool {
        products.isEmpty && scripts.isEmpty && answers.isEmpty && sections.isEmpty && intents.isEmpty
    }
}

// Where something stands is no part of what it says: an entry that moved down a line is the same entry.

/// One thing that is sold.
public struct Product: Sendable, Equatable {
    public var id: String
    public var name: Localized
    public var aliases: [String] = []
    public var category: String?
    public var price: Double?
    /// ISO 4217.
    public var currency: String?
    public var description = Localized()
    /// A text, or names with values.
    public var specification: Value = .null
    public var related: [String] = []
    public var industries: [String] = []
    public var isOnSale = true
    public var stock: Int?
    public var leadTimeDays: Int?
    public var place: Place
    /// Where each of `related` stands.
    var relatedPlaces: [Place] = []

    public static func == (a: Self, b: Self) -> Bool {
        (a.id, a.name, a.aliases, a.category, a.price, a.currency)
            == (b.id, b.name, b.aliases, b.category, b.price, b.currency)
            && (a.description, a.specification, a.related, a.industries)
                == (b.description, b.specification, b.related, b.industries)
            && (a.isOnSale, a.stock, a.leadTimeDays) == (b.isOnSale, b.stock, b.leadTimeDays)
    }
}

/// A question that is asked again and again, the ways in which it is asked, and its answer.
public struct FAQEntry: Sendable, Equatable {
    public var id: String
    /// What it is called by.
    public var question: String
    /// Other ways to ask it, and other languages.
    public var paraphrases: [String] = []
    public var answer: Bilingual
    public var topic: String?
    public var place: Place
    /// Of the first question without its spelling, and of the others: equal where a reader would see no difference.
    var key: UInt64 = 0
    var otherKeys: [UInt64] = []
    /// The id was written down, not made of the question.
    var isNamed = false

    public var questions: [String] { [question] + paraphrases }
    var keys: [UInt64] { otherKeys.isEmpty ? [key] : [key] + otherKeys }

    public static func == (a: Self, b: Self) -> Bool {
        a.key == b.key && a.id == b.id && a.question == b.question && a.paraphrases == b.paraphrases
            && a.answer == b.answer && a.topic == b.topic
    }
}

/// What stands under one heading of a document.
public struct Section: Sendable, Equatable {
    /// `guide.md#Installing/Power`.
    public var id: String
    public var headings: [String]
    /// Markdown as it was written, without the sections below it.
    public var text: String
    public var place: Place

    public static func == (a: Self, b: Self) -> Bool {
        a.id == b.id && a.headings == b.headings && a.text == b.text
    }
}

/// What a salesperson would say to an intent, when its conditions hold.
public struct SalesScript: Sendable, Equatable {
    public var intent: String
    public var script: Localized
    public var conditions: [Condition] = []
    public var place: Place

    public static func == (a: Self, b: Self) -> Bool {
        a.intent == b.intent && a.script == b.script && a.conditions == b.conditions
    }
}

/// How customers say one intent, as one file gives it.
public struct IntentFile: Sendable, Equatable {
    /// How hard it is to answer, which decides who does.
    public enum Issue: String, Sendable, CaseIterable { case simple, general, technical }

    public struct Example: Sendable, Hashable {
        public var text: String
        /// `zh` or `en`.
        public var language: String
        public var place: Place
    }

    public var intent: String
    public var label = Localized()
    public var issue: Issue?
    public var aliases: [String] = []
    public var topic: String?
    /// It stands instead of what the host brings for this intent, not beside it.
    public var replaces = false
    public var examples: [Example] = []
    public var place: Place

    public static func == (a: Self, b: Self) -> Bool {
        a.intent == b.intent && a.label == b.label && a.issue == b.issue && a.aliases == b.aliases
            && a.topic == b.topic && a.replaces == b.replaces
            && a.examples.elementsEqual(b.examples) { $0.text == $1.text && $0.language == $1.language }
    }
}

extension KnowledgeBase {
    /// The id of the entry, or section, that has this id or asks exactly this.
    public func entry(named name: String) -> String? {
        if answers.contains(where: { $0.id == name }) || sections.contains(where: { $0.id == name }) {
            return name
        }
        let key = FAQEntry.key(name)
        return answers.first { $0.key == key || $0.otherKeys.contains(key) }?.id
    }
}
