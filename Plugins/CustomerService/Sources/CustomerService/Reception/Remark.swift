import SkillKit

/// What a message is, when it is no wish that somebody must see to.
enum Remark: String, Sendable, CaseIterable {
    /// 好的
    case assent
    /// 不要优惠: something is turned down.
    case refusal
    /// 我们做食品的: they tell of themselves.
    case statement
    /// 很满意: they are pleased, and want nothing.
    case praise
    /// 还没人吗: they wait, and want to know for how long.
    case chasing
    /// 我想问一下: what they want is still to come.
    case opening
    /// Neither a question nor anything that was understood.
    case riddle

    /// Nothing is left to be found, and nobody to be called.
    var isSettled: Bool { self != .opening && self != .riddle }
}

/// Tells what asks for something from what only tells, agrees, declines, or means nothing.
struct Listening: Sendable {
    /// A message as it was heard.
    struct Heard: Sendable, Hashable {
        /// nil: somebody wants something.
        var remark: Remark?
        var isQuestion = false
    }

    /// Found anywhere in a text, denied or not.
    private let marks, exclamations, selves: [String]
    private let words, refusable, chases: Words
    /// They turn it down, except beside something that they do want.
    private let refusals, wishes: Words
    /// How long it takes, or whether anybody comes: to who waits it is nothing else.
    private let waits: Signs
    /// 我们去年买过3台: what was, and nothing that is wanted.
    private let earlier: Signs
    private let assents, openings: Set<Plain>
    private let intents, facts, praises, greetings: Set<String>
    private let sure, certain: Double
    let priority, waitingPriority: Int

    init(_ value: Value) throws {
        marks = try value.need("question_marks")
        exclamations = try value.need("exclamations")
        words = try value.need("question_words")
        selves = try value.need("of_themselves")
        refusable = try value.need("refusable")
        refusals = try value.need("refusals.words")
        wishes = try value.need("refusals.unless")
        chases = try value.need("chasing")
        waits = Signs(value["waiting"] ?? [:])
        earlier = Signs(value["earlier"] ?? [:])
        assents = try value.plain("assents")
        openings = try value.plain("openings")
        intents = value.set("intents")
        facts = value.set("facts")
        praises = value.set("praises")
        greetings = value.set("greetings")
        sure = try value.need("sure")
        certain = try value.need("certain")
        priority = try value.need("priority")
        waitingPriority = try value.need("waiting_priority")
    }

    func hear(_ inquiry: Inquiry) -> Heard {
        let isQuestion = isQuestion(inquiry.text)
        return Heard(remark: remark(inquiry, isQuestion), isQuestion: isQuestion)
    }

    private func isQuestion(_ text: String) -> Bool {
        var text = text
        // 什么破东西 asks nothing; the marks are looked for in what is left.
        for exclamation in exclamations where text.contains(exclamation) {
            text = text.without(exclamation)
        }
        return marks.contains { text.contains($0) } || words.first(in: text) != nil
    }

    private func remark(_ inquiry: Inquiry, _ isQuestion: Bool) -> Remark? {
        if let whole = Plain(short: inquiry.text) {
            if openings.contains(whole) { return .opening }
            if assents.contains(whole) { return .assent }
        }
        if inquiry.isQueued, isChasing(inquiry) { return .chasing }
        if inquiry.text.isNumber { return .riddle }
        guard !isQuestion else { return nil }
        if earlier.first(in: inquiry.text) != nil, inquiry.text.clauses.count == 1 { return .assent }
        if declines(inquiry.text) { return .refusal }
        if inquiry.sentiment == "positive", inquiry.intents.allSatisfy(praises.contains) { return .praise }
        if tells(inquiry) { return .statement }
        let isUnknown = inquiry.intent == nil || inquiry.intent == "none" || inquiry.confidence < sure
        return isUnknown && inquiry.intents.allSatisfy { $0 == inquiry.intent } ? .riddle : nil
    }

    /// 在吗, and 怎么还没人 beside nothing else that is understood.
    private func isChasing(_ inquiry: Inquiry) -> Bool {
        if !inquiry.intents.isEmpty, inquiry.intents.allSatisfy(greetings.contains) { return true }
        if waits.first(in: inquiry.text) != nil { return true }
        return inquiry.confidence < certain && chases.first(in: inquiry.text) != nil
    }

    private func declines(_ text: String) -> Bool {
        let isDenied = refusable.first(in: text) == nil && mentions(refusable.all, text)
        return (isDenied || refusals.first(in: text) != nil) && wishes.first(in: text) == nil
    }

    private func tells(_ inquiry: Inquiry) -> Bool {
        let isOfThemselves = mentions(selves, inquiry.text)
        // 我是采购经理 is almost a wish for one.
        if isOfThemselves, inquiry.confidence < certain, inquiry.intents.count < 2 { return true }
        guard inquiry.intents.allSatisfy(intents.contains) else { return false }
        return isOfThemselves || !facts.isDisjoint(with: inquiry.named)
    }

    private func mentions(_ words: [String], _ text: String) -> Bool {
        let text = text.lowercasedASCII
        return words.contains { text.contains($0) }
    }
}
