internal import SkillKit

/// Puts a document together from its template, and holds it against the checks.
struct Composer {
    let settings: Settings
    let facts: Facts
    private var shown: Set<String> = []

    init(_ settings: Settings, _ facts: Facts) { (self.settings, self.facts) = (settings, facts) }

    /// Nil for a kind that no template describes.
    static func document(_ kind: String, _ settings: Settings, _ facts: Facts) -> Document? {
        var composer = Composer(settings, facts)
        return composer.document(kind)
    }

    private mutating func document(_ id: String) -> Document? {
        guard let kind = settings.templates.kinds[id] else { return nil }
        let parts = settings.templates.parts(of: kind).map { part($0) }
        let ending = settings.templates.ending.map { part($0) }
        let checks = outcomes(parts + ending)
        let texts = settings.texts
        return Document(
            kind: id, locale: facts.locale, title: kind.title.text(facts.locale, facts.single),
            subtitle: "\(facts.single["today"] ?? "") · \(facts.single["stage"] ?? "")",
            parts: parts, checks: checks,
            checksHeading: [
                .rules: texts.text("rules_checked", facts.locale),
                .quality: texts.text("checked", facts.locale),
            ],
            checkLines: Dictionary(
                uniqueKeysWithValues: Check.Group.allCases.map { ($0, lines($0, checks)) }),
            boundary: texts.text("boundary", facts.locale), ending: ending)
    }

    private mutating func part(_ template: Templates.Part) -> Document.Part {
        Document.Part(
            heading: template.heading.text(facts.locale), blocks: template.lines.flatMap { blocks($0) })
    }

    private mutating func blocks(_ line: Templates.Line) -> [Document.Block] {
        guard let list = line.each else { return [block(line)].compactMap(\.self) }
        let rows = facts.lists[list] ?? []
        if rows.isEmpty {
            guard let none = line.none else { return [] }
            shown.formUnion(line.shows)
            return [Document.Block(style: .text, text: none.text(facts.locale, facts.single))]
        }
        shown.formUnion(line.shows)
        return rows.compactMap { row in
            let values = facts.single.merging(row) { _, own in own }
            return said(line, values).map { Document.Block(style: .item, text: $0) }
        }
    }

    private mutating func block(_ line: Templates.Line) -> Document.Block? {
        let label = line.label?.text(facts.locale)
        let style: Document.Style =
            switch line.style {
            case .quote: .quote
            case .next: label == nil ? .next : .field
            case .text: label == nil ? .text : .field
            }
        if let text = said(line, facts.single) {
            shown.formUnion(line.shows)
            return Document.Block(style: style, label: label, text: text)
        }
        return line.gap.map {
            Document.Block(style: style, label: label, text: $0.text(facts.locale, facts.single), isGap: true)
        }
    }

    /// The first sentence of which everything is known.
    private func said(_ line: Templates.Line, _ values: Facts.Row) -> String? {
        line.say.first { $0.names.allSatisfy { values[$0]?.isEmpty == false } }?.text(facts.locale, values)
    }

    private func outcomes(_ parts: [Document.Part]) -> [Check.Outcome] {
        let lines = parts.reduce(0) { $0 + 1 + $1.blocks.count }
        let last = parts.last?.blocks.last
        return settings.checks.map {
            $0.outcome(
                shown: shown, isShort: lines <= settings.rules.documentLines,
                hasNextStep: last?.style == .next && last?.isGap == false, locale: facts.locale)
        }
    }

    private func lines(_ group: Check.Group, _ checks: [Check.Outcome]) -> [String] {
        let own = checks.filter { $0.group == group }
        let failed = own.filter { !$0.passed }
        guard !failed.isEmpty else {
            return [settings.texts.text("passed", facts.locale, ["count": String(own.count)])]
        }
        return failed.map {
            settings.texts.text("failed", facts.locale, ["title": $0.title, "mend": $0.mend])
        }
    }
}
