import SkillKit
import Testing

@testable import ClientManagement

struct CalendarTests {
    private let shanghai = Calendar(offset: 480)

    @Test(arguments: ["1969-12-31", "1970-01-01", "2000-02-29", "2024-12-31", "2026-03-11"])
    func `a day and its text are one`(day: String) throws {
        let time = try #require(shanghai.time(day))
        #expect(shanghai.text(time) == day)
        #expect(shanghai.text(Timestamp(milliseconds: time.milliseconds - 1)) < day)
    }

    @Test func `a day begins where the business is`() {
        #expect(shanghai.time("2026-03-11")?.milliseconds == 1_773_158_400_000)
        #expect(shanghai.text(now) == "2026-03-11")
    }

    @Test(arguments: ["2026-02-30", "2026-13-01", "soon", "2026/03/11", ""])
    func `what is no day is none`(text: String) { #expect(shanghai.time(text) == nil) }
}

struct ContactTests {
    @Test func `a message leaves mood and matched words, and not its text`() throws {
        let rules = try settings().rules
        var contact = Contact()
        contact.channel = "webchat"
        contact.heard(at: ago(1), mood: -0.5, scopeWords: "包含吗", rules)
        contact.heard(at: now, mood: nil, scopeWords: nil, rules)
        #expect(contact.moods == [.init(at: ago(1), value: -0.5)])
        #expect(contact.scopeQuestions == [.init(at: ago(1), words: "包含吗")])
        #expect(Contact(contact.value) == contact)
    }

    @Test func `only the last ones are kept`() throws {
        let rules = try settings().rules
        var contact = Contact()
        for day in (0..<30).reversed() {
            contact.heard(at: ago(day), mood: Double(day), scopeWords: "w\(day)", rules)
        }
        #expect(contact.moods.map(\.value) == (0..<10).reversed().map(Double.init))
        #expect(contact.scopeQuestions.map(\.words) == (0..<10).reversed().map { "w\($0)" })
    }

    @Test(arguments: [
        ("这个培训包含吗", true), ("Is it included?", true), ("当初说的两年质保呢", true), ("工业机器人多少钱", false),
        ("what does it cost", false),
    ])
    func `a question of scope is heard`(text: String, isHeard: Bool) throws {
        #expect((try settings().rules.scopeWords.first(in: text) != nil) == isHeard)
    }
}

struct EnteringTests {
    private func entered(_ input: Value) throws -> Client {
        var client = settled().client
        try client.enter(input, settings(), now: now)
        return client
    }

    @Test func `an entry is set, and an empty one taken away`() throws {
        let client = try entered(["goals": " 提效 20% ", "owner": "", "renewal_at": "2026-06-30"])
        #expect(client.entries["goals"] == "提效 20%")
        #expect(client.entries["owner"] == nil)
        #expect(client.renewal == Calendar(offset: 480).time("2026-06-30"))
    }

    static let refused: [(Value, String)] = [
        (["renewal_at": "next June"], "renewal_at: 'next June' is no date; write it as 2026-03-31"),
        (
            ["renewal_at": "2020-01-01"],
            "renewal_at: 2020-01-01 is over; write the day of the next renewal, 2026-03-11 or later"
        ),
        (["cadence": "daily"], "cadence 'daily': is not known; possible: high_touch, project, advisory"),
    ]

    @Test(arguments: refused)
    func `what cannot be is refused`(input: Value, message: String) {
        let error = #expect(throws: SkillError.self) { try entered(input) }
        #expect(error?.description == message)
    }

    @Test func `an owner is somebody who works here, by id or by name`() throws {
        let (data, agents) = (try settings(), ["li": "李工", "sun": "孙工"])
        var client = settled().client
        try client.enter(["owner": "孙工"], data, agents: agents, now: now)
        #expect(client.entries["owner"] == "sun")
        let error = #expect(throws: SkillError.self) {
            try client.enter(["owner": "nosuch"], data, agents: agents, now: now)
        }
        #expect(error?.description == "owner 'nosuch': is nobody who works here; possible: li (李工), sun (孙工)")
        try client.enter(["goals": "提效"], data, agents: ["sun": "孙工"], now: now)
    }

    @Test func `a commitment is made, changed and kept`() throws {
        let data = try settings()
        var client = Client(id: "u1", stage: "onboarding", at: now)
        try client.commit(["what": "报价", "who": "li", "due": "2026-03-20"], data, id: "c1")
        try client.commit(["id": "c1", "due": "2026-03-25"], data, id: "c2")
        #expect(client.openCommitments.map { "\($0.id) \($0.what)" } == ["c1 报价"])
        try client.commit(["what": "报价", "done": "2026-03-24"], data, id: "c3")
        #expect(client.openCommitments == [])
        let unknown = #expect(throws: SkillError.self) { try client.commit(["id": "c9"], data, id: "c4") }
        #expect(
            unknown?.description == "commitment 'c9': is not one of this client; see the collection 'clients'"
        )
        let empty = #expect(throws: SkillError.self) { try client.commit(["what": "x"], data, id: "c5") }
        #expect(empty?.description == "commit: a new commitment wants 'what' and 'due', such as 2026-03-31")
    }
}

struct FormatTests {
    @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567.5, "1,234,568"), (-1200, "-1,200")])
    func `amounts are grouped`(amount: Double, text: String) { #expect(Format.amount(amount) == text) }

    @Test(arguments: [(4.25, "4.3"), (-0.64, "-0.6"), (0, "0.0"), (-0.01, "0.0")])
    func `decimals have one digit`(number: Double, text: String) { #expect(Format.decimal(number) == text) }
}
