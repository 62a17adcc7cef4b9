/// What around a word says that it is an industry.
enum IndustryContext {
    static func speaks(of range: Range<Int>, in passage: Passage) -> Bool {
        var next = range.upperBound
        while next < passage.count, passage.scalars[next] == " " { next += 1 }
        if next < passage.count, after.longest(in: passage, at: next)?.payload == true { return true }
        guard endsWord(range.upperBound, in: passage),
            passage.follows(before, at: range.lowerBound) || corrects(at: range.lowerBound, in: passage)
        else { return false }
        return !asksOther(before: range.lowerBound, in: passage)
    }

    /// 不是医药行业，是化工: set against an industry that is denied right before it.
    private static func corrects(at place: Int, in passage: Passage) -> Bool {
        let start = passage.clauseStart(before: place)
        guard start > 0, start < place, passage.follows(instead, at: place),
            place - start <= 2
        else { return false }
        let before = passage.clauseStart(before: start - 1)..<start - 1
        return before.contains { denials.end(in: passage, at: $0) != nil }
            && passage.follows(fields, at: before.upperBound)
    }

    /// 食品级 is no industry, nor 汽车漆.
    static func isPartOfWord(_ range: Range<Int>, in passage: Passage) -> Bool {
        range.upperBound < passage.count && "级漆味色".unicodeScalars.contains(passage.scalars[range.upperBound])
    }

    /// 你们能做包装吗 and 做包装吗 ask for something to be packed.
    static func asksOther(before place: Int, in passage: Passage) -> Bool {
        if passage.contains(other, in: passage.clauseStart(before: place)..<place) { return true }
        let end = passage.clauseEnd(from: place)
        return end > place && passage.scalars[end - 1] == "吗"
    }

    /// Whether a Chinese word may be over here: nothing goes on, or a particle does.
    private static func endsWord(_ place: Int, in passage: Passage) -> Bool {
        place >= passage.count || !passage.scalars[place].isHan || particles.contains(passage.scalars[place])
    }

    /// False where it goes on to another word: 企业版.
    private static let after = Phrases(lists: [
        ("企业版 公司名 公司名称 公司注册 厂商指导价", false),
        (
            """
            行业 领域 产业 行当 业 业务 类企业 制造 企业 公司 厂 工厂 厂家 客户 厂商 制造商 生产商 经销商 集团 产线 生产线 圈 板块 生意
            industry industries sector business company companies manufacturer manufacturers manufacturing field
            factory factories plant plants market firm supplier suppliers producer producers customers clients trade
            distributor distributors maker makers
            """, true
        ),
    ])

    private static let before = Passage.phrases(
        """
        行业是 行业为 领域是 产业是 做 搞 从事 经营 生产 制造 属于 面向 用于 用在 应用于 应用在 服务于 专注 专注于 主营 主做 卖 涉及 涉足 深耕 来自
        we_make we_manufacture we_produce we_sell we_do manufacturer_of manufacturers_of producer_of supplier_of
        we_are_in we're_in i_am_in i'm_in are_in work_in working_in works_in business_in specialize_in specialise_in
        specializing_in specialising_in customers_in active_in company_in used_in applications_in we_are_in_the
        we're_in_the work_in_the company_in_the i_work_in_the i'm_in_the manufacturer_in maker_of
        """)

    private static let instead = Passage.phrases("是 而是")
    private static let denials = Phrases(words: "不是 不属于 并非")
    private static let fields = Passage.phrases("行业 领域 产业")
    private static let other = ScalarSet("你您贵能可帮怎请想")
    private static let particles = ScalarSet("的和与及了这行方相产企公类吗呢吧啊也或等里中为")
}

extension IndustryReader {
    /// X行业, X领域, X产业.
    static func before(_ index: Int, in passage: Passage) -> [Range<Int>] {
        guard IndustryWords.fields.end(in: passage, at: index) != nil else { return [] }
        var start = index
        while start > 0, index - start < 8, IndustryWords.belongs(passage.scalars[start - 1]) { start -= 1 }
        while start < index, let end = IndustryWords.general.end(in: passage, at: start) { start = end }
        return index - start >= 2 && start < index ? [start..<index] : []
    }

    /// 做X的, 生产X的, 从事X, 主营X.
    static func after(_ index: Int, in passage: Passage) -> [Range<Int>] {
        guard let verb = IndustryWords.verbs.longest(in: passage, at: index),
            !IndustryContext.asksOther(before: index, in: passage)
        else { return [] }
        var end = verb.end
        while end < passage.count, end - verb.end < 10, IndustryWords.isNamed(passage.scalars[end]) {
            end += 1
        }
        let range = verb.end..<end
        guard range.count >= 2, range.count < 10, !passage.contains(IndustryWords.questions, in: range),
            passage.contains(IndustryWords.selves, in: passage.clauseStart(before: index)..<index)
                || (verb.end - index > 1 && passage.clauseStart(before: index) == index)
        else { return [] }
        return !verb.payload || saysWhoTheyAre(end, in: passage) ? [range] : []
    }

    /// The 的 of 做密封件的: at the end, or before what they are.
    private static func saysWhoTheyAre(_ end: Int, in passage: Passage) -> Bool {
        guard end < passage.count, passage.scalars[end] == "的" else { return false }
        let next = end + 1
        return next >= passage.count || passage.endsClause(at: next)
            || IndustryWords.makers.end(in: passage, at: next) != nil
    }

    /// "in the X industry".
    static func between(_ index: Int, in passage: Passage) -> [Range<Int>] {
        guard let start = IndustryWords.openings.end(in: passage, at: index) else { return [] }
        var at = start + 1
        for word in 0..<4 {
            if word > 0, IndustryWords.closings.end(in: passage, at: at) != nil {
                return [start + 1..<at - 1]
            }
            let end = passage.wordEnd(from: at)
            guard end > at, end < passage.count, passage.scalars[end] == " ",
                CommonWords.english.end(in: passage, at: at) != end
            else { return [] }
            at = end + 1
        }
        return []
    }
}

/// The words around industries that no table knows.
private enum IndustryWords {
    static let fields = Phrases(words: "行业 领域 产业")
    /// Verbs; those that need a 的 behind what they name.
    static let verbs = Phrases(lists: [("做 生产 制造", true), ("从事 主营 专注于", false)])
    static let makers = Phrases(words: "公司 厂 工厂 企业 厂家 厂商 制造商 集团 小厂")
    static let general = Phrases(
        words: "传统 相关 其他 其它 不同 新兴 热门 细分 整个 哪个 哪些 哪 各个 各 本 同 这个 那个 什么 所有 多个 主要 我们 你们 贵 该 此 应用 所在 高端")
    static let openings = Phrases(words: "in_the in_a in")
    static let closings = Phrases(words: "industry sector business field")
    static let questions = ScalarSet("么什怎谁哪多得不了完过出好要能到没有人价意事")
    /// Whoever speaks of himself.
    static let selves = ScalarSet("我咱是司厂")
    private static let breaks = ScalarSet("是在做的于事搞营某个么些跨属从对和与及我你您他们司有为到入进向懂这那")

    static func belongs(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.isHan || scalar.isWord) && !breaks.contains(scalar)
    }

    static func isNamed(_ scalar: Unicode.Scalar) -> Bool { (scalar.isHan || scalar.isWord) && scalar != "的" }
}
