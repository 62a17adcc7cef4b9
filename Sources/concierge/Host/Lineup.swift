import ConciergeCore
import Engine
import Gateway
import SkillPackages
import Unix

/// The skills that a configuration names, found among the packages and checked against each other, before any is loaded.
struct Lineup {
    struct Skill {
        var file: SkillFile
        /// Checked against the manifest, defaults filled in.
        var config: Value
        /// Where each value of it was written.
        var layers: Layers
        var origin: Served.Origin
    }

    private(set) var skills: [Skill] = []
    /// What is named but cannot run.
    private(set) var missing: [UnloadedSkill] = []
    private(set) var problems: [Problem] = []

    init(_ configuration: Configuration, place: Workplace) throws {
        let packages = try SkillSources(installed: place.skills).packages()
        try self.init(configuration, packages: packages)
        for found in packages {
            guard let reason = place.takenBack(found),
                let entry = configuration.skills.first(where: { $0.name == SkillName(found.package.id) })
            else { continue }
            let id = found.package.id
            problems.append(
                Problem(
                    .warning, at: entry.place,
                    "this version of '\(id)' was taken back by its publisher (\(reason)); 'concierge skill upgrade \(id)'"
                ))
        }
    }

    init(_ configuration: Configuration, packages: [SkillSources.Found]) throws {
        var files: [SkillFile] = []
        for found in packages where found.isEnabled && !found.isInstructions {
            do { files.append(try file(of: found, configuration)) } catch {
                note(found.package.id, "\(error)", configuration)
            }
        }
        let left = packages.filter { !$0.isEnabled }.map(\.package.id) + missing.map(\.id)
        let named = configuration.skills.filter { entry in
            entry.isEnabled && !left.contains { SkillName($0) == entry.name }
        }
        let (order, notInstalled) = SkillOrder.assemble(named, installed: files.map(\.manifest))
        problems += notInstalled + order.problems(given: .host)
        for problem in notInstalled {
            let entry = named.first { $0.place == problem.place }
            missing.append(UnloadedSkill(id: entry?.name.text ?? "", reason: problem.description))
        }
        for entry in named {
            guard let manifest = files.map(\.manifest).meant(by: entry.name),
                let file = files.first(where: { $0.manifest.id == manifest.id })
            else { continue }
            add(file, entry, configuration)
        }
    }

    /// What may run: as it was installed, and with the admin's word where it is somebody else's.
    private func file(of found: SkillSources.Found, _ configuration: Configuration) throws -> SkillFile {
        let id = found.package.id
        let differences = found.differences
        guard differences.isEmpty else {
            throw Failure(
                "\(found.package.path): not as it was installed (\(differences[0])); 'concierge skill doctor \(id)' says what to do"
            )
        }
        let file = try SkillFile(found.package.path)
        // The word for a name is no word for whoever calls himself so as well.
        let entry = configuration.skills.first { $0.name == SkillName(id) }
        guard !found.needsWord(entry?.isolation) else {
            throw Failure(
                "skill '\(id)': somebody else's code, and it would run in the host's own process; "
                    + "if you would run it yourself, 'concierge skill enable \(id) --in-process'")
        }
        return file
    }

    private mutating func add(
        _ file: SkillFile, _ entry: Configuration.SkillEntry, _ configuration: Configuration
    ) {
        let (config, layers, faults) = configuration.config(of: entry, for: file.manifest, over: file.layers)
        problems += file.warnings + faults
        var manifest = file.manifest
        manifest.onFailure = entry.onFailure ?? manifest.onFailure
        let origin = Served.Origin(library: file.package.library, manifest: manifest, config: config)
        skills.append(Skill(file: file, config: config, layers: layers, origin: origin))
    }

    /// A package whose manifest is broken concerns us only when the configuration wants it.
    private mutating func note(_ id: String, _ reason: String, _ configuration: Configuration) {
        guard configuration.skills.contains(where: { $0.isEnabled && $0.name == SkillName(id) }) else {
            return
        }
        missing.append(UnloadedSkill(id: id, reason: reason))
    }
}

extension SkillOrder.Provided {
    /// The keys that docs/context.md lists.
    static let host: Self = {
        let turn = ["id", "kind", "at", "locale", "channel", "text", "attachments", "said"].map {
            "turn." + $0
        }
        let event = ["id", "name", "data"].map { "event." + $0 }
        let action = ["name", "input", "by"].map { "action." + $0 }
        let page = ["name", "method", "data", "form", "locale"].map { "page." + $0 }
        let conversation = ["id", "status", "customer_turns", "topics", "recent", "agent", "assignee"]
            .map { "conversation." + $0 }
        let business = ["business.open", "business.opens_at"]
        let facts =
            Customer.textFields + [
                "id", "attributes", "created_at", "updated_at", "version", "conversations",
            ]
        let all = turn + event + action + page + conversation + business + facts.map { "customer." + $0 }
        let understood = UnderstandingKey.allCases.map(\.rawValue).compactMap(KeyPattern.init)
        return Self(
            keys: all.compactMap(KeyPattern.init) + understood, open: understood,
            collections: Set(Pipeline.hostCollections.map(\.name)))
    }()
}
