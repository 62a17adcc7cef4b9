import ConciergeCore
import Testing

@testable import Knowledge

@Suite struct IntentTests {
    @Test func `an intent is a file of intents, by its name or by what it says`() throws {
        let reading = try KnowledgeFolder.read([
            "intents/rental.yaml": """
            intent: rent
            label: { zh: 租赁, en: rental }
            issue: general
            aliases: [租赁]
            topic: 租机器人
            replaces: true
            courtesy: true
            examples: { zh: [能租吗, 租一台多少钱], en: [can I rent one] }
            """,
            "intents/visit.yaml": "- 想去你们厂看看\n- can we visit\n",
            "intents/plain.yml": "examples: [一句, another]\n",
        ])
        #expect(reading.problems == [])
        let intents = reading.base.intents
        #expect(intents.map(\.intent) == ["plain", "rent", "visit"])
        #expect(intents[1].issue == .general && intents[1].replaces && intents[1].aliases == ["租赁"])
        #expect(intents[1].label.texts == ["zh": "租赁", "en": "rental"] && intents[1].topic == "租机器人")
        #expect(intents.map(\.courtesy) == [nil, true, nil])
        #expect(intents[1].examples.map(\.text) == ["能租吗", "租一台多少钱", "can I rent one"])
        #expect(intents[1].examples.map(\.language) == ["zh", "zh", "en"])
        #expect(intents[2].examples.map(\.language) == ["zh", "en"])
    }

    @Test(arguments: [
        (
            "exmaples: [a b, c d]",
            "error intents/x.yaml:1:1: unknown key 'exmaples'; did you mean 'examples'?"
        ),
        (
            "issue: hard\nexamples: [a b, c d]",
            "error intents/x.yaml:1:8: 'issue' must be one of simple, general, technical, not the text 'hard'; choose one of them"
        ),
        (
            "- one only",
            "warning intents/x.yaml:1:1: intent 'x' has one example, too few to be recognised; write ten or more"
        ),
        (
            "label: x",
            "warning intents/x.yaml:1:1: intent 'x' has no example, too few to be recognised; write ten or more"
        ),
        ("", "warning intents/x.yaml:1:1: this is empty; write examples, one a line that starts with '- '"),
        ("- a b\n- [c]", "error intents/x.yaml:2:3: item 2 must be text, not a list; write it in quotes"),
    ])
    func `a mistake is named with its place and mend`(text: String, said: String) throws {
        #expect(try KnowledgeFolder.problems(["intents/x.yaml": text]) == [said])
    }

    @Test func `one example is enough for an intent that the host brings`() throws {
        let files = ["intents/greeting.yaml": "- 嗨嗨嗨\n"]
        #expect(try KnowledgeFolder.problems(files, builtIn: ["greeting"]) == [])
        let replaced = ["intents/greeting.yaml": "replaces: true\nexamples: [嗨嗨嗨]\n"]
        #expect(try KnowledgeFolder.problems(replaced, builtIn: ["greeting"]).count == 1)
    }

    @Test func `an example under two labels is left out of both, with both places`() throws {
        let reading = try KnowledgeFolder.read([
            "intents/a.yaml": "- 多少钱\n- 什么价\n- 价格呢\n", "intents/b.yaml": "- 能便宜吗\n- 多 少 钱\n- 打折\n- 多少錢\n",
        ])
        #expect(
            reading.problems.map(\.said) == [
                "warning intents/b.yaml:4:3: '多少錢' is an example of 'b' here and of 'a' at intents/a.yaml:1:3; keep it under one of them"
            ])
        #expect(
            reading.base.intents.map { $0.examples.map(\.text) } == [
                ["什么价", "价格呢"], ["能便宜吗", "多 少 钱", "打折"],
            ])
    }
}
