import ConciergeCore
import Language
import Testing

@testable import Knowledge

@Suite struct UnderstanderTests {
    static let files: [IntentFile] = [
        file(
            "price_inquiry", "价格询问", "price", .simple, nil,
            ["多少钱", "这个怎么卖", "报个价", "什么价格", "how much", "price please"]),
        file(
            "billing", "发票/付款", "invoice", .general, "发票",
            ["开发票", "专票怎么开", "发票抬头", "发票寄了吗", "send the invoice"]),
        file(
            "technical_support", "技术支持", "support", .technical, nil,
            ["报错了", "开不了机", "机器报警", "连不上", "it does not start"]),
        file("greeting", "问候", "greeting", .simple, nil, ["你好", "您好", "在吗", "hello", "hi there"]),
        file("none", "无法识别", "none", .general, nil, ["今天天气真好", "讲个笑话", "我喜欢猫", "tell me a joke"]),
    ]

    private static func file(
        _ intent: String, _ zh: String, _ en: String, _ issue: IntentFile.Issue, _ topic: String?,
        _ examples: [String]
    ) -> IntentFile {
        var file = IntentFile(intent: intent, place: Place(file: "\(intent).yaml"))
        file.label = Localized(["zh": zh, "en": en])
        file.issue = issue
        file.topic = topic
        file.courtesy = intent == "greeting"
        file.examples = examples.map { .init(text: $0, language: "zh", place: file.place) }
        return file
    }

    static let understander: Understander = {
        let understander = Understander()
        understander.serve(IntentMaking(starter: nil, files: files).model(quickly: true), files: [])
        var robot = Product(
            id: "P001", name: Localized(["zh": "工业机器人", "en": "industrial robot"]), place: Place(file: "p"))
        robot.aliases = ["机械臂"]
        var base = KnowledgeBase()
        base.products = [robot]
        understander.serve(base.productNames)
        understander.serve(Configuration())
        return understander
    }()

    /// 2026-03-12 01:00 in Shanghai, still the 11th in UTC.
    private static let night = Timestamp(seconds: 1_773_248_400)

    private func understood(_ text: String, locale: String = "zh-CN") -> [String: Value] {
        Self.understander.understand(text, at: Self.night, locale: locale)
    }

    @Test(arguments: [
        ("请问多少钱", "price_inquiry", "simple"), ("請問怎麼賣", "price_inquiry", "simple"),
        ("机器报警开不了", "technical_support", "technical"), ("Hello", "greeting", "simple"),
        ("给我讲个猫的笑话", "none", "general"), ("", "none", "general"),
    ])
    func `says what is wanted, and how hard it is`(text: String, intent: String, issue: String) {
        let found = understood(text)
        #expect(found["intent.name"] == .text(intent))
        #expect(found["issue.kind"] == .text(issue))
        #expect((0...1).contains(found["intent.confidence"]?.double ?? -1))
    }

    @Test func `finds what is wanted one after another, and takes the question for the main thing`() {
        let found = understood("你好，机械臂多少钱？顺便问下发票抬头")
        #expect(found["intent.all"] == ["greeting", "price_inquiry", "billing"])
        #expect(found["intent.name"] != "greeting")
    }

    @Test func `a courtesy is one whatever it is called, as soon as its file says so`() {
        var hello = Self.file(
            "salute", "打招呼", "salute", .simple, nil, ["你好", "您好", "在吗", "早上好", "hello", "hi there"])
        let model = IntentMaking(
            starter: nil, files: Self.files.filter { $0.intent != "greeting" } + [hello]
        ).model(quickly: true)
        let understander = Understander()
        let intent = { (isCourtesy: Bool?) in
            hello.courtesy = isCourtesy
            understander.serve(model, files: [hello])
            return understander.understand("你好，您好，在吗，早上好，多少钱", at: Self.night, locale: "zh-CN")["intent.name"]
        }
        #expect(intent(nil) == "salute")
        #expect(intent(true) == "price_inquiry")
        #expect(intent(false) == "salute")
    }

    @Test func `names what is spoken of, with its place in the text as it was written`() throws {
        let entity = try #require(understood("想要 機械臂 多少錢")["entities"]?.list?.first)
        #expect(entity["kind"] == "product")
        #expect(entity["text"] == "機械臂")
        #expect(entity["start"] == 3)
        #expect(entity["end"] == 6)
        #expect(entity["value"] == ["id": "P001", "name": "工业机器人"])
    }

    @Test func `the topic is the product, else what the intent is about, else unset`() {
        #expect(understood("机械臂的发票抬头")["topic"] == "工业机器人")
        #expect(understood("发票抬头怎么开")["topic"] == "发票")
        #expect(understood("多少钱")["topic"] == nil)
    }

    @Test func `reckons days where the shop is`() throws {
        let entities = try #require(understood("明天能到吗")["entities"]?.list)
        let date = try #require(entities.first { $0["kind"] == "date" })
        #expect(date["value"]?["from"] == "2026-03-13")
    }

    @Test func `knows a bad mood and haste`() {
        #expect(understood("你们什么态度，气死我了！！")["sentiment"] == "negative")
        #expect(understood("急！产线停了，马上派人")["sentiment.urgent"] == true)
        #expect(understood("多少钱")["sentiment"] == "neutral")
    }

    @Test func `asks back in the customer's language when it is not sure`() {
        var settings = Configuration()
        settings.understanding.clarifyBelow = 1
        let understander = Understander()
        understander.serve(IntentMaking(starter: nil, files: Self.files).model(quickly: true), files: [])
        understander.serve(settings)
        let chinese = understander.understand("多少钱", at: Self.night, locale: "zh-CN")
        #expect(chinese["intent.question"] == "抱歉，我没完全听懂。您是想问「价格询问」吗？")
        let english = understander.understand("how much", at: Self.night, locale: "en")
        #expect(english["intent.question"] == "Sorry, I am not sure I understood. Is it about price?")
        #expect(understander.understand("讲个笑话", at: Self.night, locale: "en")["intent.question"] == nil)
    }

    @Test(arguments: [
        ("议价", nil), ("价格询问", "price_inquiry"), ("PRICE", "price_inquiry"), ("billing", "billing"),
    ])
    func `knows an intent by its name and its labels`(called: String, intent: String?) {
        #expect(Self.understander.intent(called: called) == intent)
    }

    @Test func `an admin's sentence means what he says, however many of the host's say another`() {
        let understander = Understander()
        var lease = IntentFile(intent: "lease", place: Place(file: "lease.yaml"))
        lease.issue = .technical
        lease.examples = [.init(text: "多少钱", language: "zh", place: lease.place)]
        let model = IntentMaking(starter: nil, files: Self.files).model(quickly: true)
        understander.serve(model, files: [lease])
        let found = understander.understand("多少钱？", at: Self.night, locale: "zh-CN")
        #expect(found["intent.name"] == "lease" && found["issue.kind"] == "technical")
        #expect(found["intent.confidence"] == 1.0 && found["intent.question"] == nil)
        let greeted = understander.understand("你好，多少钱？", at: Self.night, locale: "zh-CN")
        #expect(greeted["intent.name"] == "lease" && greeted["intent.all"] == ["greeting", "lease"])
        understander.serve(model, files: [])
        let after = understander.understand("多少钱？", at: Self.night, locale: "zh-CN")
        #expect(after["intent.name"] == "price_inquiry")
    }

    @Test func `an intent's facts outlive the file of its model`() throws {
        let model = IntentMaking(starter: nil, files: Self.files).model(quickly: true)
        let kept = try #require(IntentModel(bytes: model.bytes))
        #expect(IntentTable(text: kept.about) == IntentTable(Self.files))
    }

    @Test func `has nothing to say of intents before it was taught any`() {
        let found = Understander().understand("50台多少钱", at: Self.night, locale: "zh-CN")
        #expect(found["intent.name"] == nil)
        #expect(found["entities"]?.list?.count == 1)
    }

    @Test(arguments: [
        "\0\0", "\u{202E}\u{301}", "🤖", String(repeating: "好", count: 300_000), "a\u{0}b🧑‍🤝‍🧑\u{FFFD}",
    ])
    func `understands anything without a stall`(text: String) {
        #expect(understood(text)["intent.name"]?.text != nil)
    }
}
