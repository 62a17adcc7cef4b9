import ConciergeCore

extension Localized {
    /// A text, or `{zh: …, en: …}`; nil for anything else.
    init?(_ value: Value?) {
        switch value {
        case .text(let text): self.init(plain: text)
        case .map(let texts): self.init(texts.compactMapValues(\.text))
        default: return nil
        }
    }
}
