/// How many: 五十台, "two dozen units", 50到60套, 要50.
enum QuantityReader {
    static func read(_ text: FoldedText, _ numerals: [Numeral]) -> [Candidate] {
        let reader = AmountReader(text: text, numerals: numerals)
        return reader.candidates { measured(at: $0, reader) ?? bare(at: $0, reader) }
    }

    private static func grammar(_ text: FoldedText, needsUnit: Bool) -> AmountReader.Grammar<Measure> {
        .init(
            unit: { place in
                Measures.lexicon.match(text, at: place).flatMap {
                    $0.meaning.kind == .count || $0.meaning.kind == .bulk ? $0 : nil
                }
            },
            needsUnit: needsUnit, areSame: { $0 == $1 || $0.kind == $1.kind })
    }

    /// A number with its measure word.
    private static func measured(at index: Int, _ reader: AmountReader) -> (Candidate, Int)? {
        guard var amount = reader.read(at: index, grammar(reader.text, needsUnit: true)),
            let unit = amount.unit,
            !isPlainlyOther(amount, reader), !isRate(amount, reader), !isDivision(amount, reader.text)
        else { return nil }
        if unit.kind == .bulk, !Purchase.isBought(reader.text, before: amount.range.lowerBound),
            !Purchase.isOfGoods(reader.text, at: amount.range.upperBound)
        {
            return nil
        }
        reader.addHalf(to: &amount)
        var bounds = amount.bounds
        if unit.factor != 1, !reader.numerals[amount.numerals.upperBound].isDozens {
            bounds.lower = bounds.lower.map { $0 * unit.factor }
            bounds.upper = bounds.upper.map { $0 * unit.factor }
        }
        let quantity = Entity.Quantity(bounds, unit: unit.name)
        return (Candidate(.quantity, amount.range, .quantity(quantity)), amount.numerals.upperBound)
    }

    /// A number that counts by its surroundings: 要50, "two robots", "a dozen".
    private static func bare(at index: Int, _ reader: AmountReader) -> (Candidate, Int)? {
        let (text, numeral) = (reader.text, reader.numerals[index])
        guard numeral.style != .spelled, let amount = reader.read(at: index, grammar(text, needsUnit: false)),
            amount.unit == nil, amount.bounds.lower ?? 1 >= 1 || numeral.isDozens,
            let confidence = confidence(amount, reader)
        else { return nil }
        let first = text.at(numeral.range.lowerBound)
        let quantity = Entity.Quantity(amount.bounds, unit: first == "俩" || first == "仨" ? "个" : nil)
        let candidate = Candidate(.quantity, amount.range, .quantity(quantity), confidence: confidence)
        return (candidate, amount.numerals.upperBound)
    }

    /// How surely a number without a measure word counts goods.
    private static func confidence(_ amount: Amount<Measure>, _ reader: AmountReader) -> Double? {
        let (text, range) = (reader.text, amount.range)
        let (first, last) = (
            reader.numerals[amount.numerals.lowerBound], reader.numerals[amount.numerals.upperBound]
        )
        let isVague =
            first.style == .english && !last.isDozens && (first.value == 1 || first.bounds.isApproximate)
        if last.isWhole, !isIdiom(text, first), isNoun(text, at: text.skippingSpace(range.upperBound)) {
            return 0.9
        }
        guard Followers.isFree(text, at: range.upperBound) else { return nil }
        if last.isDozens, !isPerson(text, first) { return 0.9 }
        let isCounted = last.isWhole && !isVague && Purchase.isCounted(text, before: range.lowerBound)
        return isCounted && !isOrderNumber(text, first) ? 0.7 : nil
    }

    /// The thing counted, at most two words on: "50 welding robots".
    private static func isNoun(_ text: FoldedText, at start: Int) -> Bool {
        var place = start
        if text.at(place).isLatin, text.at(place - 1) != " " { return false }
        for _ in 0..<3 {
            if let word = Measures.lexicon.match(text, at: place) { return word.meaning.kind == .noun }
            guard text.at(place).isLatin, !Followers.isFunctionWord(text, at: place) else { return false }
            while text.at(place).isLatin || text.at(place) == "-" { place += 1 }
            guard text.at(place) == " " else { return false }
            place += 1
        }
        return false
    }

    /// "one of these": no number of goods.
    private static func isIdiom(_ text: FoldedText, _ numeral: Numeral) -> Bool {
        numeral.value == 1 && text.has(" of ", at: numeral.range.upperBound)
    }

    /// "order 12345": so many digits after the word are its number.
    private static func isOrderNumber(_ text: FoldedText, _ numeral: Numeral) -> Bool {
        let start = numeral.range.lowerBound
        return text.endOfDigits(start) - start >= 5
            && (text.has("order ", at: start - 6) || text.has("单", at: start - 1))
    }

    /// 你们俩, 咱俩, 俩人.
    private static func isPerson(_ text: FoldedText, _ numeral: Numeral) -> Bool {
        let (before, after) = (text.at(numeral.range.lowerBound - 1), text.at(numeral.range.upperBound))
        return before == "们" || before == "咱" || before == "他" || after == "人"
    }

    /// 每分钟4个 is a speed; 三块 without a thing behind it is money.
    private static func isRate(_ amount: Amount<Measure>, _ reader: AmountReader) -> Bool {
        let (text, start) = (reader.text, amount.range.lowerBound)
        if text.has("分钟", at: start - 2) || text.has("小时", at: start - 2) || text.at(start - 1) == "秒" {
            return true
        }
        guard amount.unit?.name == "块" else { return false }
        let end = reader.numerals[amount.numerals.upperBound].range.upperBound
        return Currencies.units.match(text, at: text.skippingSpace(end))?.meaning != nil
    }

    /// 分2批, "in 2 batches", 两批交货: how it is sent, not how many.
    private static func isDivision(_ amount: Amount<Measure>, _ text: FoldedText) -> Bool {
        guard let unit = amount.unit?.name, Divisions.units.contains(unit) else { return false }
        return Divisions.heads.match(text, at: text.skippingSpaceBack(amount.range.lowerBound)) != nil
            || Divisions.tails.match(text, at: text.skippingSpace(amount.range.upperBound)) != nil
    }

    /// 这一块 is "this field", 一面 a side: with 一 some measure words are other words.
    private static func isPlainlyOther(_ amount: Amount<Measure>, _ reader: AmountReader) -> Bool {
        let (text, numeral) = (reader.text, reader.numerals[amount.numerals.lowerBound])
        guard numeral.range.count == 1, text.at(numeral.range.lowerBound) == "一", amount.numerals.count == 1
        else {
            return false
        }
        guard let unit = amount.unit?.name else { return false }
        return ["块", "面", "头", "对", "把", "眼", "段", "单", "节", "方", "门"].contains(unit)
            && !Purchase.isCounted(text, before: amount.range.lowerBound)
    }
}
