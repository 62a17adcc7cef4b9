/// A number with all that belongs to it: at least, about, 50 to 60, its unit, or so.
struct Amount<Unit: Sendable> {
    /// In the folded text, from the first hedge to the last.
    var range: Range<Int>
    var bounds: Entity.Bounds
    var unit: Unit?
    /// The first and the last numeral that went into it.
    var numerals: ClosedRange<Int>
}

/// Puts numbers, hedges, ranges and units together; what a unit is, each kind says itself.
struct AmountReader {
    let text: FoldedText
    let numerals: [Numeral]

    /// What a kind knows of its units.
    struct Grammar<Unit: Sendable> {
        /// The unit that starts at a place, behind the number.
        var unit: (Int) -> Lexicon<Unit>.Match?
        /// A sign that ends at a place, before the number: ¥, USD.
        var sign: (Int) -> Lexicon<Unit>.Match? = { _ in nil }
        /// Whether 2k is 2,000.
        var countsLetters = true
        var needsUnit = true
        /// Whether -40~-20 lies below zero, and 110/220 are the two ends of a range.
        var isTechnical = false
        var areSame: (Unit, Unit) -> Bool
    }

    /// What `read` makes of the number at an index, and of those behind it up to the one that it gives back; each number once.
    func candidates(_ read: (Int) -> (Candidate, Int)?) -> [Candidate] {
        var found: [Candidate] = []
        var index = 0
        while index < numerals.count {
            if let (candidate, last) = read(index) {
                found.append(candidate)
                index = last
            }
            index += 1
        }
        return found
    }

    /// The number at an index with what stands around it; nil when it has no unit and needs one.
    func read<Unit: Sendable>(at index: Int, _ grammar: Grammar<Unit>) -> Amount<Unit>? {
        var first = part(index, grammar)
        if first.sign == nil, numerals[index].isPart || numerals[index].isBehindSlash && !grammar.isTechnical
        {
            return nil
        }
        var amount = Amount(
            range: first.range, bounds: first.bounds, unit: first.unit, numerals: index...index)
        var needsBetween = false
        if let (second, isAnd) = joined(to: &first, grammar) {
            amount.bounds = .init(
                first.bounds.lower, second.bounds.upper,
                isApproximate: first.bounds.isApproximate || second.bounds.isApproximate)
            amount.range = first.range.lowerBound..<second.range.upperBound
            amount.unit = second.unit ?? first.unit
            amount.numerals = index...second.index
            needsBetween = isAnd
        }
        let hasFiller = hedge(&amount)
        if let most = most(behind: amount, grammar) {
            amount.bounds.upper = most.bounds.upper
            amount.unit = most.unit ?? amount.unit
            amount.range = amount.range.lowerBound..<most.range.upperBound
            amount.numerals = amount.numerals.lowerBound...most.numerals.upperBound
        }
        guard amount.unit != nil || !grammar.needsUnit else { return nil }
        if !grammar.isTechnical { takeSign(&amount) }
        return needsBetween && !hasFiller ? nil : amount
    }

    /// The upper limit behind a lower one: "at least 10, no more than 20 pcs", 至少10台，不超过20台.
    private func most<Unit: Sendable>(behind least: Amount<Unit>, _ grammar: Grammar<Unit>) -> Amount<Unit>? {
        let index = least.numerals.upperBound + 1
        guard let lower = least.bounds.lower, least.bounds.upper == nil, index < numerals.count,
            !numerals[index].isPart, text.at(least.range.upperBound) == ","
        else { return nil }
        let part = part(index, grammar)
        var most = Amount(
            range: part.range, bounds: part.bounds, unit: part.unit, numerals: index...index)
        _ = hedge(&most)
        guard most.range.lowerBound == text.skippingSpace(least.range.upperBound + 1),
            most.bounds.lower == nil,
            let upper = most.bounds.upper, upper >= lower
        else { return nil }
        if let a = least.unit {
            // 至少50台，不超过20万: the second is of something else.
            guard most.unit.map({ grammar.areSame(a, $0) }) ?? (part.scale == 1 && part.range.count < 5)
            else {
                return nil
            }
        }
        return most
    }

    /// One number with its own sign and unit.
    struct Part<Unit: Sendable> {
        var index: Int
        var range: Range<Int>
        var bounds: Entity.Bounds
        var unit: Unit?
        var sign: Unit?
        var scale: Double
    }

    private func part<Unit: Sendable>(_ index: Int, _ grammar: Grammar<Unit>) -> Part<Unit> {
        let numeral = numerals[index]
        var part = Part<Unit>(
            index: index, range: numeral.range, bounds: numeral.bounds, scale: numeral.scale)
        if grammar.countsLetters, numeral.letterScale > 1 {
            part.bounds = numeral.scaled(by: numeral.letterScale)
            part.scale = numeral.letterScale
            part.range = part.range.lowerBound..<part.range.upperBound + 1
            if text.at(part.range.upperBound) == "+" {
                part.bounds.upper = nil
                part.range = part.range.lowerBound..<part.range.upperBound + 1
            }
        }
        if let sign = grammar.sign(text.skippingSpaceBack(part.range.lowerBound)) {
            (part.sign, part.unit) = (sign.meaning, sign.meaning)
            part.range = sign.range.lowerBound..<part.range.upperBound
        }
        if let unit = grammar.unit(text.skippingSpace(part.range.upperBound)) {
            part.unit = unit.meaning
            part.range = part.range.lowerBound..<unit.range.upperBound
        }
        return part
    }

    /// The other end of a range: 50到60台, 3-5万, "between 5 and 10 units".
    private func joined<Unit: Sendable>(
        to first: inout Part<Unit>, _ grammar: Grammar<Unit>
    ) -> (Part<Unit>, isAnd: Bool)? {
        let index = first.index + 1
        guard index < numerals.count, numerals[index].range.lowerBound - first.range.upperBound < 12,
            let upper = first.bounds.upper
        else { return nil }
        if let pair = sideBySide(&first, grammar) { return (pair, false) }
        guard let (start, isAnd) = separator(first.range.upperBound, grammar.isTechnical)
        else { return nil }
        var second = part(index, grammar)
        guard second.unit != nil || first.unit != nil || !grammar.needsUnit, let lower = second.bounds.lower
        else { return nil }
        if let a = first.unit, let b = second.unit, !grammar.areSame(a, b) { return nil }
        if first.unit == nil || first.sign != nil, first.scale == 1, second.scale >= 100,
            upper <= lower / second.scale
        {
            first.bounds = .init(upper * second.scale)
        }
        if grammar.isTechnical, sinks(&first, &second, start) { return (second, isAnd) }
        guard second.range.lowerBound == start, let least = first.bounds.lower, least < lower else {
            return nil
        }
        return (second, isAnd)
    }

    /// 5万6万, 十万八万: two guesses of one size side by side, the lesser of them as the first.
    private func sideBySide<Unit: Sendable>(_ first: inout Part<Unit>, _ grammar: Grammar<Unit>) -> Part<
        Unit
    >? {
        let (a, b) = (numerals[first.index], numerals[first.index + 1])
        guard a.style == .chinese, b.style == .chinese, a.scale >= 1000,
            text.at(a.range.upperBound - 1) == text.at(b.range.upperBound - 1),
            a.range.upperBound == b.range.lowerBound, a.value != b.value,
            max(a.value, b.value) < 3 * min(a.value, b.value)
        else { return nil }
        var second = part(first.index + 1, grammar)
        if b.value < a.value { swap(&first.bounds, &second.bounds) }
        first.bounds.isApproximate = true
        return second
    }

    /// -40~-20, -5到3, 零下20到零上40: puts below zero what is; false when nothing is or the ends do not rise.
    private func sinks<Unit: Sendable>(_ first: inout Part<Unit>, _ second: inout Part<Unit>, _ start: Int)
        -> Bool
    {
        guard minus(before: first.range.lowerBound) != nil else { return false }
        let sunk = negative(first.bounds)
        let mark = second.range.lowerBound - start
        if minus(before: second.range.lowerBound, after: start) == start {
            let other = negative(second.bounds)
            guard let least = sunk.lower, let most = other.upper, least < most else { return false }
            second.bounds = other
        } else {
            guard mark == 0 || mark == 1 && text.at(start) == "+" || mark == 2 && text.has("零上", at: start)
            else {
                return false
            }
        }
        first.bounds = sunk
        return true
    }

    /// -5台, 负5台: fewer than none.
    private func takeSign<Unit: Sendable>(_ amount: inout Amount<Unit>) {
        let start = amount.range.lowerBound
        guard let sign = text.at(start - 1) == "负" ? start - 1 : minus(before: start) else { return }
        amount.bounds = negative(amount.bounds)
        amount.range = sign..<amount.range.upperBound
    }

    /// Where the minus or 零下 before a number begins.
    func minus(before start: Int, after joint: Int? = nil) -> Int? {
        if text.has("零下", at: start - 2) { return start - 2 }
        guard text.at(start - 1) == "-" || text.at(start - 1) == "−" else { return nil }
        return joint == start - 1 || !text.at(start - 2).isAlphanumeric ? start - 1 : nil
    }

    /// Past what joins two numbers; 2、3台 is written with a comma between single digits.
    private func separator(_ end: Int, _ isTechnical: Bool) -> (start: Int, isAnd: Bool)? {
        if isTechnical, text.at(end) == "/" { return (end + 1, false) }
        let place = text.skippingSpace(end)
        if let word = Hedges.separators.match(text, at: place) {
            return (text.skippingSpace(word.range.upperBound), word.meaning)
        }
        guard text.at(end) == ",", let before = text.at(end - 1).digit ?? digit(end - 1),
            let after = text.at(end + 1).digit ?? digit(end + 1), after == before + 1
        else { return nil }
        return (end + 1, false)
    }

    private func negative(_ bounds: Entity.Bounds) -> Entity.Bounds {
        .init(bounds.upper.map { -$0 }, bounds.lower.map { -$0 }, isApproximate: bounds.isApproximate)
    }

    private func digit(_ place: Int) -> Int? {
        if case .digit(let digit) = ChineseDigits.role(text.at(place)) { Int(digit) } else { nil }
    }
}

extension AmountReader {
    /// 两箱半, 一公斤半: half a one more behind the unit.
    func addHalf<Unit: Sendable>(to amount: inout Amount<Unit>) {
        let end = amount.range.upperBound
        guard text.at(end) == "半", text.at(end - 1).isHan,
            !["天", "年", "个", "小", "路", "成", "圈", "价", "打"].contains(text.at(end + 1))
        else { return }
        amount.bounds.lower = amount.bounds.lower.map { $0 + 0.5 }
        amount.bounds.upper = amount.bounds.upper.map { $0 + 0.5 }
        amount.range = amount.range.lowerBound..<end + 1
    }

    /// Takes in the hedges around an amount; whether one of them says that it lies between two numbers.
    private func hedge<Unit: Sendable>(_ amount: inout Amount<Unit>) -> Bool {
        var (start, end) = (amount.range.lowerBound, amount.range.upperBound)
        var isBetween = false
        for _ in 0..<3 {
            guard let word = Hedges.leads.match(text, at: text.skippingSpaceBack(start)), isHedge(word) else {
                break
            }
            guard word.meaning != .filler || amount.numerals.count > 1 else { break }
            isBetween = isBetween || word.meaning == .filler
            apply(word.meaning, to: &amount.bounds)
            start = word.range.lowerBound
        }
        for _ in 0..<2 {
            guard let word = Hedges.tails.match(text, at: text.skippingSpace(end)), word.meaning != .none,
                text.at(word.range.lowerBound) != "+" || word.range.lowerBound == end
            else { break }
            end = word.range.upperBound
            isBetween = isBetween || word.meaning == .filler
            apply(word.meaning, to: &amount.bounds)
        }
        amount.range = start..<end
        return isBetween
    }

    /// 《手册》50台: folded, a title's end looks like "more than".
    private func isHedge(_ word: Lexicon<Hedge>.Match) -> Bool {
        guard text.at(word.range.upperBound - 1) == ">" else { return true }
        return !(max(0, word.range.lowerBound - 40)..<word.range.lowerBound).contains {
            text.scalars[$0] == "<"
        }
    }

    private func apply(_ hedge: Hedge, to bounds: inout Entity.Bounds) {
        switch hedge {
        case .atLeast: if bounds.lower != nil { bounds.upper = nil }
        case .atMost: if bounds.upper != nil { bounds.lower = nil }
        case .about, .more: bounds.isApproximate = true
        case .filler, .none: break
        }
    }
}
