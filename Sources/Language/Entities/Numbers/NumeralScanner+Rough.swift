extension NumeralScanner {
    /// What says by itself that it is only about so many: 百八十, 百十来, 千把, 上百, 近千, 好几.
    func rough(at start: Int) -> Numeral? {
        guard let unit = bareUnit(at: start) else { return severalMore(at: start) }
        let next = text.at(start + 1)
        if unit.value == 100, next == "八" || next == "十" {
            let end = next == "八" && text.at(start + 2) == "十" ? start + 3 : start + 2
            guard end == start + 3 || text.at(end) == "来" || text.at(end) == "几" else { return nil }
            let isSuffixed = end == start + 2
            return about(start..<(isSuffixed ? end + 1 : end), isSuffixed ? 100 : 80, isSuffixed ? 120 : 100)
        }
        if next == "把", unit.value < 100_000 { return about(start..<unit.end + 1, unit.value, unit.value) }
        switch text.at(start - 1) {
        case "上", "过", "成": return about(start - 1..<unit.end, unit.value, nil)
        case "近", "约", "小": return about(start - 1..<unit.end, unit.value, unit.value)
        default: return nil
        }
    }

    /// 百, 千, 万, 百万 with no digit before.
    private func bareUnit(at start: Int) -> (value: Double, end: Int)? {
        guard case .unit(var value) = ChineseDigits.role(text.at(start)), value >= 100 else { return nil }
        var end = start + 1
        while case .unit(let factor) = ChineseDigits.role(text.at(end)), factor >= 10_000, value < 1e12 {
            value *= factor
            end += 1
        }
        return (value, end)
    }

    /// 好几台; 好几十 goes on as 几十.
    private func severalMore(at start: Int) -> Numeral? {
        guard text.at(start) == "几", text.at(start - 1) == "好" else { return nil }
        if case .unit = ChineseDigits.role(text.at(start + 1)) { return nil }
        return about(start - 1..<start + 1, 3, 9)
    }

    private func about(_ range: Range<Int>, _ lower: Double, _ upper: Double?) -> Numeral {
        let bounds = Entity.Bounds(lower, upper, isApproximate: true)
        return Numeral(range: range, bounds: bounds, style: .chinese, isPart: isOrdinal(range.lowerBound))
    }

    /// What makes a number rough from behind: 五十多, 两百来, 50余, 50+, fifty-odd, 50ish.
    func loosen(_ numeral: inout Numeral, step: Double) {
        let end = numeral.range.upperBound
        guard let hedge = Hedges.suffixes.match(text, at: end) ?? spacedSuffix(end) else { return }
        switch hedge.meaning {
        case .none: return
        case .more where step > 1 || numeral.style == .english:
            numeral.bounds = .init(numeral.value, numeral.value + max(step, 1), isApproximate: true)
        case .about where step > 1 || numeral.style == .english || numeral.style == .arabic:
            numeral.bounds.isApproximate = true
        case .atLeast: numeral.bounds.upper = nil
        default: return
        }
        numeral.range = numeral.range.lowerBound..<hedge.range.upperBound
    }

    private func spacedSuffix(_ end: Int) -> Lexicon<Hedge>.Match? {
        text.at(end) == " " && text.at(end + 1) == "o" ? Hedges.suffixes.match(text, at: end + 1) : nil
    }
}
