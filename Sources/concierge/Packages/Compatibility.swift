import ConciergeCore
import ConfigurationFile
import Engine
import SkillHosting
import SkillPackages
import Unix

/// Whether a skill fits this host and what is configured here: everything that speaks against it, at once.
struct Compatibility {
    let place: Workplace
    let file: SkillFile
    /// Whether it was built elsewhere.
    var isForeign = false

    /// What keeps it from being installed.
    func faults() throws -> [String] {
        let manifest = file.manifest
        var faults: [String] = []
        if !manifest.abi.hasPrefix("1.") {
            faults.append(
                "\(file.package.manifest): built for ABI \(manifest.abi), this host speaks ABI 1; ask its author for a version for ABI 1"
            )
        }
        let missing = manifest.requires.filter { !Engine.services.contains($0) }
        if !missing.isEmpty {
            faults.append(
                "\(file.package.manifest): needs \(Spelling.listed(missing)), which this host does not offer; "
                    + "upgrade the host")
        }
        if !file.package.hasLibrary {
            let others = (try? Files.list(Files.join(file.package.path, "lib"))) ?? []
            let built =
                others.isEmpty ? "brings no library" : "is built for \(others.joined(separator: ", "))"
            faults.append(
                "\(file.package.path): \(built), and this machine needs \(PackageFolder.libraryFolder); "
                    + "ask its author for one")
        }
        faults += try takenNames()
        if file.package.hasLibrary { faults += try inspected() }
        if isConfigured { faults += try newErrors() }
        return faults
    }

    /// Other names of it that are somebody else's.
    private func takenNames() throws -> [String] {
        let others = try SkillSources(installed: place.skills).packages().map(\.package.id)
            .filter { $0 != file.package.id }
        return file.manifest.aliases.filter { alias in others.contains { SkillName($0) == SkillName(alias) } }
            .map {
                "\(file.package.manifest): calls itself '\($0)' too, which is another skill here; take it out of 'aliases'"
            }
    }

    /// What the library says of itself, before anything of it runs.
    private func inspected() throws -> [String] {
        let runtime = try SDK.find(executable: Environment.executable).runtime()
        let found = try LibraryFacts(file.package.library).faults(isPacked: isForeign, runtime: runtime)
        return found.errors.map { "\(file.package.library): \($0)" }
    }

    /// What of the others would not run without it.
    func dependents() throws -> [String] {
        guard Files.exists(place.configurationPath) else { return [] }
        var configuration = place.read().configuration
        let before = try errors(configuration, with: false)
        let packages = try SkillSources(installed: place.skills).packages(without: file.package.id)
        // A bundled one that it hid takes part in its place.
        if !packages.contains(where: { $0.package.id == file.package.id }) {
            configuration.skills.removeAll { file.manifest.isNamed($0.name) }
        }
        let lineup = try Lineup(configuration, packages: packages)
        return Set(lineup.problems.filter(\.isError).map(\.description)).subtracting(before).sorted()
    }

    /// What keeps it from being named in the configuration as it is now.
    func hindrances() throws -> [String] {
        guard Files.exists(place.configurationPath) else { return [] }
        var configuration = place.read().configuration
        let end = Place(file: place.configurationPath)
        configuration.skills.append(.init(name: SkillName(file.package.id), place: end))
        return try errors(configuration, with: true).subtracting(
            errors(place.read().configuration, with: false)
        )
        .sorted()
    }

    private var isConfigured: Bool {
        Files.exists(place.configurationPath)
            && place.read().configuration.skills.contains { $0.isEnabled && file.manifest.isNamed($0.name) }
    }

    /// Faults of what is configured that are there with this version and not without it.
    private func newErrors() throws -> [String] {
        let configuration = place.read().configuration
        return try errors(configuration, with: true).subtracting(errors(configuration, with: false)).sorted()
    }

    private func errors(_ configuration: Configuration, with isThere: Bool) throws -> Set<String> {
        var packages = try SkillSources(installed: place.skills).packages()
        if isThere {
            packages.removeAll { $0.package.id == file.package.id }
            packages.append(.init(package: file.package, origin: .installed))
        }
        let lineup = try Lineup(configuration, packages: packages)
        return Set(lineup.problems.filter(\.isError).map(\.description))
    }
}
