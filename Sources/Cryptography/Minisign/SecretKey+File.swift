extension SecretKey {
    /// How hard a password is to guess, as scrypt's limits.
    public struct Strength: Sendable, Hashable {
        var operations: UInt64
        var memory: UInt64

        /// What minisign takes: a gigabyte and a few seconds for each guess.
        public static let sensitive = Strength(operations: 33_554_432, memory: 1 << 30)
        /// A tenth of a second; for keys that live as long as a test.
        public static let interactive = Strength(operations: 524_288, memory: 16 << 20)
    }

    private enum Protection: Equatable { case none, scrypt }

    // Algorithms of signature, derivation and checksum; salt; both limits; then what is encrypted.
    private static let headLength = 54
    private static let checksumAlgorithm = Array("B2".utf8)
    private static let scrypt = Array("Sc".utf8)
    private static let bodyLength = KeyNumber.length + 64 + 32

    public static func isEncrypted(file text: String) throws(SecretKeyError) -> Bool {
        try protection(try content(text)) == .scrypt
    }

    /// From the text of a file that minisign or `file` wrote.
    public init(file text: String, password: String?) throws(SecretKeyError) {
        let all = try Self.content(text)
        let isEncrypted = try Self.protection(all) == .scrypt
        var body = Array(all[Self.headLength...])
        if isEncrypted {
            guard let password else { throw .passwordNeeded }
            body = zip(body, try Self.stream(password, all)).map { $0 ^ $1 }
        }
        self.init(number: KeyNumber(Array(body[..<8])), bytes: Array(body[8..<72]))
        let sum = Array(body[72...])
        // minisign leaves the sum of a key without a password empty.
        let isUnsummed = !isEncrypted && sum.allSatisfy { $0 == 0 }
        guard isUnsummed || isEqualInConstantTime(sum, checksum) else {
            throw isEncrypted ? .wrongPassword : .damaged
        }
        guard isEqualInConstantTime(Sodium.secret(seed: Array(bytes[..<32])), bytes) else { throw .damaged }
    }

    /// The text of a file for `minisign -S -s`, encrypted where a password is given.
    public func file(
        password: String?, strength: Strength = .sensitive
    ) throws(SecretKeyError) -> String {
        let body = number.bytes + bytes + checksum
        let algorithm = PublicKey.algorithm
        guard let password else {
            let none = [UInt8](repeating: 0, count: 48)
            return Self.text(algorithm + [0, 0] + Self.checksumAlgorithm + none + body)
        }
        let salt = secureRandomBytes(32)
        let limits = Self.littleEndian(strength.operations) + Self.littleEndian(strength.memory)
        let head = algorithm + Self.scrypt + Self.checksumAlgorithm + salt + limits
        return Self.text(head + zip(body, try Self.stream(password, head)).map { $0 ^ $1 })
    }

    private var checksum: [UInt8] {
        Sodium.blake2b(PublicKey.algorithm + number.bytes + bytes, length: 32)
    }

    private static func text(_ bytes: [UInt8]) -> String {
        "\(CommentedFile.untrusted)minisign encrypted secret key\n\(Base64.standard.encode(bytes))\n"
    }

    private static func content(_ text: String) throws(SecretKeyError) -> [UInt8] {
        guard let lines = CommentedFile.lines(text), lines.count == 2,
            lines[0].hasPrefix(CommentedFile.untrusted), let all = Base64.standard.decode(lines[1]),
            all.count == headLength + bodyLength, all.starts(with: PublicKey.algorithm),
            all[4..<6].elementsEqual(checksumAlgorithm)
        else { throw .malformed }
        return all
    }

    private static func protection(_ content: [UInt8]) throws(SecretKeyError) -> Protection {
        if content[2..<4].elementsEqual([0, 0]) { return .none }
        guard content[2..<4].elementsEqual(scrypt) else { throw .malformed }
        return .scrypt
    }

    /// What a key's file is encrypted with.
    private static func stream(_ password: String, _ head: [UInt8]) throws(SecretKeyError) -> [UInt8] {
        let operations = number(head[38..<46])
        let memory = number(head[46..<54])
        guard operations <= 4 * Strength.sensitive.operations, memory <= 2 * Strength.sensitive.memory else {
            throw .tooHard
        }
        let stream = Sodium.scrypt(
            password, salt: Array(head[6..<38]), operations: operations, memory: memory, length: bodyLength)
        guard let stream else { throw .noMemory }
        return stream
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func littleEndian(_ number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
}
