/// What words before and behind a day make of it.
enum DateMark: String, Sendable {
    /// By then: 前, by, 截止.
    case by
    /// No later than its first day: "by Christmas".
    case through
    /// Before it, not on it: "before Friday".
    case before
    case after
    case since
    /// It has been so from then until now: "since Monday", 以来.
    case ever
    /// Says nothing: 在, on, 期间.
    case at
}

enum DateMarks {
    static let leads = Lexicon<DateMark>(
        Vocabulary.words(
            """
            by: by, by the, no later than, not later than, until, till, til, up to, up until, deadline, deadline is, due, due on, due by, at the latest by
            by: 不超过, 不能超过, 别超过, 最晚, 最迟, 不晚于, 不迟于, 截止, 截止到, 截至, 赶在, 截止日期, 截止日期是, 交期, 务必在, 必须在
            before: before, before the, prior to, ahead of
            after: after, after the, 晚于, later than
            since: not before, not earlier than, no earlier than, 不早于, from, starting, starting from, as of, effective, 从, 自
            ever: since, ever since, 自从, 打从
            at: on, in, at, on the, in the, around, about, 在, 于, 大概, 大约, 就, for, of, during, this coming
            """, DateMark.init), backward: true)

    static let tails = Lexicon<DateMark>(
        Vocabulary.words(
            """
            by: 前, 之前, 以前, 内, 之内, 以内, 为止, 截止, 截止前, at the latest, or earlier, or sooner, 前后不超过, deadline
            after: 后, 之后, 以后, 过后, or later
            since: 起, 开始, onwards, onward, on
            ever: 以来
            at: 期间, 左右, 当天, 前后, 里, 份, 那天, 这天, 的时候
            """, DateMark.init))

    /// Behind 五一 and 十一 these say that the feast is meant.
    static let feastFollowers = Lexicon<Bool>(
        Vocabulary.list(
            "放假, 上班, 休息, 活动, 大促, 当天, 加班, 发货, 到货, 值班, 促销, 打折, 有优惠, 优惠, 折扣, 有折扣, 有没有活动, 有没有优惠, 有没有折扣, 有活动, 搞活动, 做活动, 降价, 特价, 大促期间, 购物节, 价格, 会降价, 会打折, 便宜, 会便宜, 备货, 下单, 买, 期间"
        ).map { ($0, true) })

    /// Behind a month these speak of one to come.
    static let deliveries = Lexicon<Bool>(
        Vocabulary.list(
            "交货, 交付, 能交, 可以交, 能发, 可以发, 能到, 可以到, 到货可以, 到货行, 要货, 要用, 能不能, 来得及, 可以吗, 行吗, 能安排, 安排发货"
        ).map { ($0, true) })

    static let separators = Lexicon<Bool>(
        ["-", "--", "~", "到", "至", "to", "through", "thru", "until", "till", "and", "和", "或", "或者", "or"].map
        { ($0, $0 == "or" || $0 == "或" || $0 == "或者" || $0 == "和" || $0 == "and") })
}

/// A length of time.
struct TimeUnit: Sendable {
    enum Grain: String, Sendable { case minute, hour, day, workday, week, fortnight, month, quarter, year }
    var grain: Grain
    /// 个半月: half a one more.
    var extra = 0.0

    static let lexicon = Lexicon<TimeUnit>(
        Vocabulary.words(table) { Grain(rawValue: $0).map { TimeUnit(grain: $0) } }
            + [
                ("个半月", .init(grain: .month, extra: 0.5)), ("年半", .init(grain: .year, extra: 0.5)),
                ("个半小时", .init(grain: .hour, extra: 0.5)), ("天半", .init(grain: .day, extra: 0.5)),
                ("周半", .init(grain: .week, extra: 0.5)),
            ])

    private static let table = """
        minute: 分钟, 分, minute, minutes, min, mins
        hour: 小时, 个小时, 个钟头, 钟头, 个钟, hour, hours, hr, hrs, h
        day: 天, 日内, 日之内, 日以内, 个自然日, 自然日, day, days, calendar days, d, 个昼夜
        workday: 个工作日, 工作日, 个工作天, working day, working days, business day, business days, workdays, work days
        week: 周, 个星期, 星期, 个礼拜, 礼拜, 个周, week, weeks, wk, wks
        fortnight: fortnight, fortnights
        month: 个月, month, months, 个多月
        quarter: 个季度, quarter, quarters
        year: 年, 年时间, year, years, yr, yrs
        """
}

/// Where a length of time leads from now.
enum Direction: String, Sendable {
    case within, later, ago, past

    static let tails = Lexicon<Direction>(
        Vocabulary.words(
            """
            within: 内, 之内, 以内, 时间内, 的时间内
            later: 后, 之后, 以后, 过后, from now, later, from today, time, 左右后, 之后再
            ago: 前, 之前, 以前, ago, earlier, back
            """, Direction.init))

    static let leads = Lexicon<Direction>(
        Vocabulary.words(
            """
            within: within, in the next, over the next, within the next, next, the next, in under, in less than, inside, 未来, 接下来, 今后, 不超过, within about
            later: in, 过, 再过, 再等, 等, in about, in around
            past: 最近, 近, 过去, last, the last, past, the past, in the last, over the last, in the past, 前
            """, Direction.init), backward: true)
}
