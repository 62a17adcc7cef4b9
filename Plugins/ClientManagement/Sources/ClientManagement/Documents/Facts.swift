internal import SkillKit

/// What a document can speak of: single facts and lists of rows, written in one language. A fact that is not known is not there.
struct Facts: Sendable {
    typealias Row = [String: String]

    let review: Review
    let settings: Settings
    let format: Format
    /// Agents and products by their ids.
    let names: [String: String]
    private(set) var single: Row = [:]
    private(set) var lists: [String: [Row]] = [:]

    /// The facts and lists that templates may name; the rows' own names stand with their list.
    static let known: Set<String> = Set(Client.entryNames).union([
        "client", "customer", "stage", "stage_purpose", "stage_since", "default_owner", "cadence_days",
        "rhythm",
        "last_contact", "silence_days", "orders", "products", "products_or_none", "delivered", "wanted",
        "offers_accepted", "satisfaction", "momentum", "trend_days", "amount_now", "amount_before", "history",
        "intake",
        "preferences", "known_risks", "renewal_at", "days_to_renewal", "risk", "level", "signals", "top_risk",
        "signals_examined", "clear_signals", "missing", "improvements", "happened", "matters", "next_who",
        "next_what", "next_due", "today", "newcomer", "acquaintance", "asked", "hello",
    ])
    static let knownLists: [String: Set<String>] = [
        "stages": ["mark", "name", "purpose"], "focus": ["text"],
        "elements": ["mark", "name", "meaning", "value"],
        "questions": ["text", "value"], "principles": ["text"], "cadences": ["mark", "name", "rhythm"],
        "patterns": ["text"], "recommendations": ["text", "raises"], "top_signals": signalNames,
        "relationship_signals": signalNames, "process_signals": signalNames,
        "commitments": ["mark", "due", "who", "what"], "moves": ["at", "from", "to", "because"],
        "renewal_steps": ["mark", "due", "when", "who", "what", "id"], "scope_questions": ["at", "words"],
    ]
    private static let signalNames: Set<String> = [
        "name", "kind", "points", "evidence", "action", "owner", "due", "since",
    ]
    /// `step_alignment` and its like, after the steps of the model.
    static let stepNames: Set<String> = ["mark", "name", "value"]

    init(_ review: Review, _ settings: Settings, _ locale: String, names: [String: String]) {
        (self.review, self.settings, self.names) = (review, settings, names)
        format = settings.format(locale)
        single = review.client.entries
        addClient()
        addRecords()
        addRisk()
        addNext()
        // After all that they may name.
        addModel()
        addPlans()
    }

    var locale: String { format.locale }
    var now: Timestamp { review.records.now }

    mutating func set(_ name: String, _ text: String?) {
        if let text, !text.isEmpty { single[name] = text }
    }

    mutating func set(_ name: String, list items: [String]) {
        set(name, settings.texts.list(items, locale))
    }

    mutating func set(_ list: String, rows: [Row]) { lists[list] = rows }

    func mark(_ isKnown: Bool) -> String { settings.texts.word("marks", isKnown ? "known" : "open", locale) }

    func here(_ isHere: Bool) -> String { settings.texts.word("marks", isHere ? "here" : "other", locale) }

    func person(_ id: String?) -> String {
        id.map { names[$0] ?? $0 } ?? settings.texts.text("default_owner", locale)
    }

    /// What fills in a slot, or the words for a gap.
    func row(_ slot: Model.Slot) -> Row {
        [
            "mark": mark(single[slot.fact] != nil), "name": slot.name.text(locale),
            "meaning": slot.meaning.text(locale),
            "value": single[slot.fact] ?? settings.texts.text("open_entry", locale),
        ]
    }
}
