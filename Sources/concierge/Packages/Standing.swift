import ConciergeCore
import ConfigurationFile
import SkillPackages
import Unix

/// How a skill stands in this host: what it is, and what keeps it from taking part.
struct Standing {
    enum State {
        /// It takes part, as far as can be seen without loading it.
        case ready
        case instructions
        /// The configuration does not name it.
        case unnamed
        case disabled
        /// It is somebody else's code, and nobody said that it may run in the host.
        case foreign
        /// Files are not as they were installed.
        case damaged([String])
        case broken(String)
    }

    let found: SkillSources.Found
    let state: State
    /// Where the configuration names it.
    let entry: Configuration.SkillEntry?

    var version: String {
        found.entry?.current.version ?? (try? manifest())?.version ?? "?"
    }

    func manifest() throws -> Manifest { try SkillFile(found.package.path).manifest }

    /// For a table.
    var word: String {
        switch state {
        case .ready: "enabled"
        case .instructions: "instructions"
        case .unnamed: "not named"
        case .disabled, .foreign: "disabled"
        case .damaged: "damaged"
        case .broken: "broken"
        }
    }

    static func all(in place: Workplace) throws -> [Standing] {
        place.finishInstalls()
        let entries = Files.exists(place.configurationPath) ? place.read().configuration.skills : []
        return try SkillSources(installed: place.skills).packages().map { Standing($0, named: entries) }
    }

    static func of(_ name: String, in place: Workplace) throws -> Standing {
        let all = try all(in: place)
        let wanted = SkillName(name)
        if let found = all.first(where: { SkillName($0.found.package.id) == wanted }) { return found }
        if let found = all.first(where: { (try? $0.manifest())?.isNamed(wanted) ?? false }) { return found }
        let mend = Spelling.mend(
            name, known: all.map(\.found.package.id), otherwise: "'concierge skill list' names what is there")
        throw Failure("skill '\(name)': not there; \(mend)")
    }

    private init(_ found: SkillSources.Found, named entries: [Configuration.SkillEntry]) {
        self.found = found
        let manifest: Manifest?
        let fault: String?
        do {
            manifest = found.isInstructions ? nil : try SkillFile(found.package.path).manifest
            fault = nil
        } catch {
            manifest = nil
            fault = "\(error)"
        }
        entry = entries.first {
            manifest?.isNamed($0.name) ?? (SkillName(found.package.id) == $0.name)
        }
        state = Self.state(found, entry, fault)
    }

    private static func state(
        _ found: SkillSources.Found, _ entry: Configuration.SkillEntry?, _ fault: String?
    ) -> State {
        let differences = found.differences
        if !differences.isEmpty { return .damaged(differences) }
        if let fault { return .broken(fault) }
        if found.isInstructions { return found.isEnabled ? .instructions : .disabled }
        if !found.isEnabled || entry?.isEnabled == false { return .disabled }
        let word = entry.flatMap { $0.name == SkillName(found.package.id) ? $0.isolation : nil }
        guard entry != nil else { return found.needsWord(nil) ? .foreign : .unnamed }
        return found.needsWord(word) ? .foreign : .ready
    }
}
