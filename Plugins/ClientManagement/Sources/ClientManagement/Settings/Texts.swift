internal import SkillKit

/// The words of documents, audit and notices.
struct Texts: Sendable {
    struct Signal: Sendable { let name, evidence, action: Phrase }

    let groups: [String: [String: Phrase]]
    let single: [String: Phrase]
    let signals: [String: Signal]

    /// The groups of words that the code speaks of, and the single texts.
    static let groupNames = [
        "marks", "kinds", "raises", "levels", "tiers", "entries", "facts", "stage_actions", "ticket_states",
        "work_list", "documents", "asked", "channels", "industries",
    ]
    static let singleNames = [
        "list", "unknown", "default_owner", "hello", "hello_unsigned", "open_entry", "staff",
        "recommend_entry", "orders",
        "satisfaction",
        "momentum", "ticket", "commitment", "renewal_step", "notice", "checked", "rules_checked", "passed",
        "failed", "no_risk", "top_risk", "boundary", "choices", "overdue",
    ]

    init(_ section: Section) throws(SkillError) {
        var groups: [String: [String: Phrase]] = [:]
        for name in Self.groupNames { groups[name] = try section.phraseMap(name) }
        var single: [String: Phrase] = [:]
        for name in Self.singleNames { single[name] = try section.phrase(name) }
        var signals: [String: Signal] = [:]
        for (id, part) in try section.map("signals") {
            signals[id] = Signal(
                name: try part.phrase("name"), evidence: try part.phrase("evidence"),
                action: try part.phrase("action"))
        }
        (self.groups, self.single, self.signals) = (groups, single, signals)
    }

    /// A word of a group; an unknown one is itself.
    func word(_ group: String, _ id: String, _ locale: String, _ values: [String: String] = [:]) -> String {
        groups[group]?[id]?.text(locale, values) ?? id
    }

    func text(_ name: String, _ locale: String, _ values: [String: String] = [:]) -> String {
        single[name]?.text(locale, values) ?? ""
    }

    func list(_ items: [String], _ locale: String) -> String { items.joined(separator: text("list", locale)) }
}
