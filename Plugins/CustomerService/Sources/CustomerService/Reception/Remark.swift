import SkillKit

/// What a message is, when it is no wish that somebody must see to.
enum Remark: String, Sendable {
    /// 好的
    case assent
    /// 不要优惠: something is turned down.
    case refusal
    /// 我们做食品的: they tell of themselves.
    case statement
    /// Neither a question nor anything that was understood.
    case riddle
}

/// Tells what asks for something from what only tells, agrees, declines, or means nothing.
struct Listening: Sendable {
    /// Found anywhere in a text, denied or not.
    private let marks, exclamations, selves: [String]
    private let words, refusable: Words
    private let assents: Set<Plain>
    private let intents, facts: Set<String>
    private let sure: Double
    let priority: Int

    init(_ value: Value) throws {
        marks = try value.need("question_marks")
        exclamations = try value.need("exclamations")
        words = try value.need("question_words")
        selves = try value.need("of_themselves")
        refusable = try value.need("refusable")
        assents = Set(try value.need("assents", [String].self).map { Plain($0) })
        intents = value.set("intents")
        facts = value.set("facts")
        sure = try value.need("sure")
        priority = try value.need("priority")
    }

    func isQuestion(_ text: String) -> Bool {
        // 什么破东西 asks nothing; the marks are looked for in what is left.
        var rest = text[...]
        for exclamation in exclamations {
            while let place = rest.firstRange(of: exclamation) { rest.removeSubrange(place) }
        }
        return marks.contains { rest.contains($0) } || words.first(in: text) != nil
    }

    /// nil: somebody wants something.
    func remark(_ inquiry: Inquiry) -> Remark? {
        guard !isQuestion(inquiry.text) else { return nil }
        let text = inquiry.text.lowercased()
        if assents.contains(Plain(text)) { return .assent }
        if refusable.first(in: text) == nil, refusable.all.contains(where: text.contains) { return .refusal }
        if inquiry.intents.allSatisfy(intents.contains), tells(inquiry, text) { return .statement }
        let isUnknown = inquiry.intent == nil || inquiry.intent == "none" || inquiry.confidence < sure
        return isUnknown && inquiry.intents.allSatisfy { $0 == inquiry.intent } ? .riddle : nil
    }

    private func tells(_ inquiry: Inquiry, _ text: String) -> Bool {
        selves.contains(where: text.contains)
            || !facts.isDisjoint(with: inquiry.named)
    }
}
