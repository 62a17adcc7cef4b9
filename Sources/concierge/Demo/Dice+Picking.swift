/// What is as likely as its share says.
protocol Shared {
    var share: Int { get }
}

extension Dice {
    /// The numbers of one of many, which has them to itself.
    init(seed: Int, number: Int) {
        self.init(seed: UInt64(truncatingIfNeeded: seed) << 32 ^ UInt64(truncatingIfNeeded: number))
    }

    mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }
    mutating func pick(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }
    mutating func percent(_ share: Int) -> Bool { below(100) < share }

    mutating func pick<Item: Shared>(_ items: [Item]) -> Item { pick(items, by: items.map(\.share)) }

    mutating func pick<Item>(_ items: [Item], by shares: [Int]) -> Item {
        var rest = below(shares.reduce(0, +))
        for (item, share) in zip(items, shares) {
            rest -= share
            if rest < 0 { return item }
        }
        return items[items.count - 1]
    }
}
