/// What a word says about a day.
enum DateWord: Sendable {
    /// So many days from today.
    case day(Int)
    case week(Int)
    case month(Int)
    case quarter(Int)
    case half(Int)
    case year(Int)
    /// Monday is 1; the next one.
    case weekday(Int)
    /// So many weeks from this one; nil is the next to come.
    case weekend(Int?)
    /// next, this, last: of what, the following word says.
    case relative(Int)
    /// `isWord`: also an everyday word, so more must speak for it: may, march, sun.
    case monthName(Int, isWord: Bool)
    case weekdayAbbreviation(Int)
    case quarterName(Int)
    case halfName(Int)
    /// 月底, 年初: of the month or year that is meant.
    case monthEdge(Edge)
    case yearEdge(Edge)
    case quarterEdge(Edge)
    /// "end of", "early", "mid".
    case edgeOf(Edge)
    case holiday(Holiday)
    case numberedHoliday(Holiday)
    case endOfDay
    case endOfWeek
    /// 年前, 年后: on either side of the Spring Festival.
    case newYear(isBefore: Bool)
}

/// The vocabulary of days.
enum DateWords {
    static let lexicon = Lexicon<DateWord>(
        days + weeks + monthNames + weekdays + spans + edges
            + Holiday.names.map { ($0.0, .holiday($0.1)) }
            + Holiday.numbers.map { ($0.0, .numberedHoliday($0.1)) })

    private static func words(_ list: String, _ word: DateWord) -> [(String, DateWord)] {
        Vocabulary.list(list).map { ($0, word) }
    }

    private static let days =
        words(
            "今天, 今日, 当天, 今儿, 今, 即日, today, 今晚, 今早, 今夜, 今天晚上, tonight, this morning, this afternoon, this evening",
            .day(0))
        + words(
            "明天, 明日, 明儿, 明晚, 明早, 次日, 隔天, tomorrow, tmr, tmrw, tomorow, tommorow, tommorrow, 2morrow", .day(1))
        + words("后天, 后日, the day after tomorrow, day after tomorrow", .day(2)) + words("大后天", .day(3))
        + words("昨天, 昨日, 昨晚, 昨儿, yesterday, last night", .day(-1))
        + words("前天, 前日, 前晚, the day before yesterday, day before yesterday", .day(-2))
        + words("大前天", .day(-3))

    private static let weeks =
        words("这周, 本周, 这星期, 本星期, 这个星期, 这礼拜, 这个礼拜, 这一周, 当周, this week", .week(0))
        + words("下周, 下星期, 下个星期, 下礼拜, 下个礼拜, 下一周, 下个周, 次周, next week, the coming week", .week(1))
        + words("下下周, 下下星期, 下下个星期, 下下礼拜, 下下个礼拜, the week after next", .week(2))
        + words("上周, 上星期, 上个星期, 上礼拜, 上个礼拜, 上一周, last week", .week(-1))
        + words("上上周, 上上个星期, 上上星期, the week before last", .week(-2))
        + words("周末, 周六日, 周六周日, 星期六日, 星期六星期天, 周六和周日, 星期末, the weekend, weekend, 双休日", .weekend(nil))
        + words("this weekend", .weekend(0))
        + words("next weekend", .weekend(1)) + words("last weekend", .weekend(-1))
        + words("next, the next, coming, the coming, the following", .relative(1))
        + words("this", .relative(0))
        + words("last, previous", .relative(-1))

    private static let weekdays: [(String, DateWord)] =
        zip(1..., ["一, 1", "二, 2", "三, 3", "四, 4", "五, 5", "六, 6", "日, 天, 7"]).flatMap { day, digits in
            Vocabulary.list(digits).flatMap { digit in
                ["周", "星期", "礼拜"].map { ($0 + digit, DateWord.weekday(day)) }
            }
        }
        + zip(
            1...,
            [
                "monday, mondays", "tuesday, tuesdays, tues", "wednesday, wednesdays, weds",
                "thursday, thursdays, thurs, thur",
                "friday, fridays", "saturday, saturdays", "sunday, sundays",
            ]
        ).flatMap { words($1, .weekday($0)) }
        + zip(1..., ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]).map { ($1, .weekdayAbbreviation($0)) }

    private static let monthNames: [(String, DateWord)] =
        zip(
            1...,
            [
                "january", "february", "", "april", "", "june", "july", "august", "september", "october",
                "november", "december",
            ]
        ).flatMap { words($1, .monthName($0, isWord: false)) }
        + zip(
            1...,
            ["jan", "feb", "mar, march", "apr", "may", "jun", "jul", "aug", "sep, sept", "oct", "nov", "dec"]
        )
        .flatMap { words($1, .monthName($0, isWord: true)) }

    private static let spans =
        words("本月, 这个月, 这月, 当月, 本月份, 这个月份, this month", .month(0))
        + words("下个月, 下月, 次月, 下个月份, 下月份, next month", .month(1)) + words("下下个月, 下下月", .month(2))
        + words("上个月, 上月, 上个月份, last month", .month(-1)) + words("上上个月, 上上月", .month(-2))
        + words("本季度, 这个季度, 本季, 当季, this quarter", .quarter(0))
        + words("下季度, 下个季度, 下一季度, 下季, next quarter", .quarter(1))
        + words("上季度, 上个季度, 上一季度, last quarter", .quarter(-1))
        + words("今年, 本年, 本年度, 年内, this year", .year(0)) + words("明年, 来年, 次年, 下一年, 下年度, next year", .year(1))
        + words("后年", .year(2))
        + words("去年, 上年, 上一年, 上年度, last year", .year(-1)) + words("前年", .year(-2))
        + zip(1..., ["一, 1", "二, 2", "三, 3", "四, 4"]).flatMap { quarter, digits in
            Vocabulary.list(digits).flatMap { digit in
                ["\(digit)季度", "第\(digit)季度", "\(digit)季", "第\(digit)季"].map {
                    ($0, DateWord.quarterName(quarter))
                }
            }
        }
        + zip(1..., ["first", "second", "third", "fourth"]).map { ("\($1) quarter", .quarterName($0)) }
        + zip(1..., ["q1", "q2", "q3", "q4"]).map { ($1, .quarterName($0)) }
        + words("上半年, h1, first half of the year, first half", .halfName(1))
        + words("下半年, h2, second half of the year, second half", .halfName(2))

    private static let edges =
        words("月底, 月末, month end, month-end, end of month, end of the month, eom, 底月", .monthEdge(.end))
        + words("月初, beginning of the month, start of the month", .monthEdge(.start))
        + words("月中, middle of the month, mid month, mid-month", .monthEdge(.middle))
        + words("上旬", .monthEdge(.firstTen)) + words("中旬", .monthEdge(.midTen))
        + words("下旬", .monthEdge(.lastTen))
        + words("年底, 年末, 岁末, year end, year-end, end of year, end of the year, eoy, 年终", .yearEdge(.end))
        + words("年初, 开年, beginning of the year, start of the year", .yearEdge(.start))
        + words("年中, mid-year, mid year", .yearEdge(.middle))
        + words("季度末, 季末, quarter end, end of quarter, end of the quarter, eoq", .quarterEdge(.end))
        + words("季度初, 季初", .quarterEdge(.start))
        + words("end of, the end of, late", .edgeOf(.end))
        + words("early, beginning of, the beginning of, start of, the start of", .edgeOf(.start))
        + words("mid, mid-, middle of, the middle of", .edgeOf(.middle))
        + words("eod, end of day, end of the day, cob, close of business, 下班前, 下班之前", .endOfDay)
        + words("eow, end of week, end of the week, end of this week", .endOfWeek)
        + words("年前", .newYear(isBefore: true)) + words("年后", .newYear(isBefore: false))
}
