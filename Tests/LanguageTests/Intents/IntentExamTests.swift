import Testing

@testable import Language

@Suite struct IntentExamTests {
    /// Sentences of `price`, numbered: + is read correctly, - is not, a space was not held out.
    private func exam(_ marks: String, label: String = "price") -> IntentExam {
        var exam = IntentExam()
        for (number, mark) in marks.enumerated() where mark != " " {
            exam.add(UInt64(number), of: label, isRight: mark == "+")
        }
        return exam
    }

    @Test(arguments: [
        ("++++++++++", "++++++++++", 0.02, false),
        // Four lost in ten come about by chance, five hardly.
        ("++++++++++", "----++++++", 0.02, false),
        ("++++++++++", "-----+++++", 0.02, true),
        // What was gained makes up for what was lost.
        ("+++++-----", "-----+++++", 0.02, false),
        ("+++++++---", "-------+--", 0.02, true),
        // Hardly by chance, and yet too little to mind.
        ("++++++++++", "-----+++++", 0.6, false),
        // Each had others held out.
        ("+++++     ", "     -----", 0.02, false),
        ("", "----------", 0.02, false), ("++++++++++", "", 0.02, false),
    ])
    func `is worse where more was lost than chance would have`(
        old: String, new: String, share: Double, isWorse: Bool
    ) {
        #expect(IntentComparison(of: exam(new), with: exam(old)).isWorse(byMoreThan: share) == isWorse)
    }

    @Test func `a new intent that is hard by itself counts for nothing`() {
        var new = exam("+++++-")
        for number in UInt64(100)..<200 { new.add(number, of: "rental", isRight: false) }
        let comparison = IntentComparison(of: new, with: exam("++++++"))
        #expect(comparison.count == 6)
        #expect(comparison.right == 5)
        #expect(comparison.rightBefore == 6)
        #expect(comparison.lost == ["price": 1])
        #expect(new.accuracy < 0.1)
        #expect(!comparison.isWorse(byMoreThan: 0.02))
    }

    @Test func `a sentence that means something else now counts for nothing`() {
        let comparison = IntentComparison(of: exam("------", label: "offer"), with: exam("++++++"))
        #expect(comparison.count == 0)
        #expect(comparison.lost.isEmpty)
    }

    @Test(arguments: [30, 1600])
    func `nearly the same sentences are held out when some join`(count: Int) {
        func heldOut(_ set: TrainingSet) -> Set<UInt64> {
            Set(set.divided(part: 0, of: 5, seed: 1).part.map { TrainingSet.key(set.sentences[$0].text) })
        }
        var set = TrainingSet()
        for number in 0..<count { set.add(number % 3 == 0 ? "a" : "b", "sentence \(number)") }
        let before = heldOut(set)
        for number in 0..<count / 10 { set.add("c", "other \(number)") }
        set.add("a", "one more")
        let after = heldOut(set)
        #expect(before.intersection(after).count >= before.count - 1)
    }

    @Test func `every sentence falls into one part, and a label's are spread over all`() {
        var set = TrainingSet()
        for number in 0..<100 { set.add("label \(number % 8)", "sentence \(number)") }
        for number in 0..<5 { set.add("five", "five \(number)") }
        let parts = (0..<5).map { set.divided(part: $0, of: 5, seed: 1) }
        #expect(parts.flatMap(\.part).sorted() == Array(set.sentences.indices))
        for (rest, part) in parts {
            #expect((rest + part).sorted() == Array(set.sentences.indices))
            #expect(part.count { set.labels[set.sentences[$0].label] == "five" } == 1)
        }
    }

    private static let known = [
        "price": [
            "how much is it", "what does it cost", "price of the robot please", "what is the price",
            "quote me a price", "how much for ten", "cost of one unit", "how expensive is it",
        ],
        "delivery": [
            "when can you ship", "how soon will it arrive", "lead time for ten units", "how fast is shipping",
            "when will it be delivered", "delivery date please", "how long until it arrives",
            "ship it by friday",
        ],
    ]

    private static func comparison(adding sentences: [String]) -> (IntentModel, IntentComparison) {
        var set = TrainingSet()
        for (intent, texts) in known.sorted(by: { $0.key < $1.key }) {
            for text in texts { set.add(intent, text) }
        }
        let old = IntentTrainer().trainQuickly(set)
        for text in sentences { set.add("new", text) }
        let new = IntentTrainer().trainQuickly(set)
        return (new, IntentComparison(of: new.exam, with: old.exam))
    }

    @Test func `sentences of which none is like another cost no model its place`() {
        let (new, comparison) = Self.comparison(adding: [
            "blue is better", "and so on", "水", "42", "what about the weather", "x y z", "to the left", "北京",
            "is it you", "can it swim",
        ])
        #expect(new.exam.accuracy < Double(comparison.rightBefore) / Double(comparison.count) - 0.1)
        #expect(comparison.count == 18)
        #expect(!comparison.isWorse(byMoreThan: 0.02))
    }

    @Test func `the same sentences under another name cost it its place`() {
        let (_, comparison) = Self.comparison(adding: Self.known.values.joined().map { $0 + " now" }.sorted())
        #expect(comparison.isWorse(byMoreThan: 0.02))
    }
}
