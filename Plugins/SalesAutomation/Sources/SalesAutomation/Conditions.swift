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
    let tests: [String: [Test]]

    /// `limits`: numbers that a rule may name instead of repeating.
    init(_ written: Value?, limits: [String: Double] = [:]) throws(Fault) {
        var tests: [String: [Test]] = [:]
        for (name, wanted) in written?.map ?? [:] {
            guard case .map(let entries) = wanted else {
                tests[name] = [.oneOf(wanted.list ?? [wanted])]
                continue
            }
            for (word, operand) in entries {
                tests[name, default: []].append(try Self.test(word, operand, of: name, limits))
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
        tests.allSatisfy { name, tests in tests.allSatisfy { Self.holds($0, facts.values(name)) } }
    }

    /// A fact may have several values: any of them will do.
    private static func holds(_ test: Test, _ values: [Value]) -> Bool {
        switch test {
        case .oneOf(let wanted): values.contains { value in wanted.contains { $0.isSame(as: value) } }
        case .noneOf(let unwanted):
            !values.contains { value in unwanted.contains { $0.isSame(as: value) } }
        case .above(let bound): values.contains { $0.double.map { $0 > bound } ?? false }
        case .atLeast(let bound): values.contains { $0.double.map { $0 >= bound } ?? false }
        case .atMost(let bound): values.contains { $0.double.map { $0 <= bound } ?? false }
        case .below(let bound): values.contains { $0.double.map { $0 < bound } ?? false }
        }
    }
}

/// What rules look at.
struct Facts: Sendable {
    private var entries: [String: Value]

    init(_ entries: [String: Value?]) { self.entries = entries.compactMapValues { $0 } }

    func values(_ name: String) -> [Value] { entries[name].map { $0.list ?? [$0] } ?? [] }

    func adding(_ record: [String: Value]) -> Facts {
        var facts = self
        facts.entries.merge(record) { own, _ in own }
        return facts
    }
}

extension Value {
    /// 20 and 20.0 are one number, VIP and vip one word.
    fileprivate func isSame(as other: Value) -> Bool {
        if let a = double, let b = other.double { return a == b }
        if let a = text, let b = other.text { return a.lowercased() == b.lowercased() }
        return self == other
    }
}
