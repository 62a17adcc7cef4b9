internal import SkillKit

/// Weights, windows, thresholds and word lists.
struct Rules: Sendable {
    /// How a signal counts; what else it needs (`days`, `limit`…) is looked up by name.
    struct Signal: Sendable {
        let kind: String
        let points, step, most, dueDays: Int
        let patterns, responses: [String]
        let section: Section

        func int(_ key: String) -> Int { section.value[key]?.int.map { Int($0) } ?? 0 }
        func number(_ key: String) -> Double { section.value[key]?.double ?? 0 }
        func texts(_ key: String) -> [String] { section.value[key].flatMap { [String]($0) } ?? [] }
    }

    struct Level: Sendable {
        let id: String
        let from: Int
    }

    /// Evidence that moves a stage: every fact within its bounds.
    struct StageMove: Sendable {
        let from: [String]
        let to: String
        let conditions: [String: Bounds]
    }

    struct Bounds: Sendable {
        let atLeast, atMost: Int?

        func hold(_ value: Int) -> Bool { value >= atLeast ?? .min && value <= atMost ?? .max }
    }

    struct RenewalStep: Sendable {
        let daysBefore: Int
        let what: Phrase
    }

    struct Trigger: Sendable {
        let documents: [String]
        let words: [String]
    }

    let staffLocale: String
    let utcOffset, reviewDays, documentLines, workList, topSignals, urgentPoints, staffMoveHolds: Int
    let moodsKept, scopeQuestionsKept, stageActionDays, newcomerDays: Int
    /// Between two notes that a customer wrote, and between two reviews of a client that events ask for.
    let noteEvery, reviewPause: Duration
    /// From how strong a mood on a message is remembered.
    let moodFrom: Double
    /// Events that make a client of a stranger.
    let makingClients: Set<String>
    /// Events that lead to a review however short ago the last one was.
    let weightyEvents: Set<String>
    let cadenceByTier: [String: String]
    let cadenceOtherwise: String
    let dormantStages: [String]
    let dormantDays: Int
    let notifyFrom: Int
    let notifyCompetence: String?
    let scopeWords: Words
    /// What staff say who ask for advice that this skill does not give.
    let boundaryWords: Words
    /// States of an order that was given back.
    let voidOrders: [String]
    let signals: [String: Signal]
    let levels: [Level]
    let recommendByStage: [String: [String]]
    let stageMoves: [StageMove]
    let renewalSteps: [RenewalStep]
    let triggers: [Trigger]

    func level(of points: Int) -> String { levels.last { $0.from <= points }?.id ?? "" }

    func cadence(tier: String?) -> String { tier.flatMap { cadenceByTier[$0] } ?? cadenceOtherwise }
}

extension Rules {
    init(_ section: Section) throws(SkillError) {
        staffLocale = try section.text("staff_locale")
        utcOffset = try section.int("utc_offset_minutes")
        reviewDays = try section.int("review_every_days")
        documentLines = try section.int("document_lines")
        workList = try section.int("work_list")
        topSignals = try section.int("top_signals")
        urgentPoints = try section.int("urgent_points")
        staffMoveHolds = try section.int("staff_move_holds_days")
        moodsKept = try section.int("moods_kept")
        scopeQuestionsKept = try section.int("scope_questions_kept")
        stageActionDays = try section.int("stage_action_days")
        newcomerDays = try section.int("newcomer_days")
        noteEvery = .seconds(try section.int("note_every_hours") * 3600)
        reviewPause = .seconds(try section.int("review_pause_minutes") * 60)
        guard let from = section.value["mood_from"]?.double else {
            throw section.error("mood_from", "a number")
        }
        moodFrom = from
        makingClients = Set(try section.texts("clients_from"))
        weightyEvents = Set(try section.texts("review_at_once"))
        cadenceByTier =
            try section.section("cadence_by_tier").value.map.map { $0.compactMapValues(\.text) } ?? [:]
        cadenceOtherwise = try section.text("cadence_otherwise")
        let dormant = try section.section("dormant")
        dormantStages = try dormant.texts("stages")
        dormantDays = try dormant.int("days")
        let notify = try section.section("notify")
        notifyFrom = try notify.int("from")
        notifyCompetence = notify.value["competence"]?.text
        scopeWords = try section.words("scope_words")
        boundaryWords = try section.words("boundary_words")
        voidOrders = try section.texts("void_orders")
        signals = try Self.signals(section)
        levels = try Model.each(section, "levels") { part throws(SkillError) in
            Level(id: try part.text("id"), from: try part.int("from"))
        }.sorted { $0.from < $1.from }
        recommendByStage =
            try section.section("recommend_by_stage").value.map
            .map { $0.compactMapValues { [String]($0) } } ?? [:]
        stageMoves = try Model.each(section, "stage_moves") { part throws(SkillError) in
            StageMove(
                from: try part.texts("from"), to: try part.text("to"),
                conditions: try part.map("when").mapValues(Bounds.init))
        }
        renewalSteps = try Model.each(section, "renewal_steps") { part throws(SkillError) in
            RenewalStep(daysBefore: try part.int("before_days"), what: try part.phrase("what"))
        }
        triggers = try Model.each(section, "triggers") { part throws(SkillError) in
            Trigger(documents: try part.texts("documents"), words: try Self.words(part, "words"))
        }
    }

    private static func signals(_ section: Section) throws(SkillError) -> [String: Signal] {
        var signals: [String: Signal] = [:]
        for (id, part) in try section.map("signals") {
            signals[id] = Signal(
                kind: try part.text("kind"), points: try part.int("points"), step: try part.int("step"),
                most: try part.int("most"), dueDays: try part.int("due_days"),
                patterns: try part.texts("patterns"), responses: try part.texts("responses"), section: part)
        }
        return signals
    }

    /// All languages together: staff and customers mix them.
    private static func words(_ section: Section, _ key: String) throws(SkillError) -> [String] {
        let words = try section.section(key).value
        let all = [String](words) ?? words.map.map { $0.values.flatMap { [String]($0) ?? [] } }
        guard let all, !all.isEmpty else { throw section.error(key, "a list of words") }
        return all.map { $0.lowercased() }.sorted()
    }
}

extension Rules.Bounds {
    init(_ section: Section) {
        atLeast = section.value["at_least"]?.int.map { Int($0) }
        atMost = section.value["at_most"]?.int.map { Int($0) }
    }
}
