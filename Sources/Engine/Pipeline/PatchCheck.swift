import ConciergeCore

/// Holds a patch against the manifest of the skill that returned it.
struct PatchCheck {
    static let longestText = 16_384
    static let mostUtterances = 20
    /// Of what travels with a handoff, as JSON.
    static let largestNote = 16_384
    /// Of writes to the store, of events, of effects.
    static let mostActs = 100

    let manifest: Manifest

    func check(_ patch: Patch) throws(PatchError) {
        try check(patch.say.count, of: "say", most: Self.mostUtterances)
        try check(patch.store.count, of: "store", most: Self.mostActs)
        try check(patch.emit.count, of: "emit", most: Self.mostActs)
        try check(patch.effects.count, of: "effects", most: Self.mostActs)
        for (key, value) in patch.writes { try checkWrite(key, value) }
        for key in patch.unset where manifest.writes[key] == nil {
            throw PatchError("unset", "'\(key)' is not declared; add it to 'writes' in the manifest")
        }
        for (index, utterance) in patch.say.enumerated() { try check(utterance, at: "say[\(index)]") }
        for (index, effect) in patch.effects.enumerated() {
            guard case .handoff(let wish) = effect, !wish.note.isEmpty,
                JSON.encode(.map(wish.note)).count > Self.largestNote
            else { continue }
            throw PatchError(
                "effects[\(index)].note",
                "larger than \(Self.largestNote) bytes as JSON; keep what an agent reads")
        }
        for (index, write) in patch.store.enumerated() {
            guard manifest.collections.contains(where: { $0.name == write.collection }) else {
                throw PatchError(
                    "store[\(index)].collection",
                    "'\(write.collection)' is not declared; add it to 'collections' in the manifest")
            }
        }
    }

    private func check(_ count: Int, of part: String, most: Int) throws(PatchError) {
        guard count <= most else { throw PatchError(part, "\(count) entries; at most \(most) in one turn") }
    }

    private func checkWrite(_ key: String, _ value: Value) throws(PatchError) {
        guard let type = manifest.writes[key] else {
            throw PatchError("writes", "'\(key)' is not declared; add it to 'writes' in the manifest")
        }
        guard type.admits(value) else {
            throw PatchError("writes", "'\(key)' was declared as \(type.rawValue); the value is another type")
        }
    }

    private func check(_ utterance: Utterance, at path: String) throws(PatchError) {
        guard utterance.text.utf8.count <= Self.longestText else {
            throw PatchError(path + ".text", "longer than \(Self.longestText) bytes; say less")
        }
        guard utterance.text.contains(where: { !$0.isWhitespace }) else {
            throw PatchError(path + ".text", "nothing is said in it; leave the utterance out")
        }
    }
}
