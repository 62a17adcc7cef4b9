import CCrypto

/// SHA-256 (FIPS 180-4).
public enum SHA256 {
    public static let length = 32

    // Set once and then only read; libcrypto would look for it by its name at every digest.
    nonisolated(unsafe) fileprivate static let algorithm = EVP_MD_fetch(nil, "SHA256", nil)

    public static func hash(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: length) { digest, count in
            let code = EVP_Digest(bytes, bytes.count, digest.baseAddress, nil, algorithm, nil)
            precondition(code == 1, "libcrypto has no SHA-256")
            count = length
        }
    }
}

/// Keyed digests (RFC 2104).
public enum HMAC {
    public static func sha256(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: SHA256.length) { digest, count in
            let code = CCrypto.HMAC(
                SHA256.algorithm, key, Int32(key.count), bytes, bytes.count, digest.baseAddress, nil)
            precondition(code != nil, "libcrypto has no SHA-256")
            count = SHA256.length
        }
    }
}
