import Testing

@testable import Language

@Suite struct IntentModelTests {
    static let sentences: [(String, [String])] = [
        (
            "price",
            [
                "多少钱", "这个怎么卖", "报个价", "单价是多少", "机器人多少钱一台", "how much is it", "what's the price",
                "price list please",
            ]
        ),
        (
            "delivery",
            [
                "多久能发货", "交期几天", "什么时候能到", "几天到货", "现货吗几天发", "how soon can you ship", "lead time?",
                "when can it arrive",
            ]
        ),
        (
            "billing",
            [
                "开发票", "专票还是普票", "抬头写公司", "发票什么时候寄", "税号发你了", "I need an invoice", "send the invoice",
                "vat invoice please",
            ]
        ),
        (
            "none",
            [
                "今天天气不错", "讲个笑话", "你吃饭了吗", "我喜欢猫", "tell me a joke", "nice weather today",
                "who won the match", "asdfgh",
            ]
        ),
    ]

    static func set(_ sentences: [(String, [String])] = sentences) -> TrainingSet {
        var set = TrainingSet()
        for (label, texts) in sentences { for text in texts { set.add(label, text) } }
        return set
    }

    static let trainer: IntentTrainer = {
        var trainer = IntentTrainer()
        trainer.nets = 1
        return trainer
    }()
    static let model = trainer.train(set())

    @Test(arguments: [
        ("请问多少钱啊", "price"), ("两台怎么卖", "price"), ("How MUCH are they?", "price"), ("幾天能發貨", "delivery"),
        ("几天能到货呢", "delivery"), ("lead time for 50 units?", "delivery"), ("帮我开个发票", "billing"),
        ("pls send invoice", "billing"), ("讲个猫的笑话", "none"), ("tell me a joke about the weather", "none"),
    ])
    func `reads sentences it was not taught`(text: String, intent: String) {
        #expect(Self.model.read(FoldedText(text)).name == intent)
    }

    @Test(arguments: [
        "", "x", "\0", "🤖🤖", "עברית מימין", "e\u{301}\u{301}", String(repeating: "啊?!a ", count: 200_000),
    ])
    func `has an answer to anything`(text: String) {
        let reading = Self.model.read(FoldedText(text))
        #expect((0...1).contains(reading.confidence))
        #expect(reading.alternatives.count <= 3)
    }

    @Test func `says none where it knows not a word`() {
        let reading = Self.model.read(FoldedText("ςρτ"))
        #expect(reading.name == "none")
        #expect(reading.alternatives.isEmpty)
    }

    @Test func `comes out the same from the same sentences`() {
        #expect(Self.trainer.train(Self.set()).bytes == Self.model.bytes)
    }

    @Test func `comes out the same however many work at it`() {
        var trainer = Self.trainer
        trainer.workforce = Workforce { count, work in for number in (0..<count).reversed() { work(number) } }
        #expect(trainer.train(Self.set()).bytes == Self.model.bytes)
    }

    @Test func `is the same after it was kept in a file`() throws {
        var model = Self.model
        model.about = "of these sentences"
        let kept = try #require(IntentModel(bytes: model.bytes))
        #expect(kept.about == "of these sentences")
        #expect(kept.taught == model.taught)
        #expect(kept.exam == model.exam)
        for (_, texts) in Self.sentences {
            for text in texts {
                #expect(kept.read(FoldedText(text)) == model.read(FoldedText(text)))
            }
        }
    }

    @Test func `a damaged file is no model`() {
        let bytes = Self.model.bytes
        #expect(IntentModel(bytes: []) == nil)
        #expect(IntentModel(bytes: Array(bytes.dropLast())) == nil)
        for at in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 50)) {
            var damaged = bytes
            damaged[at] ^= 1
            #expect(IntentModel(bytes: damaged) == nil)
        }
    }

    @Test(
        arguments: [
            { $0.noneLabel = $0.labels.count }, { $0.labels += (0..<16).map { "label \($0)" } },
            { $0.vocabulary.weights.append(1) }, { $0.linear.bias.append(.zero) },
            { $0.nets[0].rows[0] = Int32($0.nets[0].hidden.count) }, { $0.nets[0].rows.removeLast() },
            { $0.nets[0].hiddenBias.append(.zero) }, { $0.nets[0].output.scales.removeLast() },
        ] as [@Sendable (inout IntentModel) -> Void])
    func `a file whose parts do not fit each other is no model`(spoil: @Sendable (inout IntentModel) -> Void)
    {
        var model = Self.model
        #expect(!model.nets.isEmpty)
        spoil(&model)
        #expect(IntentModel(bytes: model.bytes) == nil)
    }

    @Test func `one label, one sentence or none at all is enough to go on`() {
        #expect(Self.trainer.train(TrainingSet()).read(FoldedText("多少钱")).name == "none")
        let single = Self.trainer.train(Self.set([("price", ["多少钱"])]))
        #expect(single.read(FoldedText("多少钱")).alternatives.map(\.name) == ["price"])
        let onlyNone = Self.trainer.train(Self.set([("none", ["今天天气不错", "讲个笑话"])]))
        #expect(onlyNone.read(FoldedText("今天天气不错")).name == "none")
    }

    @Test func `tells what spoke for an intent`() throws {
        let explanations = Self.model.explanation(
            of: FoldedText("你好 发票"), for: ["billing", "greeting"])
        let billing = try #require(explanations.first)
        #expect(billing.intent == "billing")
        #expect(billing.parts.map(\.text) == ["你", "好", "发", "票"])
        let heaviest = billing.parts.max { $0.weight < $1.weight }
        #expect(["发", "票"].contains(heaviest?.text))
    }

    @Test(arguments: ["开发票", "开 发票！", "開發票", "ＯＫ，开发票？"])
    func `of what it was told it guesses no more, in whatever spelling`(text: String) {
        let model = Self.model.told([("开发票", "greeting"), ("ok开发票", "greeting"), ("你好", "none")])
        let reading = model.read(FoldedText(text))
        #expect(Self.model.read(FoldedText(text)).name == "billing")
        #expect(reading.name == "greeting" && reading.confidence == 1 && !reading.isTie)
        #expect(reading.alternatives.first == IntentReading.Candidate(name: "greeting", confidence: 1))
        #expect(reading.alternatives.dropFirst().allSatisfy { $0.confidence == 0 })
        #expect(model.read(FoldedText("我们公司要开发票")).name == "billing")
        let none = model.read(FoldedText("你好"))
        #expect(none.name == "none" && none.confidence == 1 && none.noneScore > 0)
    }

    @Test func `it may be told what pinyin means`() {
        let model = Self.model.told([("kai fapiao", "price")])
        #expect(model.read(FoldedText("kaifapiao")).name == "price")
        #expect(model.readMessage(FoldedText("Kai fapiao!")).main.name == "price")
    }

    @Test func `what it was told of a message is all that it hears in it`() {
        let model = Self.model.told([("不要发票，多少钱", "lease")])
        let message = model.readMessage(FoldedText("不要发票，多少钱？"))
        #expect(message.main.name == "lease" && message.all == ["lease"])
    }

    @Test func `what is wanted in a clause may be told too`() {
        let model = Self.model.told([("老规矩", "billing")])
        #expect(model.readMessage(FoldedText("你好，老规矩")).all.last == "billing")
    }
}
