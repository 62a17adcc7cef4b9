import ConciergeCore

/// What a value should be like: equal to one, or as one of the words below says.
struct Expectation {
    static let words: Set<String> = [
        "equals", "contains", "excludes", "matches", "one_of", "at_least", "at_most", "present", "count",
    ]

    let wanted: Value

    /// What is wrong with what was found, or nil.
    func complaint(_ found: Value?) -> String? {
        guard case .map(let tests) = wanted, !tests.isEmpty, tests.keys.allSatisfy(Self.words.contains) else {
            return Self.equal(found ?? .null, wanted) ? nil : Self.expected(JSON.text(wanted), found)
        }
        for (word, argument) in tests.sorted(by: { $0.key < $1.key }) {
            if let complaint = Self.complaint(word, argument, found) { return complaint }
        }
        return nil
    }

    private static func complaint(_ word: String, _ argument: Value, _ found: Value?) -> String? {
        let parts = argument.list ?? [argument]
        let text = found?.text ?? found.map(JSON.text) ?? ""
        let isGood =
            switch word {
            case "equals": equal(found ?? .null, argument)
            case "contains": parts.allSatisfy { contains(found, text, $0) }
            case "excludes": parts.allSatisfy { !contains(found, text, $0) }
            case "one_of": parts.contains { equal(found ?? .null, $0) }
            case "at_least": (found?.double ?? -.infinity) >= (argument.double ?? .infinity)
            case "at_most": (found?.double ?? .infinity) <= (argument.double ?? -.infinity)
            case "present": (found.map { $0 != .null } ?? false) == (argument.bool ?? true)
            case "count": Int64(found?.list?.count ?? -1) == argument.int
            default: matches(text, argument.text ?? "")
            }
        return isGood ? nil : expected("\(word) \(JSON.text(argument))", found)
    }

    private static func expected(_ wanted: String, _ found: Value?) -> String {
        "expected \(wanted), found \(found.map(JSON.text) ?? "nothing")"
    }

    private static func contains(_ found: Value?, _ text: String, _ part: Value) -> Bool {
        if let list = found?.list { return list.contains { equal($0, part) } }
        return text.contains(part.text ?? JSON.text(part))
    }

    private static func matches(_ text: String, _ pattern: String) -> Bool {
        guard let expression = try? Regex(pattern) else { return false }
        return text.firstMatch(of: expression) != nil
    }

    /// 20 and 20.0 are one number; a time equals its text.
    static func equal(_ found: Value, _ wanted: Value) -> Bool {
        if found == wanted { return true }
        if let a = found.double, let b = wanted.double { return a == b }
        if case .timestamp(let time) = found, let text = wanted.text { return Timestamp(text) == time }
        return false
    }
}
