import Testing
import Unix

@testable import SkillPackages

@Suite struct LibraryFactsTests {
    private func compiled(_ flags: String, _ body: (String) throws -> Void) throws {
        let folder = try Files.temporaryFolder("library-facts")
        defer { try? Files.removeTree(folder) }
        try Files.create(
            folder + "/a.c",
            """
            int shared = 1;
            static int *where = &shared;
            __attribute__((visibility("hidden"))) int hidden(void) { return 2; }
            int helper(void) { return *where + hidden(); }
            void *skill_entry_v1(void) { return &shared; }
            """)
        let words = ["sh", "-ec", "cc -shared -o a.so \(flags) a.c"]
        let outcome = try ChildProcess(words, in: folder).run()
        try #require(outcome.isSuccess, "\(outcome.output)")
        try body(folder + "/a.so")
    }

    private func lines(_ words: String...) throws -> [[String]] {
        let outcome = try ChildProcess(["readelf", "-W"] + words).run()
        try #require(outcome.isSuccess, "\(outcome.output)")
        return outcome.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    }

    /// What binutils finds in the same file.
    private func expectAsReadelf(_ path: String) throws {
        let facts = try LibraryFacts(path)
        let dynamic = try lines("-d", path)
        func values(_ tag: String) -> [String] {
            dynamic.filter { $0.count > 2 && $0[1] == "(\(tag))" }.compactMap { line in
                line.last.map { String($0.drop { $0 == "[" }.prefix { $0 != "]" }) }
            }
        }
        #expect(facts.needed == values("NEEDED") + values("AUXILIARY"))
        let paths = (values("RPATH") + values("RUNPATH")).flatMap {
            $0.split(separator: ":").map(String.init)
        }
        #expect(facts.searched == paths)
        #expect(facts.hasTextRelocations == !values("TEXTREL").isEmpty)
        let stack = try lines("-l", path).first { $0.first == "GNU_STACK" }
        #expect(facts.hasExecutableStack == (stack?.contains("RWE") ?? true))
        let symbols = try lines("--dyn-syms", path).filter {
            $0.count > 7 && ["GLOBAL", "WEAK", "UNIQUE"].contains($0[4])
                && ["DEFAULT", "PROTECTED"].contains($0[5])
                && $0[6] != "UND"
        }
        #expect(facts.exportedSymbols == symbols.map { String($0[7].prefix { $0 != "@" }) }.sorted())
    }

    @Test(arguments: [
        "-fPIC", "-fPIC -Wl,--hash-style=sysv", "-fPIC -Wl,--hash-style=gnu", "-fPIC -z execstack",
        "-fPIC -Wl,-rpath,/nowhere/a:/nowhere/b", "-fPIC -Wl,-rpath,/nowhere/a -Wl,--disable-new-dtags",
        "-fPIC -Wl,--no-as-needed -lz -lm", "-fPIC -Wl,-f,libother.so", "-mcmodel=large -fno-pic -z notext",
        "-fPIC -s", "-fPIC -fvisibility=hidden",
    ]) func `a library's facts are those that readelf finds`(flags: String) throws {
        try compiled(flags) { try expectAsReadelf($0) }
    }

    @Test(arguments: ["libz.so.1", "libm.so.6", "libc.so.6", "libcrypto.so.3", "libcurl.so.4"])
    func `and so are those of the system's libraries`(name: String) throws {
        let cache = try ChildProcess(["/sbin/ldconfig", "-p"]).run().output
        let line = try #require(cache.split(separator: "\n").first { $0.contains("\t\(name) ") })
        try expectAsReadelf(String(try #require(line.split(separator: " ").last)))
    }

    private static let helper =
        "exports 'helper' and 1 more besides 'skill_entry_v1', which may meet another skill's; link it with the SDK's skill.map, as 'concierge skill build' does"

    @Test(
        arguments: [
            (
                "-fPIC -fvisibility=hidden",
                ["does not export 'skill_entry_v1'; write it as docs/skill-authors.md shows"], []
            ),
            ("-fPIC", [], [helper]),
            (
                "-fPIC -Wl,--version-script=$MAP -Wl,--no-as-needed -lz", [],
                ["needs 'libz.so.1', which hosts need not have; link it in statically"]
            ),
            (
                "-fPIC -Wl,--version-script=$MAP -Wl,-rpath,'$ORIGIN:/nowhere/swift:$ORIGIN/../..'", [],
                ["/nowhere/swift", "$ORIGIN/../.."].map {
                    "looks for libraries in '\($0)', which is there on some machines only; build it with 'concierge skill build', or link it without that path"
                }
            ),
            (
                "-fPIC -Wl,--version-script=$MAP -z execstack",
                ["wants a stack that can be executed; link it with '-z noexecstack'"], []
            ),
            (
                "-mcmodel=large -fno-pic -z notext -Wl,--version-script=$MAP",
                ["writes to its own code when it is loaded; compile it with -fPIC"], []
            ),
            ("-fPIC -Wl,--version-script=$MAP -Wl,-rpath,'$ORIGIN' -lm", [], []),
        ] as [(String, [String], [String])]) func `each fault has its sentence`(
            flags: String, errors: [String], packed: [String]
        ) throws
    {
        let sdk = try SDK.find(executable: Environment.executable)
        try compiled("\(flags.replacing("$MAP", with: sdk.versionScript)) -w") { path in
            let facts = try LibraryFacts(path)
            let runtime = try sdk.runtime()
            #expect(facts.faults(isPacked: true, runtime: runtime).errors == errors + packed)
            #expect(facts.faults(isPacked: false, runtime: runtime).errors == errors)
            #expect(facts.faults(isPacked: false, runtime: runtime).warnings == packed)
        }
    }

    @Test(arguments: TwoFaces.allCases)
    func `what two readers would read differently is refused`(faces: TwoFaces) throws {
        try compiled("-fPIC") { path in
            let error = #expect(throws: ELFFault.self) {
                try LibraryFacts(faces.changed(try Files.read(path)))
            }
            #expect(error?.description == faces.text)
        }
    }

    @Test(arguments: [
        ((0...100).map { "-Wl,-f,other\($0).so" }.joined(separator: " "), "needs"),
        ("-Wl,-rpath,/a" + String(repeating: ":/a", count: 100), "places to look for libraries"),
    ]) func `more than any skill has is refused`(flags: String, what: String) throws {
        try compiled("-fPIC \(flags)") { path in
            let error = #expect(throws: ELFFault.self) { try LibraryFacts(try Files.read(path)) }
            #expect(
                error?.description
                    == "more \(what) than any skill has; build it again with 'concierge skill build'")
        }
    }

    @Test(
        arguments: [
            ([], "not a shared library for 64 bits; build it with 'concierge skill build'"),
            (
                Array("#!/bin/sh\n".utf8),
                "not a shared library for 64 bits; build it with 'concierge skill build'"
            ),
            (
                [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1] + [UInt8](repeating: 0, count: 9) + [3, 0, 62, 0]
                    + [UInt8](repeating: 0xff, count: 44),
                "a damaged library: a number beyond all files; build it again"
            ),
        ] as [([UInt8], String)]) func `what is no library says so`(bytes: [UInt8], text: String) throws
    {
        let folder = try Files.temporaryFolder("library-facts")
        defer { try? Files.removeTree(folder) }
        try Files.replace(folder + "/a.so", with: bytes)
        let error = #expect(throws: PackageError.self) { try LibraryFacts(folder + "/a.so") }
        #expect(error?.description == "\(folder)/a.so: \(text)")
    }
}
