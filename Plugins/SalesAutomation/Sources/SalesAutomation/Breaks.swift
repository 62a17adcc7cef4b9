import SkillKit

/// Words at which a clause ends, found as `Words` are: Chinese ones anywhere, Latin ones whole and in any case.
struct Breaks: Sendable {
    /// The longest first: 但是 before 但.
    private let words: [[Character]]

    init(_ words: Words) { self.words = words.all.map(Array.init).sorted { $0.count > $1.count } }

    /// What stands between the words.
    func parts(of clause: String) -> [String] {
        let text = Array(clause)
        var (parts, place) = ([""], 0)
        while place < text.count {
            if let word = words.first(where: { stands($0, at: place, in: text) }) {
                parts.append("")
                place += word.count
            } else {
                parts[parts.count - 1].append(text[place])
                place += 1
            }
        }
        return parts.filter { !$0.isEmpty }
    }

    private func stands(_ word: [Character], at place: Int, in text: [Character]) -> Bool {
        let end = place + word.count
        guard end <= text.count, zip(word, text[place...]).allSatisfy({ $0.lowercased() == $1.lowercased() })
        else { return false }
        return !(place > 0 && Self.isOneWord(text[place - 1], text[place]))
            && !(end < text.count && Self.isOneWord(text[end - 1], text[end]))
    }

    private static func isOneWord(_ before: Character, _ after: Character) -> Bool {
        isLatin(before) && isLatin(after)
    }

    private static func isLatin(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "'")
    }
}
