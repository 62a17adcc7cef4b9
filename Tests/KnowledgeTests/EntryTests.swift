import ConciergeCore
import Language
import Testing

@testable import Knowledge

@Suite struct EntryTests {
    /// S3's `knowledge_base.yaml`, as its text gives it.
    private static let seed = """
        products:
          - id: P001
            name: 工业机器人
            price: 50000
            description: 高精度六轴机器人
            related_products: [P002, P003]
        sales_scripts:
          - intent: price_negotiation
            script: "我们的产品质保两年,算下来每天成本不到140元"
            conditions:
              order_amount: "> 100000"

        """

    @Test func `S3's sample loads as written`() throws {
        let base = try KnowledgeFolder.read(["knowledge_base.yaml": Self.seed]).base
        let product = try #require(base.products.first)
        #expect(product.name.texts == ["zh": "工业机器人"])
        #expect(product.price == 50000)
        #expect(product.related == ["P002", "P003"])
        #expect(product.isOnSale)
        let script = try #require(base.scripts.first)
        #expect(script.conditions == [Condition(name: "order_amount", test: .above(100_000))])
        #expect(script.script.texts == ["zh": "我们的产品质保两年,算下来每天成本不到140元"])
    }

    @Test func `S1's answers load as a map, and as a list`() throws {
        let map = try KnowledgeFolder.read([
            "faq.yaml":
                "faq_responses:\n  工作时间: 周一至周五 9:00-18:00\n  退款政策: { zh: 七天内可退, en: Within seven days }\n"
        ])
        let list = try KnowledgeFolder.read([
            "faq.yaml": """
            faq:
              - { question: 工作时间, answer: 周一至周五 9:00-18:00 }
              - { question: 退款政策, answer: { zh: 七天内可退, en: Within seven days } }
            """
        ])
        #expect(map.problems == [] && list.problems == [])
        #expect(map.base.answers == list.base.answers)
        #expect(map.base.answers[1].answer.localized("en-GB") == "Within seven days")
    }

    @Test func `an entry keeps every way to ask it, and its id while the question stays`() throws {
        let text = """
            faq:
              - question: { zh: 怎么退货, en: How do I return it? }
                questions: [能退吗, 怎么退货]
                paraphrases: { zh: [不想要了], en: [send it back] }
                answer: 七天内可退
              - { id: 7, question: 运费谁出, answer: 我们出 }

            """
        let base = try KnowledgeFolder.read(["faq.yaml": text]).base
        #expect(base.answers[0].questions == ["怎么退货", "How do I return it?", "能退吗", "不想要了", "send it back"])
        #expect(base.answers[0].id == FAQEntry.id(of: FAQEntry.key("怎麼退貨？")))
        #expect(base.answers[1].id == "7")
    }

    @Test func `an answer that is no answer yet takes nothing else from its entry`() throws {
        let reading = try KnowledgeFolder.read([
            "a.yaml": "faq:\n  - { question: 地址, answer: 待补充, topic: 公司 }\n"
        ])
        #expect(reading.problems.map(\.isError) == [false])
        #expect(reading.base.answers.map(\.topic) == ["公司"])
    }

    @Test func `every key of a product is read`() throws {
        let text = """
            products:
              - id: 1001
                name: { zh: 机器人, en: robot }
                aliases: [小六, R6]
                category: 机器人
                price: 99.5
                currency: CNY
                description: { zh: 六轴, en: six axes }
                specification: { 负载: 10kg, 防护: IP65 }
                related_products: [1001]
                industries: [汽车]
                on_sale: false
                stock: 3
                lead-time-days: 20

            """
        let reading = try KnowledgeFolder.read(["products.yaml": text])
        #expect(reading.problems == [])
        #expect(
            reading.base.products.first?.value(locale: "en-GB") == [
                "id": "1001", "name": "robot", "aliases": ["小六", "R6", "机器人"], "category": "机器人",
                "price": 99.5,
                "currency": "CNY", "description": "six axes", "specification": ["负载": "10kg", "防护": "IP65"],
                "related_products": ["1001"], "industries": ["汽车"], "on_sale": false, "stock": 3,
                "lead_time_days": 20,
            ])
    }

    @Test func `category, specification and industries may be named in each language`() throws {
        let text = """
            products:
              - id: P1
                name: { zh: 光幕, en: light curtain }
                category: { zh: 传感器, en: Sensors }
                specification: { zh: { 高度: 900mm }, en: { height: 900mm } }
                industries: { zh: [汽车, 食品], en: [automotive, food] }

            """
        let reading = try KnowledgeFolder.read(["products.yaml": text])
        #expect(reading.problems == [])
        let product = try #require(reading.base.products.first)
        #expect(product.category == "传感器" && product.industries == ["汽车", "食品"])
        let english = product.value(locale: "en-GB")
        #expect(english["category"] == "Sensors" && english["specification"] == ["height": "900mm"])
        #expect(english["industries"] == ["automotive", "food"])
        #expect(product.value(locale: "zh-CN")["specification"] == ["高度": "900mm"])
        // What is spoken of stays one thing, whatever it is called.
        let (reader, asked) = (
            EntityReader(catalogue: reading.base.productNames), "which sensors do you recommend"
        )
        let topic = reader.topic(of: [], in: Passage(FoldedText(asked), of: asked))
        #expect(topic == "传感器")
    }

    @Test(arguments: [
        ("product: []", "error a.yaml:1:1: unknown key 'product'; did you mean 'products'?"),
        (
            "- a",
            "error a.yaml:1:1: this must be a map; begin it with one of 'products', 'sales_scripts', 'faq', 'faq_responses'"
        ),
        ("products: P001", "error a.yaml:1:11: 'products' must be a list; write lines that start with '- '"),
        (
            "faq: 3",
            "error a.yaml:1:6: 'faq' must be a list or a map; write lines that start with '- question: '"
        ),
        (
            "products:\n  - { id: a, name: b, prise: 3 }",
            "error a.yaml:2:23: unknown key 'prise'; did you mean 'price'?"
        ),
        (
            "products:\n  - { id: a, name: b, price: cheap }",
            "error a.yaml:2:30: 'price' must be a number, not the text 'cheap'; write it without quotes or unit"
        ),
        ("products:\n  - name: b", "error a.yaml:2:5: 'id' is missing; add it"),
        (
            "products:\n  - { id: a, name: b, stock: -1 }",
            "error a.yaml:2:30: 'stock' must be at least 0, not -1; raise it"
        ),
        (
            "products:\n  - { id: a, name: { zh: b, cn: c } }",
            "error a.yaml:2:29: unknown key 'cn'; did you mean 'en'?"
        ),
        (
            "products:\n  - { id: a, name: b, related_products: [c] }",
            "warning a.yaml:2:42: product 'a' goes with 'c', which is not there; did you mean 'a'?"
        ),
        (
            "products:\n  - { id: a, name: b }\n  - { id: a, name: c }",
            "error a.yaml:3:5: product 'a' was already given at a.yaml:2:5; remove one of them"
        ),
        ("faq:\n  - { question: q1 }", "error a.yaml:2:5: 'answer' is missing; add it"),
        ("faq:\n  - { answer: because }", "error a.yaml:2:5: 'question' is missing; add it"),
        (
            "faq:\n  - { question: a b, answer: one more }\n  - { question: A B, answer: two more }",
            "error a.yaml:3:5: question 'A B' was already given at a.yaml:2:5; remove one of them"
        ),
        (
            "products:\n  - { id: P6, name: b6 }\n  - { id: p6, name: c6 }",
            "warning a.yaml:3:5: product 'p6' differs from 'P6' at a.yaml:2:5 only in capitals; customers write either, so rename one of them"
        ),
        (
            "products:\n  - { id: P6, name: b6, aliases: [的] }",
            "warning a.yaml:2:5: product 'P6' is called '的', which every other sentence says; give it a longer name"
        ),
        (
            "products:\n  - { id: P6, name: b6, currency: RMBX }",
            "warning a.yaml:2:5: product 'P6' costs 'RMBX', which is no ISO 4217 code; write three letters such as CNY"
        ),
        (
            "products:\n  - { id: P6, name: b6, currency: rmb }",
            "warning a.yaml:2:5: product 'P6' costs 'rmb', which is no ISO 4217 code; write CNY"
        ),
        (
            "faq:\n  - { id: x, question: a b, answer: one more }\n  - { id: y, question: c, questions: [A  B], answer: two more }",
            "warning a.yaml:3:5: 'A  B' is also asked at a.yaml:2:5; keep it with one answer"
        ),
        (
            "faq:\n  - { question: reset, answer: 'see https://example.com/reset' }",
            "warning a.yaml:2:32: the answer holds the placeholder 'example.com'; write what customers are to read"
        ),
        (
            "faq:\n  - { question: 退款政策, answer: 请查看我们的退款政策页面... }",
            "warning a.yaml:2:31: the answer breaks off with '...'; write the rest, or where it stands"
        ),
        (
            "faq:\n  - { question: q1, answer: 。。。 }",
            "warning a.yaml:2:29: the answer '。。。' says next to nothing; write it out"
        ),
        ("faq:\n  a: [b]", "error a.yaml:2:6: the answer to 'a' must be text; write it in quotes"),
        (
            "sales_scripts:\n  - { intent: a, script: b, conditions: { order_amount: '~ 5' } }",
            "error a.yaml:2:57: unknown operator '~' in 'order_amount'; known are > >= < <= == != in between"
        ),
        ("faq: [", "error a.yaml:2:1: a value is missing here; write it, or close the '['"),
    ])
    func `a mistake is named with its place and mend`(text: String, said: String) throws {
        #expect(try KnowledgeFolder.problems(["a.yaml": text]) == [said])
    }

    @Test func `every bad condition of a script is named, and the script is not said`() throws {
        let reading = try KnowledgeFolder.read([
            "a.yaml":
                "sales_scripts:\n  - { intent: a, script: b, conditions: { tier: '~ 5', type: [], quantity: 1 } }\n"
        ])
        #expect(
            reading.problems.map(\.said) == [
                "error a.yaml:2:49: unknown operator '~' in 'tier'; known are > >= < <= == != in between",
                "error a.yaml:2:62: 'type' is in nothing; write \"in a, b\"",
            ])
        #expect(reading.base.scripts.isEmpty)
    }

    @Test func `a product that is refused is there all the same for those that go with it`() throws {
        let file = """
            products:
              - { id: P001, name: 甲, related_products: [P002] }
              - { id: P002, name: 乙, price: cheap }
            """
        #expect(
            try KnowledgeFolder.problems(["a.yaml": file]) == [
                "error a.yaml:3:33: 'price' must be a number, not the text 'cheap'; write it without quotes or unit"
            ])
    }

    @Test func `an answer in one language alone is named`() throws {
        #expect(
            try KnowledgeFolder.problems(["a.yaml": "faq:\n  - { question: 工作时间, answer: { zh: 周一至周五 } }\n"])
                == [
                    "warning a.yaml:2:31: says nothing in 'en'; add it, or write one text without a language for everybody"
                ])
    }

    @Test func `a script for an intent that nobody knows is named`() throws {
        let builtIn = HostIntents(
            IntentTable(
                try KnowledgeFolder.read(["intents/price_inquiry.yaml": "examples: [多少钱]\n"]).base.intents))
        let scripts = ["price_inquiry", "rental", "price_inqiry"].map { "  - { intent: \($0), script: b }\n" }
        let examples = (1...10).map { "- 租赁第\($0)种说法\n" }
        let reading = try KnowledgeFolder.read(
            ["a.yaml": "sales_scripts:\n" + scripts.joined(), "intents/rental.yaml": examples.joined()],
            builtIn: builtIn)
        #expect(
            reading.problems.map(\.said) == [
                "warning a.yaml:4:5: no intent is called 'price_inqiry', so this is never said; did you mean 'price_inquiry'?"
            ])
    }

    @Test func `a faulty entry does not hide the others`() throws {
        let reading = try KnowledgeFolder.read([
            "a.yaml": "products:\n  - { id: 1, name: one }\n  - { id: 2 }\n  - { id: 3, name: three }\n"
        ])
        #expect(reading.base.products.map(\.id) == ["1", "3"])
        #expect(reading.problems.map(\.said) == ["error a.yaml:3:5: 'name' is missing; add it"])
    }

    @Test func `what is no knowledge is left alone`() throws {
        let reading = try KnowledgeFolder.read([
            "picture.png": "\u{0}", ".git/faq.yaml": "x: [", "faq.yaml~": "x: [", "empty.yaml": "",
            "notes.txt": "a",
        ])
        #expect(reading.problems == [] && reading.read.count == 1)
        #expect(reading.base.difference(from: KnowledgeBase()).isEmpty)
    }
}
