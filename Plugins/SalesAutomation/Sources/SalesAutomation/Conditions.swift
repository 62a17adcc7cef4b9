import SkillKit

/// What must hold for a rule: `{ tier: [VIP], order_amount: { above: 500000 } }`. A value that is not known fulfils nothing.
struct Conditions: Sendable {
    enum Test: Sendable, Hashable {
        case oneOf([Value])
        case noneOf([Value])
        case above(Double)
        case atLeast(Double)
        case atMost(Double)
        case below(Double)
    }

    /// Why something is no condition; the mend included.
    struct Fault: Error { let path: [String], message: String }

    static let words = ["none_of", "above", "at_least", "at_most", "below"]
    let tests: [(name: String, test: Test)]

    /// `limits`: numbers that a rule may name instead of repeating.
    init(_ written: Value?, limits: [String: Double] = [:]) throws(Fault) {
        var tests: [(name: String, test: Test)] = []
        for (name, wanted) in (written?.map ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard case .map(let entries) = wanted else {
                tests.append((name, .oneOf(wanted.list ?? [wanted])))
                continue
            }
            for (word, operand) in entries {
                tests.append((name, try Self.test(word, operand, of: name, limits)))
            }
        }
        self.tests = tests
    }

    private static func test(
        _ word: String, _ operand: Value, of name: String, _ limits: [String: Double]
    ) throws(Fault) -> Test {
        if word == "none_of" { return .noneOf(operand.list ?? [operand]) }
        guard words.contains(word) else {
            throw Fault(
                path: [name, word],
                message: "unknown operator '\(word)'; known are \(words.joined(separator: " "))")
        }
        guard let bound = operand.double ?? operand.text.flatMap({ limits[$0] }) else {
            let known = limits.keys.sorted().joined(separator: ", ")
            throw Fault(
                path: [name, word],
                message: "'\(operand.text ?? "")' is no number; write digits, or one of \(known)")
        }
        return switch word {
        case "above": .above(bound)
        case "at_least": .atLeast(bound)
        case "at_most": .atMost(bound)
        default: .below(bound)
        }
    }

    func hold(_ facts: Facts) -> Bool {
        tests.allSatisfy { name, test in Self.holds(test, facts[name]) }
    }

    /// A fact may have several values: any of them will do.
    private static func holds(_ test: Test, _ value: Value?) -> Bool {
        switch test {
        case .noneOf(let unwanted): !(value?.isAny(of: unwanted) ?? false)
        case .oneOf(let wanted): value?.isAny(of: wanted) ?? false
        case .above(let bound): value?.double.map { $0 > bound } ?? false
        case .atLeast(let bound): value?.double.map { $0 >= bound } ?? false
        case .atMost(let bound): value?.double.map { $0 <= bound } ?? false
        case .below(let bound): value?.double.map { $0 < bound } ?? false
        }
    }
}

/// What rules look at.
struct Facts: Sendable {
    // A handful, made anew with each message: looked through faster than a dictionary is made.
    private let entries: [(name: String, value: Value)]
    private var record: [String: Value] = [:]

    init(_ entries: KeyValuePairs<String, Value?>) {
        self.entries = entries.compactMap { name, value in value.map { (name, $0) } }
    }

    subscript(name: String) -> Value? {
        entries.first { $0.name == name }?.value ?? record[name]
    }

    func adding(_ record: [String: Value]) -> Facts {
        var facts = self
        facts.record = record
        return facts
    }
}

extension Value {
    fileprivate func isAny(of others: [Value]) -> Bool {
        if case .list(let items) = self { return items.contains { $0.isAny(of: others) } }
        return others.contains { isSame(as: $0) }
    }

    /// 20 and 20.0 are one number, VIP and vip one word.
    private func isSame(as other: Value) -> Bool {
        switch (self, other) {
        case (.text(let a), .text(let b)):
            return a.utf8.count == b.utf8.count && zip(a.utf8, b.utf8).allSatisfy { $0.folded == $1.folded }
        default:
            if let a = double, let b = other.double { return a == b }
            return self == other
        }
    }
}
