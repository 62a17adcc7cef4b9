extension NumeralScanner {
    /// 五十, 两百来, 十几, 三五, 一点五, 二零二六, 俩, 廿, 上百, 百八十.
    func chinese(at start: Int) -> Numeral? {
        if let numeral = rough(at: start) ?? single(at: start) ?? spelled(at: start) { return numeral }
        var figure = Figure()
        var end = start
        if case .tens(let tens) = ChineseDigits.role(text.at(start)) {
            figure.digit(.init(tens / 10, tens / 10))
            _ = figure.unit(10)
            end += 1
        }
        end = chineseTail(&figure, from: end)
        guard !figure.isEmpty else { return nil }
        let value = figure.value
        let bounds = Entity.Bounds(value.x, value.y, isApproximate: value.x != value.y)
        var numeral = Numeral(range: start..<end, bounds: bounds, style: .chinese, scale: figure.scale)
        fraction(&numeral, after: figure)
        loosen(&numeral, step: figure.step)
        numeral.isPart = isOrdinal(start)
        return numeral
    }

    /// 俩, 仨, 半: a number in one character.
    private func single(at start: Int) -> Numeral? {
        let range = start..<start + 1
        switch ChineseDigits.role(text.at(start)) {
        case .counted(let count):
            return Numeral(range: range, bounds: .init(count), style: .chinese, isDozens: true)
        case .half:
            return Numeral(range: range, bounds: .init(0.5), style: .chinese, isPart: isOrdinal(start))
        default: return nil
        }
    }

    /// Reads digits and units on from here into a figure begun; where they end.
    func chineseTail(_ figure: inout Figure, from start: Int) -> Int {
        var place = start
        while place - start < 32, takes(&figure, place) { place += 1 }
        return place
    }

    /// Takes in one character if the number goes on with it.
    private func takes(_ figure: inout Figure, _ place: Int) -> Bool {
        switch ChineseDigits.role(text.at(place)) {
        case .zero:
            guard figure.hasUnit, case .digit = ChineseDigits.role(text.at(place + 1)) else { return false }
            figure.zero()
        case .digit(let digit):
            guard accepts(digit, in: figure, at: place) else { return false }
            return take(digit, &figure, place)
        case .few:
            guard isFew(at: place, in: figure) else { return false }
            figure.digit(figure.hasUnit ? .init(1, 9) : .init(2, 9))
        case .unit(let unit): return !isPhysical(place) && figure.unit(unit)
        case .none: return !figure.isEmpty && isMillions(at: place) || takesDigit(&figure, place)
        default: return false
        }
        return true
    }

    /// 2个亿, 三个万.
    func isMillions(at place: Int) -> Bool {
        text.at(place) == "个"
            && (text.at(place + 1) == "亿" || text.at(place + 1) == "万" && text.at(place + 2) != "能")
    }

    /// 千克, 千瓦, 万用表: no thousand, no ten thousand.
    func isPhysical(_ place: Int) -> Bool {
        let next = text.at(place + 1)
        switch text.at(place) {
        case "千": return ["克", "瓦", "伏", "帕", "牛", "赫", "卡"].contains(next)
        case "万": return ["用", "向"].contains(next)
        default: return false
        }
    }

    /// 3万5, 3万5千: one Arabic digit behind a Chinese unit.
    private func takesDigit(_ figure: inout Figure, _ place: Int) -> Bool {
        guard figure.hasUnit, !figure.isPending, figure.step >= 1000, let digit = text.at(place).digit,
            text.endOfDigits(place) == place + 1
        else { return false }
        return take(Double(digit), &figure, place)
    }

    /// False for a digit with a unit that cannot follow: 十万八万 and 5万6万 are two numbers each.
    private func take(_ digit: Double, _ figure: inout Figure, _ place: Int) -> Bool {
        var next = figure
        if figure.isPending { next.alternative(digit) } else { next.digit(.init(digit, digit)) }
        var ahead = next
        if case .unit(let unit) = ChineseDigits.role(text.at(place + 1)), !isPhysical(place + 1),
            !ahead.unit(unit)
        {
            return false
        }
        figure = next
        return true
    }

    /// Whether a digit goes on with the number: the next of two (三五, 七八) or the only one since the last unit.
    private func accepts(_ digit: Double, in figure: Figure, at place: Int) -> Bool {
        if figure.isPending {
            guard case .digit(let before) = ChineseDigits.role(text.at(place - 1)) else { return false }
            return digit == before + 1 || before == 3 && digit == 5
        }
        let next = text.at(place + 1)
        return
            !(digit == 1 && figure.hasUnit && !figure.sawZero && figure.step >= 100 && next.isHan
            && !ChineseDigits.isPart(next)
            && !ChineseDigits.continuesAfterOne.contains(next))
    }

    /// 几十, 十几, 数百; 几台 asks, and 人数 is no number.
    private func isFew(at place: Int, in figure: Figure) -> Bool {
        guard !figure.isPending, !ChineseDigits.endsInNumber.contains(text.at(place - 1)) else {
            return false
        }
        if case .unit = ChineseDigits.role(text.at(place + 1)) { return true }
        return text.at(place) == "几" && figure.hasUnit
    }

    /// 二零二六, 一三八: digits said one by one; 三五 and 七八 are two numbers, 二五零 is one.
    private func spelled(at start: Int) -> Numeral? {
        var (end, value) = (start, 0.0)
        loop: while end - start < 15 {
            switch ChineseDigits.role(text.at(end)) {
            case .zero: value *= 10
            case .digit(let digit): value = value * 10 + digit
            default: break loop
            }
            end += 1
        }
        if case .unit = ChineseDigits.role(text.at(end)) { return nil }
        guard end - start > 2 || end - start == 2 && !isPair(start) else { return nil }
        return Numeral(
            range: start..<end, bounds: .init(value), style: .spelled, isPart: isOrdinal(start))
    }

    private func isPair(_ start: Int) -> Bool {
        guard case .digit(let first) = ChineseDigits.role(text.at(start)) else { return true }
        guard case .digit(let second) = ChineseDigits.role(text.at(start + 1)) else { return false }
        return second == first + 1 || first == 3 && second == 5
    }

    /// 一点五, 三点一四万; not 三点五十, which is a time.
    private func fraction(_ numeral: inout Numeral, after figure: Figure) {
        let start = numeral.range.upperBound
        guard text.at(start) == "点", numeral.bounds.lower == numeral.bounds.upper else { return }
        var (end, value, unit) = (start + 1, numeral.value, 0.1)
        loop: while end - start <= 6 {
            switch ChineseDigits.role(text.at(end)) {
            case .zero: break
            case .digit(let digit): value += digit * unit
            default: break loop
            }
            unit /= 10
            end += 1
        }
        guard end > start + 1, text.at(end) != "十", text.at(end) != "分", text.at(end) != "刻" else { return }
        if case .unit(let factor) = ChineseDigits.role(text.at(end)), factor >= 10_000 {
            (value, numeral.scale, end) = (value * factor, factor, end + 1)
        }
        numeral.bounds = .init((value * 1e6).rounded() / 1e6)
        numeral.range = numeral.range.lowerBound..<end
    }
}
