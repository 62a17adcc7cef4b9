@testable import CustomerService
import SkillKit
import Testing

struct SettingsCheckTests {
    private func findings(_ changes: [String: Value]) throws -> [String] {
        let (settings, value) = try Fixture.settings(changes)
        return SettingsCheck(settings, value).findings.map {
            "\($0.path.joined(separator: ".")): \($0.message)"
        }
    }

    @Test func `a good configuration has no findings`() throws { #expect(try findings([:]) == []) }

    @Test func `a key that nothing says is named`() throws {
        let found = try findings(["texts.tecnical": ["zh": "技术", "en": "technical"]])
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("texts.tecnical: 'tecnical' is never said; known are ") == true)
    }

    @Test(
        arguments: [
            (
                ["channels": ["whatsap"]],
                "channels.0: no channel 'whatsap'; there are telegram, wechat, wecom, whatsapp, webchat, rest"
            ),
            (
                ["survey.base_url": "http://survey.acme.cn"],
                "survey.base_url: 'http://survey.acme.cn' is not https, and whoever listens can answer for the customer; write https://"
            ),
            (
                ["survey.base_url": "https://survey.example.com"],
                "survey.base_url: 'https://survey.example.com' is a placeholder; put your page, or take the line out for the host's own"
            ),
            (
                ["survey.remind_after": "8d"],
                "survey.remind_after: the survey is over before the reminder; make it less than 7d"
            ),
            (["texts.general": ["zh": "请稍候"]], "texts.general: 'general' says nothing in 'en'; add it"),
            (
                ["texts.survey": ["zh": "打分", "en": "Rate us"]],
                "texts.survey: without {url} nobody can answer; add it in zh and en"
            ),
            (
                ["texts.human": ["zh": "{who}来", "en": "{who}"]],
                "texts.human: '{who}' is never filled; take it out"
            ),
            (
                ["human.priority": 30],
                "human.priority: a VIP goes before who asks for a human; make it more than 30"
            ),
            (
                ["vip.priority": 12],
                "vip.priority: a rule under 'routes' goes before a VIP; make it more than 20"
            ),
            (
                ["targets.urgent.resolution": "9h"],
                "targets.urgent.resolution: 'urgent' has more time than 'high'; make it at most 8h"
            ),
            (
                ["targets.low.first_answer": "80h"],
                "targets.low.first_answer: 80h is longer than the 72h until it is resolved; make it shorter"
            ),
            (
                ["priority.rules": [["name": "idle", "when": ["words": ["x"]]]]],
                "priority.rules.0: rule 'idle' changes nothing; give it at_least, at_most or raise"
            ),
            (
                ["priority.rules": [["name": "odd", "when": [:], "at_least": "high", "at_most": "low"]]],
                "priority.rules.0.at_least: 'high' is above at_most, which is 'low' and wins; swap them"
            ),
            (
                ["priority.rules": [["name": "odd", "when": ["words": []], "raise": 1]]],
                "priority.rules.0.when.words: 'words' is empty; name what it must be, or take it out"
            ),
            (
                ["priority.rules": [["name": "odd", "when": ["channel": ["fax"]], "raise": 1]]],
                "priority.rules.0.when.channel.0: no channel 'fax'; there are chat, rest, telegram, terminal, webchat, wechat, wecom, whatsapp"
            ),
            (
                ["page.scores": ["zh": ["好"], "en": ["a", "b", "c", "d", "e"]]],
                "page.scores.zh: must be five words, from the worst to the best; write five"
            ),
        ] as [([String: Value], String)])
    func `each fault is named with its mend`(_ changes: [String: Value], _ finding: String) throws {
        #expect(try findings(changes) == [finding])
    }

    @Test func `a rule behind one that fits everything is never reached`() throws {
        var routes = Fixture.routing["routes"]?.list ?? []
        routes.swapAt(3, 4)
        #expect(
            try findings(["routes": .list(routes)]) == [
                "routes.4: rule 'complaint' is never reached, for 'rest' before it fits everything; move it up"
            ])
        #expect(
            try findings(["routes": .list([routes[0]])]) == [
                "routes: a message that fits no rule goes to nobody; end with a rule whose 'when' is {}"
            ])
    }

    @Test func `what cannot run is refused with its path`() {
        #expect(
            throws: SkillError(
                "targets.high.resolution: 'soon' is not a length of time; write a number with s, m, h or d, such as 30m"
            )
        ) {
            try Fixture.settings(["targets.high.resolution": "soon"])
        }
        #expect(
            throws: SkillError(
                "note: is missing or of another type; take the line out, and the package's own value holds")
        ) {
            try Fixture.settings(["note": 1])
        }
    }
}
