/// What an intent model is taught from: sentences, each with the intent it shows.
public struct TrainingSet: Sendable {
    /// The intent that is none: what a shop is not for.
    public static let none = "none"

    public private(set) var labels: [String] = []
    public private(set) var sentences: [(label: Int, text: FoldedText)] = []
    private var numbers: [String: Int] = [:]
    /// Labels that somebody added to a set that was there before: what they mean by a sentence counts.
    public private(set) var added: Set<Int> = []

    public init() {}

    public var count: Int { sentences.count }

    public mutating func add(_ label: String, _ text: some StringProtocol) {
        let folded = FoldedText(text)
        guard !folded.isEmpty else { return }
        sentences.append((number(label), folded))
    }

    private mutating func number(_ label: String) -> Int {
        if let number = numbers[label] { return number }
        numbers[label] = labels.count
        labels.append(label)
        return labels.count - 1
    }

    /// What is said of this label goes before what other labels say of sentences like its own.
    public mutating func prefer(_ label: String) { if let number = numbers[label] { added.insert(number) } }

    /// A sentence as it is spelled, by a number that stays the same wherever it is read again.
    static func key(_ text: FoldedText) -> UInt64 {
        var hash = StableHash()
        for scalar in text.scalars { hash.add(UInt64(scalar.value)) }
        return hash.value
    }

    /// By label the keys of its sentences, in order: what a model of this set was taught.
    public var taught: [String: [UInt64]] {
        var keys: [String: Set<UInt64>] = [:]
        for (label, text) in sentences { keys[labels[label], default: []].insert(IntentModel.key(text)) }
        return keys.mapValues { $0.sorted() }
    }

    /// The label's words are worth one more example, the more so the fewer there are.
    mutating func addLabelWords() {
        for label in labels where label != Self.none {
            add(label, String(label.map { $0 == "_" || $0 == "-" || $0 == "/" ? " " : $0 }))
        }
    }

    /// Part `part` of `parts`, each label spread evenly over them; the rest to learn from.
    ///
    /// Where a sentence falls hangs on itself, not on its neighbours: of two models of nearly the same sentences nearly
    /// the same were held out, and can be compared.
    func divided(part: Int, of parts: Int, seed: UInt64) -> (rest: [Int], part: [Int]) {
        var rest: [Int] = []
        var chosen: [Int] = []
        for (label, indices) in shuffledByLabel(seed).enumerated() {
            // Labels of few sentences begin in different parts.
            let offset = Int(Self.key(FoldedText(labels[label])) % UInt64(parts))
            let start = (indices.count * part + offset) / parts
            let end = (indices.count * (part + 1) + offset) / parts
            chosen += indices[start..<end]
            rest += indices[..<start] + indices[end...]
        }
        return (rest.sorted(), chosen.sorted())
    }

    private func shuffledByLabel(_ seed: UInt64) -> [[Int]] {
        var byLabel = [[Int]](repeating: [], count: labels.count)
        let places = sentences.map { sentence in
            var random = SplitMix(seed: seed ^ Self.key(sentence.text))
            return random.next()
        }
        for index in sentences.indices.sorted(by: { (places[$0], $0) < (places[$1], $1) }) {
            byLabel[sentences[index].label].append(index)
        }
        return byLabel
    }

    /// The same labels, fewer sentences.
    func only(_ indices: [Int]) -> TrainingSet {
        var set = self
        set.sentences = indices.map { sentences[$0] }
        return set
    }
}
