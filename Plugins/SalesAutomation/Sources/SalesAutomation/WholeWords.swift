import SkillKit

/// Words found as `Words` are, denied ones too: Chinese ones anywhere, Latin ones whole and in any case.
struct WholeWords: Sendable {
    /// Folded; the longest first: 但是 before 但.
    private let words: [[UInt8]]

    init(_ words: Words) {
        self.words = words.all.map { $0.utf8.map(\.folded) }.sorted { $0.count > $1.count }
    }

    /// What stands between the words.
    func parts(of clause: String) -> [String] {
        let (text, folded) = (Array(clause.utf8), clause.utf8.map(\.folded))
        var (parts, place) = ([[UInt8]()], 0)
        while place < text.count {
            if let word = word(at: place, in: folded) {
                parts.append([])
                place += word.count
            } else {
                parts[parts.count - 1].append(text[place])
                place += 1
            }
        }
        return parts.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether one of them is spoken of at all.
    func stand(in text: String) -> Bool {
        let folded = text.utf8.map(\.folded)
        return folded.indices.contains { word(at: $0, in: folded) != nil }
    }

    private func word(at place: Int, in text: [UInt8]) -> [UInt8]? {
        words.first { word in
            let end = place + word.count
            return text[place...].starts(with: word)
                && !(place > 0 && text[place - 1].isLatin && text[place].isLatin)
                && !(end < text.count && text[end - 1].isLatin && text[end].isLatin)
        }
    }
}

extension UInt8 {
    /// The small letter of a Latin one.
    var folded: UInt8 { 0x41...0x5A ~= self ? self | 0x20 : self }

    /// Whether it is of a Latin word, folded.
    fileprivate var isLatin: Bool { 0x61...0x7A ~= self || 0x30...0x39 ~= self || self == 0x27 }
}
