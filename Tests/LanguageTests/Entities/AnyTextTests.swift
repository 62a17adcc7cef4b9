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
        var random = Random(state: seed)
        var text = String.UnicodeScalarView()
        for _ in 0..<random.next(60) {
            if random.next(2) == 0 {
                text.append(contentsOf: Self.pieces[random.next(Self.pieces.count)].unicodeScalars)
            } else if let scalar = Unicode.Scalar(
                UInt32(random.next(random.next(4) == 0 ? 0x11_0000 : 0x300)))
            {
                text.append(scalar)
            }
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
        _ = Self.reader.topic(of: entities, in: FoldedText(text), of: text)
    }
}

/// SplitMix64: the same numbers on each run.
struct Random {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(max(bound, 1)))
    }
}
