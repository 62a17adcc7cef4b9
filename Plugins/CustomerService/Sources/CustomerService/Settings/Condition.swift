import SkillKit

/// When a rule holds; every part that is given must.
struct Condition: Sendable {
    /// It holds, and for which word of the message.
    struct Match: Sendable, Hashable {
        var word = ""
    }

    private let intents, issues, sentiments, tiers, channels: Set<String>
    private let signs: Signs
    private let isUrgent: Bool?
    private let contacts: Int?
    /// Skills that would see to it, where they are there.
    private let absent: Set<String>

    init(_ value: Value) {
        intents = value.set("intent")
        issues = value.set("issue")
        sentiments = value.set("sentiment")
        tiers = value.set("tier")
        channels = value.set("channel")
        signs = Signs(value)
        isUrgent = value["urgent"]?.bool
        contacts = value["contacts"]?.int.map { Int($0) }
        absent = value.set("without")
    }

    /// It holds for everything, so that no later rule is ever reached.
    var isEmpty: Bool {
        intents.isEmpty && issues.isEmpty && sentiments.isEmpty && tiers.isEmpty && channels.isEmpty
            && signs.isEmpty && isUrgent == nil && contacts == nil
            && absent.isEmpty
    }

    /// nil when it does not hold. `contact`: for the how manieth time the customer comes.
    func match(_ inquiry: Inquiry, contact: Int = 1) -> Match? {
        guard issues.isEmpty || issues.contains(inquiry.issue ?? ""),
            sentiments.isEmpty || sentiments.contains(inquiry.sentiment ?? "neutral"),
            tiers.isEmpty || tiers.contains(inquiry.tier ?? ""),
            channels.isEmpty || channels.contains(inquiry.channel),
            intents.isEmpty || inquiry.intents.contains(where: intents.contains),
            isUrgent == nil || inquiry.isUrgent == isUrgent,
            contact >= contacts ?? 0,
            absent.isEmpty || absent.isDisjoint(with: inquiry.skills())
        else { return nil }
        return signs.isEmpty ? Match() : signs.first(in: inquiry.text).map(Match.init)
    }
}
