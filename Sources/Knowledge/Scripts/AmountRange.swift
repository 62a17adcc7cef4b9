import ConciergeCore

/// The amounts that the conditions of a script let through.
struct AmountRange: Equatable {
    static let name = "order_amount"
    private(set) var lower = 0.0
    private(set) var upper = Double.infinity
    private var isLowerOut = true
    private var isUpperOut = true

    init(_ conditions: [Condition]) {
        for condition in conditions where condition.name == Self.name { narrow(condition.test) }
    }

    /// What to try a claim on: the ends, and between them enough to find where it turns false.
    var samples: [Double] {
        let first = isLowerOut ? lower + 1 : lower
        let last = upper.isFinite ? (isUpperOut ? max(first, upper - 1) : upper) : max(first * 10_000, 1e9)
        let steps = 200.0
        return (0...Int(steps)).map { step in
            (first + (last - first) * (Double(step) / steps)).rounded()
        } + (0..<40).map { first + Double($0) * 97 }.filter { $0 <= last }
    }

    func contains(_ amount: Double) -> Bool {
        (isLowerOut ? amount > lower : amount >= lower) && (isUpperOut ? amount < upper : amount <= upper)
    }

    private mutating func narrow(_ test: Condition.Test) {
        switch test {
        case .above(let bound): raise(to: bound, isOut: true)
        case .atLeast(let bound): raise(to: bound, isOut: false)
        case .below(let bound): cut(to: bound, isOut: true)
        case .atMost(let bound): cut(to: bound, isOut: false)
        case .between(let low, let high):
            raise(to: low, isOut: false)
            cut(to: high, isOut: false)
        case .equals(let value): narrow(to: [value])
        case .oneOf(let values): narrow(to: values)
        case .differs: break
        }
    }

    private mutating func narrow(to values: [Value]) {
        let numbers = values.compactMap(\.double)
        guard let low = numbers.min(), let high = numbers.max() else { return }
        raise(to: low, isOut: false)
        cut(to: high, isOut: false)
    }

    private mutating func raise(to bound: Double, isOut: Bool) {
        guard bound > lower || (bound == lower && isOut) else { return }
        (lower, isLowerOut) = (bound, isOut)
    }

    private mutating func cut(to bound: Double, isOut: Bool) {
        guard bound < upper || (bound == upper && isOut) else { return }
        (upper, isUpperOut) = (bound, isOut)
    }
}
