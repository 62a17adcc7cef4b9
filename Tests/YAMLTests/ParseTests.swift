import Testing
import YAML

@Suite struct ParseTests {
    @Test(
        arguments: [
            ("~", .null), ("null", .null), ("", .null), ("true", .bool(true)), ("FALSE", .bool(false)),
            ("yes", .text("yes")), ("no", .text("no")), ("on", .text("on")), ("tRue", .text("tRue")),
            ("1", .int(1)), ("-17", .int(-17)), ("+3", .int(3)), ("007", .int(7)), ("0x1F", .int(31)),
            ("0o17", .int(15)), ("0o8", .text("0o8")), ("0x", .text("0x")), ("0b1", .text("0b1")),
            ("9223372036854775807", .int(.max)), ("-9223372036854775808", .int(.min)),
            ("1.5", .double(1.5)), (".5", .double(0.5)), ("5.", .double(5)), ("1e3", .double(1000)),
            ("-1.5E-2", .double(-0.015)), (".inf", .double(.infinity)), ("-.inf", .double(-.infinity)),
            ("1.2.3", .text("1.2.3")), ("1e", .text("1e")), (".", .text(".")), ("-", .list([])),
            ("+", .text("+")),
            ("\"1\"", .text("1")), ("'true'", .text("true")), ("\"\"", .text("")),
            ("|\n 12\n", .text("12\n")),
            ("09:00-18:00", .text("09:00-18:00")), ("2026-03-11", .text("2026-03-11")), ("人民币", .text("人民币")),
            ("!!str 1", .text("1")), ("! 1", .text("1")), ("!!int 1", .int(1)), ("!!float 1", .double(1)),
            ("\"\\u4f60\\/\\n\"", .text("你/\n")), ("\u{FEFF}1", .int(1)), ("1_000", .text("1_000")),
        ] as [(String, Node.Content)])
    func `types a scalar by the core schema`(text: String, expected: Node.Content) throws {
        let node = try YAML.parse(text, file: "a.yaml")
        if case .list = expected, case .list(let items) = node.content {
            #expect(items.map(\.content) == [.null])
        } else {
            #expect(node.content == expected)
        }
    }

    @Test func `keeps the place and the source of every key and value`() throws {
        let node = try YAML.parse("a: 1\n价格:\n  - \"2\"\n  - {b: x}\n", file: "a.yaml")
        guard case .map(let entries) = node.content else {
            Issue.record("not a map")
            return
        }
        #expect(entries.map(\.key) == ["a", "价格"])
        #expect(entries.map(\.keyPosition) == [Position(line: 1, column: 1), Position(line: 2, column: 1)])
        #expect(entries[0].value.position == Position(line: 1, column: 4))
        guard case .list(let items) = entries[1].value.content else {
            Issue.record("not a list")
            return
        }
        #expect(items[0].position == Position(line: 3, column: 5))
        #expect(items[0].source == "2" && items[0].isQuoted)
        #expect(items[1]["b"]?.position == Position(line: 4, column: 9))
    }

    @Test(arguments: [
        #"{"a":[1,2.5,true,null,"x\/y"],"b":{"c":""}}"#,
        "{\n\t\"a\": [1, 2.5, true, null, \"x/y\"],\n\t\"b\": {\"c\": \"\"}\n}\n",
        "a:\n- 1\n- 2.5\n- true\n- null\n- x/y\nb:\n  c: ''\n",
        "---\na: [1, 2.5, true, ~, 'x/y',]\nb: {c: \"\"}\n...\n",
    ])
    func `reads the same document in JSON and in YAML`(text: String) throws {
        let node = try YAML.parse(text, file: "a.json")
        guard case .list(let items) = node["a"]?.content else {
            Issue.record("not a list")
            return
        }
        #expect(items.map(\.content) == [.int(1), .double(2.5), .bool(true), .null, .text("x/y")])
        #expect(node["b"]?["c"]?.content == .text(""))
    }

    @Test func `a byte order mark is no part of the first line`() throws {
        let node = try YAML.parse("\u{FEFF}a: 1\nb: 2\n", file: "a.yaml")
        #expect(node["b"]?.content == .int(2))
        #expect(node["a"]?.position == Position(line: 1, column: 4))
    }

    @Test func `an alias stands for its anchor's value, and keeps the anchor's place`() throws {
        let node = try YAML.parse("a: &x [1]\nb: *x\n", file: "a.yaml")
        #expect(node["b"] == node["a"])
    }

    @Test(arguments: ["", "\n", "# only a comment\n", "---\n"])
    func `an empty document is null at its beginning`(text: String) throws {
        #expect(try YAML.parse(text, file: "a.yaml").content == .null)
    }
}
