import ConciergeCore
import YAML

/// Writes questions and answers as people would write them.
enum EntryWriter {
    static func text(_ entry: NewAnswer, indent: Int) -> String {
        let first = String(repeating: " ", count: indent) + "- "
        let rest = String(repeating: " ", count: indent + 2)
        var lines: [String] = []
        if let id = entry.id { lines.append("id: \(scalar(id, indent: indent + 4))") }
        lines.append("question: \(scalar(entry.question, indent: indent + 4))")
        if !entry.paraphrases.isEmpty {
            lines.append("questions:")
            lines += entry.paraphrases.map { "  - \(scalar($0, indent: indent + 6))" }
        }
        if let topic = entry.topic { lines.append("topic: \(scalar(topic, indent: indent + 4))") }
        let answers = entry.answer.texts
        if answers.count == 1 {
            lines.append("answer: \(scalar(answers[0].text, indent: indent + 4))")
        } else {
            lines.append("answer:")
            lines += answers.map { "  \($0.language): \(scalar($0.text, indent: indent + 6))" }
        }
        let text = lines.joined(separator: "\n" + rest)
        return first + text + "\n"
    }

    /// Plain where YAML reads it back as the same text; several lines as a block; else in quotes.
    static func scalar(_ text: String, indent: Int) -> String {
        if isText("a: \(text)\n", text) { return text }
        let margin = String(repeating: " ", count: indent)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let block = "|-\n" + lines.map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
        if text.contains("\n"), isText("a: \(block)\n", text) { return block }
        return JSON.text(.text(text))
    }

    private static func isText(_ yaml: String, _ text: String) -> Bool {
        (try? parse(yaml, file: ""))?["a"]?.content == .text(text)
    }
}
