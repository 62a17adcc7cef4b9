import SkillKit

// What happens to a profile beside messages.
extension Session {
    mutating func hear(_ event: Turn.Event) throws {
        if event.name == "merge_proposal.accepted" || event.name == "merge_proposal.undone" {
            return follow(event)
        }
        try open()
        switch event.name {
        case "order.paid":
            try refreshStanding(isForced: true)
            move(after: nil, saying: "order \(event.data["id"]?.text ?? "") was paid")
        case "order.reversed": try refreshStanding(isForced: true)
        case "customer.merged": try join(event)
        case "customer.unmerged": try part(event)
        // Opening it took over what staff changed.
        case "profile.changed": break
        default:
            // A lead and a call for a human often come of one message: it is looked at once.
            if profile["summary"] != nil, rebuiltAt == profile.messageCount, reasons.isEmpty { return }
            try rebuild("the event '\(event.name)'")
        }
        close()
    }

    mutating func obey(_ action: Turn.Action) throws {
        try open()
        let origin = origin("corrected by \(action.by ?? "staff")")
        let field = action.input["field"]?.text ?? ""
        switch action.name {
        case "correct":
            profile.set(
                field, try checked(action.input["value"] ?? .null, for: field), confidence: 1, from: origin,
                isPinned: action.input["pin"]?.bool ?? true)
        case "pin":
            guard profile.pin(field, action.input["pinned"]?.bool ?? true, from: origin) else {
                throw SkillError(
                    input: "field",
                    "'\(field)' has no value to pin; use 'correct', which sets one and pins it")
            }
        default: try rebuild("\(action.by ?? "staff") asked for it")
        }
        reasons.append(field.isEmpty ? action.name : "\(action.name) \(field)")
        close()
        reply.result = .map(profile.fields)
    }

    /// Types, tiers and stages are those that rules know.
    private func checked(_ value: Value, for field: String) throws -> Value {
        if field == "preferences" {
            guard [String](value) != nil else {
                throw SkillError(input: "value", "is another kind of value; give a list of texts")
            }
            return value
        }
        guard let text = value.text, !text.isEmpty else {
            throw SkillError(input: "value", "is another kind of value; give a text")
        }
        guard let known = settings.values(of: field) else { return value }
        guard let same = known.first(where: { $0.lowercased() == text.lowercased() }) else {
            throw SkillError(
                input: "value", "'\(text)' is no \(field); known are \(known.joined(separator: ", "))")
        }
        return .text(same)
    }
}

extension Settings {
    /// What a field can be; nil where it is any text.
    func values(of field: String) -> [String]? {
        switch field {
        case "tier": writtenTiers.map(\.name)
        case "type": ["new", "existing"]
        case "journey_stage":
            journey.rules.map(\.stage).reduce(into: journey.order) { if !$0.contains($1) { $0.append($1) } }
        default: nil
        }
    }
}
