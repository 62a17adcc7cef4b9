internal import SkillKit

extension Client {
    /// Takes what staff entered; an empty text takes an entry away.
    mutating func enter(_ input: Value, _ settings: Settings) throws {
        for name in Self.entryNames {
            guard let text = input[name]?.text?.trimmed else { continue }
            entries[name] = text.isEmpty ? nil : text
        }
        if let cadence = entries["cadence"], settings.model.cadence(cadence) == nil {
            let known = settings.model.cadences.map(\.id).joined(separator: ", ")
            throw SkillError("cadence '\(cadence)': is not known; possible: \(known)")
        }
        renewal = try Self.day(input, "renewal_at", settings) ?? renewal
        contacted = try Self.day(input, "contacted_at", settings) ?? contacted
    }

    /// Adds a commitment, or with its `id` changes or settles one.
    mutating func commit(_ input: Value, _ settings: Settings, id: String) throws {
        let due = try Self.day(input, "due", settings)
        if let old = input["id"]?.text {
            guard let place = commitments.firstIndex(where: { $0.id == old }) else {
                throw SkillError(
                    "commitment '\(old)': is not one of this client; see the collection 'clients'")
            }
            commitments[place].what = input["what"]?.text?.trimmed ?? commitments[place].what
            commitments[place].who = input["who"]?.text?.trimmed ?? commitments[place].who
            commitments[place].due = due ?? commitments[place].due
            commitments[place].done = try Self.day(input, "done", settings) ?? commitments[place].done
            return
        }
        guard let what = input["what"]?.text?.trimmed, !what.isEmpty, let due else {
            throw SkillError("commit: a new commitment wants 'what' and 'due', such as 2026-03-31")
        }
        commitments.append(
            Commitment(id: id, what: what, who: input["who"]?.text?.trimmed, due: due, done: nil))
    }

    private static func day(_ input: Value, _ name: String, _ settings: Settings) throws -> Timestamp? {
        guard let text = input[name]?.text else { return nil }
        guard let time = Calendar(offset: settings.rules.utcOffset).time(text) else {
            throw SkillError("\(name): '\(text)' is no date; write it as 2026-03-31")
        }
        return time
    }
}
