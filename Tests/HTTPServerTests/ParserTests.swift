import Testing

@testable import HTTPServer

@Suite struct ParserTests {
    private static let seeds = [
        "POST /v1/a%20b?x=1 HTTP/1.1\r\nHost: a:80\r\nContent-Length: 12\r\nConnection: close\r\n\r\n",
        "GET http://a/x HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nTransfer-Encoding: chunked\r\nX: \t\r\n\r\n",
    ]

    @Test(arguments: seeds) func `whatever is changed in a head, it is read whole or refused`(seed: String)
        throws
    {
        var random = Random(state: 42)
        var accepted = 0
        for _ in 0..<20_000 {
            var bytes = Array(seed.utf8)
            for _ in 0...(random.next() % 3) { random.change(&bytes) }
            do {
                var scanner = HeadScanner()
                guard
                    let end = try bytes.withUnsafeBytes({ window in
                        try scanner.end(in: window)
                    })
                else { continue }
                let head = try HeadParser.parse(Array(bytes[..<end]), maxFields: 100)
                accepted += 1
                // Every line that was there is a field: nothing was passed over.
                let lines = bytes[..<end].count { $0 == 10 }
                #expect(head.fields.count == lines - 2)
            } catch let error as Problem {
                #expect(400..<600 ~= error.status)
            }
        }
        #expect(accepted > 1000)
    }

    @Test func `whatever is changed in a chunked body, it ends within its limit or is refused`() throws {
        var random = Random(state: 7)
        var accepted = 0
        for _ in 0..<20_000 {
            var bytes = Array("5\r\nabcde\r\n00A;x=y\r\n0123456789\r\n0\r\nT: v\r\n\r\n".utf8)
            random.change(&bytes)
            var decoder = ChunkedDecoder()
            var body: [UInt8] = []
            do {
                _ = try bytes.withUnsafeBytes { window in
                    try decoder.decode(window, into: &body, limit: 20)
                }
                #expect(body.count <= 20)
                if decoder.isAtEnd { accepted += 1 }
            } catch let error as Problem {
                #expect(400..<500 ~= error.status)
            }
        }
        #expect(accepted > 1000)
    }

    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
        (1_709_164_799, "Wed, 28 Feb 2024 23:59:59 GMT"), (1_709_164_800, "Thu, 29 Feb 2024 00:00:00 GMT"),
    ]) func `writes dates as RFC 9110 does`(seconds: Int, text: String) {
        #expect(StatusLines.date(seconds) == text)
    }

    @Test func `a problem's texts cannot break its JSON`() {
        let problem = Problem(400, "code", "\"title\"", "a\\b\n\u{1}\u{7f}你")
        #expect(
            String(decoding: problem.json, as: UTF8.self)
                == #"{"type":"about:blank","title":"\"title\"","status":400,"code":"code","detail":"a\\b\u000a\u0001\u007f你"}"#
        )
    }
}

/// The same numbers in each run (SplitMix64).
private struct Random {
    var state: UInt64

    mutating func next() -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return Int((mixed ^ mixed >> 31) >> 1)
    }

    /// Replaces, removes, doubles or inserts one byte, often one that matters to HTTP.
    mutating func change(_ bytes: inout [UInt8]) {
        let place = next() % bytes.count
        let special = Array("\r\n :;,/?%+0aA\u{0}\t".utf8)
        let byte = next() % 2 == 0 ? special[next() % special.count] : UInt8(next() % 256)
        switch next() % 4 {
        case 0: bytes[place] = byte
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(bytes[place], at: place)
        default: bytes.insert(byte, at: place)
        }
    }
}
