extension Array where Element: Equatable {
    /// Where it differs from an older one: what lies between the equal ones at both ends, in either.
    func changes(since old: Self) -> (old: Range<Int>, new: Range<Int>) {
        let shorter = Swift.min(old.count, count)
        let head = (0..<shorter).first { old[$0] != self[$0] } ?? shorter
        let tail =
            (0..<shorter - head).first { old[old.count - 1 - $0] != self[count - 1 - $0] } ?? shorter - head
        return (head..<old.count - tail, head..<count - tail)
    }
}

extension Array where Element: Hashable {
    /// Each once, in its first place.
    var uniqued: Self {
        guard count > 1 else { return self }
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
