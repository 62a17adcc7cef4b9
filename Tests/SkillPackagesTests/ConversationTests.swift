import ConciergeCore
import SkillPackages
import Testing

/// Answers as it was told, without a host.
struct Scripted: ConversationHost {
    var heard: Heard
    var collections: [String: [Value]] = [:]

    func play(_ act: ConversationTest.Act) throws -> Heard { heard }
    func documents(_ collection: String) throws -> [Value]? { collections[collection] }
    func wait(_ duration: Duration) {}
}

@Suite struct ConversationTests {
    private let host = Scripted(
        heard: Heard(
            replies: [Utterance(.answer, "工业机器人 50000 元")], status: .bot,
            context: ["intent.name": "price_inquiry", "profile.industry": "汽车零部件", "score": 20]),
        collections: ["leads": [["points": 20, "status": "new"]], "tickets": []])

    private func complaints(_ expectation: Value) throws -> [String] {
        let test = try ConversationTest(["name": "t", "turns": [["me": "多少钱", "expect": expectation]]])
        return try test.run(on: host).misses.map { "\($0.subject): \($0.complaint)" }
    }

    @Test(
        arguments: [
            ["reply": ["contains": "50000"]], ["reply": "工业机器人 50000 元"], ["reply": ["matches": "[0-9]{5}"]],
            ["reply": ["count": 1]], ["intent": "price_inquiry"], ["status": "bot"],
            ["score": ["at_least": 20.0]],
            ["profile": ["industry": "汽车零部件"]], ["lead": ["points": 20, "status": "new"]], ["leads": 1],
            ["tickets": 0], ["ticket": .null], ["profile.industry": ["one_of": ["a", "汽车零部件"]]],
        ] as [Value])
    func `what holds is no complaint`(expectation: Value) throws {
        #expect(try complaints(expectation) == [])
    }

    @Test(
        arguments: [
            (
                ["reply": ["contains": "60000"]],
                #"reply: expected contains "60000", found "工业机器人 50000 元""#
            ),
            (["reply": ["excludes": "50000"]], #"reply: expected excludes "50000", found "工业机器人 50000 元""#),
            (["intent": "greeting"], #"intent: expected "greeting", found "price_inquiry""#),
            (["lead": ["points": 35]], "lead: points: expected 35, found 20"),
            (["ticket": ["status": "open"]], #"ticket: expected one with {"status":"open"}, found none"#),
            (["profile": ["company": "A"]], #"profile.company: expected "A", found nothing"#),
            (["leads": 2], "leads: expected 2 of them, found 1"),
        ] as [(Value, String)])
    func `what does not hold says what was expected and found`(expectation: Value, complaint: String) throws {
        #expect(try complaints(expectation) == [complaint])
    }

    @Test(
        arguments: [
            (["me": "多少钱", "wait": "3d"], "this has me and wait"), (["after": "1m"], "this has none"),
            (["agent": ["id": "li", "do": "dance"]], "this has agent"),
        ] as [(Value, String)])
    func `a step that is not one thing is refused`(step: Value, found: String) {
        let fault = ConversationFault(
            pointer: .root / "turns" / 0,
            message: "a step is one of me, wait, agent, move, order, action, open, and \(found); make it one")
        #expect(throws: fault) { try ConversationTest(["name": "t", "turns": [step]]) }
    }

    @Test(
        arguments: [
            (["wait": "30m"], .wait(.seconds(1800)), "wait 1800 s"),
            (["me": "hi", "as": "u2"], .message("hi", customer: "u2", channel: nil), "u2: hi"),
            (
                ["agent": ["id": "li", "do": "say", "text": "您好"]], .agent("li", .say, text: "您好"),
                "agent li: say '您好'"
            ),
            (
                ["move": ["collection": "ticket", "to": "closed"]],
                .move(collection: "ticket", to: "closed", reason: nil, by: nil), "ticket: to closed"
            ),
            (
                ["open": ["page": "survey", "form": ["score": 5]]],
                .open(page: "survey", form: ["score": "5"]),
                "send survey"
            ),
        ] as [(Value, ConversationTest.Act, String)])
    func `a step says what happens`(step: Value, act: ConversationTest.Act, summary: String) throws {
        let test = try ConversationTest(["name": "t", "turns": [step]])
        #expect(test.steps.map(\.act) == [act])
        #expect(test.steps.first?.act.summary == summary)
    }

    @Test func `what was decided, committed and answered can be expected`() throws {
        var heard = Heard(replies: [], status: .human, context: [:])
        heard.because = ["service": "a VIP writes"]
        heard.events = ["ticket.created"]
        heard.result = ["ticket": ["id": "t1"]]
        let expectation: Value = [
            "because": ["service": ["contains": "VIP"]], "events": ["contains": "ticket.created"],
            "result": ["ticket": ["id": "t1"]], "reply": ["present": false], "drafts": ["count": 0],
        ]
        let test = try ConversationTest(["name": "t", "turns": [["me": "hi", "expect": expectation]]])
        #expect(try test.run(on: Scripted(heard: heard)).misses == [])
    }
}
