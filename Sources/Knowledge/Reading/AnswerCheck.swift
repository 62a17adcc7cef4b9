import ConciergeCore

/// Looks at what a customer would read.
enum AnswerCheck {
    private static let placeholders = [
        "example.com", "example.org", "example.net", "todo", "tbd", "lorem ipsum", "待补充", "待定", "xxx",
    ].map { (name: $0, bytes: Array($0.utf8)) }

    /// What makes it no answer yet, with the mend.
    static func complaint(_ answer: String) -> String? {
        if let placeholder = placeholder(in: answer) {
            return "the answer holds the placeholder '\(placeholder)'; write what customers are to read"
        }
        guard saysSomething(answer) else {
            return "the answer '\(answer.trimmed)' says next to nothing; write it out"
        }
        let end = ["...", "…", "。。。"].first { answer.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }
        return end.map { "the answer breaks off with '\($0)'; write the rest, or where it stands" }
    }

    private static func saysSomething(_ answer: String) -> Bool {
        var letters = 0
        for scalar in answer.unicodeScalars where scalar.properties.isAlphabetic || isDigit(scalar) {
            letters += 1
            if letters == 2 { return true }
        }
        return false
    }

    // Byte by byte: every answer of a hundred thousand is looked at, at each start.
    private static func placeholder(in answer: String) -> String? {
        let bytes = answer.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        for start in bytes.indices where begins[Int(bytes[start])] {
            for placeholder in placeholders where bytes[start...].starts(with: placeholder.bytes) {
                return placeholder.name
            }
        }
        return nil
    }

    /// By the first byte of a placeholder.
    private static let begins: [Bool] = {
        var begins = [Bool](repeating: false, count: 256)
        for placeholder in placeholders { begins[Int(placeholder.bytes[0])] = true }
        return begins
    }()

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
