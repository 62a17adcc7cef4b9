import Testing

@testable import Language

/// How well what strangers ask is found, and whether the score says so.
struct KnowledgeQualityTests {
    private static let known = KnowledgeIndex(Shop.everything.map(\.document))
    private static let questions = Shop.everything.flatMap { entry in
        entry.heldOut.map { (text: $0, id: entry.document.id) }
    }

    /// Measured 47.0 % and 61.7 %: these questions share few words with what is known.
    @Test func `of what strangers ask most is found among the first three`() {
        let found = Self.questions.map { question in
            Self.known.search(FoldedText(question.text), limit: 3).firstIndex { $0.id == question.id }
        }
        #expect(found.count { $0 == 0 } * 100 > 42 * found.count)
        #expect(found.count { $0 != nil } * 100 > 57 * found.count)
    }

    @Test func `what is taken for an answer mostly is one`() {
        let first = Self.questions.compactMap { question in
            Self.known.search(FoldedText(question.text), limit: 1).first.map {
                (hit: $0, isRight: $0.id == question.id)
            }
        }
        let answered = first.filter { $0.hit.isAnswer() }
        #expect(answered.count > 20)
        #expect(answered.count { $0.isRight } * 100 > 75 * answered.count)
    }

    @Test func `what nobody can answer is seldom taken for answered`() {
        let hits = Shop.withoutAnswer.compactMap { Self.known.search(FoldedText($0), limit: 1).first }
        #expect(hits.count { $0.isAnswer() } <= 5)
        #expect(hits.count { $0.isAnswer(isStrict: true) } <= 1)
    }

    @Test(arguments: [
        (0.59, 1.0, false, false, false), (0.6, 0.2, false, false, true), (0.7, 1, false, true, false),
        (0.81, 1, false, true, true), (0.95, 0.9, false, true, false), (0.1, 0, true, true, true),
    ])
    func `strictly, an answer is sure and leaves nothing out`(
        score: Double, coverage: Double, isExact: Bool, isStrict: Bool, isAnswer: Bool
    ) {
        let hit = KnowledgeIndex.Hit(id: "a", score: score, isExact: isExact, coverage: coverage)
        #expect(hit.isAnswer(isStrict: isStrict) == isAnswer)
    }

    @Test(arguments: [
        ("邮费多少", "运费怎么算", true), ("吵不吵", "噪音有多大", true), ("颜色", "运费怎么算", false),
        ("how much is the postage", "shipping cost", true), ("is it loud", "noise", true),
    ])
    func `other words for the same cover what was asked`(text: String, question: String, isCovered: Bool) {
        let index = KnowledgeIndex([.init(id: "a", kind: .question, questions: [question])])
        #expect((index.search(FoldedText(text), limit: 1).first?.coverage ?? 0 > 0.999) == isCovered)
    }

    @Test func `one language finds what is known in the other`() {
        let index = KnowledgeIndex(Shop.chinese.map(\.document))
        let found = index.search(FoldedText("I forgot my password"), limit: 3)
        #expect(found.first?.id == "reset-password")
    }

    @Test func `a question is read no further than anybody asks`() {
        let query = Query(
            FoldedText(String((0..<5000).compactMap { Unicode.Scalar(0x4E00 + $0).map(Character.init) })))
        #expect(query.grams.count == 256)
    }
}

/// Words without their endings.
struct StemTests {
    @Test(arguments: [
        ("orders", "order"), ("ordered", "order"), ("ordering", "order"), ("shipped", "ship"),
        ("shipping", "ship"),
        ("deliveries", "delivery"), ("invoices", "invoic"), ("invoice", "invoic"), ("glass", "glass"),
        ("classes", "class"), ("status", "status"), ("this", "this"), ("is", "is"), ("bus", "bus"),
        ("ip67", "ip67"),
        ("customer's", "customer"), ("red", "red"), ("king", "king"), ("selling", "sell"), ("p001s", "p001s"),
    ])
    func `endings fall away`(word: String, stem: String) {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: Stem.of(Array(word.unicodeScalars)[...]))
        #expect(String(text) == stem)
    }
}
