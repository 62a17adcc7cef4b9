import SkillKit

/// How a message is heard: what is only turned down, or said not to matter, is not asked for.
struct Hearing: Sendable {
    let refusable: [Refusable]
    /// 价格不重要: what stands in the same clause does not count.
    let dismissals: Words
    /// A clause ends here too.
    let until: WholeWords
    /// More than so many is nobody's order.
    let most: Double
    /// "I want to buy one".
    let ones: Words
    let buying: String
    /// Without one of these, and without a product, nobody wants to buy.
    let buyingWords: Words
    /// 再加, "make it", "remove": what is to become of the order.
    let changes: (add: Words, replace: Words, remove: Words)
    /// 各两台, 每台配, and 一共.
    let each, per, together: Words
    let faults: Faults

    init(_ configuration: Value) {
        refusable = (configuration["refusable"]?.list ?? []).map(Refusable.init)
        let dismissals = configuration["dismissals"]
        self.dismissals = dismissals.words("words")
        until = WholeWords(dismissals.words("until"))
        let buying = configuration["buying"]
        most = buying?["most"]?.double ?? .infinity
        ones = buying.words("ones")
        self.buying = buying?["intent"]?.text ?? ""
        buyingWords = buying.words("words")
        changes = (buying.words("add"), buying.words("replace"), buying.words("remove"))
        (each, per, together) = (buying.words("each"), buying.words("per"), buying.words("together"))
        faults = Faults(configuration)
    }

    /// Without the clauses of which the customer says that they do not matter.
    func heard(_ text: String) -> String {
        guard dismissals.first(in: text) != nil else { return text }
        let clauses = text.split(whereSeparator: Self.isMark).flatMap { until.parts(of: String($0)) }
        return clauses.filter { dismissals.first(in: $0) == nil }.joined(separator: "，")
    }

    func change(in text: String) -> Message.Change? {
        if changes.remove.first(in: text) != nil { return .remove }
        if changes.add.first(in: text) != nil { return .add }
        return changes.replace.first(in: text) != nil ? .replace : nil
    }

    private static func isMark(_ character: Character) -> Bool { "，。！？；,.!?;\n".contains(character) }
}

/// What tells of something broken: whoever does buys nothing.
struct Faults: Sendable {
    let intents: Set<String>
    let words, unless: Words
    /// Whoever tells of these buys nothing now, whatever else is said.
    let dangers: Words
    /// What is wanted where only the words say it.
    let intent: String
    /// What a fault is not.
    let sells: Set<String>

    init(_ configuration: Value) {
        let faults = configuration["faults"]
        intents = Set(faults.texts("intents"))
        (unless, dangers) = (faults.words("unless"), faults.words("dangers"))
        words = Words(faults.words("words").all + dangers.all)
        intent = faults?["intent"]?.text ?? "none"
        sells = Set(configuration["lead"].texts("sells"))
    }

    func isFault(_ message: Message) -> Bool {
        if words.first(in: message.text) != nil {
            return unless.first(in: message.text) == nil || dangers.first(in: message.text) != nil
        }
        return message.change == nil && message.intent.map(intents.contains) ?? false
    }
}

/// Something that customers turn down in so many words: where these are only denied, the intents are not wanted.
struct Refusable: Sendable {
    let words: Words
    let intents: Set<String>
    private let spoken: WholeWords

    init(_ value: Value) {
        words = Optional(value).words("words")
        intents = Set(value.texts("intents"))
        spoken = WholeWords(words)
    }

    /// `heard`: what of the text counts.
    func isRefused(in text: String, heard: String) -> Bool {
        words.first(in: heard) == nil && spoken.stand(in: text)
    }
}

extension Message {
    /// `product`: what is spoken of already.
    func heard(by hearing: Hearing, about product: String? = nil) -> Message {
        var message = self
        message.heard = hearing.heard(text)
        for refusal in hearing.refusable where message.intents.contains(where: refusal.intents.contains) {
            guard refusal.isRefused(in: text, heard: message.heard) else { continue }
            message.intents.removeAll(where: refusal.intents.contains)
            message.isRefused = message.heard == text
        }
        if product == nil, !message.namesOrder, message.intents.contains(hearing.buying),
            hearing.buyingWords.first(in: message.heard) == nil
        {
            message.intents.removeAll { $0 == hearing.buying }
        }
        message.change = hearing.change(in: message.heard)
        // SCARA机器人不要了: whoever only turns it down asks for nothing.
        if message.change == .remove, message.products.isEmpty, !message.denied.isEmpty {
            message.intents.removeAll(where: hearing.faults.sells.contains)
            message.isRefused = true
        }
        message.isTogether = hearing.together.first(in: message.heard) != nil
        message.isFault = hearing.faults.isFault(message)
        if message.isFault {
            message.intents.removeAll(where: hearing.faults.sells.contains)
            if message.intents.isEmpty { message.intents = [hearing.faults.intent] }
            message.forgetOrder()
        }
        if let intent, !message.intents.contains(intent) { message.intent = message.intents.first ?? "none" }
        message.weigh(hearing)
        return message
    }

    /// A quantity that nobody orders is not taken; "one" is a quantity.
    private mutating func weigh(_ hearing: Hearing) {
        if hearing.each.first(in: heard) != nil { distribute() }
        if hearing.per.first(in: heard) != nil { multiply() }
        if ([quantity].compactMap(\.self) + lines.map(\.quantity)).contains(where: { $0 > hearing.most }) {
            isOdd = true
        }
        if isOdd {
            forgetOrder()
        } else if quantity == nil, lines.isEmpty, !isDoubtful, intents.contains(hearing.buying),
            hearing.ones.first(in: heard) != nil
        {
            if products.count == 1 { lines = [Line(product: products[0], quantity: 1)] } else { quantity = 1 }
        }
    }
}
