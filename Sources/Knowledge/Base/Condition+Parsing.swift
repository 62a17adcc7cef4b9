import ConciergeCore

extension Condition {
    /// Why something is no condition; the mend included.
    struct Fault: Error { let message: String }

    static let operators = [">", ">=", "<", "<=", "==", "!=", "in", "between"]
    private static let slips = [
        "=": "==", "=>": ">=", "=<": "<=", "<>": "!=", "≥": ">=", "≤": "<=", "＞": ">", "＜": "<",
    ]

    /// `"> 100000"`, `"in a, b"`, `"between 1 and 2"`; a list is `in`, anything else must be equal.
    init(_ name: String, _ written: Value) throws(Fault) {
        self.name = name
        switch written {
        case .text(let text): test = try Self.test(text, of: name)
        case .list(let values): test = .oneOf(try Self.list(.list(values), of: name))
        case .map(let entries):
            guard let (sign, operand) = entries.first, entries.count == 1 else {
                throw Fault(message: "'\(name)' must have one operator; write it as \"> 100\"")
            }
            test = try Self.test(sign, operand, of: name)
        default: test = .equals(written)
        }
    }

    private static func test(_ text: String, of name: String) throws(Fault) -> Test {
        let text = text.trimmed
        let sign = String(text.prefix { "<>=!~≥≤＞＜".contains($0) })
        guard sign.isEmpty else {
            return try test(sign, .text(String(text.dropFirst(sign.count)).trimmed), of: name)
        }
        let word = String(text.prefix { $0.isLetter })
        let rest = String(text.dropFirst(word.count))
        if operators.contains(word.lowercased()), rest.first == " " || rest.first == "[" {
            return try test(word.lowercased(), .text(rest.trimmed), of: name)
        }
        // "above 100": a word before a number means to compare.
        if !word.isEmpty, rest.first == " ", rest.trimmed.first?.isNumber ?? false {
            throw unknown(word, of: name)
        }
        guard !text.isEmpty else {
            throw Fault(message: "'\(name)' is empty; write what must hold, such as \"> 100\"")
        }
        return .equals(scalar(text))
    }

    private static func test(_ sign: String, _ operand: Value, of name: String) throws(Fault) -> Test {
        switch sign {
        case ">": return .above(try number(operand, of: name))
        case ">=": return .atLeast(try number(operand, of: name))
        case "<": return .below(try number(operand, of: name))
        case "<=": return .atMost(try number(operand, of: name))
        case "==": return .equals(try single(operand, of: name))
        case "!=": return .differs(try single(operand, of: name))
        case "in": return .oneOf(try list(operand, of: name))
        case "between": return try range(operand, of: name)
        default: throw unknown(sign, of: name)
        }
    }

    private static func unknown(_ sign: String, of name: String) -> Fault {
        let mend =
            slips[sign].map { "did you mean '\($0)'?" } ?? "known are \(operators.joined(separator: " "))"
        return Fault(message: "unknown operator '\(sign)' in '\(name)'; \(mend)")
    }

    private static func number(_ operand: Value, of name: String) throws(Fault) -> Double {
        if let number = operand.double { return number }
        let text = operand.text ?? ""
        guard let number = Double(text.filter { $0 != "," && $0 != "_" }), number.isFinite else {
            throw Fault(
                message: "'\(name)' is compared with '\(text.prefix(80))', which is no number; write digits")
        }
        return number
    }

    private static func single(_ operand: Value, of name: String) throws(Fault) -> Value {
        guard let text = operand.text else { return operand }
        guard !text.isEmpty else { throw Fault(message: "'\(name)' is compared with nothing; write a value") }
        return scalar(text)
    }

    private static func list(_ operand: Value, of name: String) throws(Fault) -> [Value] {
        if let values = operand.list, !values.isEmpty {
            guard let odd = values.first(where: { $0.list != nil || $0.map != nil || $0 == .null }) else {
                return values
            }
            throw Fault(
                message: "'\(name)' is in a list with \(odd.shown), which is no value; write \"in a, b\"")
        }
        let words = parts(operand.text ?? "").map(scalar)
        guard !words.isEmpty else { throw Fault(message: "'\(name)' is in nothing; write \"in a, b\"") }
        return words
    }

    private static func range(_ operand: Value, of name: String) throws(Fault) -> Test {
        let ends = operand.list ?? parts((operand.text ?? "").replacing(" and ", with: ",")).map(Value.text)
        guard ends.count == 2 else {
            throw Fault(message: "'\(name)' must lie between two numbers; write \"between 1 and 2\"")
        }
        let (lower, upper) = (try number(ends[0], of: name), try number(ends[1], of: name))
        guard lower <= upper else {
            throw Fault(
                message:
                    "'\(name)' lies between \(ends[0].shown) and \(ends[1].shown), which holds for nothing; swap them"
            )
        }
        return .between(lower, upper)
    }

    private static func parts(_ text: String) -> [String] {
        text.filter { $0 != "[" && $0 != "]" }.split { $0 == "," || $0 == "，" }.map(\.trimmed).filter {
            !$0.isEmpty
        }
    }

    private static func scalar(_ text: String) -> Value {
        let bare = text.filter { $0 != "\"" && $0 != "'" }
        if bare.count < text.count { return .text(bare) }
        if let flag = Bool(text) { return .bool(flag) }
        return Double(text).map(Value.number) ?? .text(text)
    }
}

extension Value {
    fileprivate var shown: String { text ?? JSON.text(self) }
}
