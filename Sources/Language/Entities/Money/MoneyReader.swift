/// How much money: ¥50000, 五万块, 50k USD, 两块五, 预算20万以内.
enum MoneyReader {
    static func read(_ text: FoldedText, _ numerals: [Numeral]) -> [Candidate] {
        let reader = AmountReader(text: text, numerals: numerals)
        return reader.candidates { named(at: $0, reader) ?? bare(at: $0, reader) }
    }

    private static func grammar(_ text: FoldedText, needsUnit: Bool) -> AmountReader.Grammar<Currency> {
        .init(
            unit: { place in
                Currencies.units.match(text, at: place).flatMap { match in
                    match.meaning.map { .init(range: match.range, meaning: $0) }
                }
            },
            sign: { Currencies.signs.match(text, at: $0) },
            needsUnit: needsUnit, areSame: { $0.code == $1.code })
    }

    /// With its currency.
    private static func named(at index: Int, _ reader: AmountReader) -> (Candidate, Int)? {
        guard var amount = reader.read(at: index, grammar(reader.text, needsUnit: true)),
            let currency = amount.unit
        else {
            return nil
        }
        if currency.factor != 1 { scale(&amount.bounds, currency.factor) }
        if currency.hasTenths { addTenths(&amount, reader) }
        guard !isTogether(amount, reader) else { return nil }
        let money = Entity.Money(amount.bounds, currency: currency.code)
        return (Candidate(.money, amount.range, .money(money)), amount.numerals.upperBound)
    }

    /// Without: what stands around it must speak of money.
    private static func bare(at index: Int, _ reader: AmountReader) -> (Candidate, Int)? {
        let (text, numeral) = (reader.text, reader.numerals[index])
        guard numeral.style != .spelled, !numeral.isDozens,
            let amount = reader.read(at: index, grammar(text, needsUnit: false)),
            Followers.isFree(text, at: amount.range.upperBound)
                || PriceWords.isPerUnit(text, at: amount.range.upperBound)
                || PriceWords.isAfter(text, amount.range.upperBound) || isGuess(amount, text),
            let confidence = confidence(amount, reader)
        else { return nil }
        return (
            Candidate(.money, amount.range, .money(.init(amount.bounds)), confidence: confidence),
            amount.numerals.upperBound
        )
    }

    private static func confidence(_ amount: Amount<Currency>, _ reader: AmountReader) -> Double? {
        let (text, range) = (reader.text, amount.range)
        let last = reader.numerals[amount.numerals.upperBound]
        if PriceWords.isBefore(text, range.lowerBound) || PriceWords.isAfter(text, range.upperBound) {
            return 0.9
        }
        if PriceWords.isPerUnit(text, at: range.upperBound), amount.bounds.lower ?? 10 >= 2 { return 0.8 }
        if text.has("grand", at: last.range.upperBound - 5), !goesOn(text, range.upperBound) { return 0.9 }
        let isLarge = last.style == .chinese && last.value >= 1000 || last.letterScale == 10_000
        guard isLarge else { return nil }
        if PriceWords.areNear(text, range) { return 0.7 }
        return amount.numerals.count > 1 || range.count >= text.count - 1 ? 0.5 : nil
    }

    /// 十万八万的, 5万6万都行.
    private static func isGuess(_ amount: Amount<Currency>, _ text: FoldedText) -> Bool {
        let end = amount.range.upperBound
        return amount.numerals.count > 1 && text.at(end) == "的" && Followers.isFree(text, at: end + 1)
    }

    /// "50 grand pianos".
    private static func goesOn(_ text: FoldedText, _ end: Int) -> Bool {
        let next = text.skippingSpace(end)
        return text.at(next).isLatin && !Followers.isFunctionWord(text, at: next)
    }

    private static func scale(_ bounds: inout Entity.Bounds, _ factor: Double) {
        bounds.lower = bounds.lower.map { ($0 * factor * 1e6).rounded() / 1e6 }
        bounds.upper = bounds.upper.map { ($0 * factor * 1e6).rounded() / 1e6 }
    }

    /// 两块五, 十元五角, 三块五毛, 12块8.
    private static func addTenths(_ amount: inout Amount<Currency>, _ reader: AmountReader) {
        let (text, index) = (reader.text, amount.numerals.upperBound + 1)
        guard index < reader.numerals.count, amount.bounds.lower == amount.bounds.upper else { return }
        let numeral = reader.numerals[index]
        guard numeral.range.lowerBound == amount.range.upperBound, numeral.value < 10, numeral.isWhole,
            numeral.bounds.lower == numeral.bounds.upper
        else { return }
        var end = numeral.range.upperBound
        let mark = text.at(end)
        if mark == "毛" || mark == "角" {
            end += 1
        } else if text.at(amount.range.upperBound - 1) != "块" || !Followers.isFree(text, at: end) {
            return
        }
        amount.bounds.lower = amount.bounds.lower.map { $0 + numeral.value / 10 }
        amount.bounds.upper = amount.bounds.lower
        amount.range = amount.range.lowerBound..<end
        amount.numerals = amount.numerals.lowerBound...index
    }

    /// 一块 without 钱 is "together".
    private static func isTogether(_ amount: Amount<Currency>, _ reader: AmountReader) -> Bool {
        amount.range.count == 2 && reader.text.at(amount.range.lowerBound) == "一"
            && reader.text.at(amount.range.upperBound - 1) == "块" && amount.numerals.count == 1
    }
}
