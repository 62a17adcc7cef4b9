import Testing
import Unix

/// docs/tutorial.md, as a reader follows it.
@Suite struct TutorialTests {
    /// A block of commands, and what they print at the end, where the page says it.
    private struct Block {
        var commands: String
        var printed: String?
    }

    private static let mark = "\u{1e}"

    @Test func `every command of the tutorial does what the page says`() throws {
        let installation = try Installation("skills: []\n")
        defer { installation.remove() }
        let blocks = try Self.blocks(of: Installation.repository + "/docs/tutorial.md")
        #expect(blocks.count > 12)
        // As a reader has it: by its name, in a folder with nothing in it.
        try Files.makeFolders(installation.path("desk"))
        try Files.makeFolders(installation.path("bin"))
        try installation.write(
            "bin/concierge", "#!/bin/sh\nexec '\(Installation.command)' \"$@\"\n", mode: 0o755)
        let script = blocks.map { "\($0.commands)\nprintf '\(Self.mark)'\n" }.joined()
        try installation.write("course", "set -eo pipefail\ncd desk\nPATH=$PWD/../bin:$PATH\n\(script)")
        var course = try installation.process([])
        course.words = ["bash", "-c", "bash course 2>log"]
        let outcome = try course.run()
        let log = try Files.text(installation.path("log"))
        #expect(outcome.isSuccess, "\(outcome.output)\(log)")
        let printed = outcome.output.split(separator: Self.mark, omittingEmptySubsequences: false)
        for (block, found) in zip(blocks, printed) {
            guard let wanted = block.printed else { continue }
            #expect(found.hasSuffix(wanted), "\(block.commands)\(found)\(log)")
        }
    }

    private static func blocks(of page: String) throws -> [Block] {
        var blocks: [Block] = []
        for match in try Files.text(page).matches(of: /```(sh|text)\n((?:.|\n)*?)```/) {
            if match.1 == "sh" {
                blocks.append(Block(commands: String(match.2)))
            } else if let last = blocks.indices.last {
                blocks[last].printed = String(match.2)
            }
        }
        return blocks
    }
}
