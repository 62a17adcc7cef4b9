/// The codes that a text names: E204, SRVO-062, AL.16. What is written of one says nothing about another.
struct Codes: Sendable, Hashable {
    let all: Set<String>

    /// Latin letters, perhaps a dash or a point, and digits; nothing Latin on either side.
    init(in text: String) {
        var (codes, run) = (Set<String>(), [UInt8]())
        for byte in text.utf8 {
            if Self.isPart(byte) { run.append(byte) } else { Self.keep(&run, &codes) }
        }
        Self.keep(&run, &codes)
        all = codes
    }

    var isEmpty: Bool { all.isEmpty }

    func shares(with other: Codes) -> Bool { !all.isDisjoint(with: other.all) }

    private static func isPart(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func keep(_ run: inout [UInt8], _ codes: inout Set<String>) {
        defer { run.removeAll(keepingCapacity: true) }
        guard let first = run.first, isLetter(first), run.contains(where: isDigit) else { return }
        let code = run.filter { isLetter($0) || isDigit($0) }.map { isLetter($0) ? $0 & 0xDF : $0 }
        codes.insert(String(decoding: code, as: UTF8.self))
    }
}
