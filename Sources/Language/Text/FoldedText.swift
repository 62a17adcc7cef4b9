/// A text in the one spelling that features and entities are read from: half width, lower case, simplified, single spaces.
public struct FoldedText: Sendable, Equatable {
    public private(set) var scalars: [Unicode.Scalar] = []
    /// Where each scalar stood in the text as it was written, counted in Unicode scalars.
    private(set) var origins: [Int32] = []
    /// Where a new line began in the text as it was written: messages that were joined are lines of one.
    private(set) var lineStarts: [Int] = []
    /// How many scalars of the original were read.
    private(set) var originalCount = 0

    /// Reads at most so many scalars: beyond it nobody writes to a shop, and a turn may not stall.
    public static let longest = 20_000

    public init(_ text: some StringProtocol, longest: Int = longest) {
        let expected = min(text.utf8.count, longest)
        scalars.reserveCapacity(expected)
        origins.reserveCapacity(expected)
        for scalar in text.unicodeScalars {
            guard originalCount < longest else { break }
            if let folded = Self.folded(scalar) { append(folded) }
            if scalar == "\n", lineStarts.last != count { lineStarts.append(count) }
            originalCount += 1
        }
        if scalars.last == " " { removeLast() }
    }

    public var count: Int { scalars.count }
    public var isEmpty: Bool { scalars.isEmpty }

    public var string: String { self[scalars.indices] }

    public subscript(range: Range<Int>) -> String {
        // Scalar by scalar the library takes ten times as long.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count * 3)
        for scalar in scalars[range] {
            if scalar.value < 0x80 {
                bytes.append(UInt8(scalar.value))
            } else {
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The span in the text as written that folded to `range`.
    func original(_ range: Range<Int>) -> Range<Int> {
        guard let last = range.last else {
            let at = range.lowerBound < origins.count ? Int(origins[range.lowerBound]) : originalCount
            return at..<at
        }
        return Int(origins[range.lowerBound])..<Int(origins[last]) + 1
    }

    /// The same with other scalars in some places, which are given from left to right.
    func replacing(_ changes: [(range: Range<Int>, by: [Unicode.Scalar])]) -> FoldedText {
        guard !changes.isEmpty else { return self }
        var text = self
        (text.scalars, text.origins, text.lineStarts) = ([], [], [])
        var (at, lines) = (0, lineStarts[...])
        func copy(to end: Int) {
            while let line = lines.first, line <= end {
                text.lineStarts.append(text.count + max(0, line - at))
                lines.removeFirst()
            }
            text.scalars += scalars[at..<end]
            text.origins += origins[at..<end]
            at = end
        }
        for (range, scalars) in changes {
            copy(to: range.lowerBound)
            text.scalars += scalars
            text.origins += [Int32](repeating: origins[range.lowerBound], count: scalars.count)
            at = range.upperBound
        }
        copy(to: count)
        return text
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        if scalar == " ", scalars.last == nil || scalars.last == " " { return }
        scalars.append(scalar)
        origins.append(Int32(originalCount))
    }

    private mutating func removeLast() {
        scalars.removeLast()
        origins.removeLast()
    }
}

extension FoldedText {
    /// One scalar in its common spelling; nil when it only shapes or directs others.
    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x41...0x5A: Unicode.Scalar(scalar.value + 32)
        case 0...0x20, 0x7F...0xA0: " "
        case 0x21...0x7E: scalar
        case 0x4E00...0x9FFF: simplified(scalar)
        // Full width to half width.
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).flatMap(folded)
        case 0xAD, 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF,
            0x1F3FB...0x1F3FF, 0xE0000...0xE01EF:
            nil
        case 0xC0...0x17F: letter(scalar)
        case 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: " "
        case 0x2010...0x206F, 0x3001...0x301F: Punctuation.plain[scalar] ?? scalar
        default: scalar.properties.isUppercase ? lowercase(scalar) : scalar
        }
    }

    private static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let simple = Traditional.simplified[Int(scalar.value) - 0x4E00]
        return simple == 0 ? scalar : Unicode.Scalar(simple) ?? scalar
    }

    /// A Latin letter without its accent.
    private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let plain = Punctuation.unaccented[Int(scalar.value) - 0xC0]
        return plain == "." ? lowercase(scalar) : plain
    }

    private static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    }
}

/// Marks and letters that stand for others.
private enum Punctuation {
    static let plain: [Unicode.Scalar: Unicode.Scalar] = [
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "‘": "'", "’": "'", "‛": "'", "“": "\"",
        "”": "\"", "„": "\"", "…": ".", "‧": ".", "‰": "%", "′": "'", "″": "\"", "、": ",", "。": ".", "〈": "<",
        "〉": ">", "《": "<", "》": ">", "「": "\"", "」": "\"", "『": "\"", "』": "\"", "【": "[", "】": "]",
        "〔": "[",
        "〕": "]", "〜": "~",
    ]
    /// U+00C0 to U+017F; a point where there is no plain letter.
    static let unaccented = Array(
        """
        aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y\
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllllllllnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
        """.unicodeScalars)
}
