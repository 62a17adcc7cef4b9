/// Number words, and what each does.
enum EnglishNumbers {
    enum Role: Sendable {
        case digit(Double)
        case tens(Double)
        case factor(Double)
        /// dozens, hundreds: as many and nobody knows how many times.
        case plural(Double)
        /// a couple, half a dozen: a number and done.
        case whole(Double)
        case rough(Double, Double)

        var factor: Double? { if case .factor(let factor) = self { factor } else { nil } }
    }

    static let lexicon = Lexicon<Role>(
        digits + tens
            + [
                ("hundred", .factor(100)), ("thousand", .factor(1000)), ("million", .factor(1e6)),
                ("billion", .factor(1e9)), ("dozen", .factor(12)), ("mil", .factor(1e6)),
                ("grand", .factor(1000)),
                ("dozens", .plural(12)), ("hundreds", .plural(100)), ("thousands", .plural(1000)),
                ("dozens of", .plural(12)), ("hundreds of", .plural(100)), ("thousands of", .plural(1000)),
                ("tens of", .plural(10)), ("tens of thousands", .plural(10_000)),
                ("tens of thousands of", .plural(10_000)), ("hundreds of thousands", .plural(100_000)),
                ("a couple", .whole(2)), ("a couple of", .whole(2)), ("couple of", .whole(2)),
                ("a pair of", .whole(2)),
                ("half a dozen", .whole(6)), ("half dozen", .whole(6)), ("a half dozen", .whole(6)),
                ("a dozen", .whole(12)), ("a dozen of", .whole(12)), ("half a hundred", .whole(50)),
                ("half a million", .whole(500_000)), ("a few", .rough(3, 5)), ("several", .rough(3, 9)),
                ("a handful of", .rough(3, 5)), ("a few dozen", .rough(36, 60)),
                ("several dozen", .rough(36, 108)),
                ("a few hundred", .rough(300, 500)), ("several hundred", .rough(300, 900)),
                ("a few thousand", .rough(3000, 5000)), ("several thousand", .rough(3000, 9000)),
                ("a couple hundred", .whole(200)), ("a couple of hundred", .whole(200)),
                ("a couple thousand", .whole(2000)), ("a couple of dozen", .whole(24)),
                ("a couple dozen", .whole(24)),
            ])

    private static let digits: [(String, Role)] = zip(
        [
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen",
            "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ], 1...
    ).map { ($0, .digit(Double($1))) }

    private static let tens: [(String, Role)] = zip(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "fourty"],
        [2, 3, 4, 5, 6, 7, 8, 9, 4]
    ).map { ($0, .tens($1 * 10)) }
}
