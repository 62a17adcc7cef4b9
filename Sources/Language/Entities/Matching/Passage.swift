/// A text as entities are read from it: its common spelling beside what was written.
final class Passage: Sendable {
    let text: FoldedText
    let written: [Unicode.Scalar]

    init(_ text: FoldedText, of written: String) {
        self.text = text
        self.written = Array(written.unicodeScalars.prefix(text.originalCount))
    }

    var scalars: [Unicode.Scalar] { text.scalars }
    var count: Int { text.count }

    /// What was written where the common spelling has a scalar.
    func written(at index: Int) -> Unicode.Scalar {
        let origin = Int(text.origins[index])
        return origin < written.count ? written[origin] : text.scalars[index]
    }

    func isCapital(_ index: Int) -> Bool { written(at: index).properties.isUppercase }

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

    /// Whether a Latin word or a number may begin here; Chinese has no such border.
    func mayBegin(at index: Int) -> Bool {
        index == 0 || !scalars[index].isWord || !scalars[index - 1].isWord
    }

    func mayEnd(at index: Int) -> Bool {
        index >= count || index == 0 || !scalars[index - 1].isWord || !scalars[index].isWord
    }

    /// Where the Latin word or number at `index` ends.
    func wordEnd(from index: Int) -> Int {
        var end = index
        while end < count, scalars[end].isWord { end += 1 }
        return end
    }

    /// Where the Latin word that ends before `index` begins.
    func wordStart(before index: Int) -> Int {
        var start = index
        while start > 0, scalars[start - 1].isWord { start -= 1 }
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
