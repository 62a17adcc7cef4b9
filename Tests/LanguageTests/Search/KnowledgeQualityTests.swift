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
        (["能开发票吗", "怎么付款"], "能开火车吗"), (["能"], "能开火车吗"), (["能"], "能便宜点吗"), (["多少钱", "在哪里"], "多少人"),

        (["运费怎么算", "发票怎么开", "培训怎么报名"], "培训狗狗怎么收费的师傅"),
    ])
    func `to be the only one there is makes no answer`(known: [String], text: String) {
        let documents = known.map { KnowledgeIndex.Document(id: $0, kind: .question, questions: [$0]) }
        var index = KnowledgeIndex(documents)
        #expect(index.search(FoldedText(text), limit: 1).allSatisfy { !$0.isAnswer() })
        Matcher(documents).map { index.adopt($0) }
        #expect(index.search(FoldedText(text), limit: 1).allSatisfy { !$0.isAnswer() })
    }

    /// Of what is asked a half is known, in other words; the rest is what the whole shop is asked.
    @Test(arguments: [1, 2, 3, 5, 8], [false, true])
    func `the score says how likely an answer is, however few are known`(count: Int, isLearned: Bool) {
        var rows: [(score: Double, isRight: Bool)] = []
        for first in stride(from: 0, to: Shop.chinese.count - count, by: count) {
            let known = Shop.chinese[first..<first + count]
            var index = KnowledgeIndex(known.map(\.document))
            if isLearned { Matcher(known.map(\.document)).map { index.adopt($0) } }
            let asked = known.flatMap { entry in entry.heldOut.map { ($0, entry.document.id) } }
            let ownQuestions = known.flatMap(\.document.questions)
            let strange = asked.indices.map { Self.strange(first * 3 + $0 * 7) }
                .filter { !ownQuestions.contains($0) }.map { ($0, "") }
            for (text, id) in asked + strange {
                guard let hit = index.search(FoldedText(text), limit: 1).first else { continue }
                rows.append((hit.score, hit.id == id))
            }
        }
        let answered = rows.filter { $0.score >= 0.6 }
        #expect(answered.count > 20)
        let claimed = answered.reduce(0) { $0 + $1.score }
        #expect(Double(answered.count { $0.isRight }) > claimed - 0.1 * Double(answered.count))
        if count > 1 { #expect(Self.calibrationError(rows) < 0.15) }
    }

    /// What the shop is asked, or nobody can answer.
    private static func strange(_ number: Int) -> String {
        number % 2 == 0
            ? Shop.withoutAnswer[number / 2 % Shop.withoutAnswer.count]
            : Shop.chinese[(number * 13 + 50) % Shop.chinese.count].document.questions[0]
    }

    private static func calibrationError(_ rows: [(score: Double, isRight: Bool)]) -> Double {
        let bins = Dictionary(grouping: rows) { min(4, Int($0.score * 5)) }
        return bins.values.reduce(0) { sum, bin in
            sum + abs(bin.reduce(0) { $0 + $1.score } - Double(bin.count(where: \.isRight)))
                / Double(rows.count)
        }
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
