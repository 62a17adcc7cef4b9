import SkillKit
import Testing

@testable import UserProfiling

@Suite struct StatementTests {
    private func read(_ text: String, _ mentions: [Mention] = [], intents: [String] = []) -> [Statement] {
        StatementReader(settings: Samples.settings).statements(in: text, mentions, intents: intents)
    }

    @Test func `an industry is what the customer says of himself`() {
        let text = "我们做汽车零部件的"
        let mention = Samples.mention("industry", "汽车零部件", in: text, as: "汽车零部件")
        #expect(
            read(text, [mention]) == [
                Statement(field: "industry", value: "汽车零部件", confidence: 1, said: "汽车零部件")
            ])
    }

    @Test func `of two industries the one that is not denied counts`() {
        let text = "不是汽车行业，我们是食品行业"
        let denied = Samples.mention("industry", "汽车", ["negated": true], in: text, as: "汽车")
        let stated = Samples.mention("industry", "食品饮料", in: text, as: "食品")
        #expect(read(text, [denied, stated]).map(\.value) == ["食品饮料"])
        #expect(read(text, [denied]).isEmpty)
    }

    @Test(arguments: [
        "你们有汽车行业的案例吗", "do you have 汽车 customers?", "你们做汽车行业", "我朋友是做汽车的", "汽车行业?", "汽车行业能用吗",
    ])
    func `what is asked, or said of others, is not said of oneself`(text: String) {
        #expect(read(text, [Samples.mention("industry", "汽车", in: text, as: "汽车")]).isEmpty)
    }

    @Test(arguments: [
        ("我们做汽车的想请你们报价", 0.5), ("我们做汽车行吗", 0.5), ("we make 汽车 parts, do you deliver?", 1),
    ])
    func `what is said of oneself in a question's own clause is half believed`(
        text: String, confidence: Double
    ) {
        let mention = Samples.mention("industry", "汽车", in: text, as: "汽车")
        #expect(read(text, [mention]).map(\.confidence) == [confidence])
    }

    @Test(
        arguments: [
            ("做汽车吗", nil, true), ("做汽车", "?", true), ("做汽车", "！", false), ("做汽车", nil, false),
            ("吗啡", nil, false),
        ] as [(String, Unicode.Scalar?, Bool)])
    func `a clause asks by its mark or its ending`(clause: String, mark: Unicode.Scalar?, asks: Bool) {
        #expect(Samples.settings.asking.asks(clause, mark) == asks)
    }

    @Test func `a title before a company is no part of its name`() {
        let text = "I am CEO of Blue GmbH"
        let mention = Samples.mention("company", "CEO of Blue GmbH", in: text, as: "CEO of Blue GmbH")
        #expect(
            read(text, [mention]) == [
                Statement(field: "company", value: "Blue GmbH", confidence: 1, said: "Blue GmbH"),
                Statement(field: "role", value: "CEO", confidence: 1, said: "CEO"),
            ])
    }

    @Test(arguments: [
        ("İİİİİİ CEO of İş", "İş"), ("ȺȺȺ Founders of ȺB", "ȺȺȺ Founders of ȺB"), ("CEO OF ȺB", "ȺB"),
        ("CEO of", "CEO of"), ("ȺȺȺȺ of Y", "ȺȺȺȺ of Y"),
    ])
    func `letters that grow when they are made small cut no name`(name: String, company: String) {
        let mention = Samples.mention("company", .text(name), in: name, as: name)
        #expect(read(name, [mention]).map(\.value) == [.text(company)])
    }

    @Test func `every line of an order is its scale, and half a machine is none`() {
        let text = "采购机器人2台，相机1台"
        let lines = [(2, "2台"), (1, "1台")].map { count, part in
            Samples.mention("quantity", ["amount": .int(count), "unit": "台"], in: text, as: part)
        }
        #expect(read(text, lines).map(\.value) == ["2台 + 1台"])
        let half = Samples.mention("quantity", ["amount": 3.6, "unit": "台"], in: "采购3.6台", as: "3.6台")
        #expect(read("采购3.6台", [half]).isEmpty)
        let below = Samples.mention("quantity", ["amount": -5, "unit": "台"], in: "采购-5台", as: "-5台")
        #expect(read("采购-5台", [below]).isEmpty)
        let one = Samples.mention("quantity", ["amount": 1], in: "need one", as: "one")
        #expect(read("need one", [one]).map(\.value) == ["1"])
    }

    @Test func `what was bought before is no wish, and a batch no number`() {
        let past = Samples.mention("quantity", ["amount": 3, "unit": "台"], in: "我买过3台", as: "3台")
        #expect(read("我买过3台", [past], intents: ["purchase"]).isEmpty)
        let text = "我想采购一批，预算30万"
        let batch = Samples.mention("quantity", ["amount": 1, "unit": "批"], in: text, as: "一批")
        let money = Samples.mention("money", ["amount": 300_000], in: text, as: "30万")
        #expect(
            read(text, [batch, money]) == [
                Statement(field: "purchase_scale", value: "30万", confidence: 1, isAmount: true, said: "30万")
            ])
    }

    @Test(
        arguments: [
            ("我们要采购五十台", ["amount": 50, "unit": "台"], "五十台", "50台"),
            ("批量100台", ["amount": 100, "unit": "台"], "100台", "100台"),
            ("we need 50 units", ["amount": 50, "unit": "units"], "50 units", "50 units"),
            ("采购至少100台", ["from": 100, "unit": "台"], "至少100台", "至少100台"),
            ("批量采购200万", ["amount": 2_000_000], "200万", "200万"),
        ] as [(String, Value, String, String)])
    func `a quantity that is bought is the scale`(text: String, value: Value, part: String, scale: String) {
        let mention = Samples.mention("quantity", value, in: text, as: part)
        #expect(
            read(text, [mention]) == [
                Statement(field: "purchase_scale", value: .text(scale), confidence: 1, said: scale)
            ])
    }

    @Test func `an amount of money is a scale too, and a quantity with its unit goes before it`() {
        let text = "采购50台，预算200万元"
        let money = Samples.mention("money", ["amount": 2_000_000], in: text, as: "200万元")
        #expect(read(text, [money]).map(\.value) == ["200万元"])
        let count = Samples.mention("quantity", ["amount": 50, "unit": "台"], in: text, as: "50台")
        #expect(read(text, [count, money]).map(\.value) == ["50台"])
    }

    @Test func `a quantity alone is no scale, and a supposed one hardly`() {
        let text = "50台"
        let count = Samples.mention("quantity", ["amount": 50, "unit": "台"], in: text, as: text)
        #expect(read(text, [count]).isEmpty)
        #expect(read(text, [count], intents: ["purchase"]).map(\.value) == ["50台"])
        let supposed = Samples.mention(
            "quantity", ["amount": 50, "unit": "台"], ["hypothetical": true], in: text, as: text)
        #expect(read(text, [supposed], intents: ["purchase"]).map(\.confidence) == [0.5])
    }

    @Test(
        arguments: [
            ("你好，我是宁波海天的采购经理", "采购经理"), ("我担任厂长", "厂长"),
            ("I'm the purchasing manager at Acme", "purchasing manager"), ("我是采购", "采购"),
            ("我是李雷，是采购经理", "采购经理"),
        ])
    func `a role is said of oneself`(text: String, role: String) {
        #expect(
            read(text) == [Statement(field: "role", value: .text(role), confidence: 1, said: role)])
    }

    @Test(arguments: ["我不是采购经理", "我要采购50台", "请转采购经理", "我是说，采购经理会来", "I'm not the purchasing manager"])
    func `what is denied, or said of others, is no role`(text: String) {
        #expect(read(text).isEmpty)
    }
}
