import Archives
import Glibc
import Testing
import Unix

/// What `hostile.py` writes, one archive for each trick.
@Suite struct HostileTests {
    @Test func `every hostile archive is refused with its sentence, and nothing is written outside`() throws {
        try inFolder { folder in
            let archives = try hostileArchives(in: folder)
            try Files.makeFolders(folder + "/place/neighbour")
            let before = try Files.tree(folder)
            var said: [String] = []
            for name in archives {
                let target = folder + "/place/target"
                try Files.makeFolders(target, mode: 0o700)
                do throws(ArchiveError) {
                    let unpacked = try ArchiveReader("\(folder)/archives/\(name)").unpack(into: target)
                    said.append("\(name): taken: \(unpacked.files)")
                } catch {
                    said.append(error.description.replacing("\(folder)/archives/", with: ""))
                }
                try Files.removeTree(target)
                #expect(try Files.tree(folder) == before, "\(name) wrote beside its folder")
            }
            #expect(!Files.exists("/tmp/evil") && !Files.exists("/evil"))
            let expected = try Files.text(own("hostile.txt")).split(separator: "\n").map(String.init)
            #expect(archives.count > 200)
            #expect(said == expected)
        }
    }

    @Test func `what swells does so within 64 MiB of memory`() async throws {
        let folder = try Files.temporaryFolder("archives-test")
        defer { try? Files.removeTree(folder) }
        _ = try hostileArchives(in: folder)
        await #expect(processExitsWith: .success) { [folder = folder as String] in
            let pages =
                try Files.text("/proc/self/statm").split(separator: " ").first.flatMap { Int($0) } ?? 0
            let most = rlim_t(pages * Int(sysconf(Int32(_SC_PAGESIZE))) + 64 << 20)
            var limit = rlimit(rlim_cur: most, rlim_max: most)
            try #require(setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0)
            try #require(malloc(65 << 20) == nil, "the limit limits nothing")
            let target = folder + "/target"
            try Files.makeFolders(target)
            for name in try Files.list(folder + "/archives") {
                do {
                    try ArchiveReader("\(folder)/archives/\(name)").unpack(into: target)
                    Issue.record("\(name) was taken")
                } catch {}
                try Files.removeTree(target)
                try Files.makeFolders(target)
            }
        }
    }

    @Test func `a link that is put in between is not followed`() throws {
        try inFolder { folder in
            try Files.makeFolders(folder + "/target")
            try Files.makeFolders(folder + "/outside")
            try Files.create(folder + "/a", "a")
            try ArchiveWriter.write(
                [("lib/a", folder + "/a", false)], under: "greeter", as: .zip, to: folder + "/a.zip")
            symlink(folder + "/outside", folder + "/target/greeter")
            #expect(throws: ArchiveError.self) {
                try ArchiveReader(folder + "/a.zip").unpack(into: folder + "/target")
            }
            #expect(try Files.tree(folder + "/outside").isEmpty)
            symlink(folder + "/target", folder + "/link")
            #expect(throws: ArchiveError.self) {
                try ArchiveReader(folder + "/a.zip").unpack(into: folder + "/link")
            }
        }
    }

    @Test(arguments: ArchiveFormat.allCases) func `each limit names itself`(format: ArchiveFormat) throws {
        try inFolder { folder in
            try Files.create(folder + "/a", String(repeating: "a", count: 5000))
            let path = "\(folder)/a.\(format.rawValue)"
            let files = ["x/a", "x/y/b"].map { (name: $0, path: folder + "/a", isExecutable: false) }
            try ArchiveWriter.write(files, under: "greeter", as: format, to: path)
            func refusal(_ change: (inout ArchiveLimits) -> Void) throws -> ArchiveFault? {
                var limits = ArchiveLimits()
                change(&limits)
                let target = folder + "/target"
                try Files.removeTree(target)
                try Files.makeFolders(target)
                do throws(ArchiveError) {
                    try ArchiveReader(path, limits: limits).unpack(into: target)
                    return nil
                } catch { return error.fault }
            }
            #expect(try refusal { $0.archive = 30 } == .over(.archive(30)))
            #expect(try refusal { $0.total = 8000 } == .over(.total(8000)))
            #expect(try refusal { $0.file = 4999 } == .over(.file(4999)))
            #expect(try refusal { $0.entries = 1 } == .over(.entries(1)))
            #expect(try refusal { ($0.ratio, $0.unmeasured) = (2, 4000) } == .over(.ratio(2)))
            #expect(try refusal { $0.depth = 3 } == .over(.depth(3)))
            #expect(try refusal { $0.path = 12 } == .over(.path(12)))
            #expect(try refusal { $0.time = .zero } == .over(.time(.zero)))
            #expect(try refusal { _ in } == nil)
        }
    }

    /// The names of the archives that now lie in `archives`.
    private func hostileArchives(in folder: String) throws -> [String] {
        try Files.makeFolders(folder + "/archives")
        let made = try ChildProcess(["python3", own("hostile.py"), folder + "/archives"]).run()
        try #require(made.isSuccess, "\(made.output)")
        return try Files.list(folder + "/archives")
    }
}

/// A file beside the tests' sources.
func own(_ name: String) -> String { Files.join(Files.folder(of: #filePath), name) }

func inFolder(_ body: (String) throws -> Void) throws {
    let folder = try Files.temporaryFolder("archives-test")
    defer { try? Files.removeTree(folder) }
    try body(folder)
}
