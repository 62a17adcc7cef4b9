import SkillKit
import Testing

@testable import UserProfiling

@Suite struct SettingsTests {
    private func findings(_ change: (inout [String: Value]) -> Void) -> [Finding] {
        var configuration = Samples.configuration.map ?? [:]
        change(&configuration)
        return Settings(.map(configuration)).findings
    }

    @Test func `sound rules have no findings`() { #expect(findings { _ in } == []) }

    @Test func `a customer without orders must have a tier`() {
        #expect(
            findings { $0["tiers"] = [["tier": "VIP", "from": 5]] } == [
                Finding(
                    "tiers",
                    "no tier begins at 0, so a customer without orders has none; add { tier: standard, from: 0 }"
                )
            ])
    }

    @Test func `a stage must have its place in the order`() {
        #expect(
            findings { $0["journey"] = ["order": ["a"], "rules": [["stage": "b"]]] } == [
                Finding(
                    "journey.rules.0.stage",
                    "'b' does not stand in 'order'; add it there, so that it is clear what comes after it")
            ])
    }

    @Test func `a part of the summary that names no value is found`() {
        let found = findings {
            $0["texts"] = ["summary": ["{branch}"], "merge": "同一人", "noted": "{what}", "denied": "{what}"]
        }
        #expect(found.map(\.path) == [["texts", "summary", "0"]])
        #expect(
            found.first?.message.hasPrefix(
                "'{branch}' is no value of a profile, so this is never said; known are ") == true)
    }

    private static let twice: [(Value, String, String)] = [
        (
            [["tier": "VIP", "from": 9], ["tier": "vip", "from": 0]], "1.tier",
            "'vip' was named before; keep one of them"
        ),
        (
            [["tier": "VIP", "from": 0], ["tier": "gold", "from": 0]], "1.from",
            "'gold' begins at 0 as 'VIP' does, so one of them is never given; give it another amount"
        ),
    ]

    @Test(arguments: twice)
    func `of two tiers for one amount or of one name one is never given`(
        tiers: Value, place: String, said: String
    ) {
        #expect(findings { $0["tiers"] = tiers } == [Finding("tiers.\(place)", said)])
    }

    @Test func `behind a rule that always holds no stage is reached`() {
        #expect(
            findings { $0["journey"] = ["order": ["a", "b"], "rules": [["stage": "a"], ["stage": "b"]]] } == [
                Finding("journey.rules.1", "rule 1 always holds, so this one is never reached; put it above")
            ])
    }

    @Test func `a text without one of the languages is named by its key`() {
        let found = findings {
            $0["preferences"] = ["rules": [["label": ["zh": "关注质量"], "from": 2, "words": ["质量"]]]]
        }
        #expect(found == [Finding("preferences.rules.0.label", "'label' says nothing in 'en'; add it")])
    }
}
