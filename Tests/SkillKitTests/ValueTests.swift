import CSkillABI
import Testing

@testable import SkillKit

/// Values and their bytes, the latter from RFC 8949's appendix A or from `cbor2.dumps(…, canonical=True)`.
@Suite struct ValueTests {
    static let vectors: [(Value, String)] = [
        (.null, "f6"), (.bool(false), "f4"), (.bool(true), "f5"), (.int(0), "00"), (.int(23), "17"),
        (.int(24), "1818"), (.int(1000), "1903e8"), (.int(1_000_000), "1a000f4240"),
        (.int(1_000_000_000_000), "1b000000e8d4a51000"), (.int(-1), "20"), (.int(-1000), "3903e7"),
        (.int(.max), "1b7fffffffffffffff"), (.int(.min), "3b7fffffffffffffff"), (.double(0), "f90000"),
        (.double(-0.0), "f98000"), (.double(1), "f93c00"), (.double(1.1), "fb3ff199999999999a"),
        (.double(65504), "f97bff"), (.double(100_000), "fa47c35000"),
        (.double(5.960464477539063e-8), "f90001"),
        (.double(3.4028234663852886e+38), "fa7f7fffff"), (.double(.infinity), "f97c00"), (.text(""), "60"),
        (.text("IETF"), "6449455446"), (.text("水"), "63e6b0b4"), (.text("\u{10151}"), "64f0908591"),
        (.bytes([1, 2, 3, 4]), "4401020304"), (.list([]), "80"), (.map([:]), "a0"),
        (.list([1, [2, 3], [4, 5]]), "8301820203820405"), (["a": 1, "b": [2, 3]], "a26161016162820203"),
        (["bb": 1, "a": 2, "c": 3], "a3616102616303626262" + "01"),
        (.time(Timestamp(milliseconds: 1_363_896_240_000)), "c11a514b67b0"),
        (.time(Timestamp(milliseconds: 1_363_896_240_500)), "c1fb41d452d9ec200000"),
        (.time(Timestamp(milliseconds: -1)), "c1fbbf50624dd2f1a9fc"),
    ]

    @Test(arguments: vectors) func `a value is written as its vector`(value: Value, hex: String) {
        #expect(value.encoded.hex == hex)
    }

    @Test(arguments: vectors) func `a vector is read as its value`(value: Value, hex: String) throws {
        #expect(Value(decoding: try [UInt8](hex: hex)) == value)
    }

    @Test(arguments: ["", "18", "c2", "f7", "8201", "a16161", "a10101", "c1fb7fefffffffffffff"])
    func `bytes that are no value are nil`(hex: String) throws {
        #expect(Value(decoding: try [UInt8](hex: hex)) == nil)
    }

    @Test func `what is written passes the strict check of the header`() {
        var map: [String: Value] = [:]
        for number in 0..<300 {
            map[String(number * 7919, radix: 36)] = .list([
                .double(Double(number) / 7), .text("机\(number)"), .null,
            ])
        }
        let bytes = Value.map(map).encoded
        var offset: UInt64 = 0
        let fault = bytes.withUnsafeBufferPointer { sk_cbor_check(sk_bytes($0), 1 << 20, &offset) }
        #expect(fault == nil)
        #expect(Value(decoding: bytes) == .map(map))
    }

    @Test func `swift types come from values of their type and of no other`() {
        #expect(String(Value.text("x")) == "x")
        #expect(String(Value.int(1)) == nil)
        #expect(Int(Value.int(7)) == 7)
        #expect(Int(Value.double(7)) == nil)
        #expect(Double(Value.int(7)) == 7)
        #expect(Bool(Value.bool(true)) == true)
        #expect(Timestamp(Value.time(Timestamp(milliseconds: 5))) == Timestamp(milliseconds: 5))
        #expect([String](Value.list(["a", "b"])) == ["a", "b"])
        #expect([String](Value.list(["a", 1])) == nil)
        #expect([String: Int](["a": 1]) == ["a": 1])
        #expect([String: Int](["a": "1"]) == nil)
    }

    @Test func `moments and durations add up`() {
        let noon = Timestamp(milliseconds: 43_200_000)
        #expect(noon + .seconds(1.5) == Timestamp(milliseconds: 43_201_500))
        #expect(noon - .milliseconds(1) < noon)
        #expect((noon + .seconds(60)) - noon == .seconds(60))
    }
}

extension [UInt8] {
    var hex: String { map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined() }

    init(hex: String) throws {
        let digits = Array<Character>(hex)
        self = try stride(from: 0, to: digits.count, by: 2).map {
            try #require(UInt8(String(digits[$0...$0 + 1]), radix: 16))
        }
    }
}
