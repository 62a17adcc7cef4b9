import SkillPackages
import Unix

/// What a skill may do is shown, and agreed to before it may.
struct Consent {
    let candidate: Candidate
    let before: Release?

    func ask(isAgreed: Bool, _ progress: InstallProgress) throws {
        let added = candidate.permissions.filter { !(before?.permissions ?? []).contains($0.id) }
        guard !added.isEmpty else { return }
        progress.end()
        let title = "\(candidate.id) \(candidate.version)"
        Terminal.remark(before == nil ? "\(title):" : "\(title) wants more than \(before?.version ?? ""):")
        for line in lines(added) { Terminal.remark(line) }
        guard !isAgreed else { return }
        guard Environment.isTerminal(0) else {
            throw Failure("\(candidate.shown): wants what nobody agreed to; look at it, then say --yes")
        }
        Terminal.prompt("agree? [y/N] ")
        guard Terminal.line()?.lowercased().hasPrefix("y") ?? false else {
            throw Failure("\(candidate.shown): not agreed to")
        }
    }

    private func lines(_ added: [Permission]) -> [String] {
        let gone = (before?.permissions ?? []).map(Permission.init).filter {
            !candidate.permissions.contains($0)
        }
        return added.map { "  + \($0.sentence)" } + gone.map { "  - \($0.sentence)" }
    }
}
