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
    /// The admin's example that it is, word for word.
    var example: Place?

    init(_ text: String, _ current: CurrentModel) {
        let folded = FoldedText(text)
        (reading, all) = current.model.readMessage(folded)
        var names = reading.alternatives.filter { $0.confidence >= 0.0005 }.map(\.name)
        if !names.contains(reading.name) { names.insert(reading.name, at: 0) }
        explanations = current.model.explanation(of: folded, for: names)
        entities = current.understand(text)[UnderstandingKey.entities.rawValue]?.list ?? []
        example = current.example(folded, of: reading.name)
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
        let reasons = Reasons(explanations)
        for explanation in explanations {
            if explanation.intent != reading.name {
                lines.append("\n" + other(explanation.intent))
            }
            lines.append("  \(style.green("+")) \(reasons.said(in: explanation, for: 1))")
            lines.append("  \(style.red("−")) \(reasons.said(in: explanation, for: -1))")
        }
        if !entities.isEmpty {
            let rows = entities.map { entity in
                [
                    entity["kind"]?.text ?? "", entity["text"]?.text ?? "",
                    JSON.text(entity["value"] ?? .null), Self.stance(entity),
                ]
            }
            lines.append("\n" + Table(header: ["names", "as", "which is", ""], rows: rows).text(style))
        }
        return lines.joined(separator: "\n").printable
    }

    /// How sure it is of a label when it is none says nothing beside how sure it is of that.
    private func other(_ intent: String) -> String {
        guard reading.name != TrainingSet.none else { return "if anything, \(intent)" }
        let confidence = reading.alternatives.first { $0.name == intent }?.confidence ?? 0
        return "else \(intent), \(confidence.percent)"
    }

    /// 不要50台 names 50台, and does not want them.
    private static func stance(_ entity: Value) -> String {
        ["negated", "hypothetical"].filter { entity[$0]?.bool ?? false }.joined(separator: ", ")
    }

    private func heading(_ style: Style) -> String {
        if let example { return "\(style.bold(reading.name)), as the example at \(example) says" }
        let tie = reading.isTie ? "; the next is about as likely, so it is asked back" : ""
        let others = all.count > 1 ? "; wanted in all: \(all.joined(separator: ", "))" : ""
        return "\(style.bold(reading.name)), \(reading.confidence.percent) sure\(others)\(tie)"
    }
}

extension IntentExplanation.Part {
    fileprivate var value: Value { ["text": .text(text), "weight": .double(weight)] }
}
