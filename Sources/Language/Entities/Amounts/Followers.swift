/// What may stand behind a number that has no unit.
enum Followers {
    /// Whether nothing behind the number makes it another kind of number: 50%, 15:30, 3/4, 50个月, 15号, 2kg.
    static func isFree(_ text: FoldedText, at end: Int) -> Bool {
        let next = text.at(end)
        if next.isAlphanumeric || stops.contains(next) { return false }
        if (next == "." || next == ",") && text.at(end + 1).isDigit { return false }
        let place = text.skippingSpace(end)
        if text.at(place).isDigit || stops.contains(text.at(place)) { return false }
        if let word = spans.match(text, at: place) { return word.meaning }
        if Measures.lexicon.match(text, at: place) != nil { return false }
        return Units.lexicon.match(text, at: place) == nil
    }

    static func isClauseEnd(_ scalar: Unicode.Scalar) -> Bool { clauseEnds.contains(scalar) }

    /// "of", "to", "and": the end of a noun's words.
    static func isFunctionWord(_ text: FoldedText, at place: Int) -> Bool {
        functionWords.match(text, at: place) != nil || spans.match(text, at: place)?.meaning == false
    }

    private static let clauseEnds: Set<Unicode.Scalar> = [",", ".", "?", "!", ";", "\0", "\n"]

    private static let stops: Set<Unicode.Scalar> = [
        "%", ":", "/", "-", "\"", "'", "°", "*", "×", "_", "@", "#", "=", "^", "+", "~", "$", "€", "£", "¥",
    ]

    /// True: the number may end here after all, although a unit seems to follow.
    private static let spans = Lexicon<Bool>(
        Vocabulary.list(
            """
            年, 月, 日, 号, 天, 周, 次, 人, 倍, 折, 期, 家, 位, 名, 点, 分, 秒, 岁, 层, 楼, 款, 种, 类, 样, 遍, 趟, 回, 代, 级, 届, 等, 项, 户, 口, 度, 时, 小时
            分钟, 星期, 礼拜, 季度, 工作日, 秒钟, 路, 线, 型, 系列, 版, 公司, 厂, 厘, 步, 章, 页, 行代码, 人民币, 元, 成, 轴, 星, 强, 万, 亿
            day, days, week, weeks, month, months, year, years, hour, hours, minute, minutes, min, mins, second, seconds, sec, am, pm, st, nd
            rd, th, percent, people, persons, times, employees, workers, questions, question, problem, problems, issues, issue, stars
            options, points, reasons, steps, customers, countries, axis, axes, working days, business days, working, business, calendar
            more day, more days, more week, minutes ago, k, quarter, quarters, shifts, shift, points, colors, colours, models, model
            """
        ).map { ($0, false) }
            + Vocabulary.list(
                "以上, 以内, 以下, 左右, 一台, 一套, 一个, 一件, 等货, 行吗, 行不行, 行, 成吗, 等你, 点货, 时候, 号称, 回头, 等着, 分开, 分批, 分两批, 可以, can you, can"
            ).map { ($0, true) })

    private static let functionWords = Lexicon<Bool>(
        Vocabulary.list(
            "of, to, and, or, for, per, a, an, the, in, on, at, by, with, from, is, are, if, when, than, that, we, i, you, each, please, but"
        ).map { ($0, true) })
}
