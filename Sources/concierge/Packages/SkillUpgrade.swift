import ConciergeCore
import SkillPackages
import Threads
import Unix

/// `concierge skill upgrade` and `rollback`.
enum SkillUpgrade {
    static let upgrade = Command(
        name: "upgrade", summary: "install skills anew from where they came from",
        details: """
            Each installed skill, or those that are named, is fetched from its folder, archive or registry again and goes through
            all steps of an install. What has not changed is left alone; what a new version may do besides is shown and asked.
            """,
        parameters: [.init(name: "SKILL", summary: "some of them; else all", count: .many)],
        options: [.config, .json] + InstallOptions.all,
        run: { invocation in
            let place = try Workplace(invocation)
            let named = try invocation.arguments.map { try place.skills.id(named: $0) }
            let entries = try place.skills.lock().entries.sorted { $0.key < $1.key }
                .filter { named.isEmpty || named.contains($0.key) }
            guard !entries.isEmpty else {
                return Terminal.remark("\(place.skills.lockPath): nothing is installed")
            }
            var failed = 0
            for (id, entry) in entries {
                do { try upgrade(id, entry, place, invocation) } catch let misuse as Misuse {
                    throw misuse
                } catch {
                    Program.complain(error)
                    failed += 1
                }
            }
            guard failed == 0 else { throw Failure("\(failed) of \(entries.count) skills were not upgraded") }
        })

    private static func upgrade(
        _ id: String, _ entry: SkillsLock.Entry, _ place: Workplace, _ invocation: Invocation
    ) throws {
        let source = entry.current.source
        var options = InstallOptions(invocation)
        let wanted: Wanted
        if entry.current.origin == .registry {
            options.registry = options.registry ?? source
            // What was taken back may be left for an older one.
            let found = SkillSources.Found(
                package: place.skills.package(id, entry.current), origin: .installed, entry: entry)
            if place.takenBack(found) != nil { options.allowsDowngrade = true }
            wanted = .named(id, version: nil, publisher: nil)
        } else {
            wanted = try Wanted(source)
        }
        options.leavesUnchanged = true
        let outcome = try Installer(place: place, options: options).install(wanted, called: id)
        guard outcome.release.sha256 != entry.current.sha256 else {
            return Terminal.remark("\(id): \(entry.current.version) is the newest from \(source)")
        }
        Terminal.remark("\(id): \(entry.current.label) to \(outcome.release.label)")
        SkillInstall.show(outcome, place, asJSON: invocation.has("json"))
    }

    static let rollback = Command(
        name: "rollback", summary: "go back to the version before; again, and you are where you were",
        parameters: [Skills.skill], options: [.config],
        run: { invocation in
            let place = try Workplace(invocation)
            let id = try place.skills.id(named: invocation.first)
            let lock = try place.skills.lock()
            guard let entry = lock.entries[id], let previous = entry.previous else {
                throw Failure(
                    "skill '\(id)': there is no version before \(lock.entries[id]?.current.version ?? "this"); "
                        + "'concierge skill install \(id)@VERSION' takes another")
            }
            let package = place.skills.package(id, previous)
            let differences = SkillSources.Found(package: package, origin: .installed, entry: .init(previous))
                .differences
            guard differences.isEmpty else {
                throw Failure(
                    "\(package.path): not as it was installed (\(differences[0])); install it again")
            }
            try check(package, previous, place)
            var back = entry
            (back.current, back.previous) = (previous, entry.current)
            try place.settle(id, entry, as: back)
            Terminal.remark("\(id): \(entry.current.label) to \(previous.label)")
        })

    private static func check(_ package: PackageFolder, _ release: Release, _ place: Workplace) throws {
        guard release.kind == .native else { return }
        var file = try SkillFile(package.path)
        file.package = package
        let faults = try Compatibility(place: place, file: file).faults()
        guard faults.isEmpty else { throw Failure(faults) }
        _ = try SkillProbe.check(file)
    }
}
