public import ConciergeCore

/// What must hold of one value, such as `order_amount: "> 100000"`.
public struct Condition: Sendable, Equatable {
    public enum Test: Sendable, Equatable {
        case above(Double), atLeast(Double), below(Double), atMost(Double)
        case equals(Value), differs(Value)
        case oneOf([Value])
        case between(Double, Double)
    }

    public var name: String
    public var test: Test

    /// False for a value that is not known.
    public func holds(_ values: [String: Value]) -> Bool {
        guard let value = values[name], value != .null else { return false }
        switch test {
        case .equals(let wanted): return value.isSame(as: wanted)
        case .differs(let unwanted): return !value.isSame(as: unwanted)
        case .oneOf(let wanted): return wanted.contains { value.isSame(as: $0) }
        case .above(let bound): return value.double.map { $0 > bound } ?? false
        case .atLeast(let bound): return value.double.map { $0 >= bound } ?? false
        case .below(let bound): return value.double.map { $0 < bound } ?? false
        case .atMost(let bound): return value.double.map { $0 <= bound } ?? false
        case .between(let lower, let upper): return value.double.map { $0 >= lower && $0 <= upper } ?? false
        }
    }

    /// As skills read it: `{name, operator, value}`.
    public var value: Value {
        let (sign, operand): (String, Value) =
            switch test {
            case .above(let bound): (">", .number(bound))
            case .atLeast(let bound): (">=", .number(bound))
            case .below(let bound): ("<", .number(bound))
            case .atMost(let bound): ("<=", .number(bound))
            case .equals(let wanted): ("==", wanted)
            case .differs(let unwanted): ("!=", unwanted)
            case .oneOf(let wanted): ("in", .list(wanted))
            case .between(let lower, let upper): ("between", [.number(lower), .number(upper)])
            }
        return ["name": .text(name), "operator": .text(sign), "value": operand]
    }
}

extension Value {
    fileprivate func isSame(as other: Value) -> Bool {
        if let a = double, let b = other.double { return a == b }
        return self == other
    }
}
