internal import SkillKit

/// A part of the configuration with its place, so that what is missing is named.
struct Section {
    let value: Value
    let path: String

    init(_ value: Value, at path: String = "") {
        self.value = value
        self.path = path
    }

    func error(_ key: String, _ wanted: String) -> SkillError {
        SkillError(
            "\(at(key)): \(wanted) was expected; write it, or take the line out to get the package's own")
    }

    func section(_ key: String) throws(SkillError) -> Section {
        guard let found = value[key] else { throw error(key, "something") }
        return Section(found, at: at(key))
    }

    func list(_ key: String) throws(SkillError) -> [Section] {
        guard let items = value[key]?.list else { throw error(key, "a list") }
        return items.enumerated().map { Section($1, at: "\(at(key)).\($0)") }
    }

    func map(_ key: String) throws(SkillError) -> [String: Section] {
        guard let entries = value[key]?.map else { throw error(key, "a map") }
        return Dictionary(uniqueKeysWithValues: entries.map { ($0, Section($1, at: "\(at(key)).\($0)")) })
    }

    func text(_ key: String) throws(SkillError) -> String {
        guard let text = value[key]?.text else { throw error(key, "a text") }
        return text
    }

    func int(_ key: String) throws(SkillError) -> Int {
        guard let number = value[key]?.int else { throw error(key, "a whole number") }
        return Int(number)
    }

    func number(_ key: String) throws(SkillError) -> Double {
        guard let number = value[key]?.double else { throw error(key, "a number") }
        return number
    }

    func phrase(_ key: String) throws(SkillError) -> Phrase {
        guard let phrase = value[key].flatMap({ Phrase($0) }) else { throw error(key, "a text in zh and en") }
        return phrase
    }

    func texts(_ key: String) throws(SkillError) -> [String] {
        guard let texts = value[key].flatMap({ [String]($0) }) else { throw error(key, "a list of texts") }
        return texts
    }

    func phrases(_ key: String) throws(SkillError) -> [Phrase] {
        guard let phrases = value[key].flatMap({ [Phrase]($0) }) else {
            throw error(key, "a list of texts in zh and en")
        }
        return phrases
    }

    func words(_ key: String) throws(SkillError) -> Words {
        guard let words = value[key].flatMap({ Words($0) }) else { throw error(key, "a list of words") }
        return words
    }

    func phraseMap(_ key: String) throws(SkillError) -> [String: Phrase] {
        guard let phrases = value[key].flatMap({ [String: Phrase]($0) }) else {
            throw error(key, "a map of texts in zh and en")
        }
        return phrases
    }

    private func at(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}
