import Testing

@testable import Language

@Suite struct ContradictionTests {
    private static let host: [(String, [String])] = [
        ("company", ["想去工厂参观", "可以参观工厂吗", "你们公司在哪", "公司成立几年了", "公司电话多少", "营业时间几点", "有分公司吗"]),
        ("price", ["多少钱", "机器人多少钱", "报个价", "单价多少", "价格表发我", "什么价位", "怎么卖"]),
    ]
    /// Much else that a host knows, all of it about prices.
    private static let prices = ["机器人", "电机", "输送线", "相机", "传感器", "减速机", "手套", "轴承", "气缸", "阀门"].flatMap {
        thing in
        [
            "\(thing)多少钱", "\(thing)报个价", "\(thing)单价多少", "\(thing)什么价位", "\(thing)怎么卖", "来份\(thing)的价格表",
            "\(thing)贵不贵",
            "\(thing)含税价", "买\(thing)要多少预算", "\(thing)价格",
        ]
    }
    private static let visit = ["想参观工厂", "能去工厂参观吗", "参观你们工厂要预约吗", "带客户来参观工厂"]

    private func set(preferring label: String?) -> TrainingSet {
        var set = IntentModelTests.set(Self.host + [("price", Self.prices), ("visit", Self.visit)])
        if let label { set.prefer(label) }
        return set
    }

    @Test func `what says the same as an added intent is not taught as something else`() {
        let kept = IntentTrainer().withoutContradictions(set(preferring: "visit"))
        let texts = Set(kept.sentences.map(\.text.string))
        #expect(!texts.contains("想去工厂参观"))
        #expect(!texts.contains("可以参观工厂吗"))
        #expect(texts.isSuperset(of: Self.visit.map { FoldedText($0).string }))
        #expect(texts.isSuperset(of: ["多少钱", "机器人多少钱", "公司成立几年了", "营业时间几点"]))
    }

    @Test func `nothing is left out where nothing was added`() {
        #expect(
            IntentTrainer().withoutContradictions(set(preferring: nil)).count == set(preferring: nil).count)
        #expect(
            IntentTrainer().withoutContradictions(set(preferring: "unheard of")).count
                == set(preferring: nil).count)
    }

    @Test func `among few sentences none is left out`() {
        var few = IntentModelTests.set(Self.host + [("visit", Self.visit)])
        few.prefer("visit")
        #expect(IntentTrainer().withoutContradictions(few).count == few.count)
    }

    @Test func `a model was taught what it was given, also what it left out`() {
        let given = set(preferring: "visit")
        #expect(IntentTrainer().trainQuickly(given).taught == given.taught)
    }
}
