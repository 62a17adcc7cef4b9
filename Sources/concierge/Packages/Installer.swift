import SkillPackages

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
            while true {
                do { return try install(candidate, progress) } catch PackageError.changedMeanwhile {
                    // Another install was quicker: what was right over the old one is looked at again.
                }
            }
        } catch {
            progress.end()
            if error is Misuse { throw error }
            try? place.skills.sweep()
            Program.complain(error)
            Terminal.remark("\(word): nothing was changed; the step '\(progress.step)' failed")
            throw Failure([])
        }
    }
}

extension Installer {
    private func install(_ candidate: Candidate, _ progress: InstallProgress) throws -> Outcome {
        progress.enter(.signature)
        let before = try place.skills.lock().entries[candidate.id]
        let signed = try trust(candidate)
        if options.leavesUnchanged, let current = try unchanged(candidate, signed) {
            return Outcome(id: candidate.id, release: current)
        }
        try check(candidate, signed, over: before, progress)
        return try activate(candidate, signed, over: before, progress)
    }
}

extension Candidate {
    /// A message about what lies aside, in the words of whoever brought it.
    func naming(_ message: String) -> String { message.replacing(package.path, with: shown) }
}
