import Testing
import Unix

@Suite struct PackTests {
    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = try Files.temporaryFolder("pack-test")
        defer { try? Files.removeTree(folder) }
        try body(folder)
    }

    private func concierge(_ words: String..., in folder: String) throws -> ChildProcess.Outcome {
        try ChildProcess([Installation.command, "skill"] + words, in: folder).run()
    }

    private static func unsigned(_ file: String) -> String {
        "\(file): not signed; 'concierge skill sign' and pack again, so that others know whose it is\n"
    }

    @Test func `sources are built and packed, and what is left out is said`() throws {
        try inFolder { folder in
            let example = Installation.repository + "/Examples/hello-c"
            for file in ["skill.yaml", "src/visits.c", "tests/counting.yaml"] {
                try Files.copy("\(example)/\(file)", to: "\(folder)/hello-c/\(file)")
            }
            try Files.create(folder + "/hello-c/prices.json", "[]\n")
            let packed = try concierge("pack", "hello-c", in: folder)
            #expect(
                packed.output
                    == "hello-c/prices.json: is left out; what a skill reads belongs into 'assets' or 'knowledge'\n"
                    + Self.unsigned("hello-c-1.0.0.skill") + "hello-c-1.0.0.skill\n")
            let list = try ChildProcess(["tar", "--zstd", "-tf", "hello-c-1.0.0.skill"], in: folder).run()
            #expect(
                list.output.split(separator: "\n") == [
                    "hello-c/SHA256SUMS", "hello-c/lib/linux-x86_64/hello-c.so", "hello-c/skill.yaml",
                    "hello-c/tests/counting.yaml",
                ])
            let again = try concierge("pack", "hello-c", "--output", "dist/again.skill", in: folder)
            #expect(again.isSuccess, "\(again.output)")
            #expect(
                try Files.read(folder + "/dist/again.skill") == Files.read(folder + "/hello-c-1.0.0.skill"))
        }
    }

    @Test func `what was signed is packed as it was signed, and not built again`() throws {
        try inFolder { folder in
            let library = "\(try Installation.skills.get())/hello-c/lib/linux-x86_64/hello-c.so"
            try Files.copy(library, to: folder + "/hello-c/lib/linux-x86_64/hello-c.so")
            let example = Installation.repository + "/Examples/hello-c"
            try Files.copy(example + "/skill.yaml", to: folder + "/hello-c/skill.yaml")
            // A build would end here.
            try Files.create(folder + "/hello-c/Makefile", "all:\n\tfalse\n")
            #expect(try concierge("sign", "--generate", "k", "--no-password", in: folder).isSuccess)
            #expect(try concierge("sign", "hello-c", "--key", "k", in: folder).isSuccess)
            let packed = try concierge("pack", "hello-c", "--format", "zip", in: folder)
            #expect(packed.output == "hello-c-1.0.0.skill\n")
            let list = try ChildProcess(
                ["python3", "-m", "zipfile", "-l", "hello-c-1.0.0.skill"], in: folder
            ).run()
            #expect(list.output.contains("hello-c/SHA256SUMS.minisig "))
        }
    }

    @Test func `instructions are packed, too`() throws {
        try inFolder { folder in
            let text = "---\nname: brand\ndescription: How we write.\nversion: 1.0.0\n---\n# Brand\n"
            try Files.makeFolders(folder + "/brand/references")
            try Files.create(folder + "/brand/SKILL.md", text)
            try Files.create(folder + "/brand/references/words.md", "- short ones\n")
            let packed = try concierge("pack", "brand", "--format", "tar.gz", in: folder)
            #expect(packed.output == Self.unsigned("brand-1.0.0.skill") + "brand-1.0.0.skill\n")
            let list = try ChildProcess(["tar", "-tzf", "brand-1.0.0.skill"], in: folder).run()
            #expect(list.output == "brand/SHA256SUMS\nbrand/SKILL.md\nbrand/references/words.md\n")
            let refused = try concierge("pack", "brand", "--format", "rar", in: folder)
            #expect(refused.ending == .exit(64))
            #expect(refused.output.hasPrefix("error: --format: 'rar' is none; "))
        }
    }
}
