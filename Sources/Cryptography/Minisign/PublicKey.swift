/// By what signatures are verified, as minisign writes it.
public struct PublicKey: Sendable, Hashable, CustomStringConvertible {
    static let length = 32
    static let algorithm = Array("Ed".utf8)

    let number: KeyNumber
    let bytes: [UInt8]

    init(number: KeyNumber, bytes: [UInt8]) {
        self.number = number
        self.bytes = bytes
    }

    /// The text after `-P`, or the whole of a `.pub` file; nil for anything else.
    public init?(_ text: String) {
        let lines = text.split(separator: "\n")
        let isFile = lines.count == 2 && lines[0].hasPrefix(CommentedFile.untrusted)
        guard isFile || lines.count == 1, let line = lines.last,
            let all = Base64.standard.decode(String(line)),
            all.count == Self.algorithm.count + KeyNumber.length + Self.length,
            all.starts(with: Self.algorithm)
        else { return nil }
        number = KeyNumber(Array(all[2..<10]))
        bytes = Array(all[10...])
    }

    /// `RW…`, one line.
    public var text: String { Base64.standard.encode(Self.algorithm + number.bytes + bytes) }

    /// The content of a `.pub` file.
    public var file: String { "\(CommentedFile.untrusted)minisign public key \(identifier)\n\(text)\n" }

    /// As minisign shows it.
    public var identifier: String { number.text }

    public var description: String { text }
}

/// The eight bytes by which a signature says whose it is.
struct KeyNumber: Sendable, Hashable {
    static let length = 8

    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    // minisign prints it as a little-endian number, without leading zeros.
    var text: String {
        let digits = Hex.encode(bytes.reversed()).uppercased().drop { $0 == "0" }
        return digits.isEmpty ? "0" : String(digits)
    }
}

/// How each of minisign's files begins.
enum CommentedFile {
    static let untrusted = "untrusted comment: "
    static let trusted = "trusted comment: "
    /// As long as minisign reads them.
    static let longestUntrusted = 1024
    static let longestTrusted = 8192

    /// The lines of a file in which each has an end, and no control character stands but tabs, which minisign writes.
    static func lines(_ text: String) -> [String]? {
        guard text.utf8.last == 10,
            text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f || $0 == 10 || $0 == 9 })
        else { return nil }
        return text.utf8.dropLast().split(separator: 10, omittingEmptySubsequences: false).map {
            String(decoding: Array($0), as: UTF8.self)
        }
    }

    /// What stands after a line's beginning.
    static func comment(_ line: String, _ beginning: String, longest: Int) -> String? {
        guard line.utf8.count <= longest, line.utf8.starts(with: beginning.utf8) else { return nil }
        return String(decoding: Array(line.utf8.dropFirst(beginning.utf8.count)), as: UTF8.self)
    }
}
