/// How two models read the sentences that were held out of both, and that mean the same to both.
public struct IntentComparison: Sendable, Equatable {
    public private(set) var count = 0
    /// How many of them the older one read correctly.
    public private(set) var rightBefore = 0
    /// By label, how many the older one read correctly and the newer one does not.
    public private(set) var lost: [String: Int] = [:]
    /// How many it is the other way round.
    public private(set) var gained = 0

    /// Where they differ only by chance, one in twenty differs so much: McNemar's test, corrected for continuity.
    private static let byChance = 1.645

    /// What only one of them was taught counts for nothing: what a new intent takes from the old ones shows in their
    /// sentences, and how hard it is by itself is nobody's fault.
    public init(of new: IntentExam, with old: IntentExam) {
        for label in Set(old.right.keys).union(old.wrong.keys) {
            let right = Set(new.right[label] ?? [])
            let wrong = Set(new.wrong[label] ?? [])
            let (rightBefore, wrongBefore) = (Set(old.right[label] ?? []), Set(old.wrong[label] ?? []))
            let lost = rightBefore.intersection(wrong).count
            let gained = wrongBefore.intersection(right).count
            self.rightBefore += rightBefore.intersection(right).count + lost
            count += rightBefore.union(wrongBefore).intersection(right.union(wrong)).count
            self.gained += gained
            if lost > 0 { self.lost[label] = lost }
        }
    }

    /// How many the newer one reads correctly.
    public var right: Int { rightBefore - losses + gained }
    private var losses: Int { lost.values.reduce(0, +) }

    /// Whether the newer one reads more than this share of them worse on the whole, and hardly by chance.
    public func isWorse(byMoreThan share: Double) -> Bool {
        let surplus = Double(losses - gained)
        return surplus > share * Double(count)
            && surplus - 1 > Self.byChance * Double(losses + gained).squareRoot()
    }
}
