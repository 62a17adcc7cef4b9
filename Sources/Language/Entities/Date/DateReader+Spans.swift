extension DateReader {
    /// 明年一季度, 今年3月15号, 去年国庆, 2026年底.
    func year(_ year: Int, from place: Int, _ end: Int) -> Moment? {
        let whole = Moment(range: place..<end, days: Days.year(year))
        let start = text.skippingSpace(end)
        if let month = monthOfYear(year, from: place, at: start) { return month }
        guard let word = DateWords.lexicon.match(text, at: start) else { return edged(whole) }
        let range = place..<word.range.upperBound
        switch word.meaning {
        case .quarterName(let quarter): return edged(Moment(range: range, days: Days.quarter(year, quarter)))
        case .halfName(let half): return Moment(range: range, days: Days.half(year, half))
        case .yearEdge(let edge): return Moment(range: range, days: edge.of(whole.days))
        case .holiday(let holiday), .numberedHoliday(let holiday):
            return holiday.days(in: year).map { Moment(range: range, days: $0, isFeast: true) }
        default: return edged(whole)
        }
    }

    /// 3月, 三月底, 3月15号 of a year.
    func monthOfYear(_ year: Int, from place: Int, at start: Int) -> Moment? {
        guard let (month, end) = integer(at: start), (1...12).contains(month), text.at(end) == "月" else {
            return nil
        }
        let stop = text.at(end + 1) == "份" ? end + 2 : end + 1
        let moment = Moment(range: place..<stop, days: Days.month(year, month))
        return dayOfMonth(moment) ?? edged(moment)
    }

    /// Q3, 三季度, "Q1 2027", 二季度末: this year's, or the next when it is over.
    func quarterName(_ quarter: Int, from place: Int, _ end: Int) -> Moment? {
        var moment = Moment(range: place..<end, days: Days.quarter(today.year, quarter))
        if let (year, stop) = spokenYear(at: text.skippingSpace(end)) {
            return Moment(range: place..<stop, days: Days.quarter(year, quarter))
        }
        if moment.days.last < today { moment.days = Days.quarter(today.year + 1, quarter) }
        return edged(moment)
    }

    /// next Tuesday, this month, last week, next March, this year.
    func relative(_ offset: Int, from place: Int, _ end: Int) -> Moment? {
        guard text.at(end) == " ", let word = DateWords.lexicon.match(text, at: end + 1) else { return nil }
        let range = place..<word.range.upperBound
        switch word.meaning {
        case .weekday(let day), .weekdayAbbreviation(let day):
            let monday = Days.week(of: today).first
            return Moment(range: range, days: Days(monday.adding(days: day - 1 + 7 * offset)))
        case .monthName(let month, _):
            var year = today.year
            if offset > 0, month <= today.month { year += 1 }
            if offset < 0, month >= today.month { year -= 1 }
            return Moment(range: range, days: Days.month(year, month))
        case .holiday(let holiday):
            return holiday.days(in: today.year + offset).map { Moment(range: range, days: $0, isFeast: true) }
        case .quarterName(let quarter):
            return Moment(range: range, days: Days.quarter(today.year + offset, quarter))
        default: return nil
        }
    }

    /// "end of March", "mid April", "early next week", "end of next month".
    func edgeOf(_ edge: Edge, from place: Int, _ end: Int) -> Moment? {
        let start = text.skippingSpace(end)
        guard let word = DateWords.lexicon.match(text, at: start) else { return nil }
        if case .edgeOf = word.meaning { return nil }
        guard let inner = moment(at: start), inner.range.lowerBound == start, inner.minute == nil else {
            return nil
        }
        var moment = inner
        moment.needsMark = false
        moment.range = place..<inner.range.upperBound
        guard inner.days.count > 1 else { return nil }
        if inner.days.count == 7 {
            let monday = inner.days.first
            switch edge {
            case .start, .firstTen: moment.days = Days(monday, monday.adding(days: 1))
            case .middle, .midTen: moment.days = Days(monday.adding(days: 2))
            case .end, .lastTen: moment.days = Days(monday.adding(days: 4))
            }
        } else {
            moment.days = edge.of(inner.days)
        }
        return moment
    }

    /// The feast to come; the one that is being kept counts.
    func feast(_ holiday: Holiday, from place: Int, _ end: Int) -> Moment? {
        guard var days = holiday.days(in: today.year) else { return nil }
        if days.last < today, let next = holiday.days(in: today.year + 1) { days = next }
        return Moment(range: place..<end, days: days, isFeast: true)
    }

    /// 年前 is by the eve of the Spring Festival, 年后 after its week.
    func newYear(_ isBefore: Bool, _ range: Range<Int>) -> Moment? {
        guard !ChineseDigits.isPart(text.at(range.lowerBound - 1)), !text.at(range.lowerBound - 1).isDigit,
            !["今", "明", "去", "前", "后", "半"].contains(text.at(range.lowerBound - 1)),
            let feast = feast(
                Holiday(rule: .lunar(LunarDays.newYear), length: 7), from: range.lowerBound, range.upperBound)
        else { return nil }
        if isBefore {
            return Moment(range: range, days: Days(feast.days.first.adding(days: -1)), isDeadline: true)
        }
        let first = feast.days.last.adding(days: 1)
        return Moment(range: range, days: Days(first, first.adding(days: 13)))
    }

    /// "March 15th, 2026", "Mar", "May" only where it is a month.
    func named(_ month: Int, isWord: Bool, from place: Int, _ end: Int) -> Moment? {
        var (year, stop) = (today.year, text.at(end) == "." ? end + 1 : end)
        var number: Int?
        let the = text.has("the ", at: text.skippingSpace(stop)) ? 4 : 0
        let start = text.skippingSpace(stop) + the
        if text.at(start).isDigit, let (day, after) = integer(at: start), after - start <= 2,
            let ordinal = ordinalEnd(after), (1...31).contains(day)
        {
            (number, stop) = (day, ordinal)
        }
        var hasYear = false
        let comma = text.at(stop) == "," ? stop + 1 : stop
        if let (spoken, after) = spokenYear(at: text.skippingSpace(comma)) {
            (year, stop, hasYear) = (spoken, after, true)
        }
        return dated(year, month, number, place..<stop, hasYear: hasYear, isWord: isWord)
    }

    func dated(
        _ year: Int, _ month: Int, _ day: Int?, _ range: Range<Int>, hasYear: Bool, isWord: Bool = false
    ) -> Moment? {
        guard let day else {
            var moment = Moment(range: range, days: Days.month(year, month), isYearFree: !hasYear)
            if !hasYear, moment.days.last < today { moment.days = Days.month(year + 1, month) }
            moment.needsMark = isWord && !hasYear
            return moment
        }
        var date = Day(year, month, day)
        if !hasYear, date.isValid { date = nearest(date) }
        guard date.isValid || !hasYear && month == 2 && day == 29 else { return nil }
        while !date.isValid { date.year += 1 }
        return Moment(range: range, days: Days(date), isYearFree: !hasYear)
    }

    /// A day without its year: as long as two months ago, or else to come.
    func nearest(_ day: Day) -> Day {
        let distance = day.ordinal - today.ordinal
        if distance < -60 { return Day(day.year + 1, day.month, day.day) }
        return distance > 305 ? Day(day.year - 1, day.month, day.day) : day
    }

    /// Past "st", "nd", "rd", "th"; nil when other letters follow.
    func ordinalEnd(_ place: Int) -> Int? {
        for suffix in ["st", "nd", "rd", "th"] where text.has(suffix, at: place) {
            return text.at(place + 2).isLatin ? nil : place + 2
        }
        return text.at(place).isLatin || text.at(place) == ":" ? nil : place
    }

    /// Four digits of this century.
    func spokenYear(at place: Int) -> (Int, Int)? {
        guard let (year, end) = integer(at: place), end - place == 4, text.at(place).isDigit,
            (2000...2099).contains(year),
            !text.at(end).isAlphanumeric
        else { return nil }
        return (year, text.at(end) == "年" ? end + 1 : end)
    }
}
