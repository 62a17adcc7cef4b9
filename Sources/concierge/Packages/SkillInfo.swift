import ConciergeCore
import ConfigurationFile
import SkillPackages
import Unix

/// What a skill says of itself, and what is known of it here, for people.
struct SkillInfo {
    let standing: Standing
    let record: SkillRecord

    func text(_ style: Style) throws -> String {
        var lines = ["\(style.bold(standing.found.package.id)) \(standing.version)"]
        let facts: [(String, String)]
        if standing.found.isInstructions {
            let path = Files.join(standing.found.package.path, InstructionsFile.name)
            let file: InstructionsFile
            do throws(Problems) { file = try InstructionsFile(path: path) } catch {
                throw PackageError.problems(error.all)
            }
            lines.append(file.description.printable)
            facts = here + [("licence", file.licence ?? ""), ("text", path)]
        } else {
            let manifest = try standing.manifest()
            if let description = manifest.description.localized("en") { lines.append(description.printable) }
            facts = here + said(manifest)
        }
        for (name, fact) in facts where !fact.isEmpty {
            let space = String(repeating: " ", count: 13 - name.count)
            lines.append("  \(style.dim(name))\(space)\(fact.printable)")
        }
        return lines.joined(separator: "\n")
    }

    /// What is known of it here.
    private var here: [(String, String)] {
        let found = standing.found
        let release = found.entry?.current
        let signed = release.map { $0.signer.map { "\(found.signerText): \($0)" } ?? "nobody" }
        return [
            ("origin", found.originText), ("state", standing.word), ("folder", found.package.path),
            ("source", release?.source ?? ""), ("signed by", signed ?? ""),
            ("sha256", release?.sha256 ?? ""), ("installed", release?.installedAt ?? ""),
            (
                "before",
                found.entry?.previous.map { "\($0.version), 'concierge skill rollback' goes back" } ?? ""
            ),
            ("failures", record.text),
        ]
    }

    private func said(_ manifest: Manifest) -> [(String, String)] {
        let writes = manifest.writes.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.rawValue)" }
        let permissions = Permission.all(of: manifest).map(\.sentence)
        return [
            ("publisher", [manifest.publisher, manifest.licence].compactMap { $0 }.joined(separator: ", ")),
            ("may", permissions.joined(separator: "; ")),
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

/// What the running host has seen of a skill since its start.
struct SkillRecord {
    var text = ""

    init(_ id: String, in place: Workplace) {
        guard let skills = try? place.whatRuns("/v1/skills"),
            let skill = skills["items"]?.list?.first(where: { $0["id"]?.text == id })
        else { return }
        let failures = skill["failures"]?.int ?? 0
        text = failures == 0 ? "none since the host started" : "\(failures) since the host started"
        if let reason = skill["reason"]?.text { text += "; out of service: \(reason)" }
    }
}
