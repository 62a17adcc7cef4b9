/// The two languages that are told apart by their script.
public enum WrittenLanguage {
    /// `zh` where there is a Chinese character, else `en`.
    public static func of(_ text: String) -> String {
        text.unicodeScalars.contains { isHan($0) } ? "zh" : "en"
    }

    /// The language a message is surely written in; nil for what says nothing of it: `ok`, `P001`, `50`.
    public static func certain(_ text: String, isFirst: Bool) -> String? {
        if text.unicodeScalars.contains(where: isHan) { return "zh" }
        let words = text.split { !$0.isLetter }.filter { word in
            word.utf8.count > 1 && word.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
                && word.dropFirst().contains { $0.isLowercase }
        }
        return words.count >= (isFirst ? 1 : 2) ? "en" : nil
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD: true
        default: false
        }
    }
}

extension Localized {
    /// A text that stands alone, in the language it is written in.
    public init(plain text: String) { self.init([WrittenLanguage.of(text): text]) }
}
