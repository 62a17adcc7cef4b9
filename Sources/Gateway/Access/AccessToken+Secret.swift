public import ConciergeCore
import Cryptography

extension AccessToken {
    /// A token nobody can guess; whoever makes one shows it once.
    public static func newSecret() -> String { "ck_" + Base64.url.encode(secureRandomBytes(32)) }

    /// What is kept of it: SHA-256 in hexadecimal.
    public static func hash(_ secret: String) -> String { Hex.encode(SHA256.hash(Array(secret.utf8))) }
}
