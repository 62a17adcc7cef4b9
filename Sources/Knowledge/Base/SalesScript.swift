public import ConciergeCore

/// What a salesperson would say to an intent, when its conditions hold.
public struct SalesScript: Sendable, Equatable {
    public var intent: String
    public var script: Localized
    public var conditions: [Condition] = []
    public var place: Place

    // Where it stands is no part of what it says: what moved down a line is the same.
    public static func == (a: Self, b: Self) -> Bool {
        a.intent == b.intent && a.script == b.script && a.conditions == b.conditions
    }
}
