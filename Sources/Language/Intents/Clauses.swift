/// The parts of a message that may each want something else.
enum Clauses {
    /// Beyond it nobody listens.
    static let most = 8
    private static let fewestCharacters = 2
    private static let connectors = ["顺便", "另外", "还有", "以及", "对了", " and ", " also ", " btw ", " plus "].map {
        Array($0.unicodeScalars)
    }

    static func of(_ text: FoldedText) -> [Range<Int>] {
        var clauses: [Range<Int>] = []
        var start = 0
        func end(at index: Int) {
            if index - start >= fewestCharacters { clauses.append(start..<index) }
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
        return clauses
    }

    private static func isMark(_ text: FoldedText, _ index: Int) -> Bool {
        switch text.scalars[index] {
        case "?", "!", ";": return true
        // Within a number it divides nothing.
        case ",", ".": return !(isDigit(text, index - 1) && isDigit(text, index + 1))
        default: return false
        }
    }

    private static func isDigit(_ text: FoldedText, _ index: Int) -> Bool {
        text.scalars.indices.contains(index) && CharacterKind(text.scalars[index]) == .digit
    }

    private static func connector(_ text: FoldedText, at index: Int) -> Bool {
        connectors.contains { text.scalars[index...].starts(with: $0) }
    }
}
