import Synchronization

/// A document as a search weighs it: taken apart into grams once, not with each question.
struct Reading: Sendable {
    struct Question: Sendable {
        var hash: UInt32
        var grams: [Gram]
        /// The squares of what its grams tell, together.
        var square: Float
    }

    let isSection: Bool
    let questions: [Question]
    let body: [Gram]
    /// How many scalars of the body were read.
    let bodyCount: Int

    /// Nobody reads on for an answer.
    static let longestBody = 1500

    /// `weight` says what a gram tells in this knowledge.
    init(
        _ document: KnowledgeIndex.Document, longest: Int = longestBody, weight: (Gram) -> Float
    ) {
        var reader = GramReader()
        func grams(_ text: FoldedText) -> [Gram] {
            reader.read(text.scalars[...])
            return reader.grams
        }
        isSection = document.kind == .section
        questions = document.questions.map {
            let text = FoldedText($0, longest: Query.longest)
            let grams = grams(text)
            let square = grams.reduce(Float(0)) { sum, gram in
                let weight = weight(gram)
                return sum + weight * weight
            }
            return Question(hash: Directory.hash(question: text), grams: grams, square: square)
        }
        let text = FoldedText(document.text, longest: longest)
        body = grams(text)
        bodyCount = text.originalCount
    }

    var count: Int { questions.reduce(body.count) { $0 + $1.grams.count } }
}

/// The documents that searches read lately, by their slots: of a shop's knowledge all, of a large one what is asked for.
final class Readings: Sendable {
    /// One and a half megabytes with answers of usual length.
    private static let most = 1024
    private let kept = Mutex<[Int: Reading]>([:])

    subscript(slot: Int) -> Reading? {
        get { kept.withLock { $0[slot] } }
        set {
            kept.withLock { kept in
                if kept.count >= Self.most { kept.removeAll(keepingCapacity: true) }
                kept[slot] = newValue
            }
        }
    }
}
