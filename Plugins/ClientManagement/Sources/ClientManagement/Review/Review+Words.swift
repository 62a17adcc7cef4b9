internal import SkillKit

extension Review {
    /// What a colleague would say of it, for the trace.
    func because(_ settings: Settings) -> String {
        let moved = moves.map { move in
            let facts = move.facts.sorted { $0.key < $1.key }
                .map {
                    settings.texts.groups["facts"]?[$0.key]?.text("en", ["value": String($0.value)]) ?? $0.key
                }
            return "stage \(move.from) → \(move.to) (\(facts.joined(separator: ", ")))"
        }
        let points = client.signals.map { signal in
            let name = settings.texts.signals[signal.id]?.name.text("en") ?? signal.id
            return "\(name.lowercased()) +\(signal.points)"
        }
        let risk =
            "risk \(client.risk) of 100" + (points.isEmpty ? "" : " (\(points.joined(separator: ", ")))")
        return (moved + [risk]).joined(separator: "; ")
    }

    /// The name of a person or the words for nobody.
    func who(_ format: Format, _ names: [String: String]) -> String {
        next.who.map { names[$0] ?? $0 } ?? format.texts.text("default_owner", format.locale)
    }

    func notice(_ format: Format, _ names: [String: String]) -> String {
        let signals = client.signals.map { format.texts.signals[$0.id]?.name.text(format.locale) ?? $0.id }
        return format.texts.text(
            "notice", format.locale,
            [
                "client": client.label, "risk": String(client.risk),
                "level": format.texts.word("levels", client.level, format.locale),
                "signals": format.texts.list(signals, format.locale), "who": who(format, names),
                "due": format.calendar.text(next.due), "what": next.text(format),
            ])
    }
}
