import ConciergeCore
import Cryptography
import Testing

@testable import SkillPackages

@Suite struct RegistryIndexTests {
    private static let sum = String(repeating: "a", count: 64)

    private static func text(_ change: (inout [String: Value]) -> Void = { _ in }) -> [UInt8] {
        var entry: [String: Value] = [
            "file": "packages/greeter-1.0.0.skill", "sha256": .text(sum), "size": 12, "kind": "native",
            "description": "says hello", "published_at": "2026-03-11T10:00:00Z",
        ]
        change(&entry)
        return JSON.encode(index(entry))
    }

    private static func index(_ entry: [String: Value]) -> Value {
        [
            "schema": 1, "name": "acme", "serial": 7, "expires": "2026-06-01T00:00:00Z",
            "packages": ["greeter": ["1.0.0": .map(entry)]],
        ]
    }

    @Test func `an index is read as it is written`() throws {
        let key = SecretKey.generate().publicKey
        var index = try IndexReader.read(
            Self.text {
                $0["signer"] = .text(key.text)
                $0["permissions"] = ["model"]
                $0["yanked"] = "answers twice"
            }, place: "index.json")
        index.mirrors = ["https://mirror.example.com/acme"]
        #expect(try IndexReader.read(index.bytes, place: "index.json") == index)
        #expect(index.packages["greeter"]?["1.0.0"]?.signer == key)
        #expect(index.trustedComment == "index acme 7")
    }

    @Test(arguments: ["\u{1b}[2Jhello", "a\nb", "\u{202e}olleh"])
    func `what would move a terminal's cursor is refused`(text: String) {
        let expected = RegistryError.index(
            place: "index.json", path: "", fault: "a control character in it")
        #expect(throws: expected) {
            try IndexReader.read(Self.text { $0["description"] = .text(text) }, place: "index.json")
        }
        #expect(throws: expected) {
            try IndexReader.read(Self.text { $0[text] = true }, place: "index.json")
        }
    }

    @Test(
        arguments: [
            ("file", "../secret", "a path below the registry's address was expected"),
            ("file", "/etc/passwd", "a path below the registry's address was expected"),
            ("file", "packages/.hidden", "a path below the registry's address was expected"),
            ("file", "https://example.com/x", "a path below the registry's address was expected"),
            ("file", "a?b", "a path below the registry's address was expected"),
            ("sha256", "AB", "64 hexadecimal digits was expected"),
            ("size", 0, "a number from 1 to 33554432 was expected"),
            ("size", 33_554_433, "a number from 1 to 33554432 was expected"),
            ("kind", "script", "native or instructions was expected"),
            ("signer", "RWQ", "is not a minisign public key"),
            ("published_at", "yesterday", "a time such as 2026-03-11T10:00:00Z was expected"),
            ("permissions", "model", "a list of texts was expected"),
            ("yanked", true, "a text was expected"),
            ("sha512", "x", "is not known here"),
        ] as [(String, Value, String)])
    func `what a version may not say is named with its place`(key: String, value: Value, fault: String) {
        let expected = RegistryError.index(
            place: "index.json", path: "packages.greeter.1.0.0.\(key)", fault: fault)
        #expect(throws: expected) {
            try IndexReader.read(Self.text { $0[key] = value }, place: "index.json")
        }
    }

    @Test(
        arguments: [
            ("schema", 2), ("schema", "1"), ("name", ""), ("name", "a b"), ("serial", 0), ("serial", 1.5),
            ("expires", "soon"), ("mirrors", ["file:///etc"]), ("packages", []), ("others", 1),
            ("packages", ["Greeter": [:]]), ("packages", ["../x": [:]]),
            ("packages", ["greeter": ["1.0": [:]]]),
            ("packages", ["greeter": ["1.0.0-/x": [:]]]), ("packages", ["greeter": ["1.0.0": []]]),
        ] as [(String, Value)])
    func `what an index may not say is refused`(key: String, value: Value) {
        var index = Self.index([:]).map ?? [:]
        index[key] = value
        #expect(throws: RegistryError.self) {
            try IndexReader.read(JSON.encode(.map(index)), place: "index.json")
        }
    }

    @Test func `each half of an index, and each wrong byte, is refused or read, but nothing else`() throws {
        let whole = Self.text()
        for count in 0..<whole.count {
            #expect(throws: RegistryError.self) {
                try IndexReader.read(Array(whole[..<count]), place: "index.json")
            }
        }
        for place in whole.indices {
            for byte in [0, 0x22, 0x5b, 0x7b, 0xff] as [UInt8] {
                var changed = whole
                changed[place] = byte
                _ = try? IndexReader.read(changed, place: "index.json")
            }
        }
    }

    @Test func `an index that is too deep or too large is refused`() {
        let deep = Array(String(repeating: "[", count: 100_000).utf8)
        #expect(throws: RegistryError.self) { try IndexReader.read(deep, place: "index.json") }
        let large = [UInt8](repeating: 0x20, count: RegistryIndex.largest + 1)
        #expect(throws: RegistryError.tooLarge(place: "index.json", limit: RegistryIndex.largest)) {
            try IndexReader.read(large, place: "index.json")
        }
    }

    @Test func `an error names place, fault and mend`() {
        let error = RegistryError.index(
            place: "https://x/index.json", path: "packages.greeter", fault: "an object was expected")
        #expect(
            "\(error)"
                == "https://x/index.json: 'packages.greeter': an object was expected; publish the index anew")
    }
}
