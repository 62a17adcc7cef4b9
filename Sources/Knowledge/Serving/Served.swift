import ConciergeCore
import Language

/// One reading, ready to be asked: a value, so that whoever asks goes on with the one he began with.
struct Served: Sendable {
    private(set) var base = KnowledgeBase()
    private(set) var catalogue = Catalogue()
    /// From this score on a hit is an answer.
    var answerFrom = 0.6
    private var places = PlaceTable()

    /// The next reading.
    mutating func take(_ base: KnowledgeBase, _ difference: KnowledgeDifference) {
        self.base = base
        if difference.haveProductsChanged { catalogue = Catalogue(base.products) }
        places = PlaceTable(base)
    }

    func hits(for text: String, limit: Int, threshold: Double?, locale: String) -> [KnowledgeHit] {
        guard limit > 0, let id = base.entry(named: text), let entry = places.answer(id, in: base) else {
            return []
        }
        return [
            KnowledgeHit(
                id: id, score: 1, title: entry.questions[0], answer: entry.answer.localized(locale),
                source: entry.place.description, isAnswer: true)
        ]
    }
}
