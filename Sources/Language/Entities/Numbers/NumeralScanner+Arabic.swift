extension NumeralScanner {
    /// 50, 1,200.50, 1 000, 5万, 3万5千, 50多, 2k, "2 dozen".
    func arabic(at start: Int) -> Numeral? {
        let (end, value, isPart) = plain(at: start)
        var numeral = Numeral(range: start..<end, bounds: .init(value), style: .arabic)
        var step = roundness(value)
        if let (value, end) = fraction(value, end) {
            numeral.bounds = .init(value)
            numeral.range = start..<end
        } else if let figure = multiply(&numeral, value) {
            step = figure.step
        } else if let word = EnglishNumbers.lexicon.match(text, at: text.skippingSpace(end)),
            let factor = word.meaning.factor
        {
            (numeral.range, numeral.scale) = (start..<word.range.upperBound, factor)
            numeral.isDozens = factor == 12
            numeral.bounds = .init(value * factor)
        } else if let factor = letter(at: end) {
            numeral.letterScale = factor
        }
        loosen(&numeral, step: step)
        numeral.isPart = isPart || isGlued(start) || isOrdinal(start) || isCode(start..<end)
        numeral.isBehindSlash = text.at(start - 1) == "/" && text.at(start - 2).isAlphanumeric
        return numeral
    }

    /// Takes in a Chinese unit behind the digits and what goes on after it: 5万, 3万5千.
    private func multiply(_ numeral: inout Numeral, _ value: Double) -> Figure? {
        var unit = text.skippingSpace(numeral.range.upperBound)
        if isMillions(at: unit) { unit += 1 }
        var figure = Figure()
        figure.digit(.init(value, value))
        guard case .unit(let factor) = ChineseDigits.role(text.at(unit)), factor > 10, !isPhysical(unit),
            figure.unit(factor)
        else { return nil }
        numeral.range = numeral.range.lowerBound..<chineseTail(&figure, from: unit + 1)
        numeral.bounds = .init(figure.value.x, figure.value.y)
        (numeral.scale, numeral.style) = (figure.scale, .chinese)
        return figure
    }

    /// The digits with their grouping and point; more points than one are a version or an address.
    private func plain(at start: Int) -> (end: Int, value: Double, isPart: Bool) {
        var end = text.endOfDigits(start)
        var value = number(start..<end)
        let width = end - start
        if width <= 3, let grouped = grouped(after: end) {
            for group in grouped { value = value * 1000 + number(group) }
            end = grouped.last?.upperBound ?? end
        }
        guard isPoint(end, behind: start), text.at(end + 1).isDigit else { return (end, value, false) }
        let fraction = end + 1..<text.endOfDigits(end + 1)
        value += number(fraction) / power(fraction.count)
        end = fraction.upperBound
        let goesOn = text.at(end) == "." && text.at(end + 1).isDigit
        while text.at(end) == ".", text.at(end + 1).isDigit { end = text.endOfDigits(end + 1) }
        return (end, value, goesOn)
    }

    /// A point, or a comma where one or two digits and a Latin unit follow, or cents of euros: 1,5 kg, €99,90.
    private func isPoint(_ place: Int, behind start: Int) -> Bool {
        if text.at(place) == "." { return true }
        guard text.at(place) == ",", text.at(place + 1).isDigit else { return false }
        let end = text.endOfDigits(place + 1)
        let next = text.at(text.skippingSpace(end))
        let isList =
            end == place + 2 && !text.at(place - 2).isDigit
            && (text.at(place - 1).digit ?? 0) + 1 == text.at(place + 1).digit
        let isCents = end - place == 3 && text.at(text.skippingSpaceBack(start) - 1) == "€"
        return isCents || end - place <= 3 && (next.isLatin || next == "€") && !isList
    }

    /// Groups of three digits behind commas, points before a comma, or spaces when they end in round hundreds.
    private func grouped(after end: Int) -> [Range<Int>]? {
        let mark = text.at(end)
        guard mark == "," || mark == " " || mark == "'" || mark == "." else { return nil }
        var groups: [Range<Int>] = []
        var place = end
        while text.at(place) == mark, text.endOfDigits(place + 1) == place + 4 {
            groups.append(place + 1..<place + 4)
            place += 4
        }
        guard !groups.isEmpty else { return nil }
        switch mark {
        case ".":
            return groups.count > 1 || text.at(place) == "," && text.at(place + 1).isDigit ? groups : nil
        case " ":
            return text.at(place - 1) == "0" && text.at(place - 2) == "0" && !isGroup(before: end)
                ? groups : nil
        default: return groups
        }
    }

    /// Digits already stand before the run that ends here: a phone number in groups.
    private func isGroup(before end: Int) -> Bool {
        var start = end
        while text.at(start - 1).isDigit { start -= 1 }
        return text.at(start - 1) == "-" || text.at(start - 1) == "+"
            || text.at(start - 1) == " " && text.at(start - 2).isDigit
    }

    /// P001, RB-20, 2026-0117: digits that a letter or a joint hangs on.
    private func isGlued(_ start: Int) -> Bool {
        let before = text.at(start - 1)
        if before.isLatin || before == "_" { return true }
        return before == "-" && text.at(start - 2).isAlphanumeric
    }

    /// 91440300708461136T: so many digits with a letter behind them measure nothing.
    private func isCode(_ digits: Range<Int>) -> Bool {
        digits.count >= 15 && text.at(digits.upperBound).isLatin
    }

    /// 1/2 inch, 3/4英寸: elsewhere such a thing is a day.
    private func fraction(_ value: Double, _ end: Int) -> (value: Double, end: Int)? {
        guard text.at(end) == "/", value >= 1 else { return nil }
        let stop = text.endOfDigits(end + 1)
        let divisor = number(end + 1..<stop)
        guard [2, 4, 8, 16, 32, 64].contains(divisor), value < divisor,
            let unit = Units.lexicon.match(text, at: text.skippingSpace(stop)), unit.meaning?.name == "in"
        else { return nil }
        return (value / divisor, stop)
    }

    private func letter(at place: Int) -> Double? {
        guard !text.at(place + 1).isAlphanumeric else { return nil }
        switch text.at(place) {
        case "k": return 1000
        case "w": return 10_000
        case "m": return 1_000_000
        case "b": return 1_000_000_000
        default: return nil
        }
    }

    /// Beyond 15 digits nobody counts; what follows them is cut off rather than rounded.
    private func number(_ digits: Range<Int>) -> Double {
        var value = 0
        for place in digits.prefix(15) { value = value * 10 + (text.at(place).digit ?? 0) }
        return Double(value)
    }

    private func power(_ exponent: Int) -> Double {
        var power = 1.0
        for _ in 0..<min(exponent, 15) { power *= 10 }
        return power
    }

    /// 50多 ends before 60, 300多 before 400, 55多 before 56.
    private func roundness(_ value: Double) -> Double {
        var step = 1.0
        while value > 0, step < 1e12, value.truncatingRemainder(dividingBy: step * 10) == 0 { step *= 10 }
        return step
    }
}
