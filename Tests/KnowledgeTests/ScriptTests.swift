import ConciergeCore
import Testing

@testable import Knowledge

@Suite struct ScriptTests {
    @Test(
        arguments: [
            ("order_amount / 730 | ceil", 120_000, "165"), ("order_amount/730|floor", 120_000, "164"),
            ("order_amount / 730", 120_000, "164.38"), ("(order_amount - 20000) * 2 + 1", 120_000, "200001"),
            ("-order_amount + 5 | round", 3, "2"), ("2 + 3 * 4 - 6 / 4", 0, "12.5"), ("1 / 20", 0, "0.05"),
            ("order_amount * 1.5", 1, "1.5"),
        ] as [(String, Int64, String)])
    func `a formula is computed`(formula: String, amount: Int64, said: String) throws {
        let text = try ScriptText("每天{{\(formula)}}元")
        #expect(text.said(["order_amount": .int(amount)]) == "每天\(said)元")
    }

    @Test func `a name alone may be a text`() throws {
        let text = try ScriptText("{{ industry }}的客户，{order_amount} {{n}}件")
        #expect(text.said(["industry": "汽车", "n": 3]) == "汽车的客户，{order_amount} 3件")
        #expect(text.names == ["industry", "n"])
    }

    @Test(arguments: ["{{x}}", "{{1 / x}}"])
    func `without a value nothing is said`(text: String) throws {
        #expect(try ScriptText(text).said([:]) == nil)
    }

    @Test(
        arguments: [
            (
                "{{order_amount / 730 | ciel}}",
                "'{{order_amount / 730 | ciel}}' has the unknown filter 'ciel'; did you mean 'ceil'?"
            ),
            ("{{a / 0}}", "'{{a / 0}}' divides by 0, so it is never said; write what to divide by"),
            (
                "{{a / (2 - 2)}}",
                "'{{a / (2 - 2)}}' divides by 0, so it is never said; write what to divide by"
            ),
            ("{{a | money}}", "'{{a | money}}' has the unknown filter 'money'; known are ceil floor round"),
            ("{{a % 2}}", "'{{a % 2}}' has the unknown operator '%'; known are + - * / | ( )"),
            ("{{a / 730", "'{{a / 730' is never closed; add '}}'"),
            ("{{(a + 1}}", "'{{(a + 1}}' has a '(' that is never closed; add ')'"),
            (
                "{{a / }}",
                "'{{a / }}' lacks a number or a name; write it as {{order_amount / 730 | ceil}}"
            ),
            ("{{1.2.3}}", "'{{1.2.3}}' has '1.2.3', which is no number; write digits"),
        ])
    func `what is no formula is refused in its place`(text: String, said: String) throws {
        let file = "sales_scripts:\n  - intent: x\n    script: \"\(text)\"\n"
        #expect(try KnowledgeFolder.problems(["s.yaml": file]) == ["error s.yaml:3:13: \(said)"])
    }

    @Test func `a formula that never ends is refused`() throws {
        let deep = String(repeating: "(", count: 100_000)
        let fault = #expect(throws: Formula.Fault.self) { try ScriptText("{{\(deep)1}}") }
        #expect(fault?.message.hasSuffix("is nested too deeply; write it flatter") == true)
    }

    private static func check(_ script: String, _ conditions: String) throws -> [String] {
        try KnowledgeFolder.problems([
            "s.yaml": """
            sales_scripts:
              - intent: price_negotiation
                script: "\(script)"
                conditions: { \(conditions) }
            """
        ])
    }

    @Test(
        arguments: [
            ("我们的产品质保两年,算下来每天成本不到140元", "order_amount: \"between 100000 and 102199\""),
            ("我们的产品质保两年,算下来每天成本不到140元", "order_amount: \"< 102200\""),
            ("质保两年,每天不到{{order_amount / 730 | ceil}}元", "order_amount: \"> 100000\""),
            (
                "Two-year warranty: less than {{order_amount / 730 | ceil}} yuan a day",
                "order_amount: \"> 1\""
            ),
            ("质保两年,每天约{{order_amount / 730 | round}}元", "order_amount: \"> 100000\""),
            ("质保两年", "order_amount: \"> 100000\""), ("每天不到140元", "order_amount: \"> 100000\""),
        ])
    func `a claim that is true of every order passes`(script: String, conditions: String) throws {
        #expect(try Self.check(script, conditions) == [])
    }

    @Test(
        arguments: [
            (
                "我们的产品质保两年,算下来每天成本不到140元", "order_amount: \"> 100000\"",
                "'不到140元' is only true of orders below 102200 (over 730 days); compute it, as in {{order_amount / 730 | ceil}}, or write order_amount: \"between 100000 and 102199\""
            ),
            (
                "我们的产品质保两年,算下来每天成本不到140元", "order_amount: \"<= 102200\"",
                "'不到140元' is only true of orders below 102200 (over 730 days); compute it, as in {{order_amount / 730 | ceil}}, or write order_amount: \"between 0 and 102199\""
            ),
            (
                "Two-year warranty: less than 140 yuan a day", "order_amount: \"> 200000\"",
                "'less than 140 yuan' is only true of orders below 102200 (over 730 days); compute it, as in {{order_amount / 730 | ceil}}, or write order_amount: \"< 102200\""
            ),
            (
                "质保一年,每天不到{{order_amount / 730 | ceil}}元", "order_amount: \"> 100000\"",
                "of an order of 100001 it says '不到137元', but over 365 days that order costs 273.98 a day; mend the figure"
            ),
            (
                "less than 140 yuan a day over two years", "order_amount: \"> 100000\"",
                "'less than 140 yuan' is only true of orders below 102200 (over 730 days); compute it, as in {{order_amount / 730 | ceil}}, or write order_amount: \"between 100000 and 102199\""
            ),
            (
                "under 140 a day over two years", "",
                "'under 140 a day' is only true of orders below 102200 (over 730 days); compute it, as in {{order_amount / 730 | ceil}}, or write order_amount: \"between 0 and 102199\""
            ),
            (
                "两年质保,每天不到140元", "",
                "'不到140元' is only true of orders below 102200 (over 730 days); compute it, as in {{order_amount / 730 | ceil}}, or write order_amount: \"between 0 and 102199\""
            ),
        ])
    func `a claim that is false of some order is named`(
        script: String, conditions: String, said: String
    ) throws {
        #expect(try Self.check(script, conditions) == ["warning s.yaml:2:5: \(said)"])
    }

    @Test(
        arguments: [
            (
                "script: \"每天{{order_amout / 730 | ceil}}元\"",
                "s.yaml:3:13: '{{order_amout}}' is given by no skill that comes with the host, so this is never said; did you mean 'order_amount'?"
            ),
            (
                "script: \"{{nosuch}}\"",
                "s.yaml:3:13: '{{nosuch}}' is given by no skill that comes with the host, so this is never said; known are order_amount, quantity, tier, type, industry, company"
            ),
            (
                "script: { zh: 只有中文 }",
                "s.yaml:3:13: says nothing in 'en'; add it, or write one text without a language for everybody"
            ),
            (
                "script: 好的\n    conditions: { order_amonut: \"> 1\" }",
                "s.yaml:4:19: 'order_amonut' is given by no skill that comes with the host, so this is never fulfilled; did you mean 'order_amount'?"
            ),
        ])
    func `a script that is never said, or not to everybody, is named`(script: String, said: String) throws {
        let file = "sales_scripts:\n  - intent: x\n    \(script)\n"
        #expect(try KnowledgeFolder.problems(["s.yaml": file]) == ["warning " + said])
    }

    @Test func `days to pay beside a yearly minimum claim nothing of an order`() throws {
        let script =
            "You pay within 60 days; from 300,000 yuan a year a framework agreement fixes prices for a year."
        #expect(try Self.check(script, "order_amount: \"> 1\"") == [])
    }

    @Test func `a value that its own conditions name may be computed with`() throws {
        let file = """
            sales_scripts:
              - { intent: x, script: "{{mine}}", conditions: { mine: "> 1" } }
            """
        #expect(
            try KnowledgeFolder.problems(["s.yaml": file]) == [
                "warning s.yaml:2:52: 'mine' is given by no skill that comes with the host, so this is never fulfilled; known are order_amount, quantity, tier, type, industry, company"
            ])
    }

    @Test func `behind a script without conditions no other is said`() throws {
        let file = """
            sales_scripts:
              - { intent: x, script: 好的 }
              - { intent: y, script: 可以 }
              - { intent: x, script: 不行, conditions: { tier: VIP } }
            """
        #expect(
            try KnowledgeFolder.problems(["s.yaml": file]) == [
                "warning s.yaml:4:5: this is never said, for the script of 'x' at s.yaml:2:5 has no conditions and comes first; put this one above it"
            ])
    }

    @Test func `the catalogue says what it computed, and only where it can`() throws {
        let reading = try KnowledgeFolder.read([
            "s.yaml": """
            sales_scripts:
              - intent: price_negotiation
                script: { zh: "每天{{order_amount / 730 | ceil}}元", en: "{{order_amount / 730 | ceil}} a day" }
                conditions: { order_amount: "> 100000" }
            """
        ])
        let script = try #require(reading.base.scripts.first)
        #expect(script.said(["order_amount": 120_000], locale: "zh-CN") == "每天165元")
        #expect(script.said(["order_amount": 120_000], locale: "en") == "165 a day")
        #expect(script.said(["order_amount": 100_000], locale: "en") == nil)
        #expect(script.said([:], locale: "en") == nil)
    }
}
