/// When: 下周三, 月底前, "by Friday", 3月15号下午三点, "within 2 weeks", 国庆后; reckoned from the day it is read on.
struct DateReader {
    let text: FoldedText
    let today: Day
    let minuteOfDay: Int

    static func read(_ text: FoldedText, today: Day, minuteOfDay: Int) -> [Candidate] {
        let reader = DateReader(text: text, today: today, minuteOfDay: minuteOfDay)
        let starts = Self.starts
        var found: [Candidate] = []
        var place = 0
        while place < text.count {
            if !starts[Int(text.scalars[place].value & 1023)] {
                place += 1
            } else if let (range, span, confidence) = reader.duration(at: place) ?? reader.span(at: place) {
                found.append(Candidate(.date, range, .date(span), confidence: confidence))
                place = range.upperBound
            } else {
                place = reader.next(after: place)
            }
        }
        return found
    }

    /// By its last ten bits, whether a scalar may begin a time: most do not, and nothing more is asked of them.
    private static let starts: [Bool] = (0..<1024).map { bits in
        // The bits stand for many scalars; one of each block that has numerals is asked for.
        let scalars = stride(from: UInt32(bits), to: 0xA000, by: 1024).compactMap(Unicode.Scalar.init)
        return scalars.contains { scalar in
            scalar.isDigit
                || scalar.isLatin && !DateWords.lexicon.mayStart(with: scalar)
                    && EnglishNumbers.lexicon.mayStart(with: scalar)
                || ChineseDigits.isPart(scalar)
        } || scalars.contains { DateWords.lexicon.mayStart(with: $0) || parts.mayStart(with: $0) }
            || bits == 0x61
    }

    /// Past the digits or the word that stands here.
    private func next(after place: Int) -> Int {
        if text.at(place).isDigit { return text.endOfDigits(place) }
        var end = place + 1
        if text.at(place).isLatin { while text.at(end).isLatin { end += 1 } }
        return end
    }

    /// A time found in the text, before what stands around it is looked at.
    struct Moment {
        var range: Range<Int>
        var days: Days
        var minute: Int?
        /// No year was said: the nearest is meant, or the next to come for a deadline.
        var isYearFree = false
        /// 五一前 is before the first of May; 周五前 may be on Friday.
        var isFeast = false
        /// Only a deadline or other word around it makes it a time: 五一, 3.15, may.
        var needsMark = false
        var isDeadline = false
        var isRange = false
        var isWeekday = false
        var confidence = 1.0
    }

    typealias Reading = (Range<Int>, Entity.DateSpan, Double)

    private func span(at place: Int) -> Reading? {
        guard var moment = moment(at: place) else { return nil }
        join(&moment)
        let lead = DateMarks.leads.match(text, at: text.skippingSpaceBack(moment.range.lowerBound))
        let tail = tail(at: moment.range.upperBound)
        let isMarked =
            lead != nil || tail != nil && tail?.meaning != .at
            || (moment.isFeast || moment.needsMark && isShopDay(moment.days))
                && DateMarks.feastFollowers.match(text, at: moment.range.upperBound) != nil
        guard isMarked || !moment.needsMark else { return nil }
        var mark = tail?.meaning ?? .at
        if let lead, mark == .at { mark = meaning(of: lead, before: moment, hasTail: tail != nil) }
        if mark == .by, let tail, isBefore(tail, month: moment) { mark = .before }
        var start = moment.range.lowerBound
        if let lead, lead.meaning != .at || moment.needsMark { start = lead.range.lowerBound }
        let range = start..<(tail?.range.upperBound ?? moment.range.upperBound)
        return (range, apply(mark, to: moment), moment.confidence)
    }

    /// 9月前 is before the first of September, 这个月前 and 9月底前 are not.
    private func isBefore(_ tail: Lexicon<DateMark>.Match, month moment: Moment) -> Bool {
        text.at(tail.range.upperBound - 1) == "前" && isWholeMonth(moment)
            && !(moment.days.first <= today && today <= moment.days.last)
    }

    private func isWholeMonth(_ moment: Moment) -> Bool {
        let day = moment.days.first
        let last = text.at(moment.range.upperBound - 1)
        return (last == "月" || last == "份") && moment.days == Days.month(day.year, day.month)
    }

    /// 12.12活动, 11.11大促, 6.18打折: the days shops have made.
    private func isShopDay(_ days: Days) -> Bool {
        let day = days.first
        return days.count == 1 && (day.month == day.day && day.month > 7 || day.month == 6 && day.day == 18)
    }

    /// Makes one span of two moments: 周一到周三, "between March 1 and March 5".
    private func join(_ moment: inout Moment) {
        guard let other = other(end: moment, at: moment.range.upperBound) else { return }
        var start = moment.range.lowerBound
        if text.has("between ", at: start - 8) { start -= 8 }
        moment.range = start..<other.range.upperBound
        moment.days.last = other.days.last
        moment.minute = moment.minute ?? other.minute
        moment.needsMark = false
        moment.isRange = true
    }

    /// "from this morning" names a time; "from April 1" begins one; "by Christmas" has Christmas in it.
    private func meaning(of lead: Lexicon<DateMark>.Match, before moment: Moment, hasTail: Bool) -> DateMark {
        switch lead.meaning {
        case .since where !moment.isRange && !hasTail:
            moment.days.last <= today || moment.minute != nil ? .at : .since
        case .by where moment.isFeast: .through
        default: lead.meaning
        }
    }

    private func tail(at end: Int) -> Lexicon<DateMark>.Match? {
        guard let tail = DateMarks.tails.match(text, at: text.skippingSpace(end)) else { return nil }
        let next = text.at(tail.range.upperBound)
        switch text.at(tail.range.lowerBound) {
        // 后面, 前面, 内容, 内部, 起来, 后续 are other words.
        case "后", "前":
            return next == "面" || next == "续" || next == "天" || next == "台" || next == "期" ? nil : tail
        case "内": return next == "容" || next == "部" || next == "存" ? nil : tail
        case "起": return next == "来" || next == "订" ? nil : tail
        case "o": return tail.range.count == 2 ? nil : tail
        default: return tail
        }
    }

    /// The end of a span that begins with a moment: 周一到周三, 15号-20号, "Mar 15 to 20".
    private func other(end first: Moment, at end: Int) -> Moment? {
        guard let word = DateMarks.separators.match(text, at: text.skippingSpace(end)),
            !word.meaning || text.has("between ", at: first.range.lowerBound - 8)
        else { return nil }
        let start = text.skippingSpace(word.range.upperBound)
        if text.at(end) == "-", let last = dayBehindDash(end) { return later(last, than: first) }
        return dayAlone(of: first, at: start) ?? moment(at: start).flatMap { later($0, than: first) }
    }

    /// The next one of a weekday or of a day without a year that comes after another.
    private func later(_ moment: Moment, than first: Moment) -> Moment? {
        var moment = moment
        let start = first.days.first
        while moment.isYearFree, moment.days.last < start, moment.days.last.year <= start.year {
            moment.days = Days(moment.days.first.adding(months: 12), moment.days.last.adding(months: 12))
        }
        if moment.isWeekday, moment.days.last < start {
            moment.days = Days(moment.days.first.adding(days: 7))
        }
        return moment.days.last >= start ? moment : nil
    }

    /// The 20 of "Mar 15-20" and of 5月15号到20号: of the same month, or the next.
    private func dayAlone(of first: Moment, at start: Int) -> Moment? {
        let begin = text.has("the ", at: start) ? start + 4 : start
        guard first.days.count == 1, let (day, end) = integer(at: begin), end - begin <= 3 else { return nil }
        let hasMark = text.at(end) == "号" || text.at(end) == "日"
        guard hasMark || text.at(begin).isDigit, let stop = hasMark ? end + 1 : ordinalEnd(end),
            hasMark || Followers.isFree(text, at: stop)
        else { return nil }
        let month = first.days.first.day < day ? first.days.first : first.days.first.adding(months: 1)
        let last = Day(month.year, month.month, day)
        guard last.isValid, stop > end || last.month == first.days.first.month else { return nil }
        return Moment(range: start..<stop, days: Days(last))
    }

    private func apply(_ mark: DateMark, to moment: Moment) -> Entity.DateSpan {
        let days = days(of: moment, mark)
        let (minute, eve) = (moment.minute, days.first.adding(days: -1))
        switch mark {
        case .by:
            return .init(nil, moment.isFeast ? eve : days.last, minuteOfDay: minute, isDeadline: true)
        case .through: return .init(nil, days.first, minuteOfDay: minute, isDeadline: true)
        case .before:
            let isWhole = days.count == 1 && minute == nil || moment.isFeast || isWholeMonth(moment)
            return .init(nil, isWhole ? eve : days.last, minuteOfDay: minute, isDeadline: true)
        case .after:
            return .init(minute == nil ? days.last.adding(days: 1) : days.last, nil, minuteOfDay: minute)
        case .since, .ever: return .init(days.first, moment.isRange ? days.last : nil, minuteOfDay: minute)
        case .at:
            let first = moment.isDeadline ? nil : days.first
            return .init(first, days.last, minuteOfDay: minute, isDeadline: moment.isDeadline)
        }
    }

    /// A deadline is to come; what has been going on since Monday began on the last one.
    private func days(of moment: Moment, _ mark: DateMark) -> Days {
        let days = moment.days
        let isDeadline = mark == .by || mark == .before || moment.isDeadline
        if moment.isYearFree, isDeadline, days.last < today {
            return Days(days.first.adding(months: 12), days.last.adding(months: 12))
        }
        if mark == .ever, moment.isWeekday, !moment.isRange, days.first > today {
            return Days(days.first.adding(days: -7))
        }
        return days
    }
}
