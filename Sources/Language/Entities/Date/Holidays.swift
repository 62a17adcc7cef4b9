/// Feasts and shopping days, and when they fall.
struct Holiday: Sendable {
    enum Rule: Sendable {
        case fixed(month: Int, day: Int)
        /// An index into the lunar table.
        case lunar(Int)
        /// A day of the last month of the lunar year, which ends in that year.
        case lastMonth(day: Int)
        case qingming
        /// The n-th weekday of a month, and days after it.
        case nth(Int, weekday: Int, month: Int, plus: Int)
        case easter
    }

    var rule: Rule
    /// How many days it is kept.
    var length = 1

    func days(in year: Int) -> Days? {
        first(in: year).map { Days($0, $0.adding(days: length - 1)) }
    }

    private func first(in year: Int) -> Day? {
        switch rule {
        case .fixed(let month, let day): return Day(year, month, day)
        case .lunar(let index):
            guard let row = LunarDays.table[year] else { return nil }
            let day = Day(year, row[index].month, row[index].day)
            return index == LunarDays.newYear && length == 1 ? day.adding(days: -1) : day
        case .lastMonth(let day):
            guard let row = LunarDays.table[year], day < 30 || LunarDays.longLastMonths.contains(year) else {
                return nil
            }
            let length = LunarDays.longLastMonths.contains(year) ? 30 : 29
            return Day(year, row[LunarDays.newYear].month, row[LunarDays.newYear].day).adding(
                days: day - length - 1)
        case .qingming:
            // Right for 2000 to 2099; the constant is the century's.
            return Day(year, 4, Int(Double(year % 100) * 0.2422 + 4.81) - year % 100 / 4)
        case .nth(let n, let weekday, let month, let plus):
            let first = Day(year, month, 1)
            return first.adding(days: (weekday - first.weekday + 7) % 7 + (n - 1) * 7 + plus)
        case .easter: return Self.easter(year)
        }
    }

    /// Gauss's rule as Meeus gives it.
    private static func easter(_ year: Int) -> Day {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let month = (h + l - 7 * m + 114) / 31
        return Day(year, month, (h + l - 7 * m + 114) % 31 + 1)
    }
}

extension Holiday {
    /// Names that are nothing else.
    static let names: [(String, Holiday)] =
        lastMonth
        + named([
            (
                "元旦, 元旦节, 新年, new year, new year's, new years, new year's day, new years day",
                .init(rule: .fixed(month: 1, day: 1))
            ),
            ("情人节, valentine's day, valentines day, valentine's", .init(rule: .fixed(month: 2, day: 14))),
            ("妇女节, 三八节, 女神节, women's day", .init(rule: .fixed(month: 3, day: 8))),
            (
                "劳动节, 五一劳动节, 五一节, 五一假期, 五一长假, 五一期间, 五一小长假, labour day, may day",
                .init(rule: .fixed(month: 5, day: 1), length: 5)
            ),
            ("labor day", .init(rule: .nth(1, weekday: 1, month: 9, plus: 0))),
            ("儿童节, 六一儿童节, 六一节, children's day", .init(rule: .fixed(month: 6, day: 1))),
            (
                "国庆, 国庆节, 十一国庆, 十一黄金周, 十一假期, 十一长假, 十一期间, 国庆假期, 国庆长假, 国庆期间, national day, golden week",
                .init(rule: .fixed(month: 10, day: 1), length: 7)
            ),
            (
                "双十一, 双11, 双十一大促, singles' day, singles day, double 11, double eleven",
                .init(rule: .fixed(month: 11, day: 11))
            ),
            ("双十二, 双12, double 12", .init(rule: .fixed(month: 12, day: 12))),
            ("618大促, 618活动, 六一八", .init(rule: .fixed(month: 6, day: 18))),
            ("平安夜, christmas eve", .init(rule: .fixed(month: 12, day: 24))),
            ("圣诞, 圣诞节, christmas, xmas, christmas day", .init(rule: .fixed(month: 12, day: 25))),
            ("跨年, new year's eve, new years eve", .init(rule: .fixed(month: 12, day: 31))),
            ("万圣节, halloween", .init(rule: .fixed(month: 10, day: 31))),
            ("教师节", .init(rule: .fixed(month: 9, day: 10))),
            (
                "春节, 过年, 农历新年, 农历年, 大年初一, 新春, 春节假期, 春节期间, 春节放假, chinese new year, cny holiday, lunar new year, spring festival",
                .init(rule: .lunar(0), length: 7)
            ),
            ("除夕, 大年三十, 年三十", .init(rule: .lunar(0))),
            ("小年, 小年夜", .init(rule: .lastMonth(day: 23))), ("腊八, 腊八节", .init(rule: .lastMonth(day: 8))),
            ("元宵, 元宵节, 正月十五, lantern festival", .init(rule: .lunar(1))),
            ("清明, 清明节, qingming", .init(rule: .qingming)),
            ("端午, 端午节, dragon boat festival, dragon boat", .init(rule: .lunar(2))),
            ("七夕, 七夕节", .init(rule: .lunar(3))),
            ("中秋, 中秋节, mid-autumn festival, mid-autumn, mid autumn festival", .init(rule: .lunar(4))),
            ("重阳, 重阳节", .init(rule: .lunar(5))),
            ("感恩节, thanksgiving", .init(rule: .nth(4, weekday: 4, month: 11, plus: 0))),
            ("黑五, 黑色星期五, black friday", .init(rule: .nth(4, weekday: 4, month: 11, plus: 1))),
            ("cyber monday", .init(rule: .nth(4, weekday: 4, month: 11, plus: 4))),
            ("母亲节, mother's day", .init(rule: .nth(2, weekday: 7, month: 5, plus: 0))),
            ("父亲节, father's day", .init(rule: .nth(3, weekday: 7, month: 6, plus: 0))),
            ("复活节, easter", .init(rule: .easter)),
            ("independence day, 4th of july, fourth of july", .init(rule: .fixed(month: 7, day: 4))),
        ])

    /// 腊月初一 to 腊月三十.
    private static let lastMonth: [(String, Holiday)] = zip(
        1...,
        Vocabulary.list(
            """
            初一, 初二, 初三, 初四, 初五, 初六, 初七, 初八, 初九, 初十, 十一, 十二, 十三, 十四, 十五, 十六, 十七, 十八, 十九, 二十
            二十一, 二十二, 二十三, 二十四, 二十五, 二十六, 二十七, 二十八, 二十九, 三十
            """)
    ).map { ("腊月" + $1, Holiday(rule: .lastMonth(day: $0))) }

    /// Numbers too: only with 前, 后 or 之前 behind them.
    static let numbers: [(String, Holiday)] = named([
        ("五一", .init(rule: .fixed(month: 5, day: 1), length: 5)),
        ("十一", .init(rule: .fixed(month: 10, day: 1), length: 7)),
        ("六一", .init(rule: .fixed(month: 6, day: 1))), ("三八", .init(rule: .fixed(month: 3, day: 8))),
        ("618", .init(rule: .fixed(month: 6, day: 18))),
    ])

    private static func named(_ rows: [(String, Holiday)]) -> [(String, Holiday)] {
        rows.flatMap { row in Vocabulary.list(row.0).map { ($0, row.1) } }
    }
}

/// When the feasts of the lunar calendar fall: new year, 元宵, 端午, 七夕, 中秋, 重阳.
enum LunarDays {
    static let newYear = 0
    /// The years before whose first day the last month has thirty days.
    static let longLastMonths: Set = [
        2020, 2021, 2023, 2024, 2030, 2033, 2034, 2035, 2036, 2037, 2038, 2042, 2043, 2044, 2045, 2046, 2047,
        2048,
    ]

    static let table: [Int: [(month: Int, day: Int)]] = {
        var table: [Int: [(month: Int, day: Int)]] = [:]
        for line in rows.split(separator: "\n") {
            let numbers = line.split { $0 == " " || $0 == "/" }.compactMap { Int($0) }
            table[numbers[0]] = stride(from: 1, to: numbers.count, by: 2).map {
                (numbers[$0], numbers[$0 + 1])
            }
        }
        return table
    }()

    private static let rows = """
        2020 1/25 2/8 6/25 8/25 10/1 10/25
        2021 2/12 2/26 6/14 8/14 9/21 10/14
        2022 2/1 2/15 6/3 8/4 9/10 10/4
        2023 1/22 2/5 6/22 8/22 9/29 10/23
        2024 2/10 2/24 6/10 8/10 9/17 10/11
        2025 1/29 2/12 5/31 8/29 10/6 10/29
        2026 2/17 3/3 6/19 8/19 9/25 10/18
        2027 2/6 2/20 6/9 8/8 9/15 10/8
        2028 1/26 2/9 5/28 8/26 10/3 10/26
        2029 2/13 2/27 6/16 8/16 9/22 10/16
        2030 2/3 2/17 6/5 8/5 9/12 10/5
        2031 1/23 2/6 6/24 8/24 10/1 10/24
        2032 2/11 2/25 6/12 8/12 9/19 10/12
        2033 1/31 2/14 6/1 8/1 9/8 10/1
        2034 2/19 3/5 6/20 8/20 9/27 10/20
        2035 2/8 2/22 6/10 8/10 9/16 10/9
        2036 1/28 2/11 5/30 8/28 10/4 10/27
        2037 2/15 3/1 6/18 8/17 9/24 10/17
        2038 2/4 2/18 6/7 8/7 9/13 10/7
        2039 1/24 2/7 5/27 8/26 10/2 10/26
        2040 2/12 2/26 6/14 8/14 9/20 10/14
        2041 2/1 2/15 6/3 8/3 9/10 10/3
        2042 1/22 2/5 6/22 8/22 9/28 10/22
        2043 2/10 2/24 6/11 8/11 9/17 10/11
        2044 1/30 2/13 5/31 7/31 10/5 10/29
        2045 2/17 3/3 6/19 8/19 9/25 10/18
        2046 2/6 2/20 6/8 8/8 9/15 10/8
        2047 1/26 2/9 5/29 8/27 10/4 10/27
        2048 2/14 2/28 6/15 8/16 9/22 10/16
        2049 2/2 2/16 6/4 8/5 9/11 10/5
        2050 1/23 2/6 6/23 8/23 9/30 10/24
        """
}
