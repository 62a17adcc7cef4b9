import ConciergeCore
import Language

extension Entity {
    /// As skills and traces see it; what is not so is left out.
    var contextValue: ConciergeCore.Value {
        var map: [String: ConciergeCore.Value] = [
            "kind": .text(kind.rawValue), "text": .text(text), "start": .int(Int64(span.lowerBound)),
            "end": .int(Int64(span.upperBound)), "value": value.contextValue,
        ]
        if isNegated { map["negated"] = true }
        if isHypothetical { map["hypothetical"] = true }
        if confidence < 1 { map["confidence"] = .double(confidence) }
        return .map(map)
    }
}

extension Entity.Value {
    fileprivate var contextValue: ConciergeCore.Value {
        switch self {
        case .text(let text): return .text(text)
        case .products(let products):
            let all = products.map { ["id": .text($0.id), "name": .text($0.name)] as ConciergeCore.Value }
            guard all.count > 1, case .map(var first)? = all.first else { return all.first ?? .null }
            first["others"] = .list(Array(all.dropFirst()))
            return .map(first)
        case .quantity(let quantity):
            return .map(quantity.amount.members.adding("unit", quantity.unit))
        case .money(let money):
            return .map(money.amount.members.adding("currency", money.currency))
        case .specification(let specification):
            let members = specification.amount?.members ?? [:]
            return .map(
                members.adding("name", specification.name).adding("unit", specification.unit)
                    .adding("code", specification.code))
        case .date(let date): return .map(date.members)
        }
    }
}

extension Entity.Bounds {
    /// `amount` where there is one number, else `from` and `to`.
    fileprivate var members: [String: ConciergeCore.Value] {
        var members: [String: ConciergeCore.Value] = [:]
        if let lower, lower == upper {
            members["amount"] = .number(lower)
        } else {
            members["from"] = lower.map(ConciergeCore.Value.number)
            members["to"] = upper.map(ConciergeCore.Value.number)
        }
        if isApproximate { members["approximate"] = true }
        return members
    }
}

extension Entity.DateSpan {
    fileprivate var members: [String: ConciergeCore.Value] {
        var members: [String: ConciergeCore.Value] = [:]
        members["from"] = first.map { .text($0.written) }
        members["to"] = last.map { .text($0.written) }
        members["time"] = minuteOfDay.map { .text("\(Day.two($0 / 60)):\(Day.two($0 % 60))") }
        if isDeadline { members["deadline"] = true }
        return members
    }
}

extension Day {
    /// `2026-03-15`.
    fileprivate var written: String {
        "\(Self.two(year / 100))\(Self.two(year % 100))-\(Self.two(month))-\(Self.two(day))"
    }

    fileprivate static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension [String: ConciergeCore.Value] {
    fileprivate func adding(_ key: String, _ text: String?) -> Self {
        guard let text else { return self }
        return merging([key: .text(text)]) { $1 }
    }
}
