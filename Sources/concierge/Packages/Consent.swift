import ConciergeCore
import Cryptography
import SkillPackages
import Unix

/// What a skill may do, and a key that was never seen here, are shown, and agreed to before anything comes of it.
struct Consent {
    let candidate: Candidate
    let signed: Trust.Word
    let before: Release?
    let place: Workplace

    func ask(isAgreed: Bool, _ progress: InstallProgress) throws {
        let lines = newKey + displaced + lookalike + permissions
        guard !lines.isEmpty else { return }
        progress.end()
        let title = "\(candidate.id) \(candidate.version)"
        Terminal.remark(before.map { "\(title), where \($0.version) is installed:" } ?? "\(title):")
        for line in lines { Terminal.remark("  \(line.printable)") }
        guard !isAgreed else { return }
        guard Environment.isTerminal(0) else {
            throw Failure("\(candidate.shown): wants what nobody agreed to yet; look at it, then say --yes")
        }
        guard Terminal.agrees("agree?") else {
            throw Failure("\(candidate.shown): not agreed to")
        }
    }

    private var newKey: [String] {
        guard case .first(let key) = signed else { return [] }
        let publisher = candidate.manifest?.publisher.map { " of '\($0)'" } ?? ""
        let old = before?.signer.map { ", where \($0) signed before" } ?? ""
        return [
            "signed by a key\(publisher) that was never seen here; agree, and it is trusted: \(key.text)\(old)"
        ]
    }

    private var displaced: [String] {
        guard candidate.origin != .folder,
            let all = try? SkillSources(installed: place.skills).packages(),
            all.contains(where: { $0.package.id == candidate.id && $0.origin != .installed })
        else { return [] }
        return ["takes the place of the '\(candidate.id)' that comes with concierge"]
    }

    /// A name that could be taken for another one that is here.
    private var lookalike: [String] {
        guard before == nil, candidate.origin != .folder,
            let all = try? SkillSources(installed: place.skills).packages().map(\.package.id),
            !all.contains(candidate.id), let other = Spelling.nearest(candidate.id, in: all)
        else { return [] }
        return ["its name is much like '\(other)', which is here: is it what you meant?"]
    }

    private var permissions: [String] {
        let old = (before?.permissions ?? []).map(Permission.init)
        let added = candidate.permissions.filter { !old.contains($0) }
        guard !added.isEmpty else { return [] }
        let gone = old.filter { !candidate.permissions.contains($0) }
        return added.map { "+ \($0.sentence)" } + gone.map { "- \($0.sentence)" }
    }
}
