/// Which places of a text are taken, by readings of which the first offered is kept, or by a denial.
struct Occupancy {
    private var isTaken: [Bool]

    init(_ count: Int) { isTaken = [Bool](repeating: false, count: count) }

    func overlaps(_ range: Range<Int>) -> Bool {
        isTaken[range.clamped(to: isTaken.indices)].contains(true)
    }

    /// Takes a range; false when a part of it is taken.
    mutating func take(_ range: Range<Int>) -> Bool {
        if overlaps(range) { return false }
        fill(range)
        return true
    }

    mutating func fill(_ range: Range<Int>) {
        for index in range.clamped(to: isTaken.indices) { isTaken[index] = true }
    }

    func contains(_ place: Int) -> Bool { isTaken.indices.contains(place) && isTaken[place] }
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
