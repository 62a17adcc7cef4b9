import ConciergeCore
import SkillPackages
import Unix

extension Installer {
    /// Everything that is looked at before anything is changed.
    func check(_ candidate: Candidate, _ signed: Trust.Word, _ progress: InstallProgress) throws {
        let before = try place.skills.lock().entries[candidate.id]
        progress.enter(.compatibility)
        try refuseDowngrade(candidate, before)
        if let file = candidate.file {
            let fits = Compatibility(place: place, file: file, isForeign: candidate.origin != .folder)
            let faults = try fits.faults()
            guard faults.isEmpty else { throw Failure(faults.map(candidate.naming)) }
        }
        progress.enter(.permissions)
        try Consent(candidate: candidate, signed: signed, before: before?.current, place: place)
            .ask(isAgreed: options.isAgreed, progress)
        guard let file = candidate.file else { return }
        progress.enter(.probe)
        do { _ = try SkillProbe.check(file) } catch let failure as Failure {
            throw Failure(failure.lines.map(candidate.naming))
        }
        progress.enter(.tests)
        if !options.skipsTests { try play(candidate) }
    }

    private func refuseDowngrade(_ candidate: Candidate, _ before: SkillsLock.Entry?) throws {
        guard let before, !options.allowsDowngrade, candidate.origin != .folder,
            let old = Version(before.current.version), let new = Version(candidate.version), new < old
        else { return }
        throw Failure(
            "\(candidate.shown): version \(candidate.version) is below the installed \(before.current.version); "
                + "say --allow-downgrade, or 'concierge skill rollback \(candidate.id)'")
    }

    /// So many seconds may a package's conversations take.
    private static let patience = 300

    /// In a process of its own: it is a stranger's code.
    private func play(_ candidate: Candidate) throws {
        guard try !candidate.package.conversations().isEmpty else { return }
        let words = [Environment.executable, "skill", "test", candidate.package.path, "--conversations"]
        let player = ChildProcess(words, environment: ["NO_COLOR": "1"])
        guard let outcome = try player.run(within: Self.patience) else {
            throw Failure(
                "\(candidate.shown): its own conversations do not end (waited for \(Self.patience) s); mend it, or say --skip-tests"
            )
        }
        guard !outcome.isSuccess else { return }
        let said = outcome.output.split(separator: "\n").map { candidate.naming(String($0)) }
            .filter { !$0.hasPrefix("✔") && !$0.hasPrefix("error: ") }
        let complaint =
            "\(candidate.shown): its own conversations do not pass (\(outcome.ending)); mend it, or say --skip-tests"
        throw Failure(([complaint] + said).joined(separator: "\n"))
    }
}
