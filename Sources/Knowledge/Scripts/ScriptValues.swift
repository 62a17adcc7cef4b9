import ConciergeCore

/// What a script may be told: sales-automation gives these when it asks for one.
enum ScriptValues {
    static let known = ["order_amount", "quantity", "tier", "type", "industry", "company"]

    /// What is wrong with a name that nobody gives; nil for a known one. `effect`: what comes of it.
    static func complaint(_ name: String, shown: String, effect: String) -> String? {
        guard !known.contains(name) else { return nil }
        let mend = Spelling.mend(name, known: known, otherwise: "known are \(known.joined(separator: ", "))")
        return "'\(shown)' is given by no skill that comes with the host, so this is never \(effect); \(mend)"
    }
}
