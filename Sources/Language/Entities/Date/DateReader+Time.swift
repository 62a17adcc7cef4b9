extension DateReader {
    /// What part of a day a word names, and how it moves the hours said with it.
    struct DayPart: Sendable {
        /// Hours are counted from noon.
        var isAfternoon = false
        /// The minute when the word alone says it: noon.
        var minute: Int?
    }

    static let parts = Lexicon<DayPart>(
        Vocabulary.list("上午, 早上, 早晨, 清晨, 凌晨, 一早, 一大早, 早, morning, in the morning, the morning").map {
            ($0, DayPart())
        }
            + Vocabulary.list(
                "下午, 晚上, 傍晚, 夜里, 晚间, 夜间, 午后, 晚, afternoon, evening, in the afternoon, in the evening, night, at night"
            ).map {
                ($0, DayPart(isAfternoon: true))
            }
            + Vocabulary.list("中午, 正午, noon, at noon, midday").map {
                ($0, DayPart(isAfternoon: true, minute: 720))
            }
            + Vocabulary.list("下班前, 下班之前, eod, cob, end of day, 下班").map { ($0, DayPart(minute: 18 * 60)) })

    /// The time said behind a day: 下午三点, " at 15:30", " morning 9am"; or only the part of the day.
    func time(behind place: Int) -> (minute: Int?, end: Int)? {
        var start = text.skippingSpace(place)
        if text.at(start) == "的" { start += 1 }
        if text.at(start) == "," { start = text.skippingSpace(start + 1) }
        let hasAt = text.has("at ", at: start)
        if hasAt { start += 3 }
        let part = Self.parts.match(text, at: start)
        let half = part?.meaning ?? self.half(endingAt: place)
        let hour = text.skippingSpace(part?.range.upperBound ?? start)
        if let (minute, end) = hourMinute(at: hour, half) {
            return (minute, pastClosing(end))
        }
        if hasAt, let (said, end) = integer(at: hour), (1...12).contains(said),
            Followers.isFree(text, at: end)
        {
            let isLate = said < 7 || half?.isAfternoon == true && said < 12
            return ((isLate ? said + 12 : said) * 60, end)
        }
        guard let part, start <= place + 1 || part.meaning.minute != nil else { return nil }
        return (part.meaning.minute, part.range.upperBound)
    }

    /// 今晚, 明早, "tonight": the half of the day that the word for the day says.
    private func half(endingAt place: Int) -> DayPart? {
        if ["晚", "夜"].contains(text.at(place - 1)) || text.has("tonight", at: place - 7) {
            return DayPart(isAfternoon: true)
        }
        return text.at(place - 1) == "早" ? DayPart() : nil
    }

    /// A time with no day: today, or tomorrow when it is past.
    func clock(at place: Int) -> Moment? {
        let scalar = text.at(place)
        guard !text.at(place - 1).isAlphanumeric, text.at(place - 1) != ":", text.at(place - 1) != "第" else {
            return nil
        }
        var (start, part) = (place, nil as DayPart?)
        if let match = Self.parts.match(text, at: place), match.range.count > 1 {
            (start, part) = (text.skippingSpace(match.range.upperBound), match.meaning)
        } else if !scalar.isDigit, !ChineseDigits.isPart(scalar) {
            return nil
        }
        guard let (minute, stop) = hourMinute(at: start, part) ?? noon(part, endingAt: start),
            part != nil || isPlainlyTime(start..<stop)
        else {
            return nil
        }
        let end = pastClosing(stop)
        if var day = dayBehind(end) {
            (day.minute, day.range) = (minute, place..<day.range.upperBound)
            return day
        }
        let day = minute <= minuteOfDay ? today.adding(days: 1) : today
        return Moment(range: place..<end, days: Days(day), minute: minute)
    }

    /// "noon" by itself; 中午好 is a greeting.
    private func noon(_ part: DayPart?, endingAt start: Int) -> (Int, Int)? {
        guard let part, part.isAfternoon, let minute = part.minute, text.at(start) != "好" else { return nil }
        return (minute, text.skippingSpaceBack(start))
    }

    /// 9:00-18:00, 早上9点到晚上6点: past the time at which it ends.
    private func pastClosing(_ end: Int) -> Int {
        guard let word = DateMarks.separators.match(text, at: text.skippingSpace(end)), !word.meaning else {
            return end
        }
        let start = text.skippingSpace(word.range.upperBound)
        let hour = Self.parts.match(text, at: start).map { text.skippingSpace($0.range.upperBound) } ?? start
        return hourMinute(at: hour, nil)?.1 ?? end
    }

    /// "3pm tomorrow", "14:35 on Friday".
    func dayBehind(_ end: Int) -> Moment? {
        var start = text.skippingSpace(end)
        if text.has("on ", at: start) { start += 3 }
        guard start > end, let day = worded(at: start), day.days.count == 1, day.minute == nil, !day.needsMark
        else { return nil }
        return day
    }

    /// 三点 may be three points; 三点半, 15:30 and 9am are times.
    private func isPlainlyTime(_ range: Range<Int>) -> Bool {
        if range.contains(where: { text.at($0) == ":" }) { return true }
        let last = text.at(range.upperBound - 1)
        if last == "m" || last == "." || last == "半" || last == "钟" || last == "刻" || last == "整"
            || last == "分"
        {
            return true
        }
        return text.at(range.upperBound) == "前" || text.has("之前", at: range.upperBound)
    }

    /// 三点半, 3点15分, 15:30, 9am, 9:30 pm, 15时.
    private func hourMinute(at place: Int, _ part: DayPart?) -> (Int, Int)? {
        guard let (said, end) = integer(at: place), (0...24).contains(said) else { return nil }
        guard let (minute, stop) = minutes(behind: end) else { return nil }
        if let (isPM, after) = meridiem(at: text.skippingSpace(stop)), (1...12).contains(said) {
            return ((said % 12 + (isPM ? 12 : 0)) * 60 + minute, after)
        }
        guard stop > end else { return nil }
        // With no half of the day said, 三点 is in the afternoon: nobody does business at three in the night.
        let isLate = part?.isAfternoon ?? (text.at(end) == "点" && said < 7)
        let time = (isLate && said < 12 && said > 0 ? said + 12 : said) * 60 + minute
        return time > 24 * 60 ? nil : (time, stop)
    }

    /// What follows the hour: 点半, 时, :30; nothing, and the place itself, when no sign of an hour stands there.
    private func minutes(behind hour: Int) -> (minute: Int, end: Int)? {
        switch text.at(hour) {
        case "点": return minutes(after: hour + 1)
        case "时": return text.at(hour + 1).isHan && text.at(hour + 1) != "前" ? nil : minutes(after: hour + 1)
        case ":":
            guard let (minute, end) = integer(at: hour + 1), end == hour + 3, minute < 60,
                text.at(hour + 1).isDigit, text.at(end) != ":"
            else { return nil }
            return (minute, end)
        default: return (0, hour)
        }
    }

    private func minutes(after place: Int) -> (Int, Int) {
        switch text.at(place) {
        case "半": return (30, place + 1)
        case "钟", "整": return (0, place + 1)
        case "一" where text.at(place + 1) == "刻": return (15, place + 2)
        case "三" where text.at(place + 1) == "刻": return (45, place + 2)
        case "多": return (0, place + 1)
        default: break
        }
        let start = text.at(place) == "过" ? place + 1 : place
        guard let (minute, end) = integer(at: start), minute < 60, end - start <= 3,
            text.at(end) == "分" || minute >= 5 && !Followers.isFree(text, at: end) == false
        else { return (0, place) }
        return (minute, text.at(end) == "分" ? end + 1 : end)
    }

    private func meridiem(at place: Int) -> (Bool, Int)? {
        let scalar = text.at(place)
        guard scalar == "a" || scalar == "p" else { return nil }
        let end = text.at(place + 1) == "m" ? place + 2 : text.has(".m.", at: place + 1) ? place + 4 : place
        guard end > place, !text.at(end).isLatin else { return nil }
        return (scalar == "p", end)
    }
}
