import Testing
import Unix

/// `concierge skill dev`, driven by a pipe.
@Suite struct DevTests {
    @Test func `what is saved answers the next line, and what does not build leaves the last good one`()
        throws
    {
        let installation = try Installation("skills: []\n")
        defer { installation.remove() }
        #expect(try installation.run("skill", "new", "greeter", "--language", "c").isSuccess)
        var process = try installation.process(["skill", "dev", "greeter", "--name", "Ada"])
        process.input = .pipe
        let dev = try process.start()
        try dev.write("hello\n")
        #expect(
            try dev.lines(to: "Hello, Ada! How can I help?").contains("      wrote greeter.greetings = 1"))

        try installation.change("greeter/src/greeting.c", "Hello again", to: "Welcome back")
        try dev.write("hello\n")
        #expect(try dev.lines(to: "Welcome back, Ada! Greeting number 2.").contains("building greeter"))

        try installation.change("greeter/src/greeting.c", "Welcome back", to: "Oops")
        try installation.change("greeter/src/greeting.c", "static void destroy", to: "static vod destroy")
        try dev.write("hello\n")
        let broken = try dev.lines(to: "Welcome back, Ada! Greeting number 3.")
        #expect(broken.contains("error: greeter: cc failed (exit 1); mend what it says:"))
        #expect(broken.contains { $0.contains("unknown type name") && $0.contains("vod") })
        #expect(broken.contains("the last good one goes on"))

        try installation.change("greeter/src/greeting.c", "static vod destroy", to: "static void destroy")
        try dev.write("hello\n")
        #expect(try dev.lines(to: "Oops, Ada! Greeting number 4.").contains { $0.contains("is in use") })
        // As Ctrl-C does.
        dev.signal(2)
        #expect(dev.wait() == .exit(0))
    }

    @Test func `a line that nothing can answer yet is said to be unanswered`() throws {
        let installation = try Installation("skills: []\n")
        defer { installation.remove() }
        #expect(try installation.run("skill", "new", "greeter", "--language", "c").isSuccess)
        try installation.change("greeter/src/greeting.c", "int64_t count = 0;", to: "int64_t count = zero;")
        let outcome = try installation.run("skill", "dev", "greeter", input: "hello\n")
        #expect(outcome.ending == .exit(1))
        #expect(outcome.output.contains("error: greeter: not built yet; mend what the compiler says\n"))
        #expect(outcome.output.hasSuffix("error: 1 of the lines were not answered\n"))
    }
}

extension Installation {
    fileprivate func change(_ name: String, _ old: String, to new: String) throws {
        let text = try Files.text(path(name))
        #expect(text.contains(old))
        try write(name, text.replacing(old, with: new))
    }
}

extension RunningProcess {
    /// What it prints up to a line, and that line.
    fileprivate func lines(to last: String) throws -> [String] {
        var lines: [String] = []
        while let line = try line() {
            lines.append(line)
            if line == last { return lines }
        }
        Issue.record("'\(last)' never came: \(lines)")
        return lines
    }
}
