import ConciergeCore
import Language

/// One reading, ready to be asked: a value, so that whoever asks goes on with the one he began with.
struct Served: Sendable {
    private(set) var base = KnowledgeBase()
    private(set) var catalogue = Catalogue()
    /// From this score on a hit is an answer.
    var answerFrom = 0.6
    private var entries: [String: FAQEntry] = [:]
    /// By what they ask, whatever their spelling.
    private var asked: [UInt64: String] = [:]

    /// The next reading.
    mutating func take(_ base: KnowledgeBase, _ difference: KnowledgeDifference) {
        self.base = base
        if difference.haveProductsChanged { catalogue = Catalogue(base.products) }
        for id in difference.answers.removed + difference.answers.put.map(\.id) {
            for key in entries.removeValue(forKey: id)?.keys ?? [] where asked[key] == id { asked[key] = nil }
        }
        for entry in difference.answers.put {
            entries[entry.id] = entry
            for key in entry.keys where asked[key] == nil { asked[key] = entry.id }
        }
    }

    func hits(for text: String, limit: Int, threshold: Double?, locale: String) -> [KnowledgeHit] {
        guard limit > 0, let id = asked[FAQEntry.key(text)], let entry = entries[id] else { return [] }
        return [
            KnowledgeHit(
                id: id, score: 1, title: entry.questions[0], answer: entry.answer.localized(locale) ?? "",
                source: entry.place.description, isAnswer: true)
        ]
    }
}
