/// How a model read sentences that were held out of its making: of those it learnt from it says nothing.
public struct IntentExam: Sendable, Equatable {
    /// By label the keys of the sentences that were read correctly.
    public internal(set) var right: [String: [UInt64]] = [:]
    /// By label the keys of those that were taken for something else.
    public internal(set) var wrong: [String: [UInt64]] = [:]

    public init() {}

    public mutating func add(_ key: UInt64, of label: String, isRight: Bool) {
        if isRight { right[label, default: []].append(key) } else { wrong[label, default: []].append(key) }
    }

    /// How much of them was read correctly.
    public var accuracy: Double {
        let (right, wrong) = (right.values.joined().count, wrong.values.joined().count)
        return Double(right) / Double(max(1, right + wrong))
    }
}
