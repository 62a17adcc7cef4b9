import ConciergeCore
import Testing

struct JSONTests {
    @Test(arguments: [
        "null", "true", "false", "0", "-1", "9223372036854775807", "-9223372036854775808", "1.5", "1e+300",
        "\"\"",
        #""工业机器人 🤖""#, "[]", "{}", #"{"a":[1,{"b":null}],"c":"d"}"#, #""\"\\\n\r\t\u0001""#,
    ])
    func `what it writes is what it read`(text: String) throws {
        #expect(JSON.text(try JSON.decode(text)) == text)
    }

    @Test(arguments: [
        (#" { "b" : 1 , "a" : [ ] } "#, #"{"a":[],"b":1}"#), (#""é😀\/""#, #""é😀/""#), ("-0", "0"),
        (#""\ud83d\ude00\u00e9""#, "\"😀é\""),
        ("1E2", "100.0"), ("18446744073709551616", "1.8446744073709552e+19"), (#""😀""#, #""😀""#),
    ])
    func `other spellings read as the same value`(text: String, canonical: String) throws {
        #expect(JSON.text(try JSON.decode(text)) == canonical)
    }

    @Test(arguments: [
        ("", "byte 0: the text is empty; a JSON value was expected"),
        ("{", "byte 1: a key in double quotes was expected"),
        (#"{"a" 1}"#, "byte 5: ':' was expected after the key"),
        (#"{"a":1,}"#, "byte 7: a key in double quotes was expected"),
        (#"{"a":1,"a":2}"#, "byte 7: the key 'a' stands twice"),
        ("[1 2]", "byte 3: ',' or ']' was expected"),
        ("[1,]", "byte 3: a value cannot begin here"),
        ("01", "byte 1: more text follows the value; remove it"),
        ("1.", "byte 2: a digit was expected"),
        ("1e999", "byte 0: the number is too large"),
        ("nul", "byte 0: not a JSON word; true, false and null are"),
        ("NaN", "byte 0: a value cannot begin here"),
        ("\"a", "byte 2: the text ends inside a string"),
        ("\"a\nb\"", "byte 2: a control character in a string must be escaped"),
        (#""\x""#, "byte 1: unknown escape in a string"),
        (#""\ud800""#, "byte 1: half of a surrogate pair"),
        (#""\ud800\u0041""#, "byte 1: half of a surrogate pair"),
        (#""\u12g4""#, "byte 5: four hexadecimal digits were expected"),
    ])
    func `what is not JSON is refused with its place`(text: String, reason: String) {
        let error = #expect(throws: JSONError.self) { try JSON.decode(text) }
        #expect(error?.description == reason)
    }

    @Test(arguments: [[0x22, 0xff, 0x22], [0x22, 0xc0, 0x80, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22]])
    func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
        let error = #expect(throws: JSONError.self) { try JSON.decode(bytes) }
        #expect(error?.description == "byte 1: the string is not valid UTF-8")
    }

    @Test func `nesting has an end`() throws {
        let deep = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
        _ = try JSON.decode(deep)
        let error = #expect(throws: JSONError.self) { try JSON.decode("[" + deep + "]") }
        #expect(error?.description == "byte 32: nested too deeply")
    }

    @Test func `no text makes it trap`() {
        var dice = SystemRandomNumberGenerator()
        let alphabet = Array(#"{}[]",:\u0dE+-.eE truefalsn 中"#.utf8) + [0xff, 0x00, 0xe4]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &dice)).map { _ in
                alphabet.randomElement(using: &dice) ?? 0
            }
            guard let value = try? JSON.decode(bytes) else { continue }
            #expect((try? JSON.decode(JSON.encode(value))) == value)
        }
    }

    @Test func `every ASCII character comes back, alone and in a long text`() throws {
        for code in UInt8(0)..<128 {
            let character = String(Unicode.Scalar(code))
            for text in [character, "工业机器人" + character + String(repeating: "机器人多少钱", count: 5)] {
                #expect(try JSON.decode(JSON.encode(.text(text))) == .text(text))
            }
        }
    }

    @Test func `keys are in order, also in a map with many`() {
        let keys = (0..<40).map { "键\($0)" }
        let map = Value.map(Dictionary(uniqueKeysWithValues: keys.map { ($0, .null) }))
        #expect(JSON.text(map) == "{" + keys.sorted().map { "\"\($0)\":null" }.joined(separator: ",") + "}")
    }

    @Test(arguments: [([], ""), ([0], "AA=="), ([251, 255], "+/8="), ([105, 183, 29], "abcd")])
    func `bytes are base64`(bytes: [UInt8], text: String) {
        #expect(JSON.text(.bytes(bytes)) == "\"\(text)\"")
    }

    @Test func `values that JSON lacks are written as text`() {
        let value: Value = [
            "at": .timestamp(Timestamp(milliseconds: 1_773_194_400_123)), "raw": .bytes([1, 2, 3, 4]),
            "odd": .double(.infinity),
        ]
        #expect(JSON.text(value) == #"{"at":"2026-03-11T02:00:00.123Z","odd":null,"raw":"AQIDBA=="}"#)
    }
}
