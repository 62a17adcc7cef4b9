/// What in a sentence spoke for an intent, and what against it.
public struct IntentExplanation: Sendable {
    public struct Part: Sendable, Equatable {
        /// The word or character as it was read.
        public var text: String
        /// Where it stands in the folded text.
        public var span: Range<Int>
        /// Above zero it spoke for the intent.
        public var weight: Double
    }

    public var intent: String
    public var parts: [Part]
}

extension IntentModel {
    /// For each of these intents, what each word said of it by the linear part.
    public func explanation(of text: FoldedText, for intents: [String]) -> [IntentExplanation] {
        let text = text.respelled
        return intents.compactMap { name in
            labels.firstIndex(of: name).map { IntentExplanation(intent: name, parts: parts(text, label: $0)) }
        }
    }

    /// Each feature's say is shared out among the characters it stands on.
    private func parts(_ text: FoldedText, label: Int) -> [IntentExplanation.Part] {
        let vector = vocabulary.vector(text)
        var says: [Int32: Double] = [:]
        for (row, value) in zip(vector.features, vector.values) {
            var scores = [Lane](repeating: .zero, count: linear.bias.count)
            linear.weights.add([row], times: [value], to: &scores)
            says[row] = Double(scores[number: label])
        }
        var reader = FeatureReader()
        reader.read(text.scalars[...])
        let rows = reader.features.map { vocabulary.rows[Int($0.bucket)] }
        let times = rows.reduce(into: [:]) { $0[$1, default: 0.0] += 1 }
        var shares = [Double](repeating: 0, count: text.count + 1)
        for (feature, row) in zip(reader.features, rows) where row >= 0 {
            let span =
                feature.span.isEmpty ? feature.span.lowerBound..<feature.span.lowerBound + 1 : feature.span
            let say = (says[row] ?? 0) / (times[row] ?? 1) / Double(span.count)
            for at in span where Int(at) < shares.count { shares[Int(at)] += say }
        }
        return words(of: text).map { span in
            .init(text: text[span], span: span, weight: span.reduce(0) { $0 + shares[$1] })
        }
    }

    /// Latin words whole, other characters one by one.
    private func words(of text: FoldedText) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var at = 0
        while at < text.count {
            var end = at + 1
            let kind = CharacterKind(text.scalars[at])
            if kind.isInWord {
                while end < text.count, CharacterKind(text.scalars[end]).isInWord { end += 1 }
            }
            if kind != .space { words.append(at..<end) }
            at = end
        }
        return words
    }
}
