/// Values whose unit goes without saying.
extension SpecificationReader {
    /// 精度±0.05, 负载10左右, 长100宽50: the name says what is meant, the unit is left to the one who knows.
    func bare(at index: Int) -> (Candidate, Int)? {
        tolerance(at: index) ?? named(at: index)
    }

    private func tolerance(at index: Int) -> (Candidate, Int)? {
        let numeral = numerals[index]
        guard let start = plusMinus(before: numeral.range.lowerBound), !numeral.isPart,
            unit(at: text.skippingSpace(numeral.range.upperBound)) == nil,
            let (name, from) = nameBefore(start)
        else { return nil }
        let specification = Entity.Specification(name: name, amount: .init(-numeral.value, numeral.value))
        let range = from..<numeral.range.upperBound
        return (Candidate(.specification, range, .specification(specification)), index)
    }

    /// Only in Chinese, where the name stands right before the number; "reach 100 customers" is another reach.
    private func named(at index: Int) -> (Candidate, Int)? {
        let grammar = AmountReader.Grammar<PhysicalUnit>(
            unit: { unit(at: $0) }, countsLetters: false, needsUnit: false, areSame: { $0.name == $1.name })
        guard numerals[index].style != .spelled, numerals[index].scale == 1,
            let amount = reader.read(at: index, grammar), amount.unit == nil,
            endsValue(amount.range.upperBound)
        else { return nil }
        let mark = text.skippingSpaceBack(amount.range.lowerBound)
        let end = text.at(mark - 1) == ":" || text.at(mark - 1) == "=" ? mark - 1 : mark
        guard let name = SpecificationNames.lexicon.match(text, at: end), !text.at(end - 1).isLatin,
            name.range.count > 1 || !text.at(name.range.lowerBound - 1).isHan
        else { return nil }
        let specification = Entity.Specification(name: name.meaning, amount: amount.bounds)
        let range = name.range.lowerBound..<amount.range.upperBound
        return (
            Candidate(.specification, range, .specification(specification), confidence: 0.6),
            amount.numerals.upperBound
        )
    }

    private func endsValue(_ end: Int) -> Bool {
        Followers.isFree(text, at: end) || SpecificationNames.forward.match(text, at: end) != nil
    }

    /// 一米八, 一米八五, 5米8: the digits behind the metre are tenths and hundredths of it.
    func addTenths(to amount: inout Amount<PhysicalUnit>) {
        var (end, tenth, value) = (amount.range.upperBound, 0.1, 0.0)
        guard text.at(end - 1) == "米", amount.bounds.lower == amount.bounds.upper else { return }
        while tenth > 0.001, let digit = tenthDigit(end) {
            value += digit * tenth
            tenth /= 10
            end += 1
        }
        guard end > amount.range.upperBound, tenthDigit(end) == nil, endsValue(end) else {
            return reader.addHalf(to: &amount)
        }
        let whole = amount.bounds.lower ?? 0
        amount.bounds.lower = ((whole + value) * 1000).rounded() / 1000
        amount.bounds.upper = amount.bounds.lower
        amount.range = amount.range.lowerBound..<end
    }

    private func tenthDigit(_ place: Int) -> Double? {
        if let digit = text.at(place).digit { return Double(digit) }
        if case .digit(let digit) = ChineseDigits.role(text.at(place)) { return digit }
        return nil
    }
}
