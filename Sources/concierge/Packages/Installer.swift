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
}

extension Candidate {
    /// A message about what lies aside, in the words of whoever brought it.
    func naming(_ message: String) -> String { message.replacing(package.path, with: shown) }
}
