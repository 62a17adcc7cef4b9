import ConciergeCore

extension String {
    /// The text without what would command a terminal or turn the line around: strangers wrote it.
    var printable: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.commandsTerminal ? "\u{fffd}" : $0 }))
    }
}

extension String {
    /// As one line among others shows it.
    var oneLine: String {
        let words = prefix(Self.longestShown).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.printable + (dropFirst(Self.longestShown).isEmpty ? "" : "…")
    }

    private static let longestShown = 80
}

extension Unicode.Scalar {
    fileprivate var commandsTerminal: Bool {
        switch value {
        case 0x09, 0x0a: false
        case 0...0x1f, 0x7f...0x9f, 0x200e...0x200f, 0x202a...0x202e, 0x2066...0x2069: true
        default: false
        }
    }
}

extension Value {
    /// The same, with every text printable.
    var printable: Value {
        switch self {
        case .text(let text): .text(text.printable)
        case .list(let items): .list(items.map(\.printable))
        case .map(let entries): .map(entries.mapValues(\.printable))
        default: self
        }
    }
}
