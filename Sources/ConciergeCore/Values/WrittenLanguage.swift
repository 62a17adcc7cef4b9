/// The two languages that are told apart by their script.
public enum WrittenLanguage {
    /// `zh` where there is a Chinese character, else `en`.
    public static func of(_ text: String) -> String {
        text.unicodeScalars.contains { isHan($0) } ? "zh" : "en"
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
