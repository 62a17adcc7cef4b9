import Testing
import Unix

@Suite struct SigningTests {
    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = try Files.temporaryFolder("signing-test")
        defer { try? Files.removeTree(folder) }
        let example = Installation.repository + "/Examples/hello-c/skill.yaml"
        try Files.copy(example, to: folder + "/hello-c/skill.yaml")
        try Files.makeFolders(folder + "/hello-c/lib/linux-x86_64")
        try Files.create(folder + "/hello-c/lib/linux-x86_64/hello-c.so", "library")
        try Files.create(folder + "/password", "correct horse\n")
        try body(folder)
    }

    private func concierge(_ words: String..., in folder: String) throws -> ChildProcess.Outcome {
        try ChildProcess([Installation.command, "skill"] + words, in: folder).run()
    }

    @Test func `a key is made, a package signed with it, and minisign verifies that`() throws {
        try inFolder { folder in
            let made = try concierge("sign", "--generate", "keys/my.key", "--no-password", in: folder)
            #expect(made.isSuccess, "\(made.output)")
            let mode = try ChildProcess(["stat", "-c", "%a", "keys/my.key"], in: folder).run()
            #expect(mode.output == "600\n")
            let signed = try concierge("sign", "hello-c", "--key", "keys/my.key", in: folder)
            #expect(signed.isSuccess, "\(signed.output)")
            let place = folder + "/hello-c/SHA256SUMS"
            let words = ["minisign", "-V", "-Q", "-p", "keys/my.key.pub", "-m", place]
            let verified = try ChildProcess(words, in: folder).run()
            #expect(verified.isSuccess)
            let digest = try ChildProcess(["sha256sum", place]).run().output.prefix(64)
            #expect(verified.output == "hello-c 1.0.0 \(digest)\n")
            #expect(signed.output.contains(digest))
            #expect(signed.output.hasSuffix("hello-c/SHA256SUMS.minisig\n"))
        }
    }

    @Test func `a key is never written over`() throws {
        try inFolder { folder in
            #expect(try concierge("sign", "--generate", "my.key", "--no-password", in: folder).isSuccess)
            let key = try Files.text(folder + "/my.key")
            let again = try concierge("sign", "--generate", "my.key", "--no-password", in: folder)
            #expect(
                again.output
                    == "error: my.key: is there already, and no key is written over; choose another name\n")
            #expect(try Files.text(folder + "/my.key") == key)
        }
    }

    @Test func `a password is needed where a key has one, and the right one`() throws {
        try inFolder { folder in
            let command =
                "printf 'correct horse\\ncorrect horse\\n' | minisign -G -p my.key.pub -s my.key"
            #expect(try ChildProcess(["sh", "-c", command], in: folder).run().isSuccess)
            let without = try concierge("sign", "hello-c", "--key", "my.key", in: folder)
            #expect(
                without.output
                    == "error: my.key: the key is protected by a password; give it by --password-file, or on a terminal\n"
            )
            try Files.create(folder + "/wrong", "wrong\n")
            let wrong = try concierge(
                "sign", "hello-c", "--key", "my.key", "--password-file", "wrong", in: folder)
            #expect(wrong.output == "error: my.key: the password is wrong; try again\n")
            let right = try concierge(
                "sign", "hello-c", "--key", "my.key", "--password-file", "password", in: folder)
            #expect(right.isSuccess, "\(right.output)")
        }
    }

    @Test func `a package without its library is not signed`() throws {
        try inFolder { folder in
            #expect(try concierge("sign", "--generate", "my.key", "--no-password", in: folder).isSuccess)
            try Files.removeTree(folder + "/hello-c/lib")
            let refused = try concierge("sign", "hello-c", "--key", "my.key", in: folder)
            #expect(
                refused.output
                    == "error: hello-c: no library in it; 'concierge skill build hello-c' first\n")
            #expect(!Files.exists(folder + "/hello-c/SHA256SUMS"))
        }
    }

    @Test func `a password is asked for on a terminal, and not shown`() throws {
        try inFolder { folder in
            let script = Files.folder(of: #filePath) + "/secret.py"
            let outcome = try ChildProcess(["python3", script, Installation.command], in: folder).run()
            #expect(outcome.isSuccess, "\(outcome.output)")
            let words = ["minisign", "-V", "-q", "-p", "k.pub", "-m", "hello-c/SHA256SUMS"]
            #expect(try ChildProcess(words, in: folder).run().isSuccess)
        }
    }
}
