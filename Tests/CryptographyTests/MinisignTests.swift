import Cryptography
import Testing
import Unix

@Suite struct MinisignTests {
    private let content = Array("what is signed\n".utf8)

    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = try Files.temporaryFolder("minisign-test")
        defer { try? Files.removeTree(folder) }
        try Files.replace(folder + "/content", with: content)
        try body(folder)
    }

    private func minisign(_ words: String..., in folder: String) throws -> ChildProcess.Outcome {
        try ChildProcess(["minisign"] + words, in: folder).run()
    }

    @Test(arguments: [nil, "correct horse"])
    func `minisign signs with a key of ours, and we verify it`(password: String?) throws {
        try inFolder { folder in
            let key = SecretKey.generate()
            let text = try key.file(password: password, strength: .interactive)
            try Files.create(folder + "/key", text, mode: 0o600)
            let command =
                password.map { "printf '%s\\n' '\($0)' | " } ?? ""
            let sign = "\(command)minisign -S -s key -m content -t 'id 1.0 sum' </dev/stdin"
            let signed = try ChildProcess(["sh", "-c", sign], in: folder).run()
            #expect(signed.isSuccess, "\(signed.output)")
            let signature = try SignatureFile(try Files.text(folder + "/content.minisig"))
            try signature.verify(content, by: key.publicKey)
            #expect(signature.trustedComment == "id 1.0 sum")
            #expect(signature.keyIdentifier == key.publicKey.identifier)
        }
    }

    @Test func `minisign verifies a signature of ours, by the text and by the file of the key`() throws {
        try inFolder { folder in
            let key = SecretKey.generate()
            let signature = key.sign(content, trustedComment: "clock 1.2.0 表")
            try Files.create(folder + "/content.minisig", signature.text)
            try Files.create(folder + "/key.pub", key.publicKey.file)
            let byText = try minisign("-V", "-P", key.publicKey.text, "-m", "content", in: folder)
            #expect(byText.isSuccess)
            let byFile = try minisign("-V", "-Q", "-p", "key.pub", "-m", "content", in: folder)
            #expect(byFile.isSuccess)
            #expect(byFile.output == "clock 1.2.0 表\n")
        }
    }

    @Test(arguments: [nil, "correct horse"])
    func `we sign with a key of minisign's, and minisign verifies it`(password: String?) throws {
        try inFolder { folder in
            let make =
                password.map { "printf '%s\\n%s\\n' '\($0)' '\($0)' | minisign -G -p key.pub -s key" }
                ?? "minisign -G -W -p key.pub -s key"
            let made = try ChildProcess(["sh", "-c", make], in: folder).run()
            #expect(made.isSuccess, "\(made.output)")
            let file = try Files.text(folder + "/key")
            #expect(try SecretKey.isEncrypted(file: file) == (password != nil))
            let key = try SecretKey(file: file, password: password)
            #expect(try PublicKey(Files.text(folder + "/key.pub")) == key.publicKey)
            #expect(try Files.text(folder + "/key.pub") == key.publicKey.file)
            try Files.create(
                folder + "/content.minisig", key.sign(content, trustedComment: "theirs").text)
            let verified = try minisign("-V", "-p", "key.pub", "-m", "content", in: folder)
            #expect(verified.isSuccess)
        }
    }

    @Test func `a legacy signature of minisign's is refused`() throws {
        try inFolder { folder in
            _ = try minisign("-G", "-W", "-p", "key.pub", "-s", "key", in: folder)
            let signed = try minisign("-S", "-l", "-s", "key", "-m", "content", in: folder)
            #expect(signed.isSuccess)
            #expect(throws: SignatureError.legacy) {
                try SignatureFile(try Files.text(folder + "/content.minisig"))
            }
        }
    }

    @Test func `every byte of a signature that is changed is noticed, but in its untrusted comment`() throws {
        let key = SecretKey.generate()
        let text = key.sign(content, trustedComment: "id 1.0 sum", untrustedComment: "free").text
        let free = "untrusted comment: ".utf8.count..<"untrusted comment: free".utf8.count
        for (index, byte) in text.utf8.enumerated() where !free.contains(index) {
            for change in [1, 0x20, 0x80] as [UInt8] {
                var bytes = Array(text.utf8)
                bytes[index] = byte ^ change
                let changed = String(decoding: bytes, as: UTF8.self)
                #expect(throws: SignatureError.self, "byte \(index)") {
                    try SignatureFile(changed).verify(content, by: key.publicKey)
                }
            }
        }
    }

    @Test func `what is not written as minisign writes it is refused`() throws {
        let text = SecretKey.generate().sign(content, trustedComment: "id 1.0 sum").text
        let lines = text.split(separator: "\n").map(String.init)
        let refused = [
            "", "\n", String(text.dropLast()), text + "\n", text + text,
            text.replacing("\n", with: "\r\n"), lines.reversed().joined(separator: "\n") + "\n",
            text.replacing("trusted comment: id", with: "Trusted comment: id"),
            text.replacing(lines[1], with: lines[3]), text.replacing(lines[3], with: lines[1]),
            text.replacing("id 1.0", with: "id\u{7}1.0"),
            text.replacing("id 1.0", with: String(repeating: "a", count: 9000)),
        ]
        for text in refused {
            #expect(throws: SignatureError.self, "\(text)") { try SignatureFile(text) }
        }
    }

    @Test func `another content, another key and another comment are told apart`() throws {
        let key = SecretKey.generate()
        let signature = key.sign(content, trustedComment: "id 1.0 sum")
        #expect(throws: SignatureError.contentChanged) {
            try signature.verify(content + [0], by: key.publicKey)
        }
        let other = SecretKey.generate().publicKey
        #expect(
            throws: SignatureError.otherKey(signed: key.publicKey.identifier, given: other.identifier)
        ) { try signature.verify(content, by: other) }
        let renamed = try SignatureFile(signature.text.replacing("id 1.0", with: "ad 1.0"))
        #expect(throws: SignatureError.commentChanged) { try renamed.verify(content, by: key.publicKey) }
    }
}

@Suite struct SecretKeyTests {
    @Test func `a key comes back from its file, with its password only`() throws {
        let key = SecretKey.generate()
        let file = try key.file(password: "right", strength: .interactive)
        #expect(try SecretKey(file: file, password: "right").publicKey == key.publicKey)
        #expect(throws: SecretKeyError.wrongPassword) { try SecretKey(file: file, password: "wrong") }
        #expect(throws: SecretKeyError.wrongPassword) { try SecretKey(file: file, password: "") }
        #expect(throws: SecretKeyError.passwordNeeded) { try SecretKey(file: file, password: nil) }
        #expect("\(SecretKeyError.wrongPassword)" == "the password is wrong; try again")
        let open = try key.file(password: nil)
        #expect(try SecretKey(file: open, password: nil).publicKey == key.publicKey)
    }

    @Test func `no changed byte of a key's file is taken`() throws {
        let file = try SecretKey.generate().file(password: nil)
        let start = "untrusted comment: minisign encrypted secret key\n".utf8.count
        for index in start..<file.utf8.count {
            var bytes = Array(file.utf8)
            bytes[index] ^= 1
            let changed = String(decoding: bytes, as: UTF8.self)
            // Salt and limits of a key without a password mean nothing.
            let (first, last) = ((start + 6 / 3 * 4)..., ..<(start + 54 / 3 * 4))
            if first.contains(index), last.contains(index) { continue }
            #expect(throws: SecretKeyError.self, "byte \(index)") {
                try SecretKey(file: changed, password: nil)
            }
        }
    }

    @Test func `limits that no key has are refused before any work`() throws {
        let file = try SecretKey.generate().file(password: "right", strength: .interactive)
        let lines = file.split(separator: "\n").map(String.init)
        for place in [45, 53] {
            var bytes = try #require(Base64.standard.decode(lines[1]))
            bytes[place] = 1
            let changed = "\(lines[0])\n\(Base64.standard.encode(bytes))\n"
            #expect(throws: SecretKeyError.tooHard) { try SecretKey(file: changed, password: "right") }
        }
    }

    @Test(arguments: ["", "RW", "nonsense\n", "untrusted comment: x\nRWQ=\n"])
    func `what is no key is refused`(text: String) {
        #expect(throws: SecretKeyError.malformed) { try SecretKey(file: text, password: nil) }
        #expect(PublicKey(text) == nil)
    }

    @Test func `a public key is read from its text and from its file`() throws {
        let key = SecretKey.generate().publicKey
        #expect(PublicKey(key.text) == key)
        #expect(PublicKey(key.file) == key)
        #expect(PublicKey(key.text + "A") == nil)
        #expect(PublicKey(String(key.text.dropLast())) == nil)
        #expect(PublicKey(key.file + key.file) == nil)
        let secret = try SecretKey.generate().file(password: nil)
        #expect(PublicKey(secret) == nil)
    }
}
