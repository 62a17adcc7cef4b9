import SkillKit

/// A value of a profile as somebody stated it.
struct Statement: Sendable, Hashable {
    let field: String
    let value: Value
    /// How sure it is, 0 to 1.
    let confidence: Double
    /// A sum of money where a quantity would say more.
    var isAmount = false
    /// As it was said.
    var said = ""
}

/// Reads what a customer says of himself.
struct StatementReader: Sendable {
    let settings: Settings

    func statements(in message: String, _ mentions: [Mention], intents: [String]) -> [Statement] {
        var found: [Statement] = []
        for field in ["industry", "company"] {
            guard let mention = mentions.last(where: { $0.kind == field && !$0.isNegated }),
                let value = mention.value.text, let confidence = certainty(mention, message)
            else { continue }
            let isCompany = field == "company"
            found.append(
                Statement(
                    field: field, value: .text(isCompany ? bare(value) : value), confidence: confidence,
                    said: isCompany ? bare(mention.text) : mention.text))
        }
        if let scale = scale(in: message, mentions, intents: intents) { found.append(scale) }
        if let role = role(in: message) {
            found.append(Statement(field: "role", value: .text(role), confidence: 1, said: role))
        }
        return found
    }

    /// How sure it is that this is said of oneself; nil for what is asked of us, or told of others.
    private func certainty(_ mention: Mention, _ message: String) -> Double? {
        let (clause, mark) = mention.clause(of: message)
        let (isOurs, isYours) = (
            settings.aboutUs.first(in: clause) != nil, settings.aboutYou.first(in: clause) != nil
        )
        let isAsked = settings.asking.asks(clause, mark)
        guard settings.aboutOthers.first(in: clause) == nil, isOurs || !isYours && !isAsked,
            !(isYours && isAsked)
        else { return nil }
        let isClear = !mention.isHypothetical && !isYours && !isAsked
        return isClear ? mention.confidence : min(mention.confidence, settings.supposed)
    }

    /// "CEO of Blue GmbH" is of Blue GmbH.
    private func bare(_ company: String) -> String {
        let words = company.split(separator: " ")
        for (place, word) in words.enumerated().dropLast()
        where settings.role.links.contains(word.lowercased()) {
            let before = words[..<place].joined(separator: " ")
            if settings.role.titles.contains(where: { $0.words.first(in: before) != nil }) {
                return words[(place + 1)...].joined(separator: " ")
            }
        }
        return company
    }

    /// Quantities, or an amount, of which the message says that they are to be bought.
    private func scale(in message: String, _ mentions: [Mention], intents: [String]) -> Statement? {
        let known = mentions.filter(isCounted)
        guard !known.isEmpty else { return nil }
        let counted = known.filter { $0.kind == "quantity" }
        let whole = counted.filter { $0.value["unit"] != nil }
        let said =
            whole.isEmpty ? known.last { $0.kind == "money" }.map { [$0] } ?? counted.suffix(1) : whole
        guard let mention = said.last,
            settings.buying.past.first(in: mention.clause(of: message).text) == nil,
            !settings.buying.intents.isDisjoint(with: intents)
                || settings.buying.words.first(in: message) != nil
        else { return nil }
        let text = said.map(Self.written).joined(separator: " + ")
        return Statement(
            field: "purchase_scale", value: .text(text),
            confidence: said.contains(where: \.isHypothetical) ? settings.supposed : mention.confidence,
            isAmount: mention.kind == "money", said: text)
    }

    /// 一批 is no number of anything, and nobody buys -5 or 3.6 pieces.
    private func isCounted(_ mention: Mention) -> Bool {
        guard !mention.isNegated, mention.kind == "quantity" || mention.kind == "money" else { return false }
        let unit = mention.value["unit"]?.text ?? ""
        let amount = mention.value["amount"]?.double ?? 0
        let isWhole = amount == amount.rounded()
        return amount >= 0 && !settings.buying.vague.contains(unit)
            && (isWhole || !settings.buying.pieces.contains(unit))
    }

    /// 五十台 as 50台, "one" as 1; what is no one number, as it was written.
    private static func written(_ mention: Mention) -> String {
        guard let amount = mention.value["amount"]?.double, let count = Int64(exactly: amount) else {
            return mention.text
        }
        guard let unit = mention.value["unit"]?.text else {
            let isWord = mention.text.utf8.allSatisfy { 0x61...0x7A ~= $0 | 0x20 }
            return mention.kind == "quantity" && isWord ? "\(count)" : mention.text
        }
        return unit.utf8.allSatisfy { $0 < 128 } ? "\(count) \(unit)" : "\(count)\(unit)"
    }

    /// A title in a clause that says who one is, or goes on to say so: 我叫李雷，是采购经理.
    private func role(in message: String) -> String? {
        guard settings.role.statements.first(in: message) != nil else { return nil }
        var spokeOfSelf = false
        for clause in Clauses.of(message) {
            let folded = clause.lowercased()
            let goesOn = spokeOfSelf && settings.role.continues.contains { folded.hasPrefix($0) }
            spokeOfSelf = goesOn || settings.role.statements.first(in: clause) != nil
            guard spokeOfSelf, settings.role.denials.first(in: clause) == nil else { continue }
            if let title = settings.role.titles.first(where: { $0.words.first(in: clause) != nil }) {
                return title.name
            }
        }
        return nil
    }
}
