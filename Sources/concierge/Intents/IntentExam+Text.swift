import Language

extension IntentExam {
    var text: String { "\(accuracy.percent) of sentences held out are read correctly" }
}

extension IntentComparison {
    var text: String {
        "of \(count) sentences held out of both models it reads \(right) correctly, the old one \(rightBefore)"
    }

    /// The intents to look at first: `, most lost of 'price' (12), 'delivery' (8)`.
    var losers: String {
        let worst = lost.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
        return worst.isEmpty
            ? "" : ", most lost of " + worst.map { "'\($0.key)' (\($0.value))" }.joined(separator: ", ")
    }
}
