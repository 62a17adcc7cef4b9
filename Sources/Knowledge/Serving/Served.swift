import ConciergeCore
import Language

/// One reading, ready to be asked: a value, so that whoever asks goes on with the one he began with.
struct Served: Sendable {
    private(set) var base = KnowledgeBase()
    private(set) var catalogue = Catalogue()
    /// From this score on a hit is an answer.
    var answerFrom = 0.6
    /// And only where it leaves nothing out that was asked.
    var isStrict = false
    var index = KnowledgeIndex()
    private var places = PlaceTable()

    /// More changes than this are quicker to build anew.
    private static let mostUpdates = 1000

    /// The next reading.
    mutating func take(_ base: KnowledgeBase, _ difference: KnowledgeDifference) {
        self.base = base
        if difference.haveProductsChanged { catalogue = Catalogue(base.products) }
        places = PlaceTable(base)
        guard !difference.answers.isEmpty || !difference.sections.isEmpty else { return }
        guard difference.answers.count + difference.sections.count <= Self.mostUpdates else {
            index = KnowledgeIndex(base.answers.map(\.document) + base.sections.map(\.document))
            return
        }
        for id in difference.answers.removed + difference.sections.removed { index.remove(id) }
        for entry in difference.answers.put { index.update(entry.document) }
        for section in difference.sections.put { index.update(section.document) }
    }

    func hits(for text: String, limit: Int, threshold: Double?, locale: String) -> [KnowledgeHit] {
        index.search(FoldedText(text), limit: limit).compactMap { found in
            var hit = KnowledgeHit(
                id: found.id, score: found.score, title: "", answer: "", source: "",
                isAnswer: found.isAnswer(threshold: threshold ?? answerFrom, isStrict: isStrict))
            if let entry = places.answer(found.id, in: base) {
                (hit.title, hit.answer) = (entry.question, entry.answer.localized(locale))
                (hit.source, hit.topic) = (entry.place.description, entry.topic)
            } else if let section = places.section(found.id, in: base) {
                (hit.title, hit.answer) = (section.headings.joined(separator: " / "), section.text)
                hit.source = section.id
            } else {
                return nil
            }
            return hit
        }
    }

    /// Questions that are asked twice in nearly the same words: nobody can tell which answer a customer gets.
    func nearDuplicates() -> [Problem] {
        index.nearDuplicates().compactMap { pair in
            guard let first = places.answer(pair.first, in: base),
                let second = places.answer(pair.second, in: base)
            else { return nil }
            let (above, below) = first.place < second.place ? (first, second) : (second, first)
            return Problem(
                .warning, at: below.place,
                "'\(below.question.prefix(80))' asks nearly what '\(above.question.prefix(80))' at \(above.place) asks; put them under one answer, or say what tells them apart"
            )
        }
    }
}

extension FAQEntry {
    fileprivate var document: KnowledgeIndex.Document {
        .init(
            id: id, kind: .question, questions: questions,
            text: answer.texts.map(\.text).joined(separator: "\n"))
    }
}

extension Section {
    fileprivate var document: KnowledgeIndex.Document {
        .init(id: id, kind: .section, questions: headings, text: text)
    }
}
