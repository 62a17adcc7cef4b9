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
        let found = findings { $0["texts"] = ["summary": [["zh": "{branch}"]]] }
        #expect(found.map(\.path) == [["texts", "summary", "0"]])
        #expect(
            found.first?.message.hasPrefix(
                "'{branch}' is no value of a profile, so this is never said; known are ") == true)
    }
}
