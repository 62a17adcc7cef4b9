import ConciergeCore

/// A script's text with what it computes: `每天不到{{order_amount / 730 | ceil}}元`.
struct ScriptText: Sendable, Equatable {
    private enum Part: Sendable, Equatable {
        case text(String)
        case formula(Formula)
    }

    private var parts: [Part] = []

    init(_ written: String) throws(Formula.Fault) {
        var rest = written[...]
        while let start = rest.firstRange(of: "{{") {
            parts.append(.text(String(rest[..<start.lowerBound])))
            rest = rest[start.upperBound...]
            guard let end = rest.firstRange(of: "}}") else {
                throw Formula.Fault(message: "'{{\(rest.prefix(40))' is never closed; add '}}'")
            }
            parts.append(.formula(try Formula(String(rest[..<end.lowerBound]))))
            rest = rest[end.upperBound...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
    }

    /// The values it needs.
    var names: Set<String> {
        parts.reduce(into: []) { names, part in
            if case .formula(let formula) = part { names.formUnion(formula.names) }
        }
    }

    /// Nil when a value it needs is not known: half a sentence is worse than none.
    func said(_ values: [String: Value]) -> String? {
        var said = ""
        for part in parts {
            switch part {
            case .text(let text): said += text
            case .formula(.name(let name)) where values[name]?.text != nil: said += values[name]?.text ?? ""
            case .formula(let formula):
                guard let number = formula.result({ values[$0]?.double }) else { return nil }
                said += Self.written(number)
            }
        }
        return said
    }

    /// Two places behind the point at most, and none that say nothing.
    private static func written(_ number: Double) -> String {
        let hundredths = (abs(number) * 100).rounded()
        guard let count = Int64(exactly: hundredths) else { return "\(number)" }
        let sign = number < 0 && count > 0 ? "-" : ""
        let (whole, part) = count.quotientAndRemainder(dividingBy: 100)
        guard part > 0 else { return "\(sign)\(whole)" }
        let digits = part % 10 == 0 ? "\(part / 10)" : part < 10 ? "0\(part)" : "\(part)"
        return "\(sign)\(whole).\(digits)"
    }
}
