/// A text as entities are read from it: its common spelling beside what was written.
public final class Passage: Sendable {
    let text: FoldedText
    let scalars: [Unicode.Scalar]
    let written: [Unicode.Scalar]
    /// Where a phrase may begin: not within a Latin word or a number, whereas Chinese has no such borders.
    let starts: [Int]
    private let isWord: [Bool]

    public init(_ text: FoldedText, of written: String) {
        self.text = text
        scalars = text.scalars
        self.written = Array(written.unicodeScalars.prefix(text.originalCount))
        let isWord = text.scalars.map(\.isWord)
        self.isWord = isWord
        starts = text.scalars.indices.filter { index in
            text.scalars[index] != " " && (index == 0 || !isWord[index] || !isWord[index - 1])
        }
    }

    var count: Int { scalars.count }

    /// What was written where the common spelling has a scalar.
    func written(at index: Int) -> Unicode.Scalar {
        let origin = Int(text.origins[index])
        return origin < written.count ? written[origin] : text.scalars[index]
    }

    func isCapital(_ index: Int) -> Bool {
        let scalar = written(at: index)
        return scalar.isASCII ? scalar.value >= 0x41 && scalar.value <= 0x5A : scalar.properties.isUppercase
    }

    /// The words of a range as they were written, single spaces between them.
    func words(_ range: Range<Int>) -> String {
        var words = String.UnicodeScalarView()
        for index in range { words.append(text.scalars[index] == " " ? " " : written(at: index)) }
        return String(words)
    }

    func text(_ span: Range<Int>) -> String {
        var words = String.UnicodeScalarView()
        words.append(contentsOf: written[span.clamped(to: written.indices)])
        return String(words)
    }

    /// Whether no Latin word or number goes on here.
    func mayBegin(at index: Int) -> Bool {
        index == 0 || !isWord[index] || !isWord[index - 1]
    }

    func mayEnd(at index: Int) -> Bool {
        index >= count || index == 0 || !isWord[index - 1] || !isWord[index]
    }

    /// Where the Latin word or number at `index` ends.
    func wordEnd(from index: Int) -> Int {
        var end = index
        while end < count, isWord[end] { end += 1 }
        return end
    }

    /// Where the Latin word that ends before `index` begins.
    func wordStart(before index: Int) -> Int {
        var start = index
        while start > 0, isWord[start - 1] { start -= 1 }
        return start
    }
}

extension Unicode.Scalar {
    /// A Chinese character.
    var isHan: Bool { value >= 0x3400 && value <= 0x9FFF && (value >= 0x4E00 || value <= 0x4DBF) }
    var isDigit: Bool { value >= 0x30 && value <= 0x39 }
    /// A plain small Latin letter.
    var isLatin: Bool { value >= 0x61 && value <= 0x7A }
    /// What words and numbers with borders are written with: Latin, Greek and Cyrillic letters, and digits.
    var isWord: Bool {
        isLatin || isDigit || (value >= 0xC0 && value <= 0x24F && value != 0xD7 && value != 0xF7)
            || (value >= 0x370 && value <= 0x52F)
    }
}
