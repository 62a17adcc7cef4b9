internal import SkillKit

/// What an admin should know of the data: what names nothing, what can never happen.
struct Findings {
    let settings: Settings
    private(set) var all: [Finding] = []

    init(_ settings: Settings) {
        self.settings = settings
        signals()
        levels()
        stageMoves()
        texts()
        documents()
        checks()
        triggers()
    }

    private mutating func add(_ path: String, _ message: String, isError: Bool = false) {
        all.append(Finding(path, message, isError: isError))
    }

    /// A name that stands for nothing, with the names there are.
    private mutating func unknown(
        _ what: String, _ name: String, at path: String, known: some Sequence<String>
    ) {
        add(
            path, "unknown \(what) '\(name)'; possible: \(known.sorted().joined(separator: ", "))",
            isError: true)
    }

    private mutating func signals() {
        let (rules, model) = (settings.rules, settings.model)
        let looks = Detector.Look.allCases.map(\.rawValue)
        for (id, signal) in rules.signals.sorted(by: { $0.key < $1.key }) {
            let path = "rules.signals.\(id)"
            if !looks.contains(id) { unknown("signal", id, at: path, known: looks) }
            if settings.texts.signals[id] == nil {
                add(path, "has no words; write texts.signals.\(id)", isError: true)
            }
            if signal.points <= 0 {
                add("\(path).points", "signal '\(id)' counts nothing; give it points or take the signal out")
            }
            if signal.most < signal.points {
                all.append(
                    Finding(
                        "\(path).most",
                        "'most' (\(signal.most)) is less than the first \(signal.points) 'points'; raise it, or lower 'points'",
                        also: ["\(path).points"]))
            }
            for name in signal.patterns where !model.patterns.contains(where: { $0.id == name }) {
                unknown("pattern", name, at: "\(path).patterns", known: model.patterns.map(\.id))
            }
            for name in signal.responses where !model.responses.contains(where: { $0.id == name }) {
                unknown("response", name, at: "\(path).responses", known: model.responses.map(\.id))
            }
        }
    }

    /// The most points that can come together bound every threshold.
    private mutating func levels() {
        let rules = settings.rules
        let most = min(100, rules.signals.values.reduce(0) { $0 + $1.most })
        for (index, level) in rules.levels.enumerated() where level.from > most {
            all.append(
                Finding(
                    "rules.levels.\(index).from",
                    "level '\(level.id)' cannot be reached: all signals together count \(most); lower 'from', or raise 'most' of a signal",
                    also: ["rules.signals"]))
        }
        if rules.levels.first?.from != 0 { add("rules.levels", "does not begin at 0; add a level from 0") }
        if rules.notifyFrom > most {
            all.append(
                Finding(
                    "rules.notify.from",
                    "a risk of \(rules.notifyFrom) cannot be reached: all signals together count \(most); lower 'from', or raise 'most' of a signal",
                    also: ["rules.signals"]))
        } else {
            all.append(
                Finding(
                    "rules.notify.from",
                    "a risk reaches \(most) points at most, \(rules.notifyFrom) are told", .note))
        }
        for (tier, cadence) in rules.cadenceByTier.sorted(by: { $0.key < $1.key })
        where settings.model.cadence(cadence) == nil {
            unknown(
                "cadence", cadence, at: "rules.cadence_by_tier.\(tier)",
                known: settings.model.cadences.map(\.id))
        }
    }

    private mutating func stageMoves() {
        let stages = settings.model.stages.map(\.id)
        let facts = settings.texts.groups["facts"]?.keys.map(\.self) ?? []
        for (index, move) in settings.rules.stageMoves.enumerated() {
            let path = "rules.stage_moves.\(index)"
            for stage in move.from + [move.to] where !stages.contains(stage) {
                unknown("stage", stage, at: path, known: stages)
            }
            for fact in move.conditions.keys.sorted() where !facts.contains(fact) {
                unknown("fact", fact, at: "\(path).when", known: facts)
            }
            if move.conditions.isEmpty {
                add("\(path).when", "asks for no evidence; name a fact", isError: true)
            }
        }
    }

    private mutating func texts() {
        for (name, phrase) in settings.texts.single.sorted(by: { $0.key < $1.key }) {
            languages(phrase, at: "texts.\(name)")
        }
        for (group, phrases) in settings.texts.groups.sorted(by: { $0.key < $1.key }) {
            for (name, phrase) in phrases.sorted(by: { $0.key < $1.key }) {
                languages(phrase, at: "texts.\(group).\(name)")
            }
        }
    }

    private mutating func languages(_ phrase: Phrase, at path: String) {
        for language in phrase.missing() {
            let name = path.split(separator: ".").last { Int($0) == nil } ?? ""
            add(path, "'\(name)' says nothing in '\(language)'; write it, or one text for both languages")
        }
    }
}

// What documents say and are held against.
extension Findings {
    private mutating func documents() {
        let templates = settings.templates
        for id in templates.order where templates.kinds[id] == nil {
            unknown("document", id, at: "documents.order", known: templates.kinds.keys)
        }
        let parts =
            [("opening", templates.opening), ("closing", templates.closing), ("ending", templates.ending)]
            + templates.kinds.sorted { $0.key < $1.key }.map { ("kinds.\($0.key).sections", $0.value.parts) }
        for (name, parts) in parts {
            for (index, part) in parts.enumerated() {
                languages(part.heading, at: "documents.\(name).\(index).heading")
                for (place, line) in part.lines.enumerated() {
                    self.line(line, at: "documents.\(name).\(index).lines.\(place)")
                }
            }
        }
    }

    private mutating func line(_ line: Templates.Line, at path: String) {
        var known = Facts.known
        if let list = line.each {
            var lists = Facts.knownLists
            for step in settings.model.onboarding { lists["step_\(step.id)"] = Facts.stepNames }
            guard let names = lists[list] else {
                return unknown("list", list, at: "\(path).each", known: lists.keys)
            }
            known.formUnion(names)
        }
        for (index, phrase) in line.say.enumerated() {
            languages(phrase, at: "\(path).say.\(index)")
            for name in phrase.names.subtracting(known).sorted() {
                add(
                    "\(path).say.\(index)",
                    "'{\(name)}' is never known, so it is never said; \(Self.mend(name, known))",
                    isError: true)
            }
        }
        for name in (line.gap?.names ?? []).subtracting(known).sorted() {
            add("\(path).gap", "'{\(name)}' is never known; \(Self.mend(name, known))", isError: true)
        }
    }

    /// The known name that shares the most letters at its beginning.
    private static func mend(_ name: String, _ known: Set<String>) -> String {
        let near = known.sorted().max { $0.commonPrefix(with: name) < $1.commonPrefix(with: name) }
        return near.map { "did you mean '{\($0)}'?" } ?? "take it out"
    }

    private mutating func checks() {
        for (id, kind) in settings.templates.kinds.sorted(by: { $0.key < $1.key }) {
            let parts = settings.templates.parts(of: kind) + settings.templates.ending
            let shown = Set(parts.flatMap(\.lines).flatMap(\.shows))
            for check in settings.checks {
                let missing = Set(check.needs).subtracting(shown).sorted()
                guard !missing.isEmpty else { continue }
                add(
                    "documents.kinds.\(id)",
                    "can never pass '\(check.id)': no line shows \(missing.joined(separator: ", ")); add it to 'shows' of a line"
                )
            }
        }
    }

    private mutating func triggers() {
        for (index, trigger) in settings.rules.triggers.enumerated() {
            for id in trigger.documents where settings.templates.kinds[id] == nil {
                unknown(
                    "document", id, at: "rules.triggers.\(index).documents",
                    known: settings.templates.kinds.keys)
            }
        }
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> Int { zip(self, other).prefix { $0 == $1 }.count }
}
