import SkillKit
import Testing

@Suite struct WordsTests {
    private let words = Words(["优惠", "折扣", "多少钱", "discount", "lead time"])

    @Test(arguments: [
        ("有优惠吗", "优惠"), ("工业机器人多少钱？给个折扣", "多少钱"), ("Any Discount for two?", "discount"),
        ("what is the LEAD TIME", "lead time"), ("有没有优惠", "优惠"), ("没有折扣吗？", "折扣"),
        ("Isn't there a discount?", "discount"), ("不错，多少钱", "多少钱"), ("质量不错多少钱", "多少钱"),
        ("不要发票，要优惠", "优惠"), ("能不能给点优惠", "优惠"),
    ]) func `finds the first word that is meant`(text: String, word: String) {
        #expect(words.first(in: text) == word)
    }

    @Test(arguments: [
        "不要优惠", "我不需要折扣", "no discount please", "we do not want a discount", "discounted", "你好", "",
        "没有折扣的", "别给我优惠", "I don't need any discount.",
    ]) func `passes over what is denied, or only part of a word`(text: String) {
        #expect(words.first(in: text) == nil)
    }

    @Test func `reads a list, and lists by language`() {
        #expect(Words(["zh": ["急"], "en": ["urgent"]] as Value)?.all == ["urgent", "急"])
        #expect(Words(["急"] as Value)?.value == ["急"])
        #expect(Words("急" as Value) == nil)
    }
}

@Suite struct PhraseTests {
    private let phrase = Phrase(["zh": "{product} 单价 {price}", "en": "{product} costs {price}"])

    @Test(arguments: [
        ("zh-CN", "R1 单价 5"), ("en-GB", "R1 costs 5"), ("en_US", "R1 costs 5"), ("fr", "R1 单价 5"),
        (nil, "R1 单价 5"),
    ]) func `speaks the language of the locale`(locale: String?, text: String) {
        #expect(phrase.text(locale, ["product": "R1", "price": "5"]) == text)
    }

    @Test func `what is not given stays empty, and a doubled brace is one`() {
        #expect(phrase.text("en") == " costs ")
        #expect(Phrase(["": "a {{b} {c}"]).text("en", ["c": "d"]) == "a {b} d")
        #expect(Phrase(["": "left { open"]).text(nil) == "left { open")
    }

    @Test func `knows its places and the languages it lacks`() {
        #expect(phrase.names == ["product", "price"])
        #expect(Phrase(["zh": "好"]).missing() == ["en"])
        #expect(Phrase("好" as Value)?.missing() == [])
        #expect(Phrase(["zh": 1] as Value) == nil)
    }
}

@Suite struct DurationTests {
    @Test func `reads what an admin writes`() {
        #expect(Duration("30m" as Value) == .seconds(1800))
        #expect(Duration("800ms" as Value) == .milliseconds(800))
        #expect(Duration("7d" as Value) == .seconds(7 * 86_400))
        #expect(Duration("soon" as Value) == nil)
        #expect(Duration(nil) == nil)
    }
}

@Suite struct ContainsTests {
    @Test(arguments: [
        ("工业机器人多少钱", "多少", true), ("工业机器人多少钱", "优惠", false), ("price", "", true), ("", "", true),
        ("", "a", false), ("price list", "list", true), ("list", "price list", false),
        ("e\u{301}", "é", false),
    ]) func `a text holds another byte for byte`(text: String, part: String, isThere: Bool) {
        #expect(text.contains(part) == isThere)
        #expect(("<" + text + ">").dropFirst().dropLast().contains(Substring(part)) == isThere)
    }
}
