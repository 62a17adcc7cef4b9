extension SyntaxError {
    /// libyaml's fault in our words, with the mend, at the place where the mend goes.
    func error(in file: String, _ bytes: UnsafeBufferPointer<UInt8>) -> YAMLError {
        if let offset {
            let place = Position.start.advanced(over: bytes.prefix(offset))
            return YAMLError(
                file: file, position: place,
                reason: .syntax(
                    what: "a control character stands here", mend: "remove it, or write it as an escape"))
        }
        let known = Self.sentences.first { problem.hasPrefix($0.problem) }
        let mend = known?.mend ?? "check the quotes and the indentation here"
        let reason = YAMLError.Reason.syntax(
            what: startsWithTab(bytes) ? "a tab cannot indent" : known?.what ?? problem,
            mend: startsWithTab(bytes) ? "use spaces" : mend.isEmpty ? valueMend(bytes) : mend)
        return YAMLError(file: file, position: known?.atStart == true ? began : position, reason: reason)
    }

    private func startsWithTab(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard problem == "found character that cannot start any token" else { return false }
        let line = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropFirst(position.line - 1)
            .first
        return line?.dropFirst(position.column - 1).first == 0x09
    }

    /// What is to be done where a value is missing follows from what stands before the gap.
    private func valueMend(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var rest = bytes[...]
        for _ in 1..<position.line {
            rest = rest.drop { $0 != 0x0A }.dropFirst()
        }
        let column = String(decoding: rest.prefix { $0 != 0x0A }, as: UTF8.self).unicodeScalars
            .prefix(position.column - 1)
        let before = rest.startIndex + String(String.UnicodeScalarView(column)).utf8.count
        switch bytes[..<min(before, bytes.count)].last(where: { $0 > 0x20 }) {
        case UInt8(ascii: ","): return "write it, or remove the ','"
        case UInt8(ascii: "["): return "write it, or close the '['"
        case UInt8(ascii: "{"): return "write it, or close the '{'"
        default: return "write it"
        }
    }

    private static let sentences: [(problem: String, what: String, mend: String, atStart: Bool)] = [
        (
            "found character that cannot start any token", "text cannot start with this character",
            "put the text in quotes", false
        ),
        (
            "mapping values are not allowed", "a ': ' is not allowed here",
            "put the text in quotes, or check the indentation", false
        ),
        ("did not find expected key", "this line fits no key above it", "check its indentation", false),
        ("could not find expected ':'", "a key without a ':'", "write 'key: value'", true),
        (
            "did not find expected '-' indicator", "this line is not an item of the list above it",
            "start it with '- ', or check its indentation", false
        ),
        (
            "block sequence entries are not allowed", "a list cannot start here",
            "start it on a line of its own", false
        ),
        (
            "did not find expected ',' or ']'", "this list has no end",
            "close it with ']', and separate items with ','",
            true
        ),
        (
            "did not find expected ',' or '}'", "this map has no end",
            "close it with '}', and separate keys with ','",
            true
        ),
        (
            "did not find expected node content", "a value is missing here", "", false
        ),
        ("found unexpected end of stream", "this quote is never closed", "close it", true),
        ("found unexpected document indicator", "this quote is never closed", "close it", true),
        (
            "found unknown escape character", "unknown escape in a double quoted text",
            "write '\\\\' for a backslash, or use single quotes", false
        ),
        (
            "found invalid Unicode character escape code", "this escape is no character",
            "write the character itself", false
        ),
        ("found a tab character", "a tab cannot indent", "use spaces", false),
        ("found undefined tag handle", "unknown tag", "remove it", false),
        (
            "did not find expected <document start>", "something stands after the end of the document",
            "keep one document a file", false
        ),
    ]
}

extension Position {
    /// The position after these bytes.
    func advanced(over bytes: some Sequence<UInt8>) -> Position {
        var place = self
        for byte in bytes {
            if byte == 0x0A {
                place = Position(line: place.line + 1, column: 1)
            } else if byte & 0xC0 != 0x80 {
                place.column += 1
            }
        }
        return place
    }
}
