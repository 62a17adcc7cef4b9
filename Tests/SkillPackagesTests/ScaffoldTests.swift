import ConciergeCore
import SkillPackages
import Testing
import Unix

@Suite struct ScaffoldTests {
    private static let repository: String = {
        var folder = Files.folder(of: Environment.executable)
        while !Files.exists(folder + "/Templates"), folder != "/" { folder = Files.folder(of: folder) }
        return folder
    }()

    private func made(_ name: String, _ language: Scaffold.Language, in folder: String) throws -> String {
        try Scaffold(ScaffoldName(name), language, sdk: SDK(Self.repository)).make(in: folder)
    }

    @Test(arguments: Scaffold.Language.allCases)
    func `nothing of the template's name is left, and the manifest is read`(language: Scaffold.Language)
        throws
    {
        let folder = try Files.temporaryFolder("scaffold")
        defer { try? Files.removeTree(folder) }
        let skill = try made("late-night-2", language, in: folder + "/deep/er")
        #expect(skill == folder + "/deep/er/late-night-2")
        let files = try Files.tree(skill)
        for wanted in [".gitignore", "README.md", "skill.yaml", "tests/chinese.yaml", "tests/english.yaml"] {
            #expect(files.contains(wanted))
        }
        for file in files {
            let text = try Files.text(skill + "/" + file)
            for old in ["my-skill", "my_skill", "MySkill", "\"../..\""] {
                #expect(!text.contains(old) && !file.contains(old), "\(file)")
            }
        }
        let manifest = try SkillFile(skill).manifest
        #expect(manifest.id == "late-night-2")
        #expect(manifest.writes.keys.sorted() == ["late_night_2.greetings"])
        #expect(try SkillFile(skill).warnings.isEmpty)
    }

    @Test(arguments: [
        ("My_Skill", "my-skill"), ("MySkill", "my-skill"), ("3d", "d"), ("-x", "x"), ("a--b", "a-b"),
        ("../x", "x"), ("hello world", "hello-world"), ("问候", "my-skill"), ("", "my-skill"),
    ])
    func `a name that is none is refused with one that is`(name: String, better: String) {
        let words =
            "'\(name)': not a skill's name; give small letters, digits and single '-' in between, as in '\(better)'"
        #expect { try ScaffoldName(name) } throws: { "\($0)" == words }
    }

    @Test(arguments: ["swift", "skill-kit", "customer"])
    func `a name of the compiler's or the host's is refused`(name: String) {
        let words =
            "'\(name)': a name that the compiler or the host has already; add a word, as in '\(name)-skill'"
        #expect { try ScaffoldName(name) } throws: { "\($0)" == words }
    }

    @Test func `what is there already is left as it is`() throws {
        let folder = try Files.temporaryFolder("scaffold")
        defer { try? Files.removeTree(folder) }
        try Files.create(folder + "/greeter", "mine")
        #expect(throws: ScaffoldError.alreadyThere(folder + "/greeter")) {
            try made("greeter", .c, in: folder)
        }
        #expect(try Files.text(folder + "/greeter") == "mine")
        #expect(try Files.list(folder) == ["greeter"])
    }

    @Test func `a template that cannot be read whole leaves nothing behind`() throws {
        let folder = try Files.temporaryFolder("scaffold")
        defer { try? Files.removeTree(folder) }
        for file in ["README.md", "skill.yaml"] {
            try Files.makeFolders(folder + "/sdk/Templates/c")
            try Files.create(folder + "/sdk/Templates/c/" + file, "x")
        }
        // Even root cannot read what is not there.
        let lost = try ChildProcess(["ln", "-s", "nowhere", folder + "/sdk/Templates/c/src.c"]).run()
        #expect(lost.isSuccess)
        let scaffold = try Scaffold(ScaffoldName("greeter"), .c, sdk: SDK(folder + "/sdk"))
        #expect(throws: ScaffoldError.self) { try scaffold.make(in: folder + "/here") }
        #expect(try Files.list(folder + "/here") == [])
        #expect(throws: ScaffoldError.noTemplate(sdk: folder + "/sdk", language: "rust")) {
            try Scaffold(ScaffoldName("greeter"), .rust, sdk: SDK(folder + "/sdk"))
        }
    }

    /// The tables of the template in Rust, in the words of the golden layout.
    @Test func `the tables in Rust are those of the header`() throws {
        let source = try Files.text(Self.repository + "/Templates/rust/src/abi.rs")
        let golden = Set(
            try Files.text(Self.repository + "/Tests/CSkillABITests/layout.golden").split(separator: "\n"))
        var (table, seen) = ("", 0)
        for line in source.split(separator: "\n") {
            if let head = line.firstMatch(of: /^    \w+ (sk_\w+) (\d+) \{$/) {
                table = String(head.1)
                #expect(golden.contains("\(head.1) \(head.2)"))
                seen += 1
            } else if let field = line.firstMatch(of: /^        (\w+): .* = (\d+),$/) {
                let place = "\(table).\(field.1) \(field.2) "
                #expect(golden.contains { $0.hasPrefix(place) }, "\(place)")
            }
        }
        #expect(seen == 8)
    }
}
