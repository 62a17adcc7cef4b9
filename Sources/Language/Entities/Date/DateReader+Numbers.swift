extension DateReader {
    /// A whole number in digits or in Chinese.
    func integer(at place: Int) -> (value: Int, end: Int)? {
        if text.at(place).isDigit {
            let end = text.endOfDigits(place)
            guard end - place <= 8 else { return nil }
            return ((place..<end).reduce(0) { $0 * 10 + (text.at($1).digit ?? 0) }, end)
        }
        guard text.at(place).isHan || text.at(place) == "〇", ChineseDigits.isPart(text.at(place)) else {
            return nil
        }
        var figure = Figure()
        let end = NumeralScanner(text: text).chineseTail(&figure, from: place)
        guard end > place, figure.value.x == figure.value.y, figure.value.x > 0, figure.value.x < 1e9 else {
            return nil
        }
        return (Int(figure.value.x), end)
    }

    /// 2026-03-15, 3/15, 3月15号, 三月, 15号, 二零二六年, 15th of March, 20260315.
    func numbered(at place: Int) -> Moment? {
        let scalar = text.at(place)
        guard scalar.isDigit || ChineseDigits.isPart(scalar), !isPartOfMore(place) else { return nil }
        if let year = spelledYear(at: place) { return self.year(year.value, from: place, year.end) }
        guard let (number, end) = integer(at: place) else { return nil }
        if text.at(end) == "月" { return chineseMonth(number, from: place, end) }
        if text.at(end) == "号" || text.at(end) == "日" { return dayOnly(number, place..<end + 1) }
        guard scalar.isDigit else { return nil }
        if end - place == 4, (2000...2099).contains(number) { return fromYear(number, from: place, end) }
        if end - place == 2, text.at(end) == "年", (20...99).contains(number) {
            return year(2000 + number, from: place, end + 1)
        }
        if end - place == 8 { return compact(number, place..<end) }
        guard end - place <= 2 else { return nil }
        return dayThenMonth(number, from: place, end) ?? daysOfMonth(number, from: place, end)
            ?? monthAndDay(number, from: place, end)
    }

    /// Digits of a longer number, a code, a price: no date begins inside it.
    private func isPartOfMore(_ place: Int) -> Bool {
        let before = text.at(place - 1)
        if before == "." || before == "-" || before == "/" || before == ":" || before == "," {
            return text.at(place - 2).isAlphanumeric
        }
        return before == "第" || before == "$" || before == "¥" || before == "#"
            || text.at(place).isDigit && before.isAlphanumeric
            || ChineseDigits.isPart(before) && ChineseDigits.isPart(text.at(place)) || before == "点"
            || before == "月" && (text.at(place - 2).isDigit || ChineseDigits.isPart(text.at(place - 2)))
    }

    /// 二零二六年.
    private func spelledYear(at place: Int) -> (value: Int, end: Int)? {
        guard text.at(place) == "二", text.at(place + 4) == "年" else { return nil }
        var year = 0
        for i in place..<place + 4 {
            switch ChineseDigits.role(text.at(i)) {
            case .zero: year *= 10
            case .digit(let digit): year = year * 10 + Int(digit)
            default: return nil
            }
        }
        return (year, place + 5)
    }

    private func chineseMonth(_ month: Int, from place: Int, _ end: Int) -> Moment? {
        guard (1...12).contains(month) else { return nil }
        var moment = monthOfYear(today.year, from: place, at: place)
        if text.at(end + 1).isDigit || ChineseDigits.isPart(text.at(end + 1)), moment?.days.count != 1,
            let (_, stop) = integer(at: end + 1), text.at(stop) == "号" || text.at(stop) == "日"
        {
            return leapDay(month, place..<stop + 1)
        }
        if moment?.days.count == 1, let day = moment?.days.first { moment?.days = Days(nearest(day)) }
        if let days = moment?.days, days.count > 1,
            days.last.ordinal < today.ordinal - 60
                || days.last < today && isToCome(behind: moment?.range.upperBound)
        {
            moment?.days = Days(days.first.adding(months: 12), days.last.adding(months: 12))
        }
        moment?.isYearFree = true
        return moment
    }

    /// 9月交货可以吗 speaks of the next September, 9月的订单 of the last.
    private func isToCome(behind end: Int?) -> Bool {
        end.flatMap { DateMarks.deliveries.match(text, at: $0) } != nil
    }

    /// 2月29号 in a year that has none; 2月30号 is no day at all.
    private func leapDay(_ month: Int, _ range: Range<Int>) -> Moment? {
        guard month == 2, text.at(range.upperBound - 2) == "9" || text.at(range.upperBound - 2) == "九",
            text.at(range.upperBound - 3) == "2" || text.at(range.upperBound - 3) == "十"
        else { return nil }
        return dated(today.year, 2, 29, range, hasYear: false)
    }

    /// 15号: the next one; not 15号楼, 3号线.
    private func dayOnly(_ day: Int, _ range: Range<Int>) -> Moment? {
        let next = text.at(range.upperBound)
        guard (1...31).contains(day),
            ![
                "楼", "线", "机", "门", "店", "仓", "库", "厂", "院", "钢", "柜", "车", "元", "币", "圆", "室", "馆", "位", "件",
                "房", "段",
            ].contains(next), !text.has("字", at: range.upperBound)
        else { return nil }
        if text.at(range.upperBound - 1) == "日", text.at(range.lowerBound - 1) == "周" { return nil }
        var month = Day(today.year, today.month, 1)
        for _ in 0..<3 {
            let date = Day(month.year, month.month, day)
            if date.isValid, date >= today { return Moment(range: range, days: Days(date)) }
            month = month.adding(months: 1)
        }
        return nil
    }

    /// 2026年…, 2026-03-15, 2026/3, 2026.3.15, "2026 Q3".
    private func fromYear(_ year: Int, from place: Int, _ end: Int) -> Moment? {
        if text.at(end) == "年" {
            return text.at(end + 1) == "款" ? nil : self.year(year, from: place, end + 1)
        }
        if let word = DateWords.lexicon.match(text, at: text.skippingSpace(end)),
            case .quarterName(let quarter) = word.meaning
        {
            return Moment(range: place..<word.range.upperBound, days: Days.quarter(year, quarter))
        }
        let mark = text.at(end)
        guard mark == "-" || mark == "/" || mark == ".", let (month, next) = integer(at: end + 1),
            next - end <= 3
        else {
            return yearAlone(year, place..<end)
        }
        guard text.at(next) == mark, let (day, stop) = integer(at: next + 1), stop - next <= 3,
            !text.at(stop).isAlphanumeric,
            !(text.at(stop) == mark && text.at(stop + 1).isDigit)
        else { return nil }
        return dated(year, month, day, place..<stop, hasYear: true)
    }

    /// 2027: a year only where something says so.
    private func yearAlone(_ year: Int, _ range: Range<Int>) -> Moment? {
        guard year >= today.year - 1, year <= today.year + 10, Followers.isFree(text, at: range.upperBound)
        else { return nil }
        for word in ["in ", "by ", "until ", "before ", "since "] {
            let start = range.lowerBound - word.utf8.count
            if text.has(word, at: start), text.isWordBoundary(start) {
                return Moment(range: range, days: Days.year(year), confidence: 0.7)
            }
        }
        return nil
    }

    private func compact(_ number: Int, _ range: Range<Int>) -> Moment? {
        let day = Day(number / 10_000, number / 100 % 100, number % 100)
        guard (2020...2039).contains(day.year), day.isValid, !text.at(range.upperBound).isAlphanumeric,
            Followers.isFree(text, at: range.upperBound)
        else { return nil }
        return Moment(range: range, days: Days(day), confidence: 0.7)
    }

    /// "15 March", "15th of March 2026", "the 15th".
    private func dayThenMonth(_ day: Int, from place: Int, _ end: Int) -> Moment? {
        guard (1...31).contains(day), let after = ordinalEnd(end) else { return nil }
        var start = text.skippingSpace(after)
        if text.at(start) == "-", text.at(end) == "-" { start += 1 }
        if text.has("of ", at: start) { start += 3 }
        if let word = DateWords.lexicon.match(text, at: start), case .monthName(let month, _) = word.meaning {
            var (year, stop, hasYear) = (today.year, word.range.upperBound, false)
            let comma = text.at(stop) == "," || text.at(stop) == "-" ? stop + 1 : stop
            if let (spoken, next) = spokenYear(at: text.skippingSpace(comma)) {
                (year, stop, hasYear) = (spoken, next, true)
            }
            return dated(year, month, day, place..<stop, hasYear: hasYear)
        }
        guard after > end, text.has("the ", at: place - 4) else { return nil }
        return dayOnly(day, place..<after)
    }

    /// "15-20 March", "15 to 20 March".
    private func daysOfMonth(_ first: Int, from place: Int, _ end: Int) -> Moment? {
        guard let word = DateMarks.separators.match(text, at: text.skippingSpace(end)), !word.meaning else {
            return nil
        }
        let start = text.skippingSpace(word.range.upperBound)
        guard text.at(start).isDigit, let (last, stop) = integer(at: start), stop - start <= 2,
            var moment = dayThenMonth(last, from: start, stop), first < last, moment.days.first.day == last
        else { return nil }
        moment.days.first.day = first
        moment.range = place..<moment.range.upperBound
        return moment
    }

    /// 3/15, 15/3, 3/15/2026; 3.15 where a word beside it says that it is a day.
    private func monthAndDay(_ first: Int, from place: Int, _ end: Int, goesOn: Bool = true) -> Moment? {
        let mark = text.at(end)
        guard mark == "/" || mark == "." || mark == "-", text.at(end + 1).isDigit,
            let (second, stop) = integer(at: end + 1), stop - end <= 3
        else { return nil }
        let (month, day) = first > 12 ? (second, first) : (first, second)
        guard (1...12).contains(month) else { return nil }
        if text.at(stop) == mark, let (year, last) = spokenYear(at: stop + 1) {
            return dated(year, month, day, place..<last, hasYear: true)
        }
        if text.at(stop) == "号" || text.at(stop) == "日" {
            return dated(today.year, month, day, place..<stop + 1, hasYear: false)
        }
        let isAlways = first == 24 && second == 7
        guard mark != "-", !isAlways, endsDate(stop) || goesOn && mark == "/" && dayBehindDash(stop) != nil
        else {
            return nil
        }
        var moment = dated(today.year, month, day, place..<stop, hasYear: false)
        moment?.needsMark = mark == "." || first < 4 && second < 5
        if mark == "/" { moment?.confidence = 0.8 }
        return moment
    }

    /// The 12/15 of 12/1-12/15; 1/2-3/4 are fractions.
    func dayBehindDash(_ dash: Int) -> Moment? {
        guard text.at(dash) == "-", text.at(dash + 1).isDigit, let (month, end) = integer(at: dash + 1),
            end - dash <= 3, text.at(end) == "/",
            let moment = monthAndDay(month, from: dash + 1, end, goesOn: false),
            !moment.needsMark
        else { return nil }
        return moment
    }

    /// Whether nothing behind the digits makes them part of another number: 3/15%, 3.15.2, 3/15kg.
    private func endsDate(_ end: Int) -> Bool {
        let isJoined = ["/", ".", "-", ":", "%"].contains(text.at(end)) && text.at(end + 1).isDigit
        return !text.at(end).isAlphanumeric && !isJoined
            && (Followers.isFree(text, at: end) || DateMarks.tails.match(text, at: end) != nil
                || DateMarks.feastFollowers.match(text, at: end) != nil)
    }
}
