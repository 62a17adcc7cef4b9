import Testing

@testable import Language

@Suite struct FeatureReaderTests {
    private func buckets(_ text: String) -> Set<UInt32> {
        var reader = FeatureReader()
        reader.read(FoldedText(text).scalars[...])
        return Set(reader.features.map(\.bucket))
    }

    @Test(arguments: [
        ("PLC 多少錢？", "plc多少钱?"), ("ＩＰ６５", "ip65"), ("don't", "dont"), ("order 123", "ORDER 456"),
        ("订单12", "订单98"),
    ])
    func `reads the same from what means the same`(a: String, b: String) { #expect(buckets(a) == buckets(b)) }

    @Test(arguments: [("钱多少", "多少钱"), ("ship to me", "me to ship"), ("贵", "贵?"), ("order 12", "order 123")])
    func `tells order, marks and length apart`(a: String, b: String) { #expect(buckets(a) != buckets(b)) }

    @Test func `a wrong letter leaves most of a word`() {
        let right = buckets("invoice")
        let wrong = buckets("invoise")
        #expect(right.intersection(wrong).count * 3 > right.count)
    }

    @Test(arguments: ["", " ", "a", "价", "价a价", "a价a", "?!", "😀", "don't stop, 价格 1,000!"])
    func `every feature stands within the text`(text: String) {
        let folded = FoldedText(text)
        var reader = FeatureReader()
        reader.read(folded.scalars[...])
        for feature in reader.features {
            #expect(feature.span.lowerBound >= 0)
            #expect(feature.span.upperBound <= folded.count)
            #expect(feature.bucket < FeatureReader.buckets)
        }
    }

    @Test func `there is as much to read as there is text`() {
        var reader = FeatureReader()
        reader.read(FoldedText(String(repeating: "价格 price ", count: 100)).scalars[...])
        let once = reader.features.count
        reader.read(FoldedText(String(repeating: "价格 price ", count: 1000)).scalars[...])
        #expect(reader.features.count < once * 11)
    }
}
