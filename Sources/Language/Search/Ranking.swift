/// Weighs the few documents that may answer, each by all that is known of it.
struct Ranking {
    private let query: Query
    private let text: FoldedText
    private let hash: UInt32
    private(set) var found: [Evidence] = []
    /// How many scalars may still be read: long sections must not slow a search down.
    private var budget = 12_000

    /// What was learned of questions says so much of one that is not asked; nil when nothing was.
    private let background: Float?

    init(query: Query, text: FoldedText, background: Float?) {
        self.background = background
        self.query = query
        self.text = text
        hash = Directory.hash(question: text)
    }

    /// What speaks for a document.
    struct Evidence {
        var slot: Int
        var isExact = false
        var isSection = false
        /// What of the query stands in it, by BM25: 0 to 1.
        var match: Float = 0
        /// What of the query's content stands in it: 0 to 1.
        var coverage: Float = 0
        /// How near the nearest of its questions is: 0 to 1.
        var nearest: Float = 0
        /// What the matcher says, about 0 to 2; nil when there is none.
        var learned: Float?

        var rank: Float { isExact ? 100 : match + 0.5 * (learned ?? 0) }
    }

    /// What speaks for a document; `document` is asked for when it may be just what the text asks, or is very long.
    mutating func add(
        _ known: Reading, slot: Int, learned: Float?, document: () -> KnowledgeIndex.Document
    ) {
        var evidence = Evidence(slot: slot, isSection: known.isSection, learned: learned)
        if known.questions.contains(where: { $0.hash == hash }) {
            evidence.isExact = document().questions.contains {
                Directory.isSame(FoldedText($0, longest: Query.longest), text)
            }
        }
        let isTooLong = known.bodyCount > budget
        let reading = isTooLong ? Reading(document(), longest: budget) { _ in 0 } : known
        budget -= reading.bodyCount
        match(reading, &evidence)
        // What was not learned is guessed, so that it stands beside what was.
        if learned == nil { evidence.learned = background.map { $0 + 1.4 * evidence.match } }
        found.append(evidence)
    }

    /// BM25 of all that was read, and which of the query's words stand there.
    private func match(_ reading: Reading, _ evidence: inout Evidence) {
        var times = [Float](repeating: 0, count: query.grams.count)
        func count(_ grams: [Gram]) {
            for gram in grams {
                if let index = query.index(gram) { times[index] += 1 }
            }
        }
        for question in reading.questions { count(question.grams) }
        count(reading.body)
        let length = 1.2 * (0.4 + 0.6 * Float(reading.count) / 160)
        for (index, count) in times.enumerated() where count > 0 {
            evidence.match += query.weights[index] * count / (count + length)
        }
        evidence.match /= query.mass
        var all: Float = 0
        for (gram, concept) in query.content {
            all += query.weights[gram]
            let isCovered = times[gram] > 0 || concept.map { times[$0] > 0 } ?? false
            if isCovered { evidence.coverage += query.weights[gram] }
        }
        evidence.coverage = all > 0 ? evidence.coverage / all : 0
    }

    /// Puts the best first.
    mutating func sort() {
        found.sort { ($0.rank, $1.slot) > ($1.rank, $0.slot) }
    }

    /// Looks how near the questions of the document at `place` are.
    mutating func compare(_ reading: Reading, at place: Int) {
        var seen = [Int](repeating: -1, count: query.grams.count)
        for (number, question) in reading.questions.enumerated() where question.square > 0 {
            var shared: Float = 0
            for gram in question.grams {
                guard let index = query.index(gram), seen[index] != number else { continue }
                seen[index] = number
                shared += query.weights[index] * query.weights[index]
            }
            let likeness = shared / (question.square * query.square).squareRoot()
            found[place].nearest = max(found[place].nearest, min(1, likeness))
        }
    }
}
