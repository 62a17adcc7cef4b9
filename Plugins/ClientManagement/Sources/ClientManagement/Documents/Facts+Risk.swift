internal import SkillKit

extension Facts {
    mutating func addRisk() {
        let (client, rules) = (review.client, settings.rules)
        let rows = client.signals.map(row)
        set("risk", String(client.risk))
        set("level", settings.texts.word("levels", client.level, locale))
        set("signals_examined", String(rules.signals.count))
        set("signals", list: client.signals.map(name))
        let nothing = settings.texts.text("no_risk", locale)
        set("known_risks", single["signals"] ?? nothing)
        set(
            "top_risk",
            client.signals.first.map {
                settings.texts.text("top_risk", locale, ["name": name($0), "evidence": evidence($0)])
            } ?? nothing)
        set("matters", client.signals.first.map(evidence))
        let clear = Set(rules.signals.keys).subtracting(client.signals.map(\.id)).sorted()
        set("clear_signals", list: clear.map { settings.texts.signals[$0]?.name.text(locale) ?? $0 })
        set("top_signals", rows: Array(rows.prefix(rules.topSignals)))
        for kind in ["relationship", "process"] {
            let meant = zip(client.signals, rows).filter { $0.0.kind == kind }.map(\.1)
            set("\(kind)_signals", rows: meant)
        }
        let resembled = lessons(settings.model.patterns, client.signals) { $0.patterns }
        set("patterns", rows: resembled.map { ["text": $0.text.text(locale)] })
        addRecommendations()
    }

    private mutating func addRecommendations() {
        let (client, rules) = (review.client, settings.rules)
        var responses = lessons(settings.model.responses, client.signals) { $0.responses }
        if responses.isEmpty {
            let usual = rules.recommendByStage[client.stage] ?? []
            responses = settings.model.responses.filter { usual.contains($0.id) }
        }
        var rows = responses.map {
            ["text": $0.text.text(locale), "raises": settings.texts.word("raises", $0.raises, locale)]
        }
        let gaps = settings.model.elements.filter { single[$0.fact] == nil }
        if !gaps.isEmpty {
            let entries = settings.texts.list(gaps.map { $0.name.text(locale) }, locale)
            let text = settings.texts.text("recommend_entry", locale, ["entries": entries])
            rows.append(["text": text, "raises": settings.texts.word("raises", "clarity", locale)])
        }
        set("recommendations", rows: rows)
        set("improvements", list: rows.prefix(2).compactMap { $0["text"] })
    }

    /// In the order of the model, not of the signals: patterns and responses are no pairs.
    private func lessons(
        _ all: [Model.Lesson], _ signals: [Signal], _ ids: (Rules.Signal) -> [String]
    ) -> [Model.Lesson] {
        let called = Set(signals.compactMap { settings.rules.signals[$0.id] }.flatMap(ids))
        return all.filter { called.contains($0.id) }
    }

    private func row(_ signal: Signal) -> Row {
        [
            "name": name(signal), "points": String(signal.points), "evidence": evidence(signal),
            "kind": settings.texts.word("kinds", signal.kind, locale),
            "action": settings.texts.signals[signal.id]?.action.text(locale, values(signal)) ?? "",
            "owner": person(review.owner), "due": format.calendar.text(signal.due),
            "since": format.calendar.text(signal.since),
        ]
    }

    /// For programs: what the row says, and where the evidence stands.
    func value(_ signal: Signal) -> Value {
        var fields = row(signal).mapValues(Value.text)
        fields["id"] = .text(signal.id)
        fields["kind"] = .text(signal.kind)
        fields["points"] = .int(Int64(signal.points))
        fields["references"] = signal.references.value
        return .map(fields)
    }

    func name(_ signal: Signal) -> String {
        settings.texts.signals[signal.id]?.name.text(locale) ?? signal.id
    }

    func evidence(_ signal: Signal) -> String {
        settings.texts.signals[signal.id]?.evidence.text(locale, values(signal)) ?? ""
    }

    private func values(_ signal: Signal) -> Row { signal.values.mapValues(format.text) }
}
