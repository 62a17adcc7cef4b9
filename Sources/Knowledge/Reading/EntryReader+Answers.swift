import ConciergeCore
import Language
import YAML

extension EntryReader {
    /// A list of entries, or a map from the question to the answer.
    mutating func answers(_ node: Node, named key: String) {
        switch node.content {
        case .null: break
        case .list(let items): for item in items { answer(item) }
        case .map(let pairs): for pair in pairs { answer(pair) }
        default:
            complain(
                at: node, "'\(key)' must be a list or a map; write lines that start with '- question: '")
        }
    }

    private mutating func answer(_ node: Node) {
        guard let value = checked(node, KnowledgeShape.answer), let text = Bilingual(value["answer"]) else {
            return
        }
        let questions = node.texts("question") + node.texts("questions") + node.texts("paraphrases")
        guard !questions.isEmpty else {
            return complain(at: node, "'question' is missing; add it")
        }
        append(node.named("id")?.source, questions, text, at: node, answer: node.named("answer") ?? node)
        content.answers[content.answers.count - 1].topic = value["topic"]?.text
    }

    private mutating func answer(_ pair: Node.Entry) {
        guard let text = Bilingual(pair.value.value) else {
            return complain(at: pair.value, "the answer to '\(pair.key)' must be text; write it in quotes")
        }
        append(nil, [pair.key], text, at: pair.value, answer: pair.value)
    }

    private mutating func append(
        _ id: String?, _ questions: [String], _ answer: Bilingual, at node: Node, answer place: Node
    ) {
        checkLanguages(place)
        // One placeholder is one thing to mend, in however many languages it stands.
        if let complaint = answer.texts.lazy.compactMap({ AnswerCheck.complaint($0.text) }).first {
            complain(.warning, at: place, complaint)
        }
        let questions = questions.uniqued
        let key = FAQEntry.key(questions[0])
        var entry = FAQEntry(
            id: id ?? FAQEntry.id(of: key), question: questions[0], answer: answer,
            place: self.place(node.position))
        entry.key = key
        entry.isNamed = id != nil
        entry.paraphrases = Array(questions.dropFirst())
        entry.otherKeys = entry.paraphrases.map(FAQEntry.key)
        content.answers.append(entry)
    }
}

extension FAQEntry {
    /// Of the common spelling without its marks, in the 48 bits that a short id has room for.
    static func key(_ question: String) -> UInt64 {
        let folded = FoldedText(question)
        var kept = String.UnicodeScalarView()
        for (index, scalar) in folded.scalars.enumerated() {
            switch scalar.value {
            // A space tells words of letters apart; between Chinese characters it says nothing.
            case 0x20
            where index > 0 && folded.scalars[index - 1].value < 0x2E80
                && folded.scalars[index + 1].value < 0x2E80:
                kept.append(scalar)
            case 0x30...0x39, 0x61...0x7A: kept.append(scalar)
            case 0x80...:
                if scalar.properties.isAlphabetic || scalar.properties.isEmoji { kept.append(scalar) }
            default: break
            }
        }
        let hash = stableHash(kept.isEmpty ? folded.string : String(kept))
        return (hash ^ (hash >> 48)) & 0xffff_ffff_ffff
    }

    /// The same for the same question, wherever it stands.
    static func id(of key: UInt64) -> String { "q-" + hexadecimal(key, digits: 12) }
}

extension Node {
    /// The texts under a key: one, a list, or either for each language.
    func texts(_ key: String) -> [String] { named(key)?.scalars.compactMap(\.source) ?? [] }

    /// Each scalar in it.
    var scalars: [Node] {
        switch content {
        case .list(let nodes): nodes.filter { $0.source != nil }
        case .map(let entries): entries.flatMap(\.value.scalars)
        case .null: []
        default: [self]
        }
    }
}
