/// A `.minisig` file: a signature of some content, and a comment that is signed with it.
public struct SignatureFile: Sendable, Hashable {
    static let algorithm = Array("ED".utf8)
    /// Of the content itself instead of its digest: minisign's form before 0.10.
    static let legacyAlgorithm = Array("Ed".utf8)

    public let untrustedComment: String
    public let trustedComment: String
    let number: KeyNumber
    let signature: [UInt8]
    let globalSignature: [UInt8]

    init(
        untrustedComment: String, trustedComment: String, number: KeyNumber, signature: [UInt8],
        globalSignature: [UInt8]
    ) {
        self.untrustedComment = untrustedComment
        self.trustedComment = trustedComment
        self.number = number
        self.signature = signature
        self.globalSignature = globalSignature
    }

    /// Read strictly: four lines as minisign writes them, and nothing else.
    public init(_ text: String) throws(SignatureError) {
        guard let lines = CommentedFile.lines(text), lines.count == 4 else { throw .malformed(line: nil) }
        guard
            let untrusted = CommentedFile.comment(
                lines[0], CommentedFile.untrusted, longest: CommentedFile.longestUntrusted)
        else { throw .malformed(line: 1) }
        guard let signed = Base64.standard.decode(lines[1]), signed.count == 74 else {
            throw .malformed(line: 2)
        }
        guard !signed.starts(with: Self.legacyAlgorithm) else { throw .legacy }
        guard signed.starts(with: Self.algorithm) else { throw .malformed(line: 2) }
        guard
            let trusted = CommentedFile.comment(
                lines[2], CommentedFile.trusted, longest: CommentedFile.longestTrusted)
        else { throw .malformed(line: 3) }
        guard let global = Base64.standard.decode(lines[3]), global.count == 64 else {
            throw .malformed(line: 4)
        }
        self.init(
            untrustedComment: untrusted, trustedComment: trusted, number: KeyNumber(Array(signed[2..<10])),
            signature: Array(signed[10...]), globalSignature: global)
    }

    public var keyIdentifier: String { number.text }

    // Nobody is asked to believe it: who sees a key for the first time is shown it, and pins it.
    static let offer = "public key "

    /// The key that the untrusted comment shows, if it is the one that signed.
    public var offeredKey: PublicKey? {
        guard untrustedComment.hasPrefix(Self.offer),
            let key = PublicKey(String(untrustedComment.dropFirst(Self.offer.count))), key.number == number
        else { return nil }
        return key
    }

    public var text: String {
        let signed = Base64.standard.encode(Self.algorithm + number.bytes + signature)
        return """
            \(CommentedFile.untrusted)\(untrustedComment)
            \(signed)
            \(CommentedFile.trusted)\(trustedComment)
            \(Base64.standard.encode(globalSignature))

            """
    }

    /// Throws unless this key has signed both the content and the trusted comment.
    public func verify(_ content: [UInt8], by key: PublicKey) throws(SignatureError) {
        guard number == key.number else {
            throw .otherKey(signed: keyIdentifier, given: key.identifier)
        }
        guard Sodium.isSigned(Self.digest(content), signature, by: key.bytes) else { throw .contentChanged }
        let whole = signature + Array(trustedComment.utf8)
        guard Sodium.isSigned(whole, globalSignature, by: key.bytes) else { throw .commentChanged }
    }

    static func digest(_ content: [UInt8]) -> [UInt8] { Sodium.blake2b(content, length: 64) }
}

/// Why a signature is worth nothing; whoever tells it says first which one.
public enum SignatureError: Error, Hashable, CustomStringConvertible {
    case malformed(line: Int?)
    case legacy
    case otherKey(signed: String, given: String)
    case contentChanged
    case commentChanged

    public var description: String {
        switch self {
        case .malformed(nil): "not a minisign signature, which has four lines; sign it again"
        case .malformed(let line?):
            "line \(line) is not as minisign writes it; sign it again"
        case .legacy:
            "a legacy signature, of the content and not of its digest; sign it again without 'minisign -l'"
        case .otherKey(let signed, let given):
            "signed by key \(signed), not by \(given); give the key of whoever signed it, or do not trust it"
        case .contentChanged:
            "what is signed was changed, or another key made the signature; get it anew from its publisher"
        case .commentChanged:
            "the trusted comment was changed after it was signed; get it anew from its publisher"
        }
    }
}
