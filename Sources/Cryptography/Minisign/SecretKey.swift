/// By what signatures are made; its file is minisign's own.
public struct SecretKey: Sendable {
    let number: KeyNumber
    /// Seed, then public key.
    let bytes: [UInt8]

    init(number: KeyNumber, bytes: [UInt8]) {
        self.number = number
        self.bytes = bytes
    }

    public static func generate() -> SecretKey {
        SecretKey(
            number: KeyNumber(secureRandomBytes(KeyNumber.length)),
            bytes: Sodium.secret(seed: secureRandomBytes(32)))
    }

    public var publicKey: PublicKey { PublicKey(number: number, bytes: Array(bytes[32...])) }

    /// Of both the content and the trusted comment; a comment is one line without control characters. Nobody's word
    /// stands for the untrusted one, which shows the public key when nothing else is to stand there.
    public func sign(
        _ content: [UInt8], trustedComment: String, untrustedComment: String? = nil
    ) -> SignatureFile {
        let untrustedComment = untrustedComment ?? SignatureFile.offer + publicKey.text
        let signature = Sodium.sign(SignatureFile.digest(content), secret: bytes)
        return SignatureFile(
            untrustedComment: untrustedComment, trustedComment: trustedComment, number: number,
            signature: signature,
            globalSignature: Sodium.sign(signature + Array(trustedComment.utf8), secret: bytes))
    }
}

/// Why a secret key cannot be read; whoever tells it says first which file.
public enum SecretKeyError: Error, Hashable, CustomStringConvertible {
    case malformed
    case passwordNeeded
    case wrongPassword
    case damaged
    case tooHard
    case noMemory

    public var description: String {
        switch self {
        case .malformed:
            "not a minisign secret key; give the file that 'concierge skill sign --generate' or 'minisign -G' made"
        case .passwordNeeded:
            "the key is protected by a password; give it by --password-file, or on a terminal"
        case .wrongPassword: "the password is wrong; try again"
        case .damaged: "the key does not match its own checksum; restore the file from a copy"
        case .tooHard: "the password asks for more work than minisign ever does; the file is damaged"
        case .noMemory: "not enough memory to derive the key from the password; free 1 GiB and try again"
        }
    }
}
