import ConciergeCore
import SkillPackages
import Unix

extension Installer {
    /// Everything that is looked at before anything is changed.
    func check(
        _ candidate: Candidate, _ signed: Trust.Word, over before: SkillsLock.Entry?,
        _ progress: InstallProgress
    ) throws {
        progress.enter(.compatibility)
        try refuseOtherKind(candidate)
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

    private static func misses(_ report: Value) -> [String] {
        ["✘ \(report["name"]?.text ?? "")".printable]
            + (report["misses"]?.list ?? []).map { miss in
                let (turn, subject) = (miss["turn"]?.int ?? 0, miss["subject"]?.text ?? "")
                return "    turn \(turn), \(subject): \(miss["complaint"]?.text ?? "")".printable
            }
    }

    /// Text does not take the place of code, under whose name it would be found.
    private func refuseOtherKind(_ candidate: Candidate) throws {
        let packages = try SkillSources(installed: place.skills).packages()
        guard candidate.kind == .instructions,
            packages.contains(where: { $0.package.id == candidate.id && !$0.isInstructions })
        else { return }
        throw Failure(
            "\(candidate.shown): instructions, and '\(candidate.id)' is a skill here; give them another name")
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
        let words = [
            Environment.executable, "skill", "test", candidate.package.path, "--conversations", "--json",
        ]
        let player = ChildProcess(words, environment: ["NO_COLOR": "1"])
        guard let outcome = try player.run(within: Self.patience) else {
            throw Failure(
                "\(candidate.shown): its own conversations do not end (waited for \(Self.patience) s); mend it, or say --skip-tests"
            )
        }
        let verdict = outcome.output.split(separator: "\n").lazy.compactMap { try? JSON.decode(String($0)) }
            .first { $0["conversations"] != nil }
        let reports = verdict?["conversations"]?.list ?? []
        // Without our own word at its end the skill has ended the process.
        if outcome.isSuccess, verdict != nil { return }
        let said =
            reports.isEmpty
            ? outcome.output.split(separator: "\n").suffix(10).map { candidate.naming(String($0)).printable }
            : reports.filter { $0["passed"]?.bool == false }.flatMap(Self.misses)
        let complaint =
            "\(candidate.shown): its own conversations do not pass (\(outcome.ending)); mend it, or say --skip-tests"
        throw Failure(([complaint] + said).joined(separator: "\n"))
    }
}
