internal import SkillKit

/// The sentences of `assets/texts.yaml`: of each source one for one product, one for two, one for more.
struct Wording: Sendable {
    /// What a sentence can name.
    static let names: Set<String> = ["last_product", "industry", "topic", "a", "b", "c"]
    static let forms = ["one", "two", "three"]
    /// Sentences stand under the name of their source, but who asks about a topic hears another.
    static let kinds = ["related", "popular", "industry", "topic", "bestsellers", "catalogue", "asked"]

    private let sentences: [String: [Phrase]]
    private let phrases: [String: Phrase]
    private let detail: Phrase
    private let action: Phrase

    init(_ settings: Settings) throws(SkillError) {
        var sentences: [String: [Phrase]] = [:]
        for kind in Self.kinds {
            sentences[kind] = try Self.forms.map { form throws(SkillError) in
                try settings.content("texts", kind, form, as: "a sentence for each language")
            }
        }
        self.sentences = sentences
        var phrases: [String: Phrase] = [:]
        for name in ["refused", "nothing", "why_nothing", "soon", "your_industry"] {
            phrases[name] = try settings.content("texts", name, as: "a line for each language")
        }
        self.phrases = phrases
        detail = try settings.content("texts", "detail", as: "a line for each language")
        action = try settings.content("texts", "action", as: "a line for each language")
    }

    /// The sentence that carries the reason; who asked is told more of each product.
    func sentence(
        _ choice: Selection.Choice, _ products: [Product], _ trigger: Timing.Trigger, _ locale: String?
    ) -> String {
        let isAnswer = trigger == .asked
        let kind = isAnswer && choice.source == .topic ? "asked" : choice.source.rawValue
        let form = min(products.count, Self.forms.count) - 1
        guard form >= 0, let phrase = sentences[kind]?[form] else { return "" }
        let values = Dictionary(uniqueKeysWithValues: zip(["a", "b", "c"], products.map(\.name)))
        let anchors = Dictionary(
            uniqueKeysWithValues: ["last_product", "industry", "topic"].map { ($0, anchor(choice, locale)) })
        let sentence = phrase.text(locale, values.merging(anchors) { name, _ in name })
        guard isAnswer else { return sentence }
        return ([sentence] + products.compactMap { line($0, locale) }).joined(separator: "\n")
    }

    /// What is not an offer: `refused`, `nothing`, `why_nothing`, `soon`, `your_industry`.
    func callAsFunction(_ name: String, _ locale: String?) -> String { phrases[name]?.text(locale) ?? "" }

    /// A product or a topic has no other name; an industry need not be named.
    private func anchor(_ choice: Selection.Choice, _ locale: String?) -> String {
        let isIndustry = choice.source == .popular || choice.source == .industry
        return isIndustry && Self.isForeign(choice.anchor, locale)
            ? self("your_industry", locale) : choice.anchor
    }

    /// Written in characters that a customer of this language does not read.
    private static func isForeign(_ text: String, _ locale: String?) -> Bool {
        let language = (locale ?? "zh").prefix { $0 != "-" && $0 != "_" }.lowercased()
        guard !["zh", "ja", "ko"].contains(language) else { return false }
        return text.unicodeScalars.contains { $0.properties.isIdeographic }
    }

    /// What can be tapped.
    func actions(_ products: [Product], _ locale: String?) -> [String] {
        products.map { action.text(locale, ["a": $0.name]) }
    }

    private func line(_ product: Product, _ locale: String?) -> String? {
        guard let description = product.description, !description.isEmpty,
            !Self.isForeign(description, locale)
        else { return nil }
        return detail.text(locale, ["a": product.name, "description": description])
    }

    /// What is wrong with the sentences.
    var findings: [Finding] {
        var findings: [Finding] = []
        for kind in Self.kinds {
            for (place, phrase) in (sentences[kind] ?? []).enumerated() {
                findings += Self.findings(phrase, "texts.\(kind).\(Self.forms[place])", products: place + 1)
            }
        }
        for (name, phrase) in [("detail", detail), ("action", action)]
            + phrases.sorted(by: { $0.key < $1.key })
        {
            findings += phrase.missing().map { Finding("texts.\(name)", "nothing in '\($0)'; add it") }
        }
        return findings
    }

    private static func findings(_ phrase: Phrase, _ path: String, products: Int) -> [Finding] {
        let missing = phrase.missing().map { Finding(path, "nothing in '\($0)'; add the sentence") }
        let unknown = phrase.names.subtracting(names).sorted().map {
            Finding(
                path, "'{\($0)}' is filled with nothing; known are \(names.sorted().joined(separator: ", "))")
        }
        let unnamed = ["a", "b", "c"].prefix(products).filter { !phrase.names.contains($0) }.map {
            Finding(path, "'{\($0)}' is missing: a product would be offered unnamed; add it", isError: true)
        }
        let empty = ["a", "b", "c"].dropFirst(products).filter(phrase.names.contains).map {
            Finding(path, "'{\($0)}' is never filled here; take it out")
        }
        return missing + unknown + unnamed + empty
    }
}
