import Language
import Testing

/// Finding what is known.
struct KnowledgeIndexTests {
    private static let known = KnowledgeIndex(Shop.everything.map(\.document))

    private var shop: KnowledgeIndex { Self.known }

    private func ids(_ index: KnowledgeIndex, _ text: String, limit: Int = 3) -> [String] {
        index.search(FoldedText(text), limit: limit).map(\.id)
    }

    @Test(arguments: [
        ("如何重置密码", "reset-password"), ("如何 重置密码？？", "reset-password"), ("如何重置密碼!", "reset-password"),
        ("ＣＡＤ图纸能提供吗", "drawings"), ("HOW DO I RESET MY PASSWORD", "en-password"),
        ("how do i reset my password!!", "en-password"), ("运费谁出", "freight"),
        ("Is it U.L. listed?", "en-certificates"),
    ])
    func `a question is found first, whatever its marks, width and case`(text: String, id: String) {
        #expect(ids(shop, text).first == id)
    }

    @Test func `only a question's own words are exact`() {
        let hit = shop.search(FoldedText("转人工。"), limit: 1).first
        #expect(hit?.isExact == true)
        #expect(hit?.score == 1)
        #expect(shop.search(FoldedText("请转人工"), limit: 1).first?.isExact == false)
    }

    @Test(arguments: [
        ("快递费谁来付", "freight"), ("能不能用python控制", "programming"), ("profinet", "plc"), ("机器保修几年啊", "warranty"),
        ("can i cancel what i ordered", "en-cancel"), ("postage to france", "en-shipping-cost"),
    ])
    func `other words for the same are found among the first three`(text: String, id: String) {
        #expect(ids(shop, text).contains(id))
    }

    @Test func `a section is found by its heading and by its text`() {
        let index = KnowledgeIndex([
            .init(id: "a", kind: .section, questions: ["安装手册 > 电源"], text: "控制柜需要三相380V电源,接地电阻小于4欧。"),
            .init(id: "b", kind: .section, questions: ["安装手册 > 气源"], text: "压缩空气0.5到0.7MPa,干燥无油。"),
        ])
        #expect(ids(index, "接地电阻要多少").first == "a")
        #expect(ids(index, "气源要求").first == "b")
    }

    @Test func `an answer is known again by its id`() {
        #expect(shop["moq"]?.text == "标准机型一台起订,定制机型十台起订,配件没有起订量。")
        #expect(shop["nothing"] == nil)
        #expect(shop.count == Shop.everything.count)
        #expect(shop.documents == Shop.everything.map(\.document))
    }

    @Test(arguments: [0, 1, 5]) func `no more are found than wanted`(limit: Int) {
        #expect(ids(shop, "发票", limit: limit).count == limit)
    }

    @Test func `scores fall, and stand between 0 and 1`() {
        for question in Shop.everything.compactMap(\.heldOut.first).prefix(60) {
            let scores = shop.search(FoldedText(question), limit: 10).map(\.score)
            #expect(scores == scores.sorted(by: >))
            #expect(scores.allSatisfy { (0...1).contains($0) })
        }
    }

    @Test(arguments: [
        "", " ", "的", "?", "!!!", "😀😀😀", "\0", "a\0b", "\u{301}\u{302}", "שלום עולם", "مرحبا", "ｱｲｳ", "안녕하세요",
        "𠮷野家",
        "\u{202E}abc", "\u{FFFD}", "1", "a", "IP", "'", "''''", "x'y's", "ies", "sses", "ing",
    ])
    func `anything can be asked and known`(text: String) {
        _ = shop.search(FoldedText(text), limit: 3)
        var index = KnowledgeIndex([.init(id: text, kind: .question, questions: [text, text], text: text)])
        #expect(index[text]?.questions == [text, text])
        index.update(.init(id: text, kind: .section, questions: [], text: text + text))
        #expect(index[text]?.text == text + text)
        _ = index.search(FoldedText(text), limit: 3)
        _ = index.nearDuplicates()
        index.remove(text)
        #expect(index.count == 0)
        #expect(index.search(FoldedText(text), limit: 3) == [])
    }

    @Test func `a megabyte is asked and known`() {
        let text = String(repeating: "退货 return 😀", count: 60_000)
        let index = KnowledgeIndex([.init(id: "long", kind: .section, questions: [text], text: text)])
        #expect(ids(index, text).first == "long")
        #expect(index["long"]?.text == text)
    }

    @Test func `the same question in many entries stalls nothing`() {
        let index = KnowledgeIndex(
            (0..<5000).map { .init(id: "\($0)", kind: .question, questions: ["在吗"], text: "在") })
        #expect(ids(index, "在吗").count == 3)
    }

    @Test func `nearly the same questions are told`() {
        let index = KnowledgeIndex([
            .init(id: "a", kind: .question, questions: ["你们公司的退货流程是什么"]),
            .init(id: "b", kind: .question, questions: ["怎么付款", "你们公司退货的流程是什么?"]),
            .init(id: "c", kind: .question, questions: ["机器保修几年"]),
            .init(id: "d", kind: .question, questions: ["机器 保修几年？"]),
            .init(id: "e", kind: .section, questions: ["机器保修几年"]),
        ])
        let found = index.nearDuplicates()
        #expect(found.map(\.first) == ["c", "a"])
        #expect(found.map(\.second) == ["d", "b"])
        #expect(found[0].similarity > 0.999)
    }

    @Test func `each of hundreds of questions is told from all but its own twin`() {
        let originals = Shop.everything.map(\.document)
        let twins = originals.map { document in
            var twin = document
            twin.id += "'"
            twin.questions = ["请问一下 \(document.questions[0])?"]
            return twin
        }
        let found = KnowledgeIndex(originals + twins).nearDuplicates(threshold: 0.8, limit: 1000)
        let told = Set(found.map { [$0.first, $0.second] })
        let wanted = zip(originals, twins).map { [$0.id, $1.id] }
        #expect(wanted.count(where: told.contains) * 10 >= wanted.count * 9)
        #expect(told.subtracting(wanted).count * 10 < wanted.count)
    }
}
