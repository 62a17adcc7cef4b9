import Testing

@testable import Language

/// Whatever stands there, reading neither traps nor points outside the text.
@Suite struct AnyTextTests {
    private static let reader = EntityReader(catalogue: .sample, companies: ["星辰"], people: ["Neo"])
    private static let pieces = [
        "不", "要", "的", "如果", "if", "not", "say", "王", "经理", "总", "小", "我叫", "my name is", "Mr.", "有限公司",
        "Co., Ltd", "厂",
        "做", "行业", "in the", "industry", "上海", "市", "usa", "US", "XR", "200", "-", " ", ",", ".", "、", "P001",
        "servo", "moter",
        "gong", "ye", "机器人", "\u{200B}", "\u{301}", "\n", "👍🏽", "é", "(", "&", "'", "从事", "we are from", "是",
        "吗", "\0", "İ",
    ]

    @Test(arguments: 0..<200)
    func `reads any scalars`(seed: UInt64) {
        var random = SplitMix(seed: seed)
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<60, using: &random) {
            if Bool.random(using: &random) {
                text.append(contentsOf: (Self.pieces.randomElement(using: &random) ?? "").unicodeScalars)
                continue
            }
            let end: UInt32 = Int.random(in: 0..<4, using: &random) == 0 ? 0x11_0000 : 0x300
            if let scalar = Unicode.Scalar(UInt32.random(in: 0..<end, using: &random)) { text.append(scalar) }
        }
        check(String(text))
    }

    @Test(arguments: [
        "", " ", "\0", "。", "王", "做", "不", "i", "in the ", "我叫", "mr", "say", "的话", "有限公司", "ltd", "-", "🙂",
    ])
    func `reads the shortest texts`(text: String) { check(text) }

    @Test(.timeLimit(.minutes(1)), arguments: ["Mr. ", "Prof. Dr. ", "Mr. Smith ", "my name is ", "我是王"])
    func `reads a long text of titles and introductions`(piece: String) {
        check(String(repeating: piece, count: 4000))
    }

    @Test func `reads a text that was folded from another`() {
        let entities = Self.reader.read(
            FoldedText("我们在上海"), of: "短", today: Day(2026, 3, 11), minuteOfDay: 0)
        #expect(entities.map(\.value) == [.text("上海")])
    }

    private func check(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        let entities = Self.reader.read(text)
        for entity in entities {
            #expect(
                !entity.span.isEmpty && entity.span.lowerBound >= 0 && entity.span.upperBound <= scalars.count
            )
            #expect(Array(entity.text.unicodeScalars) == Array(scalars[entity.span]))
            #expect(entity.confidence > 0 && entity.confidence <= 1)
        }
        for (left, right) in zip(entities, entities.dropFirst()) {
            #expect(left.span.upperBound <= right.span.lowerBound)
        }
        _ = Self.reader.topic(of: entities, in: Passage(FoldedText(text), of: text))
    }
}
