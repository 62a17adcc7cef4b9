import Testing
import Unix

/// From nothing to a reply of one's own skill, as an author goes.
@Suite struct AuthorTests {
    private static let hasCargo = (try? ChildProcess(["cargo", "--version"]).run())?.isSuccess ?? false

    @Test(arguments: ["swift", "c"])
    func `from 'skill new' to its reply in 'chat' is half a minute of machine time`(language: String) throws {
        try Self.author(language).remove()
    }

    @Test(.enabled(if: hasCargo, "no 'cargo' in PATH: install it, and skills in Rust are tested too"))
    func `a skill in Rust replies as soon, and its tables are where the header has them`() throws {
        let installation = try Self.author("rust")
        defer { installation.remove() }
        let tests = try ChildProcess(
            ["cargo", "test", "--offline", "--quiet"], in: installation.path("greeter")
        ).run()
        #expect(tests.isSuccess, "\(tests.output)")
    }

    @Test(.enabled(if: hasCargo, "no 'cargo' in PATH: install it, and skills in Rust are tested too"))
    func `a panic in Rust is the end of that turn and of nothing else`() throws {
        let installation = try Installation("skills: []\n")
        defer { installation.remove() }
        #expect(try installation.run("skill", "new", "greeter", "--language", "rust").isSuccess)
        let source = try Files.text(installation.path("greeter/src/lib.rs"))
        let trap = "assert!(context.text(\"turn.text\") != Some(\"oh\"), \"on purpose\");\n        let text ="
        try installation.write("greeter/src/lib.rs", source.replacing("let text =", with: trap))
        let outcome = try installation.run("skill", "dev", "greeter", input: "oh\nhello\n")
        #expect(outcome.isSuccess, "\(outcome.output)")
        #expect(outcome.output.contains("it panicked: on purpose"), "\(outcome.output)")
        #expect(outcome.output.hasSuffix("Hello! How can I help?\n"), "\(outcome.output)")
    }

    private static func author(_ language: String) throws -> Installation {
        var installation = try Installation("skills: [greeter]\nturn: { join: 0ms }\n")
        let sdk = installation.path("sdk")
        let laid = try ChildProcess(
            ["bash", "-c", "source scripts/lib.sh; lay_sdk \"$0\"", sdk], in: Installation.repository
        ).run()
        #expect(laid.isSuccess, "\(laid.output)")
        installation.environment["CONCIERGE_SDK"] = sdk
        let course = """
            set -e
            "$0" skill new greeter --language \(language) >&2
            "$0" skill test greeter >&2
            "$0" skill install greeter >&2
            printf 'hello\\n' | "$0" chat
            times
            """
        var process = try installation.process([])
        process.words = ["bash", "-c", "{ \(course)\n} 2>log", Installation.command]
        let outcome = try process.run()
        #expect(outcome.isSuccess, "\((try? Files.text(installation.path("log"))) ?? outcome.output)")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.first == "Hello! How can I help?")
        // The last line is what all that was run here took, and not how busy the machine was meanwhile.
        let machine = try #require(lines.last.flatMap(seconds))
        #expect(machine > 0 && machine <= 30, "\(machine) s")
        return installation
    }

    /// Of what `times` says: `0m1.234s 0m0.056s`, in the user's and the system's name.
    private static func seconds(_ line: Substring) -> Double? {
        let parts = line.matches(of: /(\d+)m([\d.]+)s/)
        guard parts.count == 2 else { return nil }
        return parts.reduce(0) { $0 + (Double($1.1) ?? 0) * 60 + (Double($1.2) ?? 0) }
    }
}
