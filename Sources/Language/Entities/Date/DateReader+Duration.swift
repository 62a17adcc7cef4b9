extension DateReader {
    /// A length of time that leads from today: 两周内, 3到5天后, "in 10 days", "within 2 weeks", 三个月前.
    func duration(at place: Int) -> Reading? {
        guard let (least, numberEnd) = length(at: place) else { return nil }
        var (most, end) = (least, numberEnd)
        if let word = Hedges.separators.match(text, at: text.skippingSpace(end)),
            let (other, stop) = length(at: text.skippingSpace(word.range.upperBound)), other.y > least.x
        {
            (most, end) = (other, stop)
        } else if text.at(end) == ",", let (other, stop) = length(at: end + 1), other.x == least.x + 1,
            other.x < 10
        {
            (most, end) = (other, stop)
        }
        if text.at(end) == "-" { end += 1 }
        guard var unit = TimeUnit.lexicon.match(text, at: text.skippingSpace(end)) else { return nil }
        end = text.at(unit.range.lowerBound) == "日" ? unit.range.lowerBound + 1 : unit.range.upperBound
        if text.has("左右", at: end) { end += 2 }
        if text.at(end) == "的", text.has("的时间", at: end) {
            end += 3
        } else if text.has("时间", at: end) {
            end += 2
        }
        let (lower, upper) = (least.x + unit.meaning.extra, most.y + unit.meaning.extra)
        unit.meaning.extra = 0
        return directed(from: place, end, lower, upper, unit.meaning.grain)
    }

    /// The number before a unit of time.
    private func length(at place: Int) -> (SIMD2<Double>, Int)? {
        let (scalar, before) = (text.at(place), text.at(place - 1))
        if scalar.isDigit {
            guard !before.isAlphanumeric, before != ".", before != "/", before != "第" else { return nil }
            let end = text.endOfDigits(place)
            guard end - place <= 4, let (value, _) = integer(at: place) else { return nil }
            return (.init(Double(value), Double(value)), end)
        }
        guard scalar.isLatin || ChineseDigits.isPart(scalar), before != "第", before != "周",
            text.isWordBoundary(place)
        else { return nil }
        if text.has("half a", at: place) {
            return (.init(0.5, 0.5), place + (text.at(place + 6) == "n" ? 7 : 6))
        }
        if text.has("a ", at: place) || text.has("an ", at: place) {
            return (.init(1, 1), place + (text.at(place + 1) == "n" ? 2 : 1))
        }
        let scanner = NumeralScanner(text: text)
        guard let numeral = scalar.isLatin ? scanner.english(at: place) : scanner.chinese(at: place),
            !numeral.isPart,
            let lower = numeral.bounds.lower, let upper = numeral.bounds.upper
        else { return nil }
        return (.init(lower, upper), numeral.range.upperBound)
    }

    private func directed(
        from place: Int, _ end: Int, _ lower: Double, _ upper: Double, _ grain: TimeUnit.Grain
    ) -> Reading? {
        guard upper > 0, upper < 10_000, !isFromElsewhere(place, end) else { return nil }
        let lead = Direction.leads.match(text, at: text.skippingSpaceBack(place))
        var tail = Direction.tails.match(text, at: text.skippingSpace(end))
        if let found = tail, isOther(found) { tail = nil }
        let isPast = lead?.meaning == .past
        guard let direction = isPast ? .past : tail?.meaning ?? lead?.meaning else {
            guard isForecast(place..<end, grain), lower < upper else { return nil }
            return (place..<end, span(.later, lower, upper, grain), 0.7)
        }
        let start = lead?.range.lowerBound ?? place
        return (
            start..<(tail?.range.upperBound ?? end), span(direction, lower, upper, grain), isPast ? 0.9 : 1
        )
    }

    /// 3-5天, 10到15个工作日, "2-3 weeks": from and to in figures, and nothing says that they are over.
    private func isForecast(_ range: Range<Int>, _ grain: TimeUnit.Grain) -> Bool {
        let (before, after) = (text.at(range.lowerBound - 1), text.at(text.skippingSpace(range.upperBound)))
        return text.at(range.lowerBound).isDigit && [.day, .workday, .week].contains(grain)
            && before != "了" && before != "过" && !["了", "没", "都", "一"].contains(after)
            && !text.has("for ", at: range.lowerBound - 4)
    }

    private func span(
        _ direction: Direction, _ lower: Double, _ upper: Double, _ grain: TimeUnit.Grain
    ) -> Entity.DateSpan {
        let isBack = direction == .ago || direction == .past
        let near = shifted(by: isBack ? -lower : lower, grain)
        let far = shifted(by: isBack ? -upper : upper, grain)
        switch direction {
        case .within: return .init(today, far.day, minuteOfDay: far.minute, isDeadline: true)
        case .later: return .init(near.day, far.day, minuteOfDay: far.minute)
        case .ago: return .init(far.day, near.day, minuteOfDay: near.minute)
        case .past: return .init(far.day, today)
        }
    }

    /// 收货后7天内, "within 7 days of receipt": nobody knows from when.
    private func isFromElsewhere(_ place: Int, _ end: Int) -> Bool {
        let before = text.at(text.skippingSpaceBack(place) - 1)
        if before == "后" { return true }
        return text.has(" of ", at: end) || text.has(" after ", at: end) || text.has(" before ", at: end)
            || text.has(" prior to", at: end)
    }

    /// 3天后续, 两天内容, "3 days back order".
    private func isOther(_ tail: Lexicon<Direction>.Match) -> Bool {
        let next = text.at(tail.range.upperBound)
        return tail.range.count == 1 && ["面", "续", "容", "部", "存", "台", "期"].contains(next)
    }

    private func shifted(by amount: Double, _ grain: TimeUnit.Grain) -> (day: Day, minute: Int?) {
        let whole = Int(amount.rounded(.towardZero))
        let half = amount != amount.rounded(.towardZero)
        let sign = amount < 0 ? -1 : 1
        switch grain {
        case .minute: return minutes(whole)
        case .hour:
            return abs(amount) < 24 ? minutes(Int(amount * 60)) : (today.adding(days: whole / 24), nil)
        case .day: return half && whole == 0 ? minutes(sign * 720) : (today.adding(days: whole), nil)
        case .workday: return (today.adding(workdays: max(0, whole)), nil)
        case .week: return (today.adding(days: Int((amount * 7).rounded())), nil)
        case .fortnight: return (today.adding(days: Int((amount * 14).rounded())), nil)
        case .month: return (today.adding(months: whole).adding(days: half ? 15 * sign : 0), nil)
        case .quarter: return (today.adding(months: 3 * whole), nil)
        case .year: return (today.adding(months: Int(amount * 12)), nil)
        }
    }

    private func minutes(_ count: Int) -> (Day, Int?) {
        let total = minuteOfDay + count
        let days = total >= 0 ? total / 1440 : (total - 1439) / 1440
        return (today.adding(days: days), total - days * 1440)
    }
}
