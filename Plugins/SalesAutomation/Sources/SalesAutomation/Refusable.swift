import SkillKit

/// Something that customers turn down in so many words: where these are only denied, the intents are not wanted.
struct Refusable: Sendable {
    let words: Words
    let intents: Set<String>

    init(_ value: Value) {
        words = Optional(value).words("words")
        intents = Set(value.texts("intents"))
    }

    func isRefused(in text: String) -> Bool {
        guard words.first(in: text) == nil else { return false }
        let text = text.lowercased()
        return words.all.contains(where: text.contains)
    }
}
