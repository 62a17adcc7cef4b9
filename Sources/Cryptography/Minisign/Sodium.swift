import CSodium

/// What minisign takes from libsodium: libcrypto 3.0 has neither its scrypt's limits nor BLAKE2b of 32 bytes.
enum Sodium {
    private static let isReady = sodium_init() >= 0

    private static func demandReady() { precondition(isReady, "libsodium does not start") }

    static func blake2b(_ bytes: [UInt8], length: Int) -> [UInt8] {
        demandReady()
        return filled(length) { crypto_generichash($0, length, bytes, UInt64(bytes.count), nil, 0) }
    }

    /// Ed25519; the secret key is libsodium's: seed, then public key.
    static func sign(_ bytes: [UInt8], secret: [UInt8]) -> [UInt8] {
        demandReady()
        precondition(secret.count == Int(crypto_sign_SECRETKEYBYTES), "a secret key has 64 bytes")
        return filled(Int(crypto_sign_BYTES)) {
            crypto_sign_detached($0, nil, bytes, UInt64(bytes.count), secret)
        }
    }

    static func isSigned(_ bytes: [UInt8], _ signature: [UInt8], by key: [UInt8]) -> Bool {
        demandReady()
        guard signature.count == Int(crypto_sign_BYTES), key.count == Int(crypto_sign_PUBLICKEYBYTES) else {
            return false
        }
        return crypto_sign_verify_detached(signature, bytes, UInt64(bytes.count), key) == 0
    }

    /// The secret key that grows from 32 random bytes.
    static func secret(seed: [UInt8]) -> [UInt8] {
        demandReady()
        precondition(seed.count == Int(crypto_sign_SEEDBYTES), "a seed has 32 bytes")
        var key = [UInt8](repeating: 0, count: Int(crypto_sign_PUBLICKEYBYTES))
        return filled(Int(crypto_sign_SECRETKEYBYTES)) { crypto_sign_seed_keypair(&key, $0, seed) }
    }

    /// Nil where the memory for it is not there.
    static func scrypt(
        _ password: String, salt: [UInt8], operations: UInt64, memory: UInt64, length: Int
    ) -> [UInt8]? {
        demandReady()
        precondition(salt.count == Int(crypto_pwhash_scryptsalsa208sha256_SALTBYTES), "a salt has 32 bytes")
        let password = password.utf8.map(CChar.init(bitPattern:))
        var stream = [UInt8](repeating: 0, count: length)
        let code = crypto_pwhash_scryptsalsa208sha256(
            &stream, UInt64(length), password, UInt64(password.count), salt, operations, Int(memory))
        return code == 0 ? stream : nil
    }

    private static func filled(
        _ length: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int32
    ) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: length)
        let code = body(&bytes)
        precondition(code == 0, "libsodium refuses what it always can do")
        return bytes
    }
}
