import CSkillABI
import ConciergeCore
import SkillHosting

/// What a manifest allows a result to be.
struct Claim {
    let manifest: Manifest

    init(_ manifest: Manifest) { self.manifest = manifest }

    func complaint(about outcome: Outcome, of play: Play) -> Fault? {
        guard outcome.status >= 0, !outcome.bytes.isEmpty else {
            let words = String(validating: outcome.bytes, as: UTF8.self)
            return words == nil ? fault(play, "words in UTF-8", "bytes that are none", "write UTF-8") : nil
        }
        let patch: Patch
        do {
            patch = try outcome.bytes.withUnsafeBufferPointer {
                let bytes = sk_bytes(ptr: $0.baseAddress, len: UInt64($0.count))
                return try Patch(try Value(message: bytes, limit: manifest.maximumMessage))
            }
        } catch {
            return fault(play, "a result as docs/skill-authors.md has it", "\(error)", "mend what it says")
        }
        return undeclared(patch, play)
    }

    private func undeclared(_ patch: Patch, _ play: Play) -> Fault? {
        let keys = patch.writes.keys.sorted() + patch.unset
        if let key = keys.first(where: { manifest.writes[$0] == nil }) {
            return fault(
                play, "only keys that 'writes' names", "'\(key)' is written",
                "add it to 'writes' in skill.yaml and the code")
        }
        for (key, value) in patch.writes.sorted(by: { $0.key < $1.key }) {
            guard let type = manifest.writes[key], !type.admits(value) else { continue }
            return fault(
                play, "'\(key)' as \(type.rawValue)", JSON.text(value),
                "write what 'writes' says, or say what is written")
        }
        let owned = manifest.collections.map(\.name)
        if let other = patch.store.map(\.collection).first(where: { !owned.contains($0) }) {
            return fault(
                play, "only documents of its own collections", "one of '\(other)'",
                "declare it under 'collections'")
        }
        if play.context["page.name"] != nil, patch.page == nil {
            return fault(play, "a page", "none", "set 'page' in a turn of kind 'page', or fail it")
        }
        return nil
    }

    private func fault(_ play: Play, _ expected: String, _ found: String, _ mend: String) -> Fault {
        Fault(expected: expected, found: "\(play.name): \(found)", mend: mend)
    }
}
