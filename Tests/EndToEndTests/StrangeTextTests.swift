import Testing
import Unix

/// What strangers wrote commands nobody's terminal.
@Suite struct StrangeTextTests {
    @Test func `a fault that quotes a package's text moves no cursor`() throws {
        let folder = try Files.temporaryFolder("strange-test")
        defer { try? Files.removeTree(folder) }
        let manifest =
            "id: a\nname: A\ndescription: x\nversion: \"1\\e[1A\\e[2K\\x9b2J\\u202e\"\npublisher: \"\\e]0;x\\a\"\n"
        try Files.replace(folder + "/skill.yaml", with: manifest)
        let outcome = try ChildProcess([Installation.command, "skill", "pack", "."], in: folder).run()
        #expect(!outcome.isSuccess)
        #expect(outcome.output.contains("'1 [1A [2K 2J\u{fffd}' is not a version"))
        #expect(outcome.output.contains("' ]0;x ' is not one line of printable text"))
        #expect(!outcome.output.contains { "\u{1b}\u{9b}\u{202e}\u{7}".contains($0) })
    }
}
