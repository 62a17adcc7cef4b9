import Testing

@testable import Language

/// What an admin adds in ten sentences, beside the thousands that the host brings.
@Suite struct AddedIntentTests {
    private static let added = "new_products"
    private let host: [(label: String, text: String)]
    private let own: [String]

    init() throws {
        let sentences = try Repository.starter()
        host = sentences.filter { $0.label != Self.added }
        own = sentences.filter { $0.label == Self.added }.map(\.text)
        try #require(host.count > 10_000 && own.count > 500)
    }

    private func model(preferred: Bool) -> IntentModel {
        var set = TrainingSet()
        for (place, sentence) in host.enumerated() where place % 3 > 0 {
            set.add(sentence.label, sentence.text)
        }
        for place in 0..<10 { set.add(Self.added, own[place * own.count / 10]) }
        if preferred { set.prefer(Self.added) }
        return IntentTrainer().trainQuickly(set)
    }

    private func share(of texts: [(label: String, text: String)], readBy model: IntentModel) -> Double {
        Double(texts.count { model.read(FoldedText($0.text)).name == $0.label }) / Double(texts.count)
    }

    @Test func `ten sentences are heard beside thousands, and cost the host hardly anything`() {
        let unheard = own.map { (label: Self.added, text: $0) }
        let others = host.enumerated().filter { $0.offset % 15 == 0 }.map(\.element)
        let plain = model(preferred: false)
        let preferred = model(preferred: true)
        #expect(share(of: unheard, readBy: preferred) > 0.2)
        #expect(share(of: unheard, readBy: preferred) > 1.3 * share(of: unheard, readBy: plain))
        #expect(share(of: others, readBy: preferred) > share(of: others, readBy: plain) - 0.01)
    }

    @Test func `what is favoured is kept in the model's file`() throws {
        let model = model(preferred: true)
        let read = try #require(IntentModel(bytes: model.bytes))
        #expect(read.judgement == model.judgement)
        #expect(!read.judgement.favour.isEmpty)
    }
}
