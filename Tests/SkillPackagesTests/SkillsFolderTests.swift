import ConciergeCore
import SkillPackages
import Testing
import Unix

@Suite struct SkillsFolderTests {
    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = try Files.temporaryFolder("packages-test")
        defer { try? Files.removeTree(folder) }
        try Files.makeFolders(folder + "/source/lib/linux-x86_64")
        try Files.create(folder + "/source/skill.yaml", "id: hello\n")
        try Files.create(folder + "/source/lib/linux-x86_64/hello.so", "library")
        try Files.create(folder + "/source/notes.txt", "not part of it")
        try body(folder)
    }

    private let now = Timestamp(seconds: 1_773_194_400)

    @Test func `an installed package holds what belongs to it, and the lock names it`() throws {
        try inFolder { folder in
            let skills = SkillsFolder(folder + "/skills")
            let entry = try skills.install(
                PackageFolder(folder + "/source", id: "hello"), version: "1.0.0", at: now)
            #expect(entry.folder == "hello/1.0.0-\(entry.sha256.prefix(12))")
            let files = try Files.tree(folder + "/skills/" + entry.folder)
            #expect(files == ["lib/linux-x86_64/hello.so", "skill.yaml"])
            let current = try skills.current()
            #expect(current.map(\.package.id) == ["hello"])
            #expect(try Files.text(skills.lockPath).split(separator: "\n").count == 3)
        }
    }

    @Test func `another content is another folder, and the old one stays as it was`() throws {
        try inFolder { folder in
            let skills = SkillsFolder(folder + "/skills")
            let source = PackageFolder(folder + "/source", id: "hello")
            let first = try skills.install(source, version: "1.0.0", at: now)
            #expect(try skills.install(source, version: "1.0.0", at: now).folder == first.folder)
            try Files.replace(source.library, with: "another")
            let second = try skills.install(source, version: "1.0.0", at: now)
            #expect(second.folder != first.folder)
            let old = "\(folder)/skills/\(first.folder)/lib/linux-x86_64/hello.so"
            #expect(try Files.text(old) == "library")
        }
    }

    @Test func `a name is found however it is spelled, and a wrong one gets a suggestion`() throws {
        try inFolder { folder in
            let skills = SkillsFolder(folder + "/skills")
            _ = try skills.install(
                PackageFolder(folder + "/source", id: "slow-echo"), version: "1.0.0", at: now)
            #expect(try skills.id(named: "Slow_Echo") == "slow-echo")
            #expect(
                throws: PackageError.unknown(
                    id: "slow-eho", lock: skills.lockPath, mend: "did you mean 'slow-echo'?")
            ) { try skills.id(named: "slow-eho") }
        }
    }

    @Test func `a damaged lock says so`() throws {
        try inFolder { folder in
            try Files.makeFolders(folder + "/skills")
            try Files.create(folder + "/skills/skills.lock", "[]")
            let error = #expect(throws: PackageError.self) { try SkillsFolder(folder + "/skills").current() }
            #expect(
                error?.description
                    == "\(folder)/skills/skills.lock: an object was expected; restore it, or remove it and install again"
            )
        }
    }
}
