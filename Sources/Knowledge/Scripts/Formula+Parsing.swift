import ConciergeCore

extension Formula {
    /// Why something is no formula; the mend included.
    struct Fault: Error, Equatable { let message: String }

    init(_ written: String) throws(Fault) {
        var reader = FormulaReader(written)
        self = try reader.formula()
    }
}

/// Reads `sum ("|" filter)*`, in which `*` and `/` bind closer than `+` and `-`.
private struct FormulaReader {
    private let written: String
    private var rest: Substring
    private var depth = 0
    /// Nobody writes more; a deeper one would overrun the stack.
    private static let deepest = 32

    init(_ written: String) {
        self.written = written
        rest = written[...]
    }

    mutating func formula() throws(Formula.Fault) -> Formula {
        var formula = try sum()
        while take("|") {
            let name = word()
            guard let filter = Formula.Filter(rawValue: name) else {
                let known = Formula.Filter.allCases.map(\.rawValue)
                let mend = Spelling.mend(
                    name, known: known, otherwise: "known are \(known.joined(separator: " "))")
                throw fault("has the unknown filter '\(name)'; \(mend)")
            }
            formula = .filtered(formula, filter)
        }
        guard let odd = next else { return formula }
        throw fault("has the unknown operator '\(odd)'; known are + - * / | ( )")
    }

    private mutating func sum() throws(Formula.Fault) -> Formula {
        var left = try product()
        while let operation = operation(among: [.plus, .minus]) {
            left = .of(operation, left, try product())
        }
        return left
    }

    private mutating func product() throws(Formula.Fault) -> Formula {
        var left = try term()
        while let operation = operation(among: [.times, .over]) {
            let right = try term()
            if operation == .over, right.result({ _ in nil }) == 0 {
                throw fault("divides by 0, so it is never said; write what to divide by")
            }
            left = .of(operation, left, right)
        }
        return left
    }

    private mutating func term() throws(Formula.Fault) -> Formula {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw fault("is nested too deeply; write it flatter") }
        if take("(") {
            let inner = try sum()
            guard take(")") else { throw fault("has a '(' that is never closed; add ')'") }
            return inner
        }
        if take("-") { return .of(.minus, .number(0), try term()) }
        let word = word()
        guard let first = word.first else {
            throw fault("lacks a number or a name; write it as {{order_amount / 730 | ceil}}")
        }
        guard first.isNumber else { return .name(word) }
        guard let number = Double(word) else {
            throw fault("has '\(word)', which is no number; write digits")
        }
        return .number(number)
    }

    private mutating func operation(among known: [Formula.Operation]) -> Formula.Operation? {
        guard let sign = next, let operation = Formula.Operation(rawValue: sign), known.contains(operation)
        else { return nil }
        rest.removeFirst()
        return operation
    }

    private var next: Character? {
        mutating get {
            rest = rest.drop { $0.isWhitespace }
            return rest.first
        }
    }

    private mutating func take(_ sign: Character) -> Bool {
        guard next == sign else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func word() -> String {
        _ = next
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
        rest.removeFirst(word.count)
        return String(word)
    }

    private func fault(_ complaint: String) -> Formula.Fault {
        Formula.Fault(message: "'{{\(written.prefix(80))}}' \(complaint)")
    }
}
