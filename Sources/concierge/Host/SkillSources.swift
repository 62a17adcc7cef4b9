import ConciergeCore
import SkillPackages
import Unix

/// Where the packages of skills lie, nearest first.
struct SkillSources {
    enum Origin: String { case installed, bundled, built }

    struct Found {
        var package: PackageFolder
        var origin: Origin
        /// What the lock knows of it.
        var entry: SkillsLock.Entry?
        var isEnabled: Bool { entry?.isEnabled ?? true }
        /// Text that takes part in no turn.
        var isInstructions: Bool { entry?.current.kind == .instructions }

        /// Whether it is somebody else's code, and nobody said that it may run in the host's own process.
        func needsWord(_ isolation: Isolation?) -> Bool {
            guard let entry, entry.current.isForeign else { return false }
            return !entry.runsInProcess && isolation != .inProcess
        }

        /// What is not as it was installed, a line for each file.
        var differences: [String] {
            guard let release = entry?.current else { return [] }
            do {
                let hasSums = Files.exists(Files.join(package.path, PackageFolder.sumsName))
                let differences = try hasSums ? package.differences().map(\.description) : []
                guard differences.isEmpty else { return differences }
                guard try package.digest() == release.sha256 else {
                    return ["\(PackageFolder.sumsName): not the one that skills.lock names"]
                }
                try package.verify(release)
                return []
            } catch { return ["\(error)"] }
        }
    }

    /// Where an admin installs.
    let installed: SkillsFolder

    /// Every package once: an installed one hides a bundled one of its name.
    /// `leftOut`: as it would be without that installed one.
    func packages(without leftOut: String? = nil) throws(PackageError) -> [Found] {
        var found = try installed.current().map { package, entry in
            Found(package: package, origin: .installed, entry: entry)
        }
        found.removeAll { $0.package.id == leftOut }
        for (folder, origin) in Self.bundled {
            for name in (try? Files.list(folder)) ?? [] {
                let path = Files.join(folder, name)
                guard PackageFolder.isPackage(path), !found.contains(where: { $0.package.id == name }) else {
                    continue
                }
                found.append(Found(package: PackageFolder(path, id: name), origin: origin))
            }
        }
        return found
    }

    static var bundledFolders: [String] { bundled.map(\.0) }

    /// `$CONCIERGE_BUNDLED`, else what lies beside the program.
    private static var bundled: [(String, Origin)] {
        if let folder = Environment["CONCIERGE_BUNDLED"] { return [(folder, .bundled)] }
        let home = Files.folder(of: Environment.executable)
        return [
            (Files.join(Files.folder(of: home), "lib/concierge/skills"), .bundled),
            (Files.join(home, "skills"), .built),
        ]
    }
}
