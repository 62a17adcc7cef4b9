public import ConciergeCore

/// What a salesperson would say to an intent, when its conditions hold.
public struct SalesScript: Sendable, Equatable {
    public var intent: String
    public var script: Localized
    public var conditions: [Condition] = []
    public var place: Place
    /// What computes, by what was written.
    var texts: [String: ScriptText] = [:]

    // Where it stands is no part of what it says: what moved down a line is the same.
    public static func == (a: Self, b: Self) -> Bool {
        a.intent == b.intent && a.script == b.script && a.conditions == b.conditions
    }

    /// What is said when these values are known; nil when a condition does not hold or a figure cannot be computed.
    func said(_ values: [String: Value], locale: String) -> String? {
        guard conditions.allSatisfy({ $0.holds(values) }), let text = script.localized(locale) else {
            return nil
        }
        guard let computed = texts[text] else { return text }
        return computed.said(values)
    }
}
