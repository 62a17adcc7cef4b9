import Testing
import YAML

@Suite struct YAMLErrorTests {
    @Test(arguments: [
        ("a: [1, , 2]", "c.yaml:1:8: a value is missing here; write it, or remove the ','"),
        ("{\"faq\": [}", "c.yaml:1:10: a value is missing here; write it, or close the '['"),
        ("中: 1\nb: [\n", "c.yaml:3:1: a value is missing here; write it, or close the '['"),
        ("a: 1\nb: 2\na: 3\n", "c.yaml:3:1: key 'a' was already given at 1:1; remove one of them"),
        ("{\"a\":1,\n\"a\":2}", "c.yaml:2:1: key 'a' was already given at 1:2; remove one of them"),
        ("a: 1\n---\nb: 2\n", "c.yaml:2:1: a second document starts here; keep one document a file"),
        ("? [a]\n: 1\n", "c.yaml:1:3: a key must be plain text, not a list or a map; write 'key: value'"),
        ("a: *x\n", "c.yaml:1:4: no anchor '&x' stands before this alias; define it first"),
        ("a: &x [*x]\n", "c.yaml:1:8: alias '*x' stands inside its own anchor; write the value out"),
        ("a: !!set {}\n", "c.yaml:1:4: unknown tag '!!set'; remove it"),
        ("a: !python/object x\n", "c.yaml:1:4: unknown tag '!python/object'; remove it"),
        ("a: !!int x\n", "c.yaml:1:4: 'x' is not what its tag '!!int' says; remove the tag"),
        (
            "a: 99999999999999999999\n",
            "c.yaml:1:4: number '99999999999999999999' does not fit 64 bits; put it in quotes to keep it as text"
        ),
        (
            "a: 1e999\n",
            "c.yaml:1:4: number '1e999' does not fit 64 bits; put it in quotes to keep it as text"
        ),
    ])
    func `names the fault of a document`(text: String, message: String) {
        #expect(fault(text) == message)
    }

    @Test(arguments: [
        ("a:\n\t- b\n", "c.yaml:2:1: a tab cannot indent; use spaces"),
        ("a: @b\n", "c.yaml:1:4: text cannot start with this character; put the text in quotes"),
        (
            "a: b: c\n",
            "c.yaml:1:5: a ': ' is not allowed here; put the text in quotes, or check the indentation"
        ),
        ("a:\n  b: 1\n c: 2\n", "c.yaml:3:2: this line fits no key above it; check its indentation"),
        ("a: 1\nport\n", "c.yaml:2:1: a key without a ':'; write 'key: value'"),
        (
            "a: [1, 2\nb: 3\n",
            "c.yaml:1:4: this list has no end; close it with ']', and separate items with ','"
        ),
        (
            "{\"a\": 1, \"b\": 2\n",
            "c.yaml:1:1: this map has no end; close it with '}', and separate keys with ','"
        ),
        ("a: \"text\n\n", "c.yaml:1:4: this quote is never closed; close it"),
        (
            "a: \"C:\\d\"\n",
            "c.yaml:1:7: unknown escape in a double quoted text; write '\\\\' for a backslash, or use single quotes"
        ),
        ("a: - b\n", "c.yaml:1:4: a list cannot start here; start it on a line of its own"),
        (
            "价: ok\na: \u{1}\n",
            "c.yaml:2:4: a control character stands here; remove it, or write it as an escape"
        ),
        ("a: 1\n} \n", "c.yaml:2:1: this line fits no key above it; check its indentation"),
    ])
    func `says libyaml's fault with the mend`(text: String, message: String) {
        #expect(fault(text) == message)
    }

    @Test(
        arguments: [
            [0x61, 0x3A, 0x20, 0xFF], [0x61, 0x3A, 0x20, 0xE4, 0xBD], [0x61, 0x3A, 0x20, 0xC0, 0x80],
        ] as [[UInt8]])
    func `refuses bytes that are not UTF-8 at their place`(bytes: [UInt8]) {
        #expect(fault(bytes) == "c.yaml:1:4: this is not UTF-8; save the file as UTF-8")
    }

    @Test func `refuses a document past its limits`() {
        var limits = Limits()
        limits.bytes = 100
        limits.depth = 4
        limits.nodes = 8
        #expect(
            fault("a: " + String(repeating: "x", count: 100), limits)
                == "c.yaml: larger than 100 bytes; split it")
        #expect(fault("[[[[[]]]]]", limits) == "c.yaml:1:5: nested deeper than 4 levels; flatten it")
        #expect(fault("[1,1,1,1,1,1,1,1]", limits) == "c.yaml:1:16: more than 8 values; split the file")
    }

    @Test func `a laughing document ends at the bound on repeated values`() {
        var text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
        for level in 1...9 {
            let alias = "*a\(level - 1)"
            text += "a\(level): &a\(level) [\(Array(repeating: alias, count: 10).joined(separator: ","))]\n"
        }
        #expect(
            fault(text)
                == "c.yaml:4:38: alias '*a2' takes the document past 10000 repeated values; write fewer aliases"
        )
    }

    @Test func `deep nesting ends in an error, not in the stack`() {
        let text = String(repeating: "[", count: 100_000)
        #expect(fault(text) == "c.yaml:1:65: nested deeper than 64 levels; flatten it")
    }

    @Test func `any bytes give a node or an error`() {
        var random = SystemRandomNumberGenerator()
        let alphabet = Array("{}[]:,-?&*!|>'\"%@`#~ \n\t\r\\ab01.\u{FEFF}价".utf8) + [0x00, 0x80, 0xFF]
        for _ in 0..<5000 {
            let length = Int.random(in: 0..<40, using: &random)
            let bytes = (0..<length).compactMap { _ in alphabet.randomElement(using: &random) }
            if let message = fault(bytes) {
                #expect(message.hasPrefix("c.yaml") && !message.contains("\n"), "\(bytes)")
            }
        }
    }

    private func fault(_ text: String, _ limits: Limits = Limits()) -> String? {
        fault(Array(text.utf8), limits)
    }

    private func fault(_ bytes: [UInt8], _ limits: Limits = Limits()) -> String? {
        do throws(YAMLError) {
            _ = try YAML.parse(bytes, file: "c.yaml", limits: limits)
            return nil
        } catch {
            return error.description
        }
    }
}
