import ConciergeCore
import Cryptography
import SkillPackages
import Threads
import Unix

extension Installer {
    /// Makes it the current one, names it, and tells the host; what the host does not take is undone.
    func activate(
        _ candidate: Candidate, _ signed: Trust.Word, over seen: SkillsLock.Entry?,
        _ progress: InstallProgress
    ) throws -> Outcome {
        progress.enter(.activation)
        var release = try candidate.release(at: Timestamp(milliseconds: wallClockMilliseconds()))
        release.signer = signed.key?.text
        try candidate.package.verify(release)
        let before = try place.skills.activate(candidate.package, as: release) { lock in
            // `activate` has taken a word back already where the signer is another.
            guard lock.entries[candidate.id]?.current == seen?.current else {
                throw PackageError.changedMeanwhile(id: candidate.id, lock: place.skills.lockPath)
            }
            if let key = signed.key { try pin(key, for: candidate, in: &lock) }
            lock.entries[candidate.id, default: .init(release)].isArriving = candidate.kind == .native
            if options.runsInProcess {
                lock.entries[candidate.id, default: .init(release)].runsInProcess = true
            }
        }
        let naming = SkillNaming(place)
        let said: [String]
        do { said = try announce(release, of: candidate, naming, progress) } catch {
            // What went wrong is what is told, whatever else does.
            try? naming.undo()
            try goBack(from: release, of: candidate, to: before)
            try? place.tellRunningHost()
            throw error
        }
        try? place.skills.sweep()
        return Outcome(id: candidate.id, release: release, remarks: said)
    }

    private func announce(
        _ release: Release, of candidate: Candidate, _ naming: SkillNaming, _ progress: InstallProgress
    ) throws -> [String] {
        progress.enter(.configuration)
        var said: [String] = []
        if candidate.kind == .native {
            said += try naming.add(try SkillFile(place.skills.package(candidate.id, release).path))
        }
        try place.skills.change { $0.entries[candidate.id]?.isArriving = false }
        said += try remarks(on: candidate)
        progress.enter(.host)
        try place.tellRunningHost()
        return said
    }

    private func goBack(from release: Release, of candidate: Candidate, to before: SkillsLock) throws {
        try place.skills.change { lock in
            // Somebody else may have been quicker with another version.
            guard lock.entries[candidate.id]?.current == release else { return }
            lock.entries[candidate.id] = before.entries[candidate.id]
            let holder = candidate.keyHolder
            if before.keys[holder] == nil,
                lock.entries.values.contains(where: { $0.current.signer == lock.keys[holder] })
            {
                return
            }
            lock.keys[holder] = before.keys[holder]
        }
        try? place.skills.sweep()
    }

    private func pin(
        _ key: PublicKey, for candidate: Candidate, in lock: inout SkillsLock
    ) throws {
        // Another install may have seen another key meanwhile.
        if let pinned = lock.keys[candidate.keyHolder], pinned != key.text, !options.acceptsNewKey {
            throw PackageError.untrusted(
                .changedKey(package: candidate.shown, pinned: pinned, signed: key.identifier))
        }
        lock.keys[candidate.keyHolder] = key.text
    }

    /// Why it takes no part yet, where that is so.
    private func remarks(on candidate: Candidate) throws -> [String] {
        let id = candidate.id
        let packages = try SkillSources(installed: place.skills).packages()
        guard let found = packages.first(where: { $0.package.id == id }) else { return [] }
        guard found.isEnabled else {
            return [
                "\(id): installed, and disabled as before; 'concierge skill enable \(id)' lets it take part"
            ]
        }
        let entry = place.read().configuration.skills.first { $0.name == SkillName(id) }
        guard found.needsWord(entry?.isolation) else { return [] }
        return [
            "\(id): installed, disabled: somebody else's code, which would run in the host's own process; "
                + "if you would run it yourself, 'concierge skill enable \(id) --in-process'"
        ]
    }
}
