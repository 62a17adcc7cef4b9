import Testing

@testable import Language

/// The host's own sentences, judged by what strangers wrote; without nets, which add about a point.
@Suite struct StrangersTests {
    private let model: IntentModel

    init() throws {
        var set = TrainingSet()
        for (label, text) in try Repository.starter() { set.add(label, text) }
        var model = IntentTrainer().trainQuickly(set)
        model.courtesies = ["greeting", "thanks"]
        self.model = model
    }

    @Test func `what strangers write is understood, and what is none of it is told apart`() throws {
        for language in ["zh", "en"] {
            let sentences = try Repository.strangers(language)
            try #require(sentences.count > 400)
            let evaluation = Evaluation(
                sentences.map { .init(truth: $0.label, reading: model.read(FoldedText($0.text))) })
            #expect(try #require(evaluation.accuracy) > 0.94)
            #expect(try #require(evaluation.noneRanking) > 0.97)
            #expect(try #require(evaluation.calibrationError) < 0.05)
        }
    }

    @Test func `of several wishes in one message most are heard, each in its place`() throws {
        let messages = try Repository.strangers("mixed")
        try #require(messages.count == 60)
        let right = messages.count { labels, text in
            model.readMessage(FoldedText(text)).all == labels.split(separator: ",").map(String.init)
        }
        #expect(right > 52)
    }
}
