/// Names as people type them.
public enum Spelling {
    /// `-` and `_` are the same in names, and so are the two cases.
    public static func folded(_ name: String) -> String {
        String(name.map { $0 == "-" ? "_" : Character($0.lowercased()) })
    }

    /// The known name that was most likely meant, if one is near enough.
    public static func nearest(_ name: String, in known: some Sequence<String>) -> String? {
        let typed = Array(folded(name).prefix(64))
        let limit = max(1, typed.count / 3)
        var best: (name: String, distance: Int)?
        for candidate in known {
            let distance = distance(typed, Array(folded(candidate).prefix(64)))
            guard distance <= limit, distance < best?.distance ?? .max else { continue }
            best = (candidate, distance)
        }
        return best?.name
    }

    /// `did you mean 'port'?`, or the mend for a name that is near no known one.
    public static func mend(_ name: String, known: [String], otherwise: String) -> String {
        nearest(name, in: known).map { "did you mean '\($0)'?" } ?? otherwise
    }

    /// Names as a message gives them: `'id', 'customer'`.
    public static func listed(_ names: some Sequence<String>) -> String {
        names.map { "'\($0)'" }.joined(separator: ", ")
    }

    // Damerau-Levenshtein, optimal string alignment: a swap of neighbours counts as one slip.
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var before: [Int] = []
        var previous = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var cost = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
                row.append(cost)
            }
            before = previous
            previous = row
        }
        return previous[b.count]
    }
}

/// A skill's name; `sales-automation` and `sales_automation` are one.
public struct SkillName: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// As it was written.
    public let text: String

    public init(_ text: String) { self.text = text }
    public init(stringLiteral text: String) { self.text = text }

    public var description: String { text }

    public static func == (a: Self, b: Self) -> Bool { Spelling.folded(a.text) == Spelling.folded(b.text) }
    public func hash(into hasher: inout Hasher) { hasher.combine(Spelling.folded(text)) }
}
