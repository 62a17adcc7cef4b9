public import ConciergeCore

/// A text in Chinese, in English, or in both; a hundred thousand of them are kept.
public struct Bilingual: Sendable, Hashable {
    public var zh: String?
    public var en: String?

    /// A text that stands alone, in the language it is written in.
    public init(plain text: String) {
        if WrittenLanguage.of(text) == "zh" { zh = text } else { en = text }
    }

    /// A text, or `{zh: …, en: …}`; nil for anything else.
    public init?(_ value: Value?) {
        switch value {
        case .text(let text): self.init(plain: text)
        case .map(let texts):
            guard let first = texts["zh"]?.text ?? texts["en"]?.text else { return nil }
            self.init(plain: first)
            (zh, en) = (texts["zh"]?.text, texts["en"]?.text)
        default: return nil
        }
    }

    /// In the language of the locale, else in the other.
    public func localized(_ locale: String) -> String {
        (locale.hasPrefix("en") ? en ?? zh : zh ?? en) ?? ""
    }

    /// With their languages, Chinese first.
    public var texts: [(language: String, text: String)] {
        [zh.map { ("zh", $0) }, en.map { ("en", $0) }].compactMap { $0 }
    }
}
