import Cryptography
import Testing

@Suite struct DigestTests {
    // FIPS 180-4 examples, and the empty message.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ]) func `SHA-256 gives the standard's digests`(text: String, digest: String) {
        #expect(Hex.encode(SHA256.hash(Array(text.utf8))) == digest)
    }

    // RFC 4231, test cases 1, 2, 3 and 6.
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        (
            [UInt8](repeating: 0xaa, count: 131),
            Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ]) func `HMAC-SHA256 gives RFC 4231's digests`(key: [UInt8], message: [UInt8], digest: String) {
        #expect(Hex.encode(HMAC.sha256(message, key: key)) == digest)
    }

    @Test func `HMAC-SHA256 takes an empty key and message`() {
        #expect(
            Hex.encode(HMAC.sha256([], key: []))
                == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
    }

    @Test func `signs as Standard Webhooks does`() throws {
        let key = try #require(Base64.standard.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        let text = #"msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{"test": 2432232314}"#
        #expect(
            Base64.standard.encode(HMAC.sha256(Array(text.utf8), key: key))
                == "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }
}

@Suite struct SecretTests {
    @Test func `random bytes have the length asked for and do not repeat`() {
        #expect(secureRandomBytes(0) == [])
        #expect(secureRandomBytes(32).count == 32)
        #expect(secureRandomBytes(32) != secureRandomBytes(32))
    }

    @Test(
        arguments: [
            ([], [], true), ([1, 2], [1, 2], true), ([1, 2], [1, 3], false), ([1], [1, 2], false),
            ([], [1], false),
        ] as [([UInt8], [UInt8], Bool)]) func `compares secrets`(
            first: [UInt8], second: [UInt8], isEqual: Bool
        )
    {
        #expect(isEqualInConstantTime(first, second) == isEqual)
    }
}

@Suite struct CodingTests {
    // RFC 4648 §10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ]) func `base64 gives RFC 4648's texts and reads them back`(text: String, coded: String) {
        #expect(Base64.standard.encode(Array(text.utf8)) == coded)
        #expect(Base64.standard.decode(coded) == Array(text.utf8))
        let bare = coded.filter { $0 != "=" }
        #expect(Base64.url.encode(Array(text.utf8)) == bare)
        #expect(Base64.url.decode(bare) == Array(text.utf8))
    }

    @Test func `each alphabet has its own last two letters`() {
        #expect(Base64.standard.encode([0xfb, 0xff, 0xbf]) == "+/+/")
        #expect(Base64.url.encode([0xfb, 0xff, 0xbf]) == "-_-_")
        #expect(Base64.standard.decode("-_-_") == nil)
        #expect(Base64.url.decode("+/+/") == nil)
    }

    @Test(arguments: ["Zg", "Zg=", "Zg===", "Z===", "====", "Zm9v\n", "Zm9 ", "Zh==", "Zm9=", "=Zg="])
    func `base64 that is not exactly right is not read`(text: String) {
        #expect(Base64.standard.decode(text) == nil)
    }

    @Test(arguments: ["Zg==", "Z", "Zh", "Zm9vé"]) func `nor is base64url`(text: String) {
        #expect(Base64.url.decode(text) == nil)
    }

    @Test func `every byte survives either coding`() {
        let bytes = (0...255).map { UInt8($0) } + [0, 0]
        #expect(Hex.decode(Hex.encode(bytes)) == bytes)
        #expect(Base64.standard.decode(Base64.standard.encode(bytes)) == bytes)
        #expect(Base64.url.decode(Base64.url.encode(bytes)) == bytes)
    }

    @Test func `hexadecimal is written in lower case and read in either`() {
        #expect(Hex.encode([0x00, 0xab, 0xff]) == "00abff")
        #expect(Hex.decode("00ABff") == [0x00, 0xab, 0xff])
    }

    @Test(arguments: ["0", "0g", "0x00", " 00"]) func `what is no hexadecimal is not read`(text: String) {
        #expect(Hex.decode(text) == nil)
    }
}
