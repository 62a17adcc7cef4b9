import SkillKit

/// Something that the host found named in a message.
struct Mention: Sendable {
    let kind: String
    let text: String
    let value: Value
    /// In Unicode scalars of the message.
    let start: Int
    let isNegated: Bool
    let isHypothetical: Bool
    let confidence: Double

    init?(_ entity: Value) {
        guard let kind = entity["kind"]?.text, let value = entity["value"] else { return nil }
        self.kind = kind
        self.value = value
        text = entity["text"]?.text ?? ""
        start = entity.integer("start")
        isNegated = entity["negated"]?.bool ?? false
        isHypothetical = entity["hypothetical"]?.bool ?? false
        confidence = entity["confidence"]?.double ?? 1
    }

    /// The part of a message it stands in, up to the next mark, and that mark.
    func clause(of message: String) -> (text: String, mark: Unicode.Scalar?) {
        let scalars = Array(message.unicodeScalars)
        let place = min(start, scalars.count)
        let from = scalars[..<place].lastIndex(where: Clauses.ends).map { $0 + 1 } ?? 0
        let to = scalars[place...].firstIndex(where: Clauses.ends) ?? scalars.count
        var clause = String.UnicodeScalarView()
        clause.append(contentsOf: scalars[from..<to])
        return (String(clause), to < scalars.count ? scalars[to] : nil)
    }
}

/// The parts of a message between its marks.
enum Clauses {
    static func ends(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "，", "。", "！", "？", "；", ",", ".", "!", "?", ";", "\n": true
        default: false
        }
    }

    static func of(_ message: String) -> [String] {
        message.unicodeScalars.split(whereSeparator: ends).map { String(String.UnicodeScalarView($0)) }
    }
}
