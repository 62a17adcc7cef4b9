import Testing

@testable import Language

@Suite struct EvaluationTests {
    private func row(_ truth: String, _ first: String, _ confidence: Double, noneScore: Double)
        -> Evaluation.Row
    {
        .init(
            truth: truth,
            reading: IntentReading(
                name: noneScore > 0 ? "none" : first, confidence: confidence,
                alternatives: [.init(name: first, confidence: confidence)], noneScore: noneScore))
    }

    private var evaluation: Evaluation {
        Evaluation([
            row("a", "a", 0.95, noneScore: -3), row("a", "a", 0.85, noneScore: -2),
            row("a", "b", 0.55, noneScore: -1),
            row("b", "b", 0.65, noneScore: 1), row("none", "b", 0.35, noneScore: 2),
            row("none", "a", 0.45, noneScore: -2),
        ])
    }

    @Test func `counts what is right, with and without turning away`() {
        #expect(evaluation.accuracy == 0.75)
        #expect(evaluation.accuracyWithNone == 0.5)
    }

    @Test func `ranks none by all pairs, equal ones by half`() {
        // 2 is above all four; -2 is above one of them and equal to one.
        #expect(evaluation.noneRanking == (4 + 1.5) / 8)
        #expect(Evaluation([]).noneRanking == nil)
    }

    @Test func `knows each label's precision and recall`() throws {
        let a = try #require(evaluation.labels["a"])
        #expect(a.count == 3)
        #expect(a.precision == 2.0 / 3)
        #expect(a.recall == 2.0 / 3)
        #expect(evaluation.labels["b"]?.f1 == 0)
        #expect(evaluation.labels["none"]?.recall == 0.5)
        #expect(evaluation.macroF1 == (2.0 / 3 + 0 + 0.5) / 3)
    }

    @Test func `lists what was taken for what`() {
        #expect(
            evaluation.confusion == [
                .init(truth: "a", predicted: "b", count: 1), .init(truth: "b", predicted: "none", count: 1),
                .init(truth: "none", predicted: "a", count: 1),
            ])
    }

    @Test func `measures how far confidence is from truth`() throws {
        let error = try #require(evaluation.calibrationError)
        #expect(abs(error - (0.05 + 0.15 + 0.55 + 0.35) / 4) < 1e-9)
    }
}
