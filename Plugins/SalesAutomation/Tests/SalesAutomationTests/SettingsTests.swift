import SkillKit
import Testing

@testable import SalesAutomation

@Suite struct SettingsTests {
    private func said(_ change: (inout [String: Value]) -> Void) -> [String] {
        Samples.settings(change).findings.filter { $0.level != .note }.map {
            "\($0.level.rawValue) \($0.path.joined(separator: ".")): \($0.message)"
        }
    }

    @Test func `sound rules have no findings`() { #expect(said { _ in } == []) }

    @Test func `a threshold that no lead reaches is named with what it can reach`() {
        #expect(
            said {
                $0["signals"] = [
                    ["signal": "price", "points": 20, "words": ["价格"]],
                    ["signal": "delivery", "points": 15, "words": ["交期"]],
                ]
            } == [
                "warning lead_threshold: a lead reaches 35 points at most (price 20, delivery 15), never the 80 of this threshold; lower it to 0.35, or raise the points of a signal"
            ])
    }

    @Test(
        arguments: [
            (
                ["do": "handoff"],
                "error strategies.0.do: 'handoff' is no strategy; known are human_handoff, detailed_introduction, personalized_recommendation, negotiate, default_reply"
            ),
            (
                ["do": "negotiate", "when": ["tier": ["is": "VIP"]]],
                "error strategies.0.when.tier.is: unknown operator 'is'; known are none_of above at_least at_most below"
            ),
        ] as [(Value, String)])
    func `a rule that cannot be read is refused in its place`(rule: Value, complaint: String) {
        #expect(said { $0["strategies"] = [rule, ["do": "default_reply"]] } == [complaint])
    }

    @Test func `rules behind the last word are named, and so is a missing one`() {
        #expect(
            said {
                $0["strategies"] = [["do": "default_reply"], ["do": "negotiate", "when": ["tier": ["VIP"]]]]
            } == [
                "warning strategies.1: rule 1 always holds, so this one is never reached; put it above"
            ])
        #expect(
            said { $0["strategies"] = [["do": "negotiate", "when": ["tier": ["VIP"]]]] } == [
                "warning strategies: no rule holds for every message; end with { do: default_reply }"
            ])
    }

    @Test func `a text that is not there is an error`() {
        #expect(
            said { $0["strategies"] = [["do": "human_handoff", "say": "hello"]] } == [
                "error strategies.0.say: 'hello' has no text; write one under texts"
            ])
        #expect(
            said { $0["facts"] = [["fact": "weight"]] } == [
                "error facts.0.fact: 'weight' has no text; write one under texts.facts"
            ])
    }

    @Test func `what a lead can reach is told, also when all is well`() {
        let notes = Samples.settings { _ in }.findings.filter { $0.level == .note }
        #expect(
            notes == [
                Finding(
                    "lead_threshold",
                    "a lead reaches 100 points at most (price 20, delivery 15, discount 25, turns 20, purchase 20), 80 are asked for",
                    .note)
            ])
    }

    @Test func `a cap below the threshold is the cap's fault`() {
        let found = Samples.settings {
            $0["lead"] = ["cap": 50]
        }.findings
        #expect(
            found == [
                Finding(
                    "lead.cap",
                    "a lead reaches 50 points at most, never the 80 of lead_threshold; raise it to 80 or more, or lower lead_threshold to 0.5",
                    also: ["lead_threshold"])
            ])
    }

    @Test(
        arguments: [
            (
                "signals", [] as Value,
                "warning signals: no signal: a lead never gets a point; name one, such as { signal: price, points: 20, words: [price] }"
            ),
            (
                "signals", [["signal": "a", "points": 80]],
                "warning signals.0: signal 'a' never comes; give it words, intents or turns"
            ),
            (
                "signals",
                [["signal": "a", "points": 80, "turns": 2], ["signal": "a", "points": 80, "turns": 3]],
                "warning signals.1.signal: 'a' is signal 1 already, and each counts once; rename one of them"
            ),
            (
                "signals", [["signal": "a", "points": 80, "turns": 2, "label": ["zh": "甲"]]],
                "warning signals.0.label: 'label' says nothing in 'en'; add it"
            ),
            (
                "facts", [["fact": "price", "words": "stok"]],
                "error facts.0.words: 'stok' has no words; write them under texts.stok_words"
            ),
            (
                "strategies",
                [
                    ["do": "negotiate", "when": ["order_amount": ["above": "complex"]]],
                    ["do": "default_reply"],
                ],
                "error strategies.0.when.order_amount.above: 'complex' is no number; write digits, or one of complex_amount, lead_threshold"
            ),
        ] as [(String, Value, String)])
    func `what can never come of a rule is named`(key: String, value: Value, said: String) {
        #expect(self.said { $0[key] = value } == [said])
    }

    @Test(
        arguments: [
            (
                "hot", ["zh": "{pionts}", "en": "{points}"],
                "'{pionts}' is never known here; known are points, summary"
            ),
            ("vip", ["zh": "{name}", "en": "{name}"], "'{name}' is never known here; take it out"),
            ("complex", ["zh": "稍候"], "'complex' says nothing in 'en'; add it"),
            (
                "handof", "好的",
                "'handof' is never said; known are both, complex, currencies, currency_words, default_reply, facts, handoff, hot, how_many, how_many_exactly, introduction, large, line, negotiation_else, next_step, odd_quantity, order, order_empty, other_currency, refused, separator, short_line, so_far, soon, stock_words, vip, which_product, which_quantities, why_order, why_unpriced, why_unscripted, and what a rule names under 'say'"
            ),
        ] as [(String, Value, String)])
    func `a text that is no good is named`(name: String, text: Value, said: String) {
        let found = self.said { configuration in
            var texts = configuration["texts"]?.map ?? [:]
            texts[name] = text
            configuration["texts"] = .map(texts)
        }
        #expect(found == ["warning texts.\(name): \(said)"])
    }

    @Test func `every fault is named, and none is thrown without its place`() {
        let skill = SalesAutomation(configuration: ["strategies": [["do": "sing"], ["do": "dance"]]])
        #expect(
            skill.check().filter(\.isError).map(\.path) == [
                ["strategies", "0", "do"], ["strategies", "1", "do"],
            ])
    }
}
