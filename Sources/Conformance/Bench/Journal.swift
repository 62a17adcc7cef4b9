import ConciergeCore
import Glibc
import Synchronization
import Threads

/// What a case tells the process that started it: where it is, and at last how it ended. Its own channel, because what
/// stdout gets is the skill's doing.
public final class Journal: Sendable {
    /// What begins each line of it.
    public static let mark: Character = "\u{1e}"

    private struct Step {
        var name = ""
        var ends: Int64?
    }

    private let channel: Int32
    /// Where the process prints while the case runs.
    private let printed: Int32
    private let step = Mutex(Step())
    private let name: String

    public init(_ name: String) {
        self.name = name
        channel = dup(1)
        // Never closed: it is this process's stdout from now on.
        printed = tmpfile().map { fileno($0) } ?? -1
        dup2(printed, 1)
    }

    /// How many bytes went to stdout.
    var bytesPrinted: Int {
        fflush(nil)
        return Int(lseek(printed, 0, SEEK_END))
    }

    /// Says what comes next, and until when it must be over.
    func begin(_ name: String, within milliseconds: Int64) {
        step.withLock { $0 = Step(name: name, ends: monotonicNanoseconds() + milliseconds * 1_000_000) }
        say(["step": .text(name)])
    }

    func end() { step.withLock { $0.ends = nil } }

    public func close(_ outcome: Verdict.Outcome) { say(Verdict(name, outcome).value) }

    /// Ends the process when a step does not end: there is no other way out of a skill.
    func watch() throws {
        try HostThread("watch") { [self] in
            while true {
                usleep(20_000)
                let (name, ends) = step.withLock { ($0.name, $0.ends) }
                guard let ends, monotonicNanoseconds() > ends else { continue }
                close(
                    .failed(
                        Fault(
                            expected: "an end", found: "\(name): it did not return",
                            mend:
                                "look for a loop or a lock; long work goes on elsewhere and ends with 'done'")
                    ))
                _exit(0)
            }
        }.detach()
    }

    private func say(_ value: Value) {
        var line = "\(Self.mark)\(JSON.text(value))\n"
        line.withUTF8 { _ = write(channel, $0.baseAddress, $0.count) }
    }
}
