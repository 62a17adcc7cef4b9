/// Words that mean one thing, as an admin lists them: `[价格, 多少钱, price]`, or by language.
///
/// Chinese words are found inside a text; Latin ones stand whole and in any case. One that is denied shortly before, in
/// the same clause, does not count: 不要优惠, "no discount". A question denies nothing: 有没有优惠, "isn't there a discount?".
public struct Words: Sendable, Hashable, ValueConvertible {
    public static var type: ValueType { .list }

    /// What denies a word that follows; none of them inside a word of its own such as 不错.
    public static let denials = [
        "不要", "不是", "不用", "不需要", "不想", "不做", "无需", "没有", "没", "别", "非", "不",
        "no", "not", "don't", "dont", "doesn't", "without", "never", "isn't", "aren't",
    ]
    /// How many characters, or Latin words, may stand between a denial and what it denies.
    private static let reach = 4

    public let all: [String]
    private let words: [[Unicode.Scalar]]
    private let traces: [Trace]

    public init(_ words: [String]) {
        all = words.filter { !$0.isEmpty }
        self.words = all.map(Self.folded)
        traces = all.map(Trace.init)
    }

    public init?(_ value: Value) {
        if let list = [String](value) {
            self.init(list)
        } else if let byLanguage = [String: [String]](value) {
            self.init(byLanguage.sorted { $0.key < $1.key }.flatMap(\.value))
        } else {
            return nil
        }
    }

    public var value: Value { all.value }

    /// The word that stands first in a text and is not denied, as it is listed.
    public func first(in text: String) -> String? {
        // Almost no list has a word of the text, and of almost none of its words all characters are there.
        let present = Trace(of: text)
        guard traces.contains(where: present.covers) else { return nil }
        let scalars = Self.folded(text)
        var best: (start: Int, word: String)?
        for (index, trace) in traces.enumerated() where present.covers(trace) {
            guard let start = Self.start(of: words[index], in: scalars), start < best?.start ?? .max else {
                continue
            }
            best = (start, all[index])
        }
        return best?.word
    }

    private static func start(of word: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Int? {
        guard text.count >= word.count else { return nil }
        for start in 0...(text.count - word.count) where text[start] == word[0] {
            let end = start + word.count
            guard text[start..<end].elementsEqual(word) else { continue }
            let isWhole =
                !(isLatin(word[0]) && start > 0 && isLatin(text[start - 1]))
                && !(isLatin(word[word.count - 1]) && end < text.count && isLatin(text[end]))
            if isWhole, isAsked(from: end, in: text) || !isDenied(at: start, in: text) { return start }
        }
        return nil
    }

    /// Whether the clause ends as a question.
    private static func isAsked(from end: Int, in text: [Unicode.Scalar]) -> Bool {
        let next = text[end...].firstIndex(where: isEnd) ?? text.endIndex
        if next < text.endIndex, text[next] == "?" || text[next] == "？" { return true }
        return next > end && ["吗", "么", "嘛"].contains(text[next - 1])
    }

    private static func isDenied(at start: Int, in text: [Unicode.Scalar]) -> Bool {
        var (clause, steps, index) = ([Unicode.Scalar](), 0, start)
        while index > 0, steps <= reach, !isEnd(text[index - 1]) {
            index -= 1
            clause.append(text[index])
            // A Latin word is one step, as a Chinese character is.
            if !isLatin(text[index]) || index == 0 || !isLatin(text[index - 1]) {
                steps += text[index] == " " ? 0 : 1
            }
        }
        clause.reverse()
        return folds.contains { denial in
            guard let found = last(denial, in: clause) else { return false }
            // 有没有, 能不能: a question.
            if found > 0, found + 1 < clause.count, clause[found - 1] == clause[found + 1] { return false }
            // 不错, 没问题: a word of its own that denies nothing.
            return !harmless.contains { last($0, in: clause).map { $0 <= found && found < $0 + 3 } ?? false }
        }
    }

    private static let folds = denials.map(folded)
    private static let harmless = ["不错", "没问题", "别的", "非常", "不过", "不知", "不止", "不少", "no problem"].map(folded)

    private static func last(_ word: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Int? {
        guard text.count >= word.count else { return nil }
        return (0...(text.count - word.count)).last { start in
            let end = start + word.count
            return text[start..<end].elementsEqual(word)
                && !(isLatin(word[0])
                    && ((start > 0 && isLatin(text[start - 1])) || (end < text.count && isLatin(text[end]))))
        }
    }

    private static func folded(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.map(folded) }

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        Unicode.Scalar(folded(scalar.value)) ?? scalar
    }

    fileprivate static func folded(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x41...0x5A: scalar + 32
        case 0xFF21...0xFF3A: scalar - 0xFEE0 + 32
        case 0x2019: 0x27
        default: scalar
        }
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        (0x61...0x7A).contains(scalar.value) || (0x30...0x39).contains(scalar.value) || scalar == "'"
            || scalar == "_"
    }

    private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "！", "？", "；", "，", ",", ".", "!", "?", ";", "\n", "、", "：", ":": true
        default: false
        }
    }
}

/// Which characters a text has, and which pairs of them side by side; many share a place.
private struct Trace: Sendable, Hashable {
    private var places = SIMD2<UInt64>.zero

    init(of text: String) {
        var text = text
        places = text.withUTF8 { bytes in
            var (places, last, index) = (SIMD2<UInt64>.zero, UInt32(0), 0)
            while index < bytes.count {
                let scalar = Self.scalar(bytes, &index)
                places.x |= 1 << UInt64(scalar & 63)
                if last > 0 { places.y |= 1 << UInt64((last &* 31 &+ scalar) & 63) }
                last = scalar
            }
            return places
        }
    }

    /// Whether all that the other has is here.
    func covers(_ other: Trace) -> Bool { other.places & ~places == .zero }

    /// The character that begins at `index`, folded; a string's bytes are whole characters.
    @inline(__always)
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
        let first = UInt32(bytes[index])
        index += 1
        guard first >= 0x80 else { return Words.folded(first) }
        let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
        var scalar = first & (0x3F >> UInt32(more))
        for _ in 0..<more {
            scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
            index += 1
        }
        return Words.folded(scalar)
    }
}
