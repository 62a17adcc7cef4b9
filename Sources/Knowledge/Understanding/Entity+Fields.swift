public import ConciergeCore
public import Language

extension Entity {
    /// As skills, traces and programs see it: `{kind, text, span, value, negated, hypothetical, confidence}`.
    public var fields: ConciergeCore.Value {
        [
            "kind": .text(kind.rawValue), "text": .text(text),
            "span": [.int(Int64(span.lowerBound)), .int(Int64(span.upperBound))], "value": value.fields,
            "negated": .bool(isNegated), "hypothetical": .bool(isHypothetical),
            "confidence": .double(confidence),
        ]
    }
}

extension Entity.Value {
    /// Names what is known; what is open or unsaid is left out.
    fileprivate var fields: Value {
        switch self {
        case .products(let products):
            .list(products.map { ["id": .text($0.id), "name": .text($0.name)] })
        case .quantity(let quantity):
            .compact(quantity.amount.fields.merging(["unit": quantity.unit.map { .text($0) }]) { $1 })
        case .money(let money):
            .compact(money.amount.fields.merging(["currency": money.currency.map { .text($0) }]) { $1 })
        case .specification(let specification): specification.fields
        case .date(let span): span.fields
        case .text(let text): .text(text)
        }
    }
}

extension Entity.Bounds {
    fileprivate var fields: [String: Value?] {
        [
            "from": lower.map { .double($0) }, "to": upper.map { .double($0) },
            "approximate": isApproximate ? true : nil,
        ]
    }
}

extension Entity.Specification {
    fileprivate var fields: Value {
        let own: [String: Value?] = [
            "name": name.map { .text($0) }, "unit": unit.map { .text($0) }, "code": code.map { .text($0) },
        ]
        return .compact(own.merging(amount?.fields ?? [:]) { $1 })
    }
}

extension Entity.DateSpan {
    fileprivate var fields: Value {
        .compact([
            "from": first.map { .text($0.written) }, "to": last.map { .text($0.written) },
            "minute_of_day": minuteOfDay.map { .int(Int64($0)) },
            "deadline": isDeadline ? true : nil,
        ])
    }
}

extension Day {
    /// `2026-03-11`.
    fileprivate var written: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = "\(number)"
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
