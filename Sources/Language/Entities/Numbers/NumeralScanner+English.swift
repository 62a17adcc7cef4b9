extension NumeralScanner {
    /// "two hundred and fifty", "a dozen", "twenty-five", "dozens of", "fifty-odd".
    func english(at start: Int) -> Numeral? {
        guard let first = EnglishNumbers.lexicon.match(text, at: start) else {
            return text.at(start) == "a" ? article(at: start) : nil
        }
        switch first.meaning {
        case .plural(let least):
            return finish(first.range, .init(least * 2, nil, isApproximate: true), isDozens: true)
        case .whole(let value):
            return finish(first.range, .init(value, value, isApproximate: value == 2), isDozens: value != 2)
        case .rough(let least, let most): return finish(first.range, .init(least, most, isApproximate: true))
        case .factor: return nil
        case .digit, .tens: return compound(from: start)
        }
    }

    /// "a hundred", "a thousand": the article is the one.
    private func article(at start: Int) -> Numeral? {
        guard text.at(start + 1) == " ", let word = EnglishNumbers.lexicon.match(text, at: start + 2),
            word.meaning.factor != nil
        else { return nil }
        return compound(from: start, next: start + 2, value: 1)
    }

    private func compound(from start: Int, next: Int? = nil, value: Double = 0) -> Numeral? {
        var figure = EnglishFigure(group: value)
        var (end, place) = (start, next ?? start)
        while end - start < 120, let word = EnglishNumbers.lexicon.match(text, at: place),
            figure.take(word.meaning)
        {
            end = word.range.upperBound
            place = joint(after: end)
        }
        guard end > start else { return nil }
        if figure.last < 20, text.has(" and a half", at: end), text.isWordBoundary(end + 11) {
            figure.group += 0.5
            end += 11
        }
        var numeral = Numeral(
            range: start..<end, bounds: .init(figure.value), style: .english, scale: figure.scale,
            isDozens: figure.last == 12 && figure.scale == 12)
        loosen(&numeral, step: figure.last >= 100 ? figure.last : figure.last >= 20 ? 10 : 1)
        return numeral
    }

    /// Past "-", " " or " and ".
    private func joint(after end: Int) -> Int {
        if text.has(" and ", at: end) { return end + 5 }
        return text.at(end) == " " || text.at(end) == "-" ? end + 1 : end
    }

    private func finish(_ range: Range<Int>, _ bounds: Entity.Bounds, isDozens: Bool = false) -> Numeral {
        Numeral(range: range, bounds: bounds, style: .english, isDozens: isDozens)
    }
}

/// A number put together from English words.
private struct EnglishFigure {
    var group: Double
    private var total = 0.0
    /// What the last word was worth.
    private(set) var last = 1.0
    private(set) var scale = 1.0
    private var isEmpty = true

    init(group: Double) { self.group = group }

    var value: Double { total + group }

    /// False where the word begins another number: "five five".
    mutating func take(_ role: EnglishNumbers.Role) -> Bool {
        switch role {
        case .digit(let digit):
            guard isEmpty || last >= 100 || last >= 20 && digit < 10 else { return false }
            (group, last, scale) = (group + digit, digit, 1)
        case .tens(let tens):
            guard isEmpty || last >= 100 else { return false }
            (group, last, scale) = (group + tens, tens, 1)
        case .factor(let factor):
            guard group > 0 else { return false }
            if factor <= 100 { group *= factor } else { (total, group) = (total + group * factor, 0) }
            (last, scale) = (factor, factor)
        default: return false
        }
        isEmpty = false
        return true
    }
}
