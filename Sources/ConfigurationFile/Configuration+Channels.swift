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
            let names = channel.missing.map { "'\($0)'" }.joined(separator: ", ")
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

    /// What could not be expanded; in a channel it is a credential that is missing, and that was said.
    func complaints(about missing: [Expansion.Missing]) -> [Problem] {
        missing.compactMap { missing in
            guard missing.pointer.steps.first == "channels", missing.pointer.steps.count > 1 else {
                return missing.problem
            }
            let channel = channels[Spelling.folded(missing.pointer.steps[1])]
            guard channel?.isEnabled ?? true else { return nil }
            var problem = missing.problem
            problem.severity = .warning
            return problem
        }
    }
}
