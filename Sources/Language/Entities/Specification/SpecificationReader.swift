/// What a thing must be like: 负载10公斤, "payload 10 kg", -20~60℃, IP65, M8x20, 1920x1080.
struct SpecificationReader {
    let reader: AmountReader
    var text: FoldedText { reader.text }
    var numerals: [Numeral] { reader.numerals }

    static func read(_ text: FoldedText, _ numerals: [Numeral]) -> [Candidate] {
        let specification = SpecificationReader(reader: AmountReader(text: text, numerals: numerals))
        return specification.reader.candidates { index in
            specification.code(at: index) ?? specification.dimensions(at: index)
                ?? specification.measured(at: index) ?? specification.bare(at: index)
        }
    }

    /// A number with its unit.
    private func measured(at index: Int) -> (Candidate, Int)? {
        let grammar = AmountReader.Grammar<PhysicalUnit>(
            unit: { unit(at: $0) }, sign: { supply(endingAt: $0) }, countsLetters: false, isTechnical: true,
            areSame: { $0.name == $1.name })
        guard var amount = reader.read(at: index, grammar), let unit = amount.unit, isUnit(unit, amount)
        else { return nil }
        sign(&amount, unit)
        if unit.name == "m" { addTenths(to: &amount) } else { reader.addHalf(to: &amount) }
        let rate = rate(&amount)
        let named = unit.isCount ? nil : name(around: &amount.range)
        guard named != nil || !unit.needsName && !isGoods(amount) else { return nil }
        let spelling = spelling(unit.name + rate, of: named)
        if unit.factor != 1 { amount.bounds = scaled(amount.bounds, unit.factor) }
        let specification = Entity.Specification(name: named, amount: amount.bounds, unit: spelling)
        return (
            Candidate(.specification, amount.range, .specification(specification)), amount.numerals.upperBound
        )
    }

    func unit(at place: Int) -> Lexicon<PhysicalUnit>.Match? {
        guard let match = Units.lexicon.match(text, at: place), let unit = match.meaning else {
            return text.at(place) == "-" && text.at(place + 1).isLatin ? hyphenated(place) : nil
        }
        return .init(range: match.range, meaning: unit)
    }

    /// AC220V, DC 24 V.
    private func supply(endingAt end: Int) -> Lexicon<PhysicalUnit>.Match? {
        guard text.has("ac", at: end - 2) || text.has("dc", at: end - 2), text.isWordBoundary(end - 2) else {
            return nil
        }
        let start = text.skippingSpace(end)
        guard text.at(text.skippingSpace(text.endOfDigits(start))) == "v" else { return nil }
        return .init(range: end - 2..<end, meaning: PhysicalUnit(name: "V"))
    }

    /// 10-kg, 5-inch.
    private func hyphenated(_ place: Int) -> Lexicon<PhysicalUnit>.Match? {
        guard let match = Units.lexicon.match(text, at: place + 1), let unit = match.meaning,
            match.range.count > 1
        else {
            return nil
        }
        return .init(range: place..<match.range.upperBound, meaning: unit)
    }

    /// Letters and signs that are as often something else: "I have 3 A4 sheets", "5g network", "2 in stock".
    private func isUnit(_ unit: PhysicalUnit, _ amount: Amount<PhysicalUnit>) -> Bool {
        let last = numerals[amount.numerals.upperBound]
        if last.style == .english, !text.at(amount.range.upperBound - 2).isLatin { return false }
        if unit.name == "W", isTenThousand(amount.range) { return false }
        if unit.name == "r/min", text.at(amount.range.upperBound).isDigit { return false }
        if unit.name == "g" || unit.name == "A" || unit.name == "L" || unit.name == "N" {
            let isNetwork =
                unit.name == "g" && (2...5).contains(last.value) && text.at(last.range.upperBound) == "g"
            return last.range.upperBound < text.count
                && (!isNetwork || nameBefore(amount.range.lowerBound) != nil)
        }
        if unit.name == "grade" || unit.name == "channel" || unit.name == "core" {
            return last.style == .arabic && amount.numerals.count == 1 && unit.name != "grade"
                || SpecificationNames.lexicon.match(text, at: text.skippingSpaceBack(amount.range.lowerBound))
                    != nil
        }
        return true
    }

    /// 6w预算, 5w块, 预算6w: the letter is 万.
    private func isTenThousand(_ range: Range<Int>) -> Bool {
        guard text.at(range.upperBound - 1) == "w", text.at(range.upperBound - 2).isDigit else {
            return false
        }
        return ["块", "元"].contains(text.at(range.upperBound)) || PriceWords.isAfter(text, range.upperBound)
            || PriceWords.isBefore(text, range.lowerBound) && Followers.isFree(text, at: range.upperBound)
    }

    /// 50吨 of something that is bought is how many, not what like.
    private func isGoods(_ amount: Amount<PhysicalUnit>) -> Bool {
        guard let unit = amount.unit,
            ["kg", "g", "t", "m", "m²", "m³", "L", "km", "lb", "ft"].contains(unit.name)
        else {
            return false
        }
        let isBought =
            Purchase.isBought(text, before: amount.range.lowerBound)
            || Purchase.isOfGoods(text, at: amount.range.upperBound)
                && nameBefore(amount.range.lowerBound) == nil
        return isBought && nameBehind(amount.range.upperBound) == nil
    }

    /// ±0.02 lies on both sides of zero, -20 and 零下20 below it.
    private func sign(_ amount: inout Amount<PhysicalUnit>, _ unit: PhysicalUnit) {
        let first = numerals[amount.numerals.lowerBound]
        var start = amount.range.lowerBound
        if let mark = plusMinus(before: first.range.lowerBound) {
            amount.bounds = .init(-first.value, first.value)
            start = min(start, mark)
        } else if let mark = reader.minus(before: first.range.lowerBound),
            unit.isSigned || amount.bounds.lower ?? 0 < 0
        {
            start = min(start, mark)
            if amount.bounds.lower ?? 0 >= 0 { sink(&amount.bounds, isRange: amount.numerals.count > 1) }
        }
        amount.range = start..<amount.range.upperBound
    }

    private func sink(_ bounds: inout Entity.Bounds, isRange: Bool) {
        bounds.lower = bounds.lower.map { -$0 }
        if !isRange { bounds.upper = bounds.upper.map { -$0 } }
    }

    /// Where ±, +/- or +- begins.
    func plusMinus(before start: Int) -> Int? {
        let end = text.skippingSpaceBack(start)
        if text.at(end - 1) == "±" { return end - 1 }
        if text.has("+/-", at: end - 3) { return end - 3 }
        return text.has("+-", at: end - 2) ? end - 2 : nil
    }

    /// 温度40度 is in Celsius, 8G内存 in gigabytes, 压力10公斤 in bar.
    private func spelling(_ unit: String, of name: String?) -> String {
        switch (name, unit) {
        case ("温度", "°"), ("temperature", "°"): "℃"
        case ("容量", "g"), ("capacity", "g"): "GB"
        case ("压力", "kg"): "bar"
        default: unit
        }
    }

    /// 每分钟50升: what the unit is divided by.
    private func rate(_ amount: inout Amount<PhysicalUnit>) -> String {
        let start = amount.range.lowerBound
        for (word, unit) in [("每分钟", "/min"), ("每小时", "/h"), ("每秒", "/s")]
        where text.has(word, at: start - word.unicodeScalars.count) {
            amount.range = start - word.unicodeScalars.count..<amount.range.upperBound
            return unit
        }
        return ""
    }

    private func scaled(_ bounds: Entity.Bounds, _ factor: Double) -> Entity.Bounds {
        let round = { ($0 * factor * 1e9).rounded() / 1e9 }
        return .init(bounds.lower.map(round), bounds.upper.map(round), isApproximate: bounds.isApproximate)
    }
}
