import CSkillABI
import ConciergeCore
import Testing

@testable import SkillHosting

@Suite struct MessageTests {
    @Test func `any value comes back as it went`() throws {
        var chance = Chance(state: 20_260_311)
        for _ in 0..<3000 {
            let value = Value.any(depth: 0, &chance)
            let bytes = try withMessage(of: value) { Array($0) }
            let back = try Value(bytes: bytes)
            #expect(back == value)
            // Equal texts may differ in bytes, and 0 equals -0.
            #expect(try withMessage(of: back) { Array($0) } == bytes)
        }
    }

    @Test func `a context of many keys is in the order of its bytes`() throws {
        var context: [String: Value] = [:]
        for number in 0..<500 { context["key.\(number * 7919 % 1000)"] = .int(Int64(number)) }
        context["ключ"] = "text"
        let bytes = try withMessage(of: .map(context)) { Array($0) }
        #expect(try withMessage(of: ContextView(context)) { Array($0) } == bytes)
        #expect(bytes.count > 4096)
        #expect(try Value(bytes: bytes) == .map(context))
    }

    @Test(
        arguments: [
            (
                [0xA2, 0x61, 0x62, 0x01, 0x61, 0x61, 0x01],
                "not a message: map keys are not sorted, at byte 4"
            ),
            ([0xA2, 0x61, 0x61, 0x01, 0x61, 0x61, 0x01], "not a message: a map key comes twice, at byte 4"),
            ([0x62, 0xC3, 0x28], "not a message: text is not UTF-8, at byte 0"),
            ([0x18, 0x01], "not a message: a head is not in its shortest form, at byte 0"),
            ([0x5F, 0xFF], "not a message: indefinite length or reserved head, at byte 0"),
            ([0x01, 0x02], "not a message: bytes after the value, at byte 1"),
            ([0xC2, 0x01], "not a message: unknown tag, at byte 0"),
            ([0x82, 0x01], "not a message: cut short, at byte 0"),
            ([0x9B, 0x7F, 0, 0, 0, 0, 0, 0, 0], "not a message: cut short, at byte 0"),
            ([], "not a message: cut short, at byte 0"),
            // é, composed and decomposed: other bytes, the same text.
            (
                [0xA2, 0x62, 0xC3, 0xA9, 0x01, 0x63, 0x65, 0xCC, 0x81, 0x01],
                "not a message: a map key comes twice, at byte 5"
            ),
        ] as [([UInt8], String)])
    func `names what is wrong and where`(bytes: [UInt8], text: String) {
        let error = #expect(throws: MessageError.self) { try Value(bytes: bytes) }
        #expect(error?.description == text)
    }

    @Test func `a message too large is refused before it is looked at`() {
        let error = #expect(throws: MessageError.self) {
            // Only the length is there; the pointer leads nowhere.
            try Value(message: sk_bytes(ptr: UnsafePointer(bitPattern: 8), len: 1 << 40), limit: 262_144)
        }
        #expect(error?.description == "1099511627776 bytes, and 262144 are allowed")
    }

    @Test(arguments: [32, 33]) func `both sides nest 32 deep and no deeper`(depth: Int) throws {
        var value: Value = 1
        for level in 0..<depth { value = level % 2 == 0 ? [value] : ["a": value] }
        if depth == 32 {
            #expect(try Value(bytes: try withMessage(of: value) { Array($0) }) == value)
        } else {
            let error = #expect(throws: MessageError.self) { try withMessage(of: value) { _ in } }
            #expect(error?.description == "nested deeper than 32 levels")
        }
    }

    @Test func `a time beyond what a message can hold is refused`() {
        let value = Value.timestamp(Timestamp(milliseconds: .max))
        let error = #expect(throws: MessageError.self) { try withMessage(of: value) { _ in } }
        #expect(error?.description == "a timestamp is out of range")
    }

    @Test func `a stranger's words become one line`() {
        let words: [UInt8] = Array("no\nsuch\u{1B}[31m key ".utf8) + [0xFF]
        #expect(words.withUnsafeBufferPointer { sk_bytes($0).line } == "no such [31m key �")
        #expect([UInt8]().withUnsafeBufferPointer { sk_bytes($0).line } == nil)
        let long = [UInt8](repeating: 0x61, count: 1 << 20)
        #expect(long.withUnsafeBufferPointer { sk_bytes($0).line?.utf8.count } == 4096)
    }
}

extension Value {
    init(bytes: [UInt8]) throws {
        self = try bytes.withUnsafeBufferPointer { try Value(message: sk_bytes($0), limit: 1 << 20) }
    }

    /// Any value, often one at the edge of what can be said.
    fileprivate static func any(depth: Int, _ chance: inout Chance) -> Value {
        switch chance.number(below: depth < 6 ? 10 : 7) {
        case 0: .null
        case 1: .bool(chance.number(below: 2) == 0)
        case 2: .int(Int64(truncatingIfNeeded: chance.next() >> chance.number(below: 64)))
        case 3: .int(~Int64(truncatingIfNeeded: chance.next() >> (1 + chance.number(below: 63))))
        case 4: .double(double(&chance))
        case 5: .text(text(&chance))
        case 6:
            switch chance.number(below: 2) {
            case 0: .bytes((0..<chance.number(below: 40)).map { _ in UInt8(chance.number(below: 256)) })
            default:
                .timestamp(Timestamp(milliseconds: Int64(chance.number(below: 1 << 48)) - (1 << 46)))
            }
        case 7: .list((0..<chance.number(below: 5)).map { _ in any(depth: depth + 1, &chance) })
        default:
            .map(
                Dictionary(
                    (0..<chance.number(below: 12)).map { _ in
                        (text(&chance), any(depth: depth + 1, &chance))
                    }, uniquingKeysWith: { first, _ in first }))
        }
    }

    private static func double(_ chance: inout Chance) -> Double {
        let edges = [
            0, -0.0, 0.5, 65504, 5.960464477539063e-8, 1e300, .infinity, -.infinity, .pi,
            .leastNonzeroMagnitude,
        ]
        if chance.number(below: 2) == 0 { return edges[chance.number(below: edges.count)] }
        let number = Double(bitPattern: chance.next())
        return number.isNaN ? 1.5 : number
    }

    private static func text(_ chance: inout Chance) -> String {
        let letters = Array("abcxyz.0189_ 礼宾é🙂ß\u{0}\u{301}".unicodeScalars)
        var text = String.UnicodeScalarView()
        for _ in 0..<chance.number(below: 30) { text.append(letters[chance.number(below: letters.count)]) }
        return String(text)
    }
}

/// Numbers that a failing run can repeat.
private struct Chance {
    var state: UInt64

    // SplitMix64: https://prng.di.unimi.it/splitmix64.c
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func number(below limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
