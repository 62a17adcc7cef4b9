import ConciergeCore
import ConfigurationFile
import Cryptography
import SkillPackages
import Threads
import Unix

/// What was said on the command line.
struct InstallOptions {
    var isAgreed = false
    var allowsUnsigned = false
    var allowsDowngrade = false
    var runsInProcess = false
    var skipsTests = false
    var acceptsNewKey = false
    var key: String?
    var registry: String?

    static let all: [Command.Option] = [
        .init(
            name: "yes", value: nil, summary: "agree to what it may do, to its build command and to a new key"
        ),
        .init(name: "allow-unsigned", value: nil, summary: "take an archive that nobody signed"),
        .init(name: "allow-downgrade", value: nil, summary: "take a version below the installed one"),
        .init(
            name: "in-process", value: nil,
            summary: "let code of somebody else run in the host's own process"),
        .init(name: "skip-tests", value: nil, summary: "do not play its conversations"),
        .init(name: "new-key", value: nil, summary: "accept that the publisher's key has changed"),
        .init(name: "key", value: "KEY", summary: "the publisher's public key, or a file with it"),
        .init(
            name: "registry", value: "PLACE", summary: "look there instead of in the configured registries"),
    ]

    init(_ invocation: Invocation) {
        isAgreed = invocation.has("yes")
        allowsUnsigned = invocation.has("allow-unsigned")
        allowsDowngrade = invocation.has("allow-downgrade")
        runsInProcess = invocation.has("in-process")
        skipsTests = invocation.has("skip-tests")
        acceptsNewKey = invocation.has("new-key")
        key = invocation["key"]
        registry = invocation["registry"]
    }
}

/// Brings a package in, step by step, and undoes what it did when a step fails.
struct Installer {
    let place: Workplace
    let options: InstallOptions

    struct Outcome {
        var id: String
        var release: Release
        /// Why it takes part in no turn yet, and the mend.
        var remarks: [String] = []
    }

    func install(_ wanted: Wanted, called word: String) throws -> Outcome {
        let progress = InstallProgress(word)
        defer { progress.end() }
        do {
            let staging = try place.skills.staging()
            let candidate = try prepare(wanted, word, in: staging, progress)
            progress.enter(.signature)
            let signed = try trust(candidate)
            try check(candidate, signed, progress)
            return try activate(candidate, signed, progress)
        } catch {
            progress.end()
            if error is Misuse { throw error }
            Program.complain(error)
            Terminal.remark("\(word): nothing was changed; the step '\(progress.step)' failed")
            throw Failure([])
        }
    }

    private func check(_ candidate: Candidate, _ signed: Trust.Word, _ progress: InstallProgress) throws {
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

    private func pin(
        _ key: PublicKey, _ holder: String, for candidate: Candidate, in lock: inout SkillsLock
    ) throws {
        // Another install may have seen another key meanwhile.
        if let pinned = lock.keys[holder], pinned != key.text, !options.acceptsNewKey {
            throw PackageError.untrusted(
                .changedKey(package: candidate.shown, pinned: pinned, signed: key.identifier))
        }
        lock.keys[holder] = key.text
    }

    private func refuseDowngrade(_ candidate: Candidate, _ before: SkillsLock.Entry?) throws {
        guard let before, !options.allowsDowngrade, candidate.origin != .folder,
            let old = Version(before.current.version), let new = Version(candidate.version), new < old
        else { return }
        throw Failure(
            "\(candidate.shown): version \(candidate.version) is below the installed \(before.current.version); "
                + "say --allow-downgrade, or 'concierge skill rollback \(candidate.id)'")
    }

    /// In a process of its own: it is a stranger's code.
    private func play(_ candidate: Candidate) throws {
        guard try !candidate.package.conversations().isEmpty else { return }
        let words = [Environment.executable, "skill", "test", candidate.package.path, "--conversations"]
        let outcome = try ChildProcess(words, environment: ["NO_COLOR": "1"]).run()
        guard !outcome.isSuccess else { return }
        let said = outcome.output.split(separator: "\n").map { candidate.naming(String($0)) }
            .filter { !$0.hasPrefix("✔") && !$0.hasPrefix("error: ") }
        let complaint =
            "\(candidate.shown): its own conversations do not pass (\(outcome.ending)); mend it, or say --skip-tests"
        throw Failure(([complaint] + said).joined(separator: "\n"))
    }

    private func activate(
        _ candidate: Candidate, _ signed: Trust.Word, _ progress: InstallProgress
    ) throws -> Outcome {
        progress.enter(.activation)
        var release = try candidate.release(at: Timestamp(milliseconds: wallClockMilliseconds()))
        release.signer = signed.key?.text
        let holder = Trust.holder(publisher: release.publisher, id: candidate.id)
        let before = try place.skills.activate(candidate.package, as: release) { lock in
            if let key = signed.key { try pin(key, holder, for: candidate, in: &lock) }
            if options.runsInProcess {
                lock.entries[candidate.id, default: .init(release)].runsInProcess = true
            }
        }
        var outcome = Outcome(id: candidate.id, release: release)
        let naming = SkillNaming(place)
        do {
            progress.enter(.configuration)
            if candidate.kind == .native {
                let file = try SkillFile(place.skills.package(candidate.id, release).path)
                outcome.remarks += try remarks(on: candidate, naming.add(file))
            }
            progress.enter(.host)
            try place.tellRunningHost()
        } catch {
            try naming.undo()
            try place.skills.change { lock in
                // Somebody else may have been quicker with another version.
                guard lock.entries[candidate.id]?.current == release else { return }
                lock.entries[candidate.id] = before.entries[candidate.id]
                lock.keys[holder] = before.keys[holder]
            }
            try? place.skills.sweep()
            throw error
        }
        try place.skills.sweep()
        return outcome
    }
}

extension Installer {
    /// Why it takes no part yet, where nobody said that foreign code may run in the host.
    private func remarks(on candidate: Candidate, _ naming: [String]) throws -> [String] {
        let id = candidate.id
        let packages = try SkillSources(installed: place.skills).packages()
        let entry = place.read().configuration.skills.first { candidate.manifest?.isNamed($0.name) ?? false }
        guard let found = packages.first(where: { $0.package.id == id }), found.needsWord(entry?.isolation)
        else {
            return naming
        }
        return naming + [
            "\(id): installed, disabled: somebody else's code, which would run in the host's own process; "
                + "if you would run it yourself, 'concierge skill enable \(id) --in-process'"
        ]
    }
}

extension Candidate {
    /// A message about what lies aside, in the words of whoever brought it.
    func naming(_ message: String) -> String { message.replacing(package.path, with: shown) }
}
