internal import SkillKit

extension Client {
    /// Takes what staff entered; an empty text takes an entry away.
    mutating func enter(
        _ input: Value, _ settings: Settings, agents: [String: String] = [:], now: Timestamp
    ) throws {
        for name in Self.entryNames {
            guard let text = input[name]?.text?.trimmed else { continue }
            entries[name] = text.isEmpty ? nil : text
        }
        if input["owner"] != nil, let owner = entries["owner"] {
            entries["owner"] = try Self.agent(owner, agents)
        }
        if let cadence = entries["cadence"], settings.model.cadence(cadence) == nil {
            let known = settings.model.cadences.map(\.id).joined(separator: ", ")
            throw SkillError("cadence '\(cadence)': is not known; possible: \(known)")
        }
        renewal = try Self.renewal(input, settings, now) ?? renewal
        contacted = try Self.day(input, "contacted_at", settings) ?? contacted
    }

    /// Adds a commitment; with its `id`, or said to be `done`, changes the one that is there.
    mutating func commit(_ input: Value, _ settings: Settings, id: String) throws {
        let what = input["what"]?.text?.trimmed
        let due = try Self.day(input, "due", settings)
        let done = try Self.day(input, "done", settings)
        if input["id"] != nil || done != nil {
            plan(input["id"]?.text, settings)
            let place = commitments.firstIndex {
                input["id"]?.text == $0.id || input["id"] == nil && $0.done == nil && $0.what == what
            }
            guard let place else {
                let name = input["id"]?.text ?? what ?? ""
                throw SkillError(
                    "commitment '\(name)': is not one of this client; see the collection 'clients'")
            }
            commitments[place].what = what ?? commitments[place].what
            commitments[place].who = input["who"]?.text?.trimmed ?? commitments[place].who
            commitments[place].due = due ?? commitments[place].due
            commitments[place].done = done ?? commitments[place].done
            return
        }
        guard let what, !what.isEmpty, let due else {
            throw SkillError("commit: a new commitment wants 'what' and 'due', such as 2026-03-31")
        }
        commitments.append(
            Commitment(id: id, what: what, who: input["who"]?.text?.trimmed, due: due, done: nil))
    }

    /// The id of a colleague, who may be named by name too. Where nobody is known, anybody may be.
    private static func agent(_ owner: String, _ agents: [String: String]) throws -> String {
        if agents.isEmpty || agents[owner] != nil { return owner }
        if let named = agents.first(where: { $0.value == owner }) { return named.key }
        let known = agents.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
        throw SkillError(
            "owner '\(owner)': is nobody who works here; possible: \(known.joined(separator: ", "))")
    }

    /// A step towards the renewal becomes a commitment with the first word of it: done, or another day.
    private mutating func plan(_ id: String?, _ settings: Settings) {
        guard !commitments.contains(where: { $0.id == id }),
            let step = RenewalPlan.planned(for: self, settings.rules).first(where: { $0.id == id })
        else { return }
        commitments.append(
            Commitment(
                id: step.id, what: step.what.text(settings.rules.staffLocale), who: entries["owner"],
                due: step.planned, done: nil))
    }

    /// The next one: what is over is prepared for no more.
    private static func renewal(_ input: Value, _ settings: Settings, _ now: Timestamp) throws -> Timestamp? {
        guard let renewal = try day(input, "renewal_at", settings) else { return nil }
        let calendar = Calendar(offset: settings.rules.utcOffset)
        let (day, today) = (calendar.text(renewal), calendar.text(now))
        guard day >= today else {
            throw SkillError(
                "renewal_at: \(day) is over; write the day of the next renewal, \(today) or later")
        }
        return renewal
    }

    private static func day(_ input: Value, _ name: String, _ settings: Settings) throws -> Timestamp? {
        guard let text = input[name]?.text else { return nil }
        guard let time = Calendar(offset: settings.rules.utcOffset).time(text) else {
            throw SkillError("\(name): '\(text)' is no date; write it as 2026-03-31")
        }
        return time
    }
}
