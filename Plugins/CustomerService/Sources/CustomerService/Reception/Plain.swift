import SkillKit

/// A text without case, marks and spaces: two questions are one when these are the same.
struct Plain: Hashable, Sendable {
    private let letters: String

    init(_ text: String) {
        var letters = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !Self.isMark(scalar.value) {
            let isCapital = (0x41...0x5A).contains(scalar.value)
            letters.append(isCapital ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
        }
        self.letters = String(letters)
    }

    /// Punctuation, spaces and pictures.
    fileprivate static func isMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: false
        case 0..<0xC0, 0x2000...0x2BFF, 0x3000...0x303F, 0xFE00...0xFE6F, 0xFF00...0xFF0F, 0xFF1A...0xFF20,
            0xFF3B...0xFF40,
            0xFF5B...0xFF65, 0x1F000...:
            true
        default: false
        }
    }

    /// In bytes: a longer message says more than a word or two that lists hold, and is not worth taking apart.
    private static let longestPhrase = 64

    /// nil: longer than any word or two that say everything.
    init?(short text: String) {
        guard text.utf8.count <= Self.longestPhrase else { return nil }
        self.init(text)
    }
}

extension Value {
    func plain(_ path: String) throws -> Set<Plain> { Set(try need(path, [String].self).map { Plain($0) }) }
}

extension String {
    /// 2, 第二: figures, and not a single word.
    var isNumber: Bool { words.isEmpty && unicodeScalars.contains(where: Self.isFigure) }

    /// 滚, 3台: no question that anybody could have written an answer to.
    var saysLittle: Bool { words.count < 2 && words.allSatisfy { $0.value >= 0x2E80 } }

    /// The first letters that are no figure; two are enough to tell.
    private var words: [Unicode.Scalar] {
        Array(unicodeScalars.lazy.filter { !Plain.isMark($0.value) && !Self.isFigure($0) }.prefix(2))
    }

    private static func isFigure(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0xFF10...0xFF19: true
        default: "第零一二两三四五六七八九十百千".unicodeScalars.contains(scalar)
        }
    }

    /// Latin letters small; the others have no case that a word list knows.
    var lowercasedASCII: String {
        String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// Without a part, wherever it stands.
    func without(_ part: String) -> String {
        let (text, part) = (Array(utf8), Array(part.utf8))
        var (kept, index) = ([UInt8](), 0)
        while index < text.count {
            if !part.isEmpty, text[index...].starts(with: part) {
                index += part.count
            } else {
                kept.append(text[index])
                index += 1
            }
        }
        return String(decoding: kept, as: UTF8.self)
    }

    /// The first whole characters that fit, with a sign that there were more.
    func cut(bytes most: Int) -> String {
        guard utf8.count > most else { return self }
        var (kept, size) = ("", 3)
        for character in self {
            size += character.utf8.count
            guard size <= most else { break }
            kept.append(character)
        }
        return kept + "…"
    }
}
