import ConciergeCore
import SkillPackages

/// What a skill says of itself, for people.
struct SkillInfo {
    let file: SkillFile
    let found: SkillSources.Found

    func text(_ style: Style) -> String {
        let manifest = file.manifest
        var lines = ["\(style.bold(manifest.id)) \(manifest.version)"]
        if let description = manifest.description.localized("en") { lines.append(description) }
        for (name, fact) in facts where !fact.isEmpty {
            lines.append("  \(style.dim(name))\(String(repeating: " ", count: 13 - name.count))\(fact)")
        }
        return lines.joined(separator: "\n")
    }

    private var facts: [(String, String)] {
        let manifest = file.manifest
        let writes = manifest.writes.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.rawValue)" }
        return [
            ("origin", found.origin.rawValue + (found.isEnabled ? "" : ", disabled")),
            ("folder", file.package.path),
            ("source", found.entry?.current.source ?? ""),
            ("sha256", found.entry?.current.sha256 ?? ""),
            ("publisher", [manifest.publisher, manifest.licence].compactMap { $0 }.joined(separator: ", ")),
            ("reads", manifest.reads.map { $0.pattern + ($0.isOptional ? "?" : "") }.joined(separator: ", ")),
            ("writes", writes.joined(separator: ", ")),
            ("collections", manifest.collections.map(\.name).joined(separator: ", ")),
            ("wakes on", manifest.on.joined(separator: ", ")),
            ("actions", manifest.actions.keys.sorted().joined(separator: ", ")),
            ("pages", manifest.pages.joined(separator: ", ")),
            ("requires", manifest.requires.joined(separator: ", ")),
        ]
    }
}
