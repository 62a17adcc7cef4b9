import ConciergeCore
import ConfigurationFile
import Cryptography
import SkillPackages

/// What is there, and what each says of itself.
enum SkillList {
    static let list = Command(
        name: "list", summary: "which skills are there, and where from", options: [.config, .json],
        run: { invocation in
            let standings = try Standing.all(in: try Workplace(invocation))
            guard !invocation.has("json") else {
                return Terminal.print(JSON.text(.list(try standings.map { try describe($0) })))
            }
            var table = Table(header: ["id", "version", "origin", "state", "signed by", "folder"])
            for standing in standings {
                let found = standing.found
                table.rows.append([
                    found.package.id, standing.version, found.originText, standing.word, found.signerText,
                    found.package.path,
                ])
            }
            Terminal.print(table.text(Terminal.answers))
        })

    static let info = Command(
        name: "info", summary: "what a skill reads, writes, keeps and may do, and who signed it",
        parameters: [Skills.skill], options: [.config, .json],
        run: { invocation in
            let place = try Workplace(invocation)
            let standing = try Standing.of(invocation.first, in: place)
            guard !invocation.has("json") else { return Terminal.print(JSON.text(try describe(standing))) }
            let info = SkillInfo(
                standing: standing, record: SkillRecord(standing.found.package.id, in: place))
            Terminal.print(try info.text(Terminal.answers))
        })

    private static func describe(_ standing: Standing) throws -> Value {
        let found = standing.found
        var facts = found.entry?.current.value.map ?? [:]
        let manifest = try? standing.manifest()
        facts.merge(
            Value.compact([
                "id": .text(found.package.id), "version": .text(standing.version),
                "kind": .text((found.entry?.current.kind ?? .native).rawValue),
                "origin": .text(found.origin.rawValue), "enabled": .bool(found.isEnabled),
                "state": .text(standing.word), "folder": .text(found.package.path),
                "previous": found.entry?.previous.map { .text($0.version) },
                "description": manifest.map { .text($0.description.localized("en") ?? "") },
                "permissions": .list((manifest.map(Permission.all) ?? []).map { .text($0.id) }),
            ]).map ?? [:]
        ) { $1 }
        return .map(facts)
    }
}

extension SkillSources.Found {
    /// Where it came from, as people say it.
    var originText: String {
        guard let release = entry?.current else { return origin.rawValue }
        return release.origin == .folder ? "installed" : "installed, \(release.origin.rawValue)"
    }

    var signerText: String {
        guard let entry else { return "" }
        guard let signer = entry.current.signer else { return "nobody" }
        return entry.current.publisher ?? "key \(PublicKey(signer)?.identifier ?? signer)"
    }
}
