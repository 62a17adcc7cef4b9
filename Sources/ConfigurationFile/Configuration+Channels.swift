import ConciergeCore

extension Configuration {
    /// What a channel asks for and does not get is a warning: it stays down, the rest runs.
    mutating func readChannels(_ value: Value?, _ problems: inout [Problem]) {
        for (name, settings) in (value?.map ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard var entries = settings.map else { continue }
            let isEnabled = entries.removeValue(forKey: "enabled")?.bool ?? true
            var channel = Channel(isEnabled: isEnabled, settings: entries)
            if isEnabled { channel.missing = Self.missing(name, entries) }
            channels[name] = channel
            if Credentials.needed[name] == nil {
                problems += idle(name, channel)
            } else if isEnabled {
                problems.append(later(name, channel))
            }
        }
    }

    private func later(_ name: String, _ channel: Channel) -> Problem {
        let mend =
            channel.missing.isEmpty
            ? "it stays down until then"
            : "it will want \(Spelling.listed(channel.missing)) from \(Credentials.source(of: name))"
        return Problem(
            .warning, at: sources.place(of: .root / "channels" / name, isKey: true),
            "channel '\(name)' comes with a later version; \(mend)")
    }

    /// What is said of a channel of the host's own, and changes nothing.
    private func idle(_ name: String, _ channel: Channel) -> [Problem] {
        let unused = channel.settings.keys.filter { name != "rest" || Spelling.folded($0) != "token" }
        return ((channel.isEnabled ? [] : ["enabled"]) + unused).map { key in
            let why = key == "enabled" ? "it is always served" : "nothing asks for it"
            return Problem(
                .warning, at: sources.place(of: .root / "channels" / name / key, isKey: true),
                "'\(key)' of channel '\(name)' has no effect in this version: \(why); take it out")
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
