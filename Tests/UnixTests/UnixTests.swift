import Testing
import Unix

@Suite struct UnixTests {
    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = try Files.temporaryFolder("unix-test")
        defer { try? Files.removeTree(folder) }
        try body(folder)
    }

    @Test func `a file is replaced whole, and its name is never missing`() throws {
        try inFolder { folder in
            try Files.replace(folder + "/a", with: "one")
            try Files.replace(folder + "/a", with: "two", mode: 0o600)
            #expect(try Files.text(folder + "/a") == "two")
            #expect(try Files.list(folder) == ["a"])
        }
    }

    @Test func `a tree is listed, copied and removed; links are named, not followed`() throws {
        try inFolder { folder in
            try Files.makeFolders(folder + "/x/y")
            try Files.create(folder + "/x/y/b", "b")
            try Files.create(folder + "/x/a", "a")
            #expect(try Files.tree(folder + "/x") == ["a", "y/b"])
            try Files.copy(folder + "/x/a", to: folder + "/z/a")
            #expect(try Files.text(folder + "/z/a") == "a")
            try Files.removeTree(folder + "/x")
            #expect(!Files.exists(folder + "/x"))
        }
    }

    @Test func `what the system refuses names the file and the reason`() {
        #expect(throws: SystemError("/nowhere/a", code: 2)) { try Files.read("/nowhere/a") }
        #expect(SystemError("/nowhere/a", code: 2).description == "/nowhere/a: no such file or directory")
    }

    @Test func `a lock is held by one, until it is let go`() throws {
        try inFolder { folder in
            do {
                let lock = try FileLock(folder + "/lock")
                let isTaken = lock != nil
                #expect(isTaken)
                let second = try FileLock(folder + "/lock")
                let isFree = second != nil
                #expect(!isFree)
            }
            let third = try FileLock(folder + "/lock")
            let isFree = third != nil
            #expect(isFree)
        }
    }

    @Test(arguments: ["lock", "."]) func `who waits for a lock has it alone, of a file or a folder`(
        name: String
    )
        async throws
    {
        let folder = try Files.temporaryFolder("unix-test")
        defer { try? Files.removeTree(folder) }
        try Files.create(folder + "/count", "0")
        try await withThrowingTaskGroup { group in
            for _ in 0..<20 {
                group.addTask {
                    let lock = try FileLock(awaiting: "\(folder)/\(name)")
                    let count = Int(try Files.text(folder + "/count")) ?? 0
                    try Files.replace(folder + "/count", with: "\(count + 1)")
                    extendLifetime(lock)
                }
            }
            try await group.waitForAll()
        }
        #expect(try Files.text(folder + "/count") == "20")
    }

    @Test(arguments: [
        (["sh", "-c", "echo out; echo err >&2; exit 3"], ChildProcess.Ending.exit(3), "out\nerr\n"),
        (["sh", "-c", "kill -9 $$"], .signal(9), ""),
        (["sh", "-c", "echo $GREETING; pwd"], .exit(0), "hello\n/\n"),
    ])
    func `another program is run to its end`(words: [String], ending: ChildProcess.Ending, output: String)
        throws
    {
        let outcome = try ChildProcess(words, in: "/", environment: ["GREETING": "hello"]).run()
        #expect(outcome.ending == ending)
        #expect(outcome.output == output)
    }

    @Test func `lines of a running program are read as they come`() throws {
        let process = try ChildProcess(["sh", "-c", "echo one; echo two; exec cat"]).start()
        #expect(try process.line() == "one")
        #expect(try process.line() == "two")
        #expect(process.wait() == .exit(0))
    }

    @Test func `a running program hears what is written to it`() throws {
        var program = ChildProcess(["sh", "-c", "read first; read second; echo $second $first; exec cat"])
        program.input = .pipe
        let process = try program.start()
        try process.write("heard\nwas")
        try process.write(" it\n")
        #expect(try process.line() == "was it heard")
        process.signal(15)
        #expect(process.wait() == .signal(15))
    }

    @Test func `a file that is to be read as stdin and is not there is named`() throws {
        var program = ChildProcess(["cat"])
        program.input = .file("/nowhere/at-all")
        #expect(throws: SystemError("/nowhere/at-all", code: 2)) { try program.run() }
    }

    @Test(arguments: [("a/b/c", "a/b", "c"), ("c", ".", "c"), ("/c", "/", "c"), ("a/b/", "a", "b")])
    func `paths are taken apart`(path: String, folder: String, name: String) {
        #expect(Files.folder(of: path) == folder)
        #expect(Files.name(of: path) == name)
    }
}
