import SkillKit
import Testing

@testable import SalesAutomation

@Suite struct SettingsTests {
    private func said(_ change: (inout [String: Value]) -> Void) -> [String] {
        Samples.settings(change).findings.map {
            "\($0.isError ? "error" : "warning") \($0.path.joined(separator: ".")): \($0.message)"
        }
    }

    @Test func `sound rules have no findings`() { #expect(said { _ in } == []) }

    @Test func `a threshold that no lead reaches is named with what it can reach`() {
        #expect(
            said {
                $0["signals"] = [["signal": "price", "points": 20], ["signal": "delivery", "points": 15]]
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

    @Test func `the skill is not made of rules that cannot be read`() {
        let error = #expect(throws: SkillError.self) {
            try SalesAutomation(configuration: ["strategies": [["do": "sing"]]])
        }
        #expect(error?.description.hasPrefix("strategies.0.do: 'sing' is no strategy; ") == true)
    }
}
