/// Letters before digits that are standards and sizes, and materials named by a number.
enum Codes {
    struct Prefix: Sendable {
        /// As it is written: IP, M, DN.
        var spelling: String
        var digits: ClosedRange<Int>
        var name: String?
        /// M8x20, G1/2: what may follow the digits.
        var hasMore = false
    }

    static let prefixes = Lexicon<Prefix>(
        table.flatMap { prefix in [(prefix.spelling, prefix)] }, backward: true)

    private static let table: [Prefix] = [
        .init(spelling: "IP", digits: 2...2), .init(spelling: "IK", digits: 2...2),
        .init(spelling: "M", digits: 1...2, hasMore: true), .init(spelling: "DN", digits: 1...4),
        .init(spelling: "PN", digits: 1...3), .init(spelling: "SUS", digits: 3...3, name: "材质"),
        .init(spelling: "AISI", digits: 3...4, name: "材质"), .init(spelling: "Q", digits: 3...3, name: "材质"),
        .init(spelling: "PA", digits: 1...2, name: "材质"), .init(spelling: "HRC", digits: 2...2, name: "硬度"),
        .init(spelling: "RAL", digits: 4...4, name: "颜色"), .init(spelling: "RS", digits: 3...3),
        .init(spelling: "PT", digits: 3...4),
        .init(spelling: "ISO", digits: 3...5),
        .init(spelling: "NEMA", digits: 1...2), .init(spelling: "G", digits: 1...1, hasMore: true),
        .init(spelling: "RC", digits: 1...1, hasMore: true),
        .init(spelling: "NPT", digits: 1...1, hasMore: true),
        .init(spelling: "UL", digits: 2...5), .init(spelling: "GB", digits: 3...5),
        .init(spelling: "DIN", digits: 2...5),
        .init(spelling: "ER", digits: 2...2), .init(spelling: "BT", digits: 2...2),
        .init(spelling: "HSK", digits: 2...3),
        .init(spelling: "CLASS", digits: 1...4), .init(spelling: "CAT", digits: 1...1),
        .init(spelling: "FFP", digits: 1...1),
        .init(spelling: "N", digits: 2...2, name: "材质"),
    ]

    /// Right behind the number: 304不锈钢, 6061铝.
    static let materials = Lexicon<String>(
        Vocabulary.words(
            """
            不锈钢: 不锈钢, 不锈钢板, 不锈钢管, 不锈铁
            铝合金: 铝合金, 铝材, 铝板, 铝, 铝型材
            钢: 钢, 钢板, 钢管, 钢材, 号钢, #钢
            铜: 铜, 黄铜, 紫铜
            尼龙: 尼龙
            stainless steel: stainless steel, stainless, ss
            aluminium: aluminium, aluminum
            steel: steel
            brass: brass
            """
        ) { $0 })
    /// The numbers materials go by.
    static let grades: Set<Int> = [
        201, 202, 301, 303, 304, 309, 310, 316, 317, 321, 347, 409, 410, 420, 430, 440, 904, 2205, 2507, 1060,
        1100, 2024, 3003, 5052,
        5083, 6061, 6063, 6082, 7050, 7075, 45, 20, 40, 65, 1045, 4140, 4340,
    ]
}
