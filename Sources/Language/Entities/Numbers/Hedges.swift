/// What words around a number make of it.
enum Hedge: String, Sendable {
    case atLeast, atMost, about, more
    /// Says nothing of the number but belongs to it: between, from.
    case filler
    /// Looks like a hedge and is none: 多少.
    case none
}

/// Words around numbers.
enum Hedges {
    /// Right behind the digits, before any unit.
    static let suffixes = Lexicon<Hedge>(
        Vocabulary.words(
            """
            more: 多, 余, odd, -odd, something
            about: 来, ish, -ish, 上下, or so
            atLeast: +, plus
            none: 多少, 多久, 多大, 多高, 多长, 多重, 多远, 多快, 多功能, 多种, 余额, 来自, 来的, 来个, 来了, 来看, 来说, 来电, 来货
            """, Hedge.init))

    /// Before a number, found from where it starts.
    static let leads = Lexicon<Hedge>(
        Vocabulary.words(
            """
            atLeast: 至少, 最少, 不少于, 不低于, 不小于, 不下, 不下于, 起码, 最低, 最小, 超过, 大于, 高于, 多于, 大于等于, 不止, >, >=, ≥, ≧
            atLeast: at least, no less than, not less than, no fewer than, more than, over, above, exceeding, greater than
            atLeast: minimum, minimum of, a minimum of, min, min., starting at, starting from, upwards of
            atMost: 不足, 不满, 不超过, 最多, 至多, 顶多, 不大于, 不高于, 不多于, 不到, 少于, 低于, 小于, 小于等于, 最高, 最大, 别超过, 不要超过, 不能超过, <, <=, ≤, ≦
            atMost: at most, up to, no more than, not more than, less than, fewer than, under, below, maximum, maximum of
            atMost: a maximum of, max, max., not exceeding, not over, no higher than, within
            about: 大概, 大约, 约, 约莫, 差不多, 左右, 将近, 接近, 近, 估计, 可能, 大致, 大概在, 大概要, 大约在, 大概有, ~, ≈, ca, ca., c.
            about: about, around, roughly, approximately, approx, approx., some, nearly, almost, circa, close to, maybe, probably
            about: somewhere around, in the region of, give or take, like
            filler: between, anywhere from, anywhere between, from, 介于, 在, 从
            """, Hedge.init), backward: true)

    /// Behind a number and its unit.
    static let tails = Lexicon<Hedge>(
        Vocabulary.words(
            """
            atLeast: 以上, 及以上, 起, 起步, 起订, 往上, 之上, +, or more, or above, or over, and up, and above, plus, minimum, min, at least
            atMost: 不到, 不足, 以内, 以下, 之内, 及以下, 封顶, 往下, 之下, or less, or fewer, or below, or under, max, maximum, at most, tops
            about: 左右, 上下, 的样子, 来回, 出头, or so, ish, -ish, approximately, more or less, give or take
            more: 多
            filler: 之间
            none: 多少, 多久, 多大, 多高, 多长, 多重, 多远, 多快, 多功能, 多种, 多的, 多个, 多一, 起来, 起重, 起订量, 起升, 起动
            """, Hedge.init))

    /// Between the two numbers of a range.
    static let separators = Lexicon<Bool>(
        [
            "-", "--", "~", "到", "至", "to", "或", "或者", "or", "−", "~~", "到了", "和", "and", "through", "–",
            "或是", "->", "→",
        ]
        .map { ($0, $0 == "and" || $0 == "和") })
}
