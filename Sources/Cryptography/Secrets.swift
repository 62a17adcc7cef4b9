import CCrypto

/// Bytes nobody can guess.
public func secureRandomBytes(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
        let code = RAND_bytes(bytes.baseAddress, Int32(count))
        // Going on with bytes that can be guessed would be worse than ending.
        precondition(code == 1, "the system gives no random bytes")
        filled = count
    }
}

/// Compares secrets in a time that tells nothing of where they differ; only their lengths may show.
public func isEqualInConstantTime(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    first.count == second.count && CRYPTO_memcmp(first, second, first.count) == 0
}
