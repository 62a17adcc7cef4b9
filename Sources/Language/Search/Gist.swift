extension FoldedText {
    /// The same for questions that differ only in how they are put: 能开专票吗, 你们可以开专票么; nil where little else is in them.
    public var gist: UInt64? { Gist(self).key }

    /// Whether it is held together of nothing but words that every other sentence has too.
    public var isFiller: Bool {
        !isEmpty
            && string.split(separator: " ").allSatisfy { word in
                Filler.isWord(word) || word.unicodeScalars.allSatisfy(Filler.characters.contains)
            }
    }
}

/// What a question speaks of, and which kind of question it is: how, how long, or whether.
struct Gist {
    private var parts: [UInt64] = []
    private var characters = 0
    /// From where to where is another question than back.
    private var isOrdered = false

    init(_ text: FoldedText) {
        var words = Self.plain(text.scalars)[...]
        Self.trim(&words)
        var word = words.startIndex
        var english: [ArraySlice<Unicode.Scalar>] = []
        for index in words.indices {
            guard words[index].value >= 0x2E80 else { continue }
            english += Self.words(words[word..<index])
            word = index + 1
            add(words[index])
        }
        add(english + Self.words(words[word...]))
    }

    var key: UInt64? {
        guard !parts.isEmpty, characters == 0 || parts.count > 1 else { return nil }
        var hash = StableHash()
        for part in isOrdered ? parts : parts.sorted() { hash.add(part) }
        return hash.value
    }

    private mutating func add(_ character: Unicode.Scalar) {
        guard character.properties.isAlphabetic, !Filler.characters.contains(character) else { return }
        if "从比".unicodeScalars.contains(character) { isOrdered = true }
        characters += 1
        parts.append(UInt64(character.value))
    }

    private mutating func add(_ words: [ArraySlice<Unicode.Scalar>]) {
        var last = ""
        for word in words {
            let text = String(String.UnicodeScalarView(word))
            defer { last = text }
            if Self.means.contains(text), last == "pay" { parts[parts.count - 1] = Self.accepting }
            if text == "from" || text == "than" { isOrdered = true }
            guard text == "from" || !Filler.isWord(text) else { continue }
            parts.append(
                Self.taking.contains(text) ? Self.accepting : GramReader.hash(Stem.of(word)))
        }
    }

    private static let accepting = GramReader.hash(Array("accept".unicodeScalars)[...])
    private static let taking: Set = ["take", "accept", "support"]
    private static let means: Set = ["with", "by", "via", "using", "through"]

    private static func words(_ scalars: ArraySlice<Unicode.Scalar>) -> [ArraySlice<Unicode.Scalar>] {
        scalars.split { !($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "'") }
    }

    /// One way to ask how, and none to ask whether; longer ways first.
    private static let ways: [(String, String)] = [
        ("可不可以", ""), ("支不支持", ""), ("能不能", ""), ("是不是", ""), ("有没有", ""), ("会不会", ""), ("行不行", ""),
        ("可以", ""), ("可否", ""), ("能否", ""), ("是否", ""), ("能够", ""), ("能", ""),
        ("怎么样", "怎"), ("怎么", "怎"), ("怎样", "怎"), ("如何", "怎"), ("咋", "怎"),
        ("多长时间", "多久"), ("多少时间", "多久"), ("修期", "修"), ("保期", "保"), ("货期", "货"),
        ("请问", ""), ("问一下", ""), ("想问", ""), ("你好", ""), ("您好", ""), ("麻烦", ""), ("一下", ""),
        ("你们公司", ""), ("贵公司", ""), ("贵司", ""), ("你们家", ""), ("你家", ""),
    ]

    private static let table = Dictionary(
        grouping: ways.map { (way: Array($0.0.unicodeScalars), meant: Array($0.1.unicodeScalars)) },
        by: \.way[0])

    private static func plain(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var plain: [Unicode.Scalar] = []
        var rest = text[...]
        while let first = rest.first {
            if let (way, meant) = table[first]?.first(where: { rest.starts(with: $0.way) }) {
                plain += meant
                rest = rest.dropFirst(way.count)
            } else {
                plain.append(rest.removeFirst())
            }
        }
        return plain
    }

    /// 支持…吗 and …行吗 ask whether, as 能…吗 does.
    private static func trim(_ words: inout ArraySlice<Unicode.Scalar>) {
        func isAside(_ scalar: Unicode.Scalar) -> Bool {
            Filler.characters.contains(scalar)
                || !(scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        }
        words = words.drop(while: isAside)
        if words.starts(with: "支持".unicodeScalars) { words = words.dropFirst(2) }
        while let last = words.last, isAside(last) || "不没行好".unicodeScalars.contains(last) {
            words.removeLast()
        }
    }
}
