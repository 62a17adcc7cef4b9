import ConciergeCore

extension Configuration {
    /// A channel that lacks credentials is a warning: it stays down, the rest runs.
    mutating func readChannels(_ value: Value?, _ problems: inout [Problem]) {
        for (name, settings) in (value?.map ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard var entries = settings.map else { continue }
            let isEnabled = entries.removeValue(forKey: "enabled")?.bool ?? true
            var channel = Channel(isEnabled: isEnabled, settings: entries)
            if isEnabled { channel.missing = Self.missing(name, entries) }
            channels[name] = channel
            guard !channel.missing.isEmpty else { continue }
            let names = Spelling.listed(channel.missing)
            problems.append(
                Problem(
                    .warning, at: sources.place(of: .root / "channels" / name, isKey: true),
                    "channel '\(name)' stays down without \(names); they are at \(Credentials.source(of: name))"
                ))
        }
    }

    private static func missing(_ name: String, _ settings: [String: Value]) -> [String] {
        (Credentials.needed[name] ?? []).filter { needed in
            let found = settings.first { Spelling.folded($0.key) == needed }?.value.text ?? ""
            return found.isEmpty
        }
    }

    /// What could not be expanded: a warning where the host serves without it, and nothing in a channel that is off.
    func complaints(about missing: [Expansion.Missing]) -> [Problem] {
        missing.compactMap { missing in
            let steps = missing.pointer.steps
            guard steps.count > 1, steps[0] == "channels" || steps[0] == "llm" else { return missing.problem }
            let isWanted =
                steps[0] == "llm"
                ? model != Self.embeddedModel : channels[Spelling.folded(steps[1])]?.isEnabled ?? true
            return isWanted ? Problem(.warning, at: missing.problem.place, missing.problem.message) : nil
        }
    }
}
