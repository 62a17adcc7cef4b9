import Testing
import Unix

/// Skills that need more of Swift's runtime than the host itself.
@Suite struct RuntimeTests {
    @Test(arguments: ["libFoundation.so", "libFoundationEssentials.so", "libswiftObservation.so"])
    func `a skill finds what it needs of Swift beside what the host runs on`(library: String) throws {
        let installation = try Installation()
        defer { installation.remove() }
        let loaded = try ChildProcess(["ldd", Installation.command]).run().output
        try #require(!loaded.contains(library), "the host has \(library) itself")
        let outcome = try build(in: installation, needing: library)
        try #require(outcome.isSuccess, "\(outcome.output)")
        let probed = try installation.run("skill", "probe", "hello-c")
        #expect(probed.isSuccess, "\(probed.output)")
    }

    @Test func `what is nowhere is named`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        let nothing = installation.path("libnothing.so")
        try installation.write("nothing.c", "int nothing;\n")
        let words = [
            "cc", "-shared", "-Wl,-soname,libnothing.so", "-o", nothing, installation.path("nothing.c"),
        ]
        try #require(try ChildProcess(words).run().isSuccess)
        let outcome = try build(in: installation, needing: "libnothing.so", at: installation.path("."))
        try #require(outcome.isSuccess, "\(outcome.output)")
        let probed = try installation.run("skill", "probe", "hello-c")
        let path = try #require(Files.absolute(installation.path("hello-c/lib/linux-x86_64/hello-c.so")))
        #expect(
            probed.output
                == "error: \(path): cannot be linked: libnothing.so: cannot open shared object file: No such file or directory; install what it needs, or rebuild it with 'concierge skill build FOLDER'\n"
        )
    }

    /// The example in C, linked to one library more.
    private func build(
        in installation: Installation, needing library: String, at folder: String? = nil
    ) throws -> ChildProcess.Outcome {
        let example = Installation.repository + "/Examples/hello-c"
        let target = installation.path("hello-c")
        try Files.makeFolders(target + "/lib/linux-x86_64")
        try Files.copy(example + "/skill.yaml", to: target + "/skill.yaml")
        let command = """
            place=${1:-$(dirname "$(readlink -f "$(command -v swift)")")/../lib/swift/linux}
            cc -std=c11 -shared -fPIC -I "$3/Sources/CSkillABI/include" -o "$4" "$3"/Examples/hello-c/src/*.c \\
                -Wl,--no-as-needed -Wl,--allow-shlib-undefined -L "$place" "-l:$2"
            """
        return try ChildProcess([
            "sh", "-ec", command, "sh", folder ?? "", library, Installation.repository,
            target + "/lib/linux-x86_64/hello-c.so",
        ]).run()
    }
}
