import ConciergeCore
import Testing

@Suite struct SchemaTests {
    static let server = Schema.map(
        "a server",
        [
            "host": .text("address", default: "127.0.0.1"),
            "port": .integer("port", in: 0...65535, default: 8080),
            "max_body": .integer("bytes", in: 1...Int64.max),
            "ratio": .number("share", in: 0...1),
            "open": .flag("open to all"),
            "level": .text("how much", oneOf: ["full", "decisions"]),
            "wait": .text("how long", .span),
            "token": .secret("token"),
            "names": .list("names", of: .text("a name")),
            "inner": .map("inside", ["deep": .flag("deep", default: true)]),
        ], required: ["level"])

    @Test func `fills defaults, also inside what is not there, and takes either spelling of a name`() {
        let result = Self.server.check(["level": "full", "max-body": 5])
        #expect(result.violations.isEmpty)
        #expect(
            result.value == [
                "host": "127.0.0.1", "port": 8080, "max_body": 5, "level": "full", "names": [],
                "inner": ["deep": true],
            ])
    }

    @Test(
        arguments: [
            (["prot": 1], "/prot: unknown key 'prot'; did you mean 'port'?"),
            (
                ["zzzzzzzz": 1],
                "/zzzzzzzz: unknown key 'zzzzzzzz'; known here: host, port, max_body, ratio, open, level, wait, token, names, inner"
            ),
            (
                ["port": "80"],
                "/port: 'port' must be a whole number, not the text '80'; write digits without quotes"
            ),
            (["port": 70000], "/port: 'port' must be at most 65535, not 70000; lower it"),
            (["max_body": 0], "/max_body: 'max_body' must be at least 1, not 0; raise it"),
            (["ratio": 1.5], "/ratio: 'ratio' must be at most 1, not 1.5; lower it"),
            (["open": "yes"], "/open: 'open' must be true or false, not the text 'yes'; write true or false"),
            (
                ["level": "ful"],
                "/level: 'level' must be one of full, decisions, not the text 'ful'; did you mean 'full'?"
            ),
            (["host": ""], "/host: 'host' must not be empty; write it out"),
            (["host": 1], "/host: 'host' must be text, not 1; write it in quotes"),
            (["token": 12345], "/token: 'token' must be text; write it in quotes"),
            (
                ["wait": "3 sec"],
                "/wait: 'wait' '3 sec' is not a length of time; write a number with ms, s, m, h or d, such as 30s"
            ),
            (
                ["wait": 15],
                "/wait: 'wait' must be text, not 15; write a number with ms, s, m, h or d, such as 30s"
            ),
            (["names": ["a", 2]], "/names/1: item 2 of 'names' must be text, not 2; write it in quotes"),
            (
                ["names": "a"],
                "/names: 'names' must be a list, not the text 'a'; write '[a, b]' or lines that start with '- '"
            ),
            (
                ["max-body": 1, "max_body": 2],
                "/max_body: 'max_body' was already given in another spelling; remove one of them"
            ),
        ] as [(Value, String)])
    func `names the fault with the mend`(value: Value, message: String) throws {
        var entries = try #require(value.map)
        entries["level"] = entries["level"] ?? "full"
        #expect(Self.server.check(.map(entries)).violations.map(\.description) == [message])
    }

    @Test func `names what is missing`() {
        #expect(Self.server.check([:]).violations.map(\.description) == [": 'level' is missing; add it"])
    }

    @Test func `gives a value of its shape whatever it gets`() {
        let result = Self.server.check(["level": 3, "port": "x", "names": [1, "a"], "prot": 1, "inner": [1]])
        #expect(
            result.value == [
                "host": "127.0.0.1", "port": 8080, "names": [.null, "a"], "level": .null, "inner": [:],
            ])
        #expect(result.violations.count == 5)
    }

    @Test func `takes a number or a flag from the environment, and never prints what came from there`() {
        let good = Self.server.check(
            ["level": "full", "port": "81", "ratio": "0.5", "open": "true"], isExpanded: { _ in true })
        #expect(good.violations.isEmpty)
        #expect(good.value["port"] == 81 && good.value["ratio"] == 0.5 && good.value["open"] == true)
        let bad = Self.server.check(
            ["level": "full", "port": "hunter2", "wait": "hunter2", "open": "hunter2"],
            isExpanded: { _ in true })
        #expect(
            bad.violations.map(\.message) == [
                "'open' must be true or false; write true or false",
                "'port' must be a whole number; write digits without quotes",
                "'wait' is not a length of time; write a number with ms, s, m, h or d, such as 30s",
            ])
    }

    @Test func `reads back the JSON Schema it writes`() {
        let (read, violations) = Schema.read(Self.server.value)
        #expect(violations.isEmpty)
        #expect(read.value == Self.server.value)
        #expect(read.check(["level": "full"]).value == Self.server.check(["level": "full"]).value)
    }

    @Test(
        arguments: [
            (["type": "strng"], "/type: unknown type 'strng'; did you mean 'string'?"),
            (["minimun": 1], "/minimun: unknown schema keyword 'minimun'; did you mean 'minimum'?"),
            (
                ["type": "integer", "minimum": 5, "default": 1],
                "/default: the default does not fit its own schema: this must be at least 5, not 1; raise it"
            ),
            (["minimum": "1"], "/minimum: 'minimum' must be a number; change it"),
            (["properties": ["a": 1]], "/properties/a: a schema must be a map; write lines of 'key: value'"),
        ] as [(Value, String)])
    func `refuses a schema outside the subset`(value: Value, message: String) {
        #expect(Schema.read(value).violations.map(\.description) == [message])
    }
}

@Suite struct SpellingTests {
    @Test(arguments: [
        ("prot", "port"), ("hots", "host"), ("sales-automatoin", "sales_automation"), ("Port", "port"),
        ("max-body", "max_body"),
    ])
    func `finds the name that was meant`(typed: String, meant: String) {
        let known = ["host", "port", "max_body", "sales_automation"]
        #expect(Spelling.nearest(typed, in: known) == meant)
    }

    @Test(arguments: ["", "x", "knowledge", "价格"]) func `does not guess wildly`(typed: String) {
        #expect(Spelling.nearest(typed, in: ["host", "port"]) == nil)
    }

    @Test func `a skill's name is one in both spellings`() {
        #expect(SkillName("sales-automation") == "sales_automation")
        #expect(Set<SkillName>(["a-b", "a_b", "a_c"]).count == 2)
    }

    @Test(arguments: [
        ("800ms", 800), ("3s", 3000), ("15m", 900_000), ("4h", 14_400_000), ("30d", 2_592_000_000), ("0s", 0),
        ("3", nil), ("s", nil), ("-1s", nil), ("1.5s", nil), ("3 s", nil), ("99999999999999999s", nil),
    ])
    func `reads a length of time`(text: String, milliseconds: Int64?) {
        #expect(Duration(span: text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        ("09:00-18:00", [540, 1080]), ("09:00-12:00, 13:00-24:00", [540, 720, 780, 1440]), ("closed", []),
        ("9-18", nil), ("18:00-09:00", nil), ("09:00-24:01", nil), ("09:60-10:00", nil),
        ("10:00-12:00,11:00-13:00", nil),
        ("", nil),
    ])
    func `reads the hours of a day`(text: String, minutes: [Int]?) {
        #expect(ClockRange.list(text)?.flatMap { [$0.start, $0.end] } == minutes)
    }

    @Test(arguments: [
        ("mon-fri", [0, 1, 2, 3, 4]), ("sat", [5]), ("Mon,wed-thu", [0, 2, 3]), ("fri-mon", nil),
        ("monday", nil),
        ("", nil), ("mon-tue-wed", nil),
    ])
    func `reads names of days`(text: String, days: [Int]?) {
        #expect(BusinessHours.days(named: text) == days)
    }
}
