import SkillKit

/// When a rule holds; every part that is given must.
struct Condition: Sendable {
    private let intents, issues, sentiments, tiers, channels: Set<String>
    private let words: Words?
    private let isUrgent: Bool?
    private let contacts: Int?

    init(_ value: Value) {
        intents = value.set("intent")
        issues = value.set("issue")
        sentiments = value.set("sentiment")
        tiers = value.set("tier")
        channels = value.set("channel")
        words = value["words"].flatMap { Words($0) }
        isUrgent = value["urgent"]?.bool
        contacts = value["contacts"]?.int.map { Int($0) }
    }

    /// It holds for everything, so that no later rule is ever reached.
    var isEmpty: Bool {
        intents.isEmpty && issues.isEmpty && sentiments.isEmpty && tiers.isEmpty && channels.isEmpty
            && words == nil && isUrgent == nil && contacts == nil
    }

    /// The facts for which it holds, in words; nil when it does not. `contact`: for the how manieth time the customer comes.
    func evidence(_ inquiry: Inquiry, contact: Int = 1) -> [String]? {
        var facts: [String] = []
        for (wanted, found, name) in [
            (issues, inquiry.issue, "issue"), (sentiments, inquiry.sentiment, "mood"),
            (tiers, inquiry.tier, "tier"), (channels, inquiry.channel, "channel"),
        ] where !wanted.isEmpty {
            guard let found, wanted.contains(found) else { return nil }
            facts.append("\(name) '\(found)'")
        }
        if !intents.isEmpty {
            guard let intent = inquiry.intents.first(where: intents.contains) else { return nil }
            facts.append("'\(intent)' is asked")
        }
        if let words {
            guard let word = words.first(in: inquiry.text) else { return nil }
            facts.append("'\(word)' was said")
        }
        if let isUrgent {
            guard inquiry.isUrgent == isUrgent else { return nil }
            facts.append(isUrgent ? "it cannot wait" : "it can wait")
        }
        if let contacts {
            guard contact >= contacts else { return nil }
            facts.append("they came back about it, contact \(contact)")
        }
        return facts
    }
}
