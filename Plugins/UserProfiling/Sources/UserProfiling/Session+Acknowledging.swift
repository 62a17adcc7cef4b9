import SkillKit

// A mere statement is answered, so that no human is called for it.
extension Session {
    mutating func acknowledge(
        _ statements: [Statement], _ mentions: [Mention], _ text: String, _ intent: String?
    ) {
        guard let noted = noted(statements, mentions), !noted.isEmpty, turn[Keys.status] ?? "bot" == "bot"
        else { return }
        let rules = settings.acknowledgement
        let isMistaken =
            rules.mistaken.contains(intent ?? "") && statements.contains { $0.field == "role" }
            && rules.calls.first(in: text) == nil
        guard isMistaken || !rules.unless.contains(intent ?? ""), rules.questions.first(in: text) == nil,
            !settings.asking.isMarked(text)
        else { return }
        let locale = turn[Turn.locale]
        let what = noted.joined(separator: settings.texts.list.text(locale))
        let said = settings.texts.noted.text(locale, ["what": what])
        guard !said.isEmpty else { return }
        reply.say(said, priority: rules.priority)
        guard isMistaken || intent == Keys.unknown else { return }
        // It is no question badly put, so there is nothing to ask back.
        reply.unset(Keys.clearedQuestion)
        reply.write(Keys.meant, Keys.unknown)
        reply.write(Keys.allMeant, [])
    }

    /// In the customer's words; nil where the message is of more than himself.
    private func noted(_ statements: [Statement], _ mentions: [Mention]) -> [String]? {
        var noted = statements.filter { ["industry", "company", "role"].contains($0.field) }.map(\.said)
        for mention in mentions {
            switch (mention.kind, mention.isNegated) {
            case ("phone", false), ("email", false): noted.append(mention.text)
            // Who says what he is instead needs no word of what he is not.
            case ("industry", true) where noted.isEmpty:
                noted.append(settings.texts.denied.text(turn[Turn.locale], ["what": mention.text]))
            case ("product", _), ("quantity", _), ("money", _), ("order", _), ("specification", _): return nil
            default: continue
            }
        }
        return noted
    }
}
