/// Which places of a text are taken already, so that of overlapping readings the first offered is kept.
struct Occupancy {
    private var isTaken: [Bool]

    init(_ count: Int) { isTaken = [Bool](repeating: false, count: count) }

    func overlaps(_ range: Range<Int>) -> Bool {
        isTaken[range.clamped(to: isTaken.indices)].contains(true)
    }

    /// Takes a range; false when a part of it is taken.
    mutating func take(_ range: Range<Int>) -> Bool {
        if overlaps(range) { return false }
        for index in range.clamped(to: isTaken.indices) { isTaken[index] = true }
        return true
    }
}

/// Ranges from left to right, none inside another.
struct SortedRanges {
    private let ranges: [Range<Int>]

    init(_ ranges: [Range<Int>]) { self.ranges = ranges }

    /// The first that begins at a place or after it.
    func first(from place: Int) -> Range<Int>? {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) >> 1
            if ranges[middle].lowerBound < place { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count ? ranges[low] : nil
    }

    func begins(at place: Int) -> Range<Int>? {
        first(from: place).flatMap { $0.lowerBound == place ? $0 : nil }
    }
}
