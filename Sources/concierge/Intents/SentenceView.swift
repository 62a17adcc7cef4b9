import ConciergeCore
import Knowledge
import Language

/// What a sentence was taken for, what in it spoke for that, and what it names.
struct SentenceView {
    /// As the host takes it, clause by clause.
    var reading: IntentReading
    /// Everything that is wanted, in order.
    var all: [String]
    var explanations: [IntentExplanation]
    var entities: [Value]

    init(_ text: String, _ current: CurrentModel) {
        let folded = FoldedText(text)
        (reading, all) = current.model.readMessage(folded)
        explanations = current.model.explanation(of: folded)
        entities = current.understand(text)[UnderstandingKey.entities.rawValue]?.list ?? []
    }

    /// How sure the model is of it; nil for `none` when it is something.
    private func confidence(of intent: String) -> Double? {
        if intent == reading.name { return reading.confidence }
        return reading.alternatives.first { $0.name == intent }?.confidence
    }

    var value: Value {
        [
            "intent": .text(reading.name), "confidence": .double(reading.confidence),
            "none_score": .double(reading.noneScore), "tie": .bool(reading.isTie),
            "alternatives": .list(
                reading.alternatives.map { ["name": .text($0.name), "confidence": .double($0.confidence)] }),
            "explanations": .list(
                explanations.map { explanation in
                    ["intent": .text(explanation.intent), "words": .list(explanation.parts.map(\.value))]
                }),
            "entities": .list(entities), "all": .list(all.map(Value.text)),
        ]
    }

    func text(_ style: Style) -> String {
        var lines = [heading(style)]
        for explanation in explanations {
            let confidence = confidence(of: explanation.intent).map { "  \($0.percent)" } ?? ""
            lines.append("\n\(explanation.intent)\(confidence)")
            lines += [line("+", explanation.strongest(for: 1), style.green)]
            lines += [line("−", explanation.strongest(for: -1), style.red)]
        }
        if !entities.isEmpty {
            let rows = entities.map { entity in
                [
                    entity["kind"]?.text ?? "", entity["text"]?.text ?? "",
                    JSON.text(entity["value"] ?? .null),
                ]
            }
            lines.append("\n" + Table(header: ["names", "as", "which is"], rows: rows).text(style))
        }
        return lines.joined(separator: "\n").printable
    }

    private func heading(_ style: Style) -> String {
        let tie = reading.isTie ? "; the next is about as likely, so it is asked back" : ""
        let others = all.count > 1 ? "; wanted in all: \(all.joined(separator: ", "))" : ""
        return "\(style.bold(reading.name)), \(reading.confidence.percent) sure\(others)\(tie)"
    }

    private func line(
        _ sign: String, _ parts: [IntentExplanation.Part], _ mark: (String) -> String
    ) -> String {
        let said = parts.prefix(8).map { "\($0.text) \(abs($0.weight).hundredths)" }
        return "  \(mark(sign)) \(said.isEmpty ? "nothing" : said.joined(separator: "  "))"
    }
}

extension IntentExplanation {
    /// What spoke for the intent, or with -1 against it; what weighs next to nothing is left out.
    fileprivate func strongest(for sign: Double) -> [Part] {
        parts.filter { $0.weight * sign >= 0.005 }.sorted { abs($0.weight) > abs($1.weight) }
    }
}

extension IntentExplanation.Part {
    fileprivate var value: Value { ["text": .text(text), "weight": .double(weight)] }
}
