/// What sentences are held together with: it says nothing of what is asked.
enum Filler {
    static let characters = ScalarSet("的了吗呢吧啊么呀嘛哦呗哈嗯你我您们咱是在有就也都还把给个这那请和与及被着过很")

    /// What makes a sentence a question or a wish: no answer has to speak of it.
    private static let asking = "怎什样何哪几多少谁为能可以否想要行不没会知道下吧到上来去对做用得时候如果应该问"

    static let words = hashes(
        """
        a an and any are as at be been but by can could did do does doing for from get got had has have he hello hi i if in \
        into is it its just like may me might my need no of on or our please she should so some than that the their them \
        there they this those to too us want was we were will with would you your
        """)

    private static let askingWords = hashes(
        "how what when where which who whom whose why much many long possible know tell help")

    static let askingGrams = Set(
        asking.unicodeScalars.map { Gram(UInt64($0.value), .character) } + askingWords.map { Gram($0, .word) }
    )

    static func isWord(_ text: some StringProtocol) -> Bool {
        words.contains(GramReader.hash(Stem.of(Array(text.unicodeScalars)[...])))
    }

    private static func hashes(_ words: String) -> Set<UInt64> {
        Set(words.split(separator: " ").map { GramReader.hash(Stem.of(Array($0.unicodeScalars)[...])) })
    }
}
