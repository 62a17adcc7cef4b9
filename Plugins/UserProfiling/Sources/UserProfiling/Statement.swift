import SkillKit

/// A value of a profile as somebody stated it.
struct Statement: Sendable, Hashable {
    let field: String
    let value: Value
    /// How sure it is, 0 to 1.
    let confidence: Double
}

/// Reads what a customer says of himself.
struct StatementReader: Sendable {
    let settings: Settings

    func statements(in message: String, _ mentions: [Mention], intents: [String]) -> [Statement] {
        var found: [Statement] = []
        for field in ["industry", "company"] {
            guard let mention = mentions.last(where: { $0.kind == field && !$0.isNegated }),
                mention.value.text != nil
            else { continue }
            found.append(
                Statement(field: field, value: mention.value, confidence: certainty(mention, message)))
        }
        if let scale = scale(in: message, mentions, intents: intents) { found.append(scale) }
        if let role = role(in: message) {
            found.append(Statement(field: "role", value: .text(role), confidence: 1))
        }
        return found
    }

    /// What is asked of us, or only supposed, is hardly said of oneself.
    private func certainty(_ mention: Mention, _ message: String) -> Double {
        let isClear =
            !mention.isHypothetical && settings.aboutYou.first(in: mention.clause(of: message)) == nil
        return isClear ? mention.confidence : min(mention.confidence, settings.supposed)
    }

    /// A quantity, or an amount, of which the message says that it is to be bought.
    private func scale(in message: String, _ mentions: [Mention], intents: [String]) -> Statement? {
        let known = mentions.filter { !$0.isNegated }
        let counted = known.filter { $0.kind == "quantity" }
        guard
            let mention = counted.last(where: { $0.value["unit"] != nil })
                ?? known.last(where: { $0.kind == "money" }) ?? counted.last,
            !settings.buying.intents.isDisjoint(with: intents)
                || settings.buying.words.first(in: message) != nil
        else { return nil }
        return Statement(
            field: "purchase_scale", value: .text(Self.written(mention)),
            confidence: mention.isHypothetical ? settings.supposed : mention.confidence)
    }

    /// 五十台 as 50台; what is no one number, as it was written.
    private static func written(_ mention: Mention) -> String {
        guard let unit = mention.value["unit"]?.text, let amount = mention.value["amount"]?.double,
            let count = Int64(exactly: amount)
        else { return mention.text }
        return unit.utf8.allSatisfy { $0 < 128 } ? "\(count) \(unit)" : "\(count)\(unit)"
    }

    /// A title in a clause that says who one is.
    private func role(in message: String) -> String? {
        for clause in Clauses.of(message) {
            let bytes = Array(clause.lowercased().utf8)
            guard settings.role.statements.contains(where: { Self.holds(bytes, $0) }),
                settings.role.denials.first(in: clause) == nil
            else { continue }
            if let title = settings.role.titles.first(where: { $0.words.first(in: clause) != nil }) {
                return title.name
            }
        }
        return nil
    }

    /// By bytes: comparing characters took a fifth of the skill's time.
    private static func holds(_ clause: [UInt8], _ part: [UInt8]) -> Bool {
        guard let first = part.first, clause.count >= part.count else { return false }
        return (0...(clause.count - part.count)).contains {
            clause[$0] == first && clause[$0..<($0 + part.count)].elementsEqual(part)
        }
    }
}
