import Glibc
import Testing

@testable import Unix

@Suite struct ChildProcessTests {
    @Test func `one that does not come back is ended with all that it started`() throws {
        let folder = try Files.temporaryFolder("child-test")
        defer { try? Files.removeTree(folder) }
        let child = ChildProcess(["sh", "-c", "sleep 600 & echo $! > left; wait"], in: folder)
        #expect(try child.run(within: 1) == nil)
        let left = try Files.text(folder + "/left").prefix { !$0.isNewline }
        // It is gone, or somebody has yet to take note of its end.
        let state = (try? Files.text("/proc/\(left)/stat"))?.split(separator: ")").last?.prefix(2)
        #expect(state == nil || state == " Z" || state == " X")
    }

    @Test(arguments: [
        ("echo said; sleep 600 &", "said\n", ChildProcess.Ending.exit(0)),
        ("exec 1>&- 2>&-; exit 3", "", .exit(3)), ("kill -SEGV $$", "", .signal(11)),
        ("head -n 1; exit 4", "given\n", .exit(4)),
    ])
    func `what it leaves behind does not keep us`(
        script: String, output: String, ending: ChildProcess.Ending
    ) throws {
        // As the program does: what is written to one that is dead is no death of ours.
        Signals.ignoreBrokenPipes()
        let outcome = try ChildProcess(["sh", "-c", script]).run(within: 60, writing: "given\n")
        #expect(outcome?.output == output)
        #expect(outcome?.ending == ending)
    }

    @Test func `what prints without pause does not keep us`() throws {
        #expect(try ChildProcess(["yes"]).run(within: 1) == nil)
        let left = try ChildProcess(["sh", "-c", "echo said; yes &"]).run(within: 60)
        #expect(left?.output.hasPrefix("said\n") == true)
        #expect(left?.ending == .exit(0))
    }

    @Test(arguments: [(["sleep", "600"], false), (["true"], true)])
    func `nor does what is never empty`(words: [String], ends: Bool) throws {
        let child = try ChildProcess(words).start()
        defer {
            child.signal(9)
            _ = child.wait()
        }
        let zeros = try Descriptor("/dev/zero", O_RDONLY)
        let process = RunningProcess(child.identifier, output: zeros, input: nil)
        #expect(try process.rest(within: ends ? 60 : 1)?.isEmpty == (ends ? false : nil))
    }
}
