import Language

/// What spoke for an intent, or against it, as one would say it.
struct Reasons {
    private enum Strength: Int, CaseIterable {
        case strong, some, little

        var word: String {
            switch self {
            case .strong: "strongly"
            case .some: "somewhat"
            case .little: "a little"
            }
        }

        /// By the share of what spoke loudest in the sentence; nil for next to nothing.
        init?(share: Double) {
            switch share {
            case 0.5...: self = .strong
            case 0.2...: self = .some
            case 0.05...: self = .little
            default: return nil
            }
        }
    }

    /// What the loudest word of all intents said.
    private let loudest: Double

    init(_ explanations: [IntentExplanation]) {
        loudest = explanations.flatMap(\.parts).map { abs($0.weight) }.max() ?? 0
    }

    /// `strongly: 多少钱; a little: 机器人`; with -1 what spoke against it.
    func said(in explanation: IntentExplanation, for sign: Double) -> String {
        var pieces: [(strength: Strength, text: String, end: Int)] = []
        for part in explanation.parts where part.weight * sign > 0 && loudest > 0 {
            guard let strength = Strength(share: abs(part.weight) / loudest) else { continue }
            if let last = pieces.last, last.end == part.span.lowerBound,
                (last.strength == .little) == (strength == .little)
            {
                let louder = last.strength.rawValue < strength.rawValue ? last.strength : strength
                pieces[pieces.count - 1] = (louder, last.text + part.text, part.span.upperBound)
            } else {
                pieces.append((strength, part.text, part.span.upperBound))
            }
        }
        let said = Strength.allCases.compactMap { strength -> String? in
            let texts = pieces.filter { $0.strength == strength }.prefix(8).map(\.text)
            return texts.isEmpty ? nil : "\(strength.word): \(texts.joined(separator: ", "))"
        }
        return said.isEmpty ? "nothing" : said.joined(separator: "; ")
    }
}
