internal import SkillKit

/// How each document is put together.
struct Templates: Sendable {
    struct Line: Sendable {
        enum Style: Sendable { case text, quote, next }

        let label: Phrase?
        /// The list whose rows it is said for.
        let each: String?
        let say: [Phrase]
        let gap, none: Phrase?
        let shows: [String]
        let style: Style
    }

    struct Part: Sendable {
        let heading: Phrase
        let lines: [Line]
    }

    struct Kind: Sendable {
        let title: Phrase
        /// Without opening and closing.
        let isBare: Bool
        let parts: [Part]
    }

    let order: [String]
    let opening, closing, ending: [Part]
    let kinds: [String: Kind]

    init(_ section: Section) throws(SkillError) {
        order = try section.texts("order")
        opening = try Self.parts(section, "opening")
        closing = try Self.parts(section, "closing")
        ending = try Self.parts(section, "ending")
        var kinds: [String: Kind] = [:]
        for (id, part) in try section.map("kinds") {
            kinds[id] = Kind(
                title: try part.phrase("title"), isBare: part.value["bare"]?.bool ?? false,
                parts: try Self.parts(part, "sections"))
        }
        self.kinds = kinds
    }

    func parts(of kind: Kind) -> [Part] { kind.isBare ? kind.parts : opening + kind.parts + closing }

    private static func parts(_ section: Section, _ key: String) throws(SkillError) -> [Part] {
        try Model.each(section, key) { part throws(SkillError) in
            Part(
                heading: try part.phrase("heading"),
                lines: try Model.each(part, "lines") { line throws(SkillError) in try Line(line) })
        }
    }
}

extension Templates.Line {
    init(_ section: Section) throws(SkillError) {
        label = section.value["label"].flatMap { Phrase($0) }
        each = section.value["each"]?.text
        say = try section.phrases("say")
        gap = section.value["gap"].flatMap { Phrase($0) }
        none = section.value["none"].flatMap { Phrase($0) }
        shows = section.value["shows"].flatMap { [String]($0) } ?? []
        let isQuote = section.value["quote"]?.bool == true
        style = isQuote ? .quote : section.value["next"]?.bool == true ? .next : .text
    }
}
