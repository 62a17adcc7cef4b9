/// The parts of a message that may each want something else.
enum Clauses {
    struct Clause: Equatable {
        var range: Range<Int>
        /// It only says what is not wanted: 我不是要退货, "not 10".
        var isDenied = false
    }

    private static let fewestCharacters = 2
    private static let connectors = ["顺便", "另外", "还有", "以及", "对了", " and ", " also ", " btw ", " plus "].map {
        Array($0.unicodeScalars)
    }

    static func of(_ text: FoldedText) -> [Clause] {
        let spans = spans(text)
        return spans.indices.flatMap { place in
            let next = place + 1 < spans.count ? spans[place + 1] : nil
            return Denial(text, spans[place], before: next)?.clauses ?? [Clause(range: spans[place])]
        }
    }

    /// What stands between marks, new lines and connecting words.
    private static func spans(_ text: FoldedText) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        var start = 0
        func end(at index: Int) {
            if index - start >= fewestCharacters { spans.append(start..<index) }
            start = index
        }
        var lines = text.lineStarts[...]
        for index in text.scalars.indices {
            while let line = lines.first, line <= index {
                lines.removeFirst()
                end(at: index)
            }
            if isMark(text, index) {
                end(at: index + 1)
            } else if connector(text, at: index) {
                end(at: index)
            }
        }
        end(at: text.count)
        return spans
    }

    private static func isMark(_ text: FoldedText, _ index: Int) -> Bool {
        switch text.scalars[index] {
        case "?", "!", ";": return true
        // Within a number it divides nothing.
        case ",", ".": return !(text.at(index - 1).isDigit && text.at(index + 1).isDigit)
        default: return false
        }
    }

    private static func connector(_ text: FoldedText, at index: Int) -> Bool {
        connectors.contains { text.scalars[index...].starts(with: $0) }
    }
}
