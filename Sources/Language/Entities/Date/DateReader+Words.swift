extension DateReader {
    /// A day, a span of days or a time that begins here, with its time of day.
    func moment(at place: Int) -> Moment? {
        let scalar = text.at(place)
        if scalar.isLatin, text.at(place - 1).isLatin { return nil }
        guard var moment = numbered(at: place) ?? worded(at: place) ?? clock(at: place) else { return nil }
        if moment.minute == nil, moment.days.count == 1,
            let (minute, end) = time(behind: moment.range.upperBound)
        {
            moment.minute = minute ?? moment.minute
            moment.range = place..<end
            moment.needsMark = false
        } else if moment.minute == nil, moment.days.count == 1,
            let (minute, end) = latest(behind: moment.range.upperBound)
        {
            (moment.minute, moment.range, moment.isDeadline) = (minute, place..<end, true)
            moment.needsMark = false
        }
        return moment
    }

    /// "next Friday by 5pm": the time by which it must be.
    private func latest(behind place: Int) -> (minute: Int, end: Int)? {
        let start = text.skippingSpace(place)
        for word in ["by ", "before ", "no later than "] where text.has(word, at: start) {
            guard let (minute, end) = time(behind: start + word.utf8.count), let minute else { return nil }
            return (minute, end)
        }
        return nil
    }

    func worded(at place: Int) -> Moment? {
        guard let match = DateWords.lexicon.match(text, at: place) else { return nil }
        let end = match.range.upperBound
        switch match.meaning {
        case .week(let offset): return week(offset, from: place, end)
        case .month(let offset): return month(offset, from: place, end)
        case .year(let offset): return year(today.year + offset, from: place, end)
        case .quarterName(let quarter): return quarterName(quarter, from: place, end)
        case .relative(let offset): return relative(offset, from: place, end)
        case .monthName(let month, let isWord): return named(month, isWord: isWord, from: place, end)
        case .edgeOf(let edge): return edgeOf(edge, from: place, end)
        case .holiday(let holiday): return feast(holiday, from: place, end)
        case .numberedHoliday(let holiday):
            guard !ChineseDigits.isPart(text.at(place - 1)), text.at(place - 1) != "月" else { return nil }
            let isAlone = text.at(place) == "五" && Followers.isFree(text, at: end) && !isStreet(end)
            return feast(holiday, from: place, end).map { isAlone ? $0 : marked($0) }
        case .newYear(let isBefore): return newYear(isBefore, place..<end)
        default: return plain(match.meaning, place..<end)
        }
    }

    /// 五一路, 五一广场.
    private func isStreet(_ end: Int) -> Bool {
        ["路", "街", "广", "大", "新", "村", "桥", "站", "中", "店"].contains(text.at(end))
    }

    /// A word that says all there is to know.
    private func plain(_ word: DateWord, _ range: Range<Int>) -> Moment? {
        let here = { (days: Days) in Moment(range: range, days: days) }
        switch word {
        case .day(let offset): return named(today.adding(days: offset), range)
        case .weekday(let day):
            return dayNamed(range) ?? Moment(range: range, days: Days(next(weekday: day)), isWeekday: true)
        case .weekdayAbbreviation(let day): return marked(here(Days(next(weekday: day))))
        case .weekend(let offset): return here(weekend(offset))
        case .quarter(let offset): return edged(here(quarter(offset)))
        case .half(let half), .halfName(let half): return edged(here(Days.half(today.year, half)))
        case .monthEdge(let edge): return here(upcoming(edge))
        case .yearEdge(let edge): return here(edge.of(Days.year(today.year)))
        case .quarterEdge(let edge): return here(edge.of(quarter(0)))
        case .endOfDay: return closing(range)
        case .endOfWeek:
            let friday = Days.week(of: today).first.adding(days: 4)
            return Moment(range: range, days: Days(friday), isDeadline: true)
        default: return nil
        }
    }

    /// 今天周六 is one day if it is one.
    private func named(_ day: Day, _ range: Range<Int>) -> Moment {
        let next = text.skippingSpace(range.upperBound)
        guard let word = DateWords.lexicon.match(text, at: next), case .weekday(let weekday) = word.meaning,
            weekday == day.weekday
        else { return Moment(range: range, days: Days(day)) }
        return Moment(range: range.lowerBound..<word.range.upperBound, days: Days(day))
    }

    /// EOD, "EOD tomorrow", "close of business on Friday".
    private func closing(_ range: Range<Int>) -> Moment {
        let day = namesDay(behind: range.upperBound) ? dayBehind(range.upperBound) : nil
        return Moment(
            range: range.lowerBound..<(day?.range ?? range).upperBound, days: day?.days ?? Days(today),
            minute: 18 * 60, isDeadline: true)
    }

    /// Nothing that would look for a day behind itself in turn: "EOD EOD EOD".
    private func namesDay(behind end: Int) -> Bool {
        let start = text.skippingSpace(end)
        let word = DateWords.lexicon.match(text, at: text.has("on ", at: start) ? start + 3 : start)
        return switch word?.meaning {
        case .day, .weekday, .relative: true
        default: false
        }
    }

    /// "Friday the 13th": the date says more than the weekday.
    private func dayNamed(_ weekday: Range<Int>) -> Moment? {
        let start = weekday.upperBound + 5
        guard text.has(" the ", at: weekday.upperBound), text.at(start).isDigit,
            var moment = numbered(at: start)
        else { return nil }
        moment.range = weekday.lowerBound..<moment.range.upperBound
        return moment
    }

    /// sun, may and sat are words: only what stands around them makes days of them.
    private func marked(_ moment: Moment) -> Moment {
        var moment = moment
        moment.needsMark = true
        return moment
    }

    func next(weekday: Int) -> Day { today.adding(days: (weekday - today.weekday + 7) % 7) }

    private func weekend(_ offset: Int?) -> Days {
        let saturday = Days.week(of: today).first.adding(days: 5 + 7 * (offset ?? 0))
        return Days(saturday, saturday.adding(days: 1))
    }

    /// 下周三, 下周末, 下周.
    private func week(_ offset: Int, from place: Int, _ end: Int) -> Moment {
        let week = Days.week(of: today.adding(days: 7 * offset))
        var moment = Moment(range: place..<end, days: week)
        let index: Int? =
            switch text.at(end) {
            case "日", "天": 7
            case "末": 6
            case "初": 1
            default: small(text.at(end)).flatMap { (1...7).contains($0) && !isMeasured(end + 1) ? $0 : nil }
            }
        guard let index else { return moment }
        moment.days = Days(week.first.adding(days: index - 1))
        if text.at(end) == "末" { moment.days.last = week.last }
        if text.at(end) == "初" { moment.days.last = week.first.adding(days: 1) }
        moment.range = place..<end + 1
        return moment
    }

    private func small(_ scalar: Unicode.Scalar) -> Int? {
        if let digit = scalar.digit { return digit }
        if case .digit(let digit) = ChineseDigits.role(scalar) { return Int(digit) }
        return nil
    }

    /// 下周一个 is not a Monday.
    private func isMeasured(_ place: Int) -> Bool {
        text.at(place).isDigit
            || ["个", "台", "套", "件", "批", "天", "次", "万", "千", "百", "十", "点", "块"].contains(text.at(place))
    }

    private func month(_ offset: Int, from place: Int, _ end: Int) -> Moment {
        let first = Day(today.year, today.month, 1).adding(months: offset)
        let moment = Moment(range: place..<end, days: Days.month(first.year, first.month))
        return dayOfMonth(moment) ?? edged(moment)
    }

    /// 下个月15号, 3月15日.
    func dayOfMonth(_ month: Moment) -> Moment? {
        let start = text.skippingSpace(month.range.upperBound)
        guard let (number, end) = integer(at: start),
            text.at(end) == "号" || text.at(end) == "日" || text.at(start).isDigit || number > 10,
            !text.at(end).isLatin
        else { return nil }
        let hasMark = text.at(end) == "号" || text.at(end) == "日"
        let day = Day(month.days.first.year, month.days.first.month, number)
        guard day.isValid,
            hasMark || Followers.isFree(text, at: end) || DateMarks.tails.match(text, at: end) != nil
        else { return nil }
        var moment = month
        moment.days = Days(day)
        moment.range = month.range.lowerBound..<(hasMark ? end + 1 : end)
        return moment
    }

    /// 3月底, 下个月初, 二季度末, 明年中旬.
    func edged(_ moment: Moment) -> Moment {
        let end = moment.range.upperBound
        let edge: (Edge, Int)? =
            switch text.at(end) {
            case "初": (.start, 1)
            case "底", "末": (.end, 1)
            case "中": text.at(end + 1) == "旬" ? (.midTen, 2) : (.middle, 1)
            case "上": text.at(end + 1) == "旬" ? (.firstTen, 2) : nil
            case "下": text.at(end + 1) == "旬" ? (.lastTen, 2) : nil
            default: nil
            }
        guard let (edge, length) = edge else { return moment }
        var moment = moment
        moment.days = edge.of(moment.days)
        moment.range = moment.range.lowerBound..<end + length
        return moment
    }

    func quarter(_ offset: Int) -> Days {
        let first = Day(today.year, (today.month - 1) / 3 * 3 + 1, 1).adding(months: 3 * offset)
        return Days.quarter(first.year, (first.month + 2) / 3)
    }

    /// 月初 on the 20th is next month's.
    private func upcoming(_ edge: Edge) -> Days {
        let days = edge.of(Days.month(today.year, today.month))
        guard days.last < today else { return days }
        let next = Day(today.year, today.month, 1).adding(months: 1)
        return edge.of(Days.month(next.year, next.month))
    }
}
