import Language

/// Puts texts together that share most of what is rare in them.
struct Grouping {
    /// How alike a text must be to the first of a group.
    static let threshold = 0.5

    private let vectors: [[String: Double]]
    /// The first text of each group, and the groups in whose first text a feature stands.
    private var leaders: [Int] = []
    private var groups: [String: [Int]] = [:]

    init(_ texts: [String]) {
        let features = texts.map(Self.features)
        var frequency: [String: Double] = [:]
        for text in features { for feature in text { frequency[feature, default: 0] += 1 } }
        let total = Double(texts.count)
        vectors = features.map { text in
            var vector: [String: Double] = [:]
            for feature in text { vector[feature] = 1 + (total / (frequency[feature] ?? 1)).logarithm / 4 }
            let length = vector.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
            return length > 0 ? vector.mapValues { $0 / length } : vector
        }
    }

    /// The group of the next text: the likest there is, or a new one.
    mutating func place(_ index: Int) -> Int {
        var likeness: [Int: Double] = [:]
        for (feature, weight) in vectors[index] {
            for group in groups[feature] ?? [] {
                likeness[group, default: 0] += weight * (vectors[leaders[group]][feature] ?? 0)
            }
        }
        let best = likeness.max { ($0.value, $1.key) < ($1.value, $0.key) }
        if let best, best.value >= Self.threshold { return best.key }
        leaders.append(index)
        for feature in vectors[index].keys { groups[feature, default: []].append(leaders.count - 1) }
        return leaders.count - 1
    }

    /// Words of letters, single Chinese characters and pairs of them, without what every question has.
    private static func features(_ text: String) -> Set<String> {
        let folded = fillers.reduce(FoldedText(text, longest: 500).string) { $0.replacing($1, with: " ") }
        var features: Set<String> = []
        for part in folded.unicodeScalars.split(whereSeparator: {
            !$0.properties.isAlphabetic && !isDigit($0)
        }) {
            let part = Array(part)
            var word = ""
            for (index, scalar) in part.enumerated() {
                guard scalar.value >= 0x2E80 else {
                    word.unicodeScalars.append(scalar)
                    continue
                }
                add(&word, to: &features)
                features.insert(String(scalar))
                guard index + 1 < part.count, part[index + 1].value >= 0x2E80 else { continue }
                features.insert(String(scalar) + String(part[index + 1]))
            }
            add(&word, to: &features)
        }
        return features.isEmpty ? [folded] : features
    }

    private static func add(_ word: inout String, to features: inout Set<String>) {
        defer { word = "" }
        guard !word.isEmpty, !words.contains(word) else { return }
        features.insert(word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static let fillers = [
        "请问", "你好", "您好", "你们", "我们", "我想", "想问", "一下", "能不能", "能", "可不可以", "可以", "是否", "有没有", "怎么样", "吗",
        "呢",
        "啊", "呀",
        "吧", "的", "了", "么",
    ]
    private static let words: Set<String> = [
        "a", "an", "the", "do", "does", "did", "is", "are", "can", "could", "would", "will", "you", "your",
        "i", "we", "my",
        "our", "it", "to", "for", "of", "in", "on", "please", "have", "has", "be", "there", "any", "me",
        "and", "or", "with",
    ]
}

extension Double {
    /// To the base 2, good to a hundredth: no library of C is needed for a weight.
    fileprivate var logarithm: Double { Double(exponent) + (significand - 1) }
}
