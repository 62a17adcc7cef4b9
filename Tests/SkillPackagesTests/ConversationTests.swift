import ConciergeCore
import SkillPackages
import Testing

/// Answers as it was told, without a host.
struct Scripted: ConversationHost {
    var heard: Heard
    var collections: [String: [Value]] = [:]

    func say(_ text: String) throws -> Heard { heard }
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
        let test = try #require(
            ConversationTest(["name": "t", "turns": [["me": "多少钱", "expect": expectation]]]))
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
}
