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

    /// As an install does it: made ready aside, then made current.
    private func install(
        _ folder: String, _ version: String = "1.0.0", id: String = "hello", into skills: SkillsFolder
    ) throws -> Release {
        let source = PackageFolder(folder + "/source", id: id)
        let staging = try skills.staging()
        let ready = PackageFolder(staging.path + "/" + id, id: id, isWhole: true)
        try source.copy(to: ready.path)
        let release = Release(
            version: version, sha256: try ready.digest(), id: id, source: source.path, installedAt: now)
        try skills.activate(ready, as: release) { _ in }
        return release
    }

    @Test func `an installed package holds what belongs to it, and the lock names it`() throws {
        try inFolder { folder in
            let skills = SkillsFolder(folder + "/skills")
            let release = try install(folder, into: skills)
            #expect(release.folder == "hello/1.0.0-\(release.sha256.prefix(12))")
            let files = try Files.tree(folder + "/skills/" + release.folder)
            #expect(files == ["lib/linux-x86_64/hello.so", "skill.yaml"])
            #expect(try skills.current().map(\.package.id) == ["hello"])
            #expect(try skills.lock().entries["hello"]?.current == release)
            #expect(try Files.list(folder + "/skills/.staging") == [])
        }
    }

    @Test func `another content is another folder, the old one is the way back, and the one before goes`()
        throws
    {
        try inFolder { folder in
            let skills = SkillsFolder(folder + "/skills")
            let library = folder + "/source/lib/linux-x86_64/hello.so"
            let first = try install(folder, into: skills)
            #expect(try install(folder, into: skills).folder == first.folder)
            try Files.replace(library, with: "another")
            let second = try install(folder, "1.1.0", into: skills)
            #expect(try skills.lock().entries["hello"]?.previous == first)
            #expect(try Files.text("\(folder)/skills/\(first.folder)/lib/linux-x86_64/hello.so") == "library")
            try Files.replace(library, with: "a third")
            let third = try install(folder, "1.2.0", into: skills)
            try skills.sweep()
            let kept = [second, third].map { Files.name(of: $0.folder) }
            #expect(try Files.list(folder + "/skills/hello") == kept)
        }
    }

    @Test func `what a dead install left goes with the next one, and a living one's stays`() throws {
        try inFolder { folder in
            let skills = SkillsFolder(folder + "/skills")
            let living = try skills.staging()
            try Files.create(living.path + "/half", "")
            try Files.makeFolders(folder + "/skills/.staging/install.dead/hello")
            let next = try skills.staging()
            #expect(Files.exists(living.path + "/half"))
            #expect(try Files.list(folder + "/skills/.staging").count == 2)
            #expect(Files.exists(next.path))
        }
    }

    @Test(arguments: [
        (#"{"skills": {"hello": FOLDER}, "keys": {}}"#, "skill 'hello' lacks a field, or has a bad one"),
        (#"{"skills": [], "keys": {}}"#, "'skills' is missing, or no object"),
        (#"{"skills": {}}"#, "'keys' is missing, or no object"),
        (#"{"skills": {}, "keys": {"publisher acme": "RWnonsense"}}"#, "the key of 'publisher acme' is none"),
        (#"{"skills": {}, "keys": {"publisher acme": 1}}"#, "the key of 'publisher acme' is none"),
    ])
    func `a lock that leads elsewhere, or lost a part, is never taken for an empty one`(
        text: String, reason: String
    ) throws {
        try inFolder { folder in
            try Files.makeFolders(folder + "/skills")
            let entry = #"{"version":"1.0.0","folder":"hello/../../x","sha256":"ab"}"#
            let lock = folder + "/skills/skills.lock"
            try Files.create(lock, text.replacing("FOLDER", with: entry))
            #expect(throws: PackageError.damaged(lock: lock, reason: reason)) {
                try SkillsFolder(folder + "/skills").lock()
            }
        }
    }

    @Test func `a release that would lie elsewhere is no release`() throws {
        try inFolder { folder in
            let skills = SkillsFolder(folder + "/skills")
            let error = #expect(throws: PackageError.self) {
                _ = try install(folder, "1.0.0-x/../../../out", into: skills)
            }
            let isSaid = error?.description.contains("no place for a package")
            #expect(isSaid == true)
            let left = try Files.list(folder)
            #expect(left == ["skills", "source"])
        }
    }

    @Test func `what another command changed meanwhile is not overwritten`() throws {
        try inFolder { folder in
            let skills = SkillsFolder(folder + "/skills")
            _ = try install(folder, into: skills)
            let seen = try skills.lock().entries["hello"]
            try skills.change { $0.entries["hello"]?.isEnabled = false }
            #expect(throws: PackageError.changedMeanwhile(id: "hello", lock: skills.lockPath)) {
                try skills.replace("hello", seen, by: nil)
            }
            #expect(try skills.lock().entries["hello"]?.isEnabled == false)
        }
    }

    @Test func `a name is found however it is spelled, and a wrong one gets a suggestion`() throws {
        try inFolder { folder in
            let skills = SkillsFolder(folder + "/skills")
            _ = try install(folder, id: "slow-echo", into: skills)
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
