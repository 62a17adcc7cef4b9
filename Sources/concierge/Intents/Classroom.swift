import Knowledge
import Synchronization
import Unix

/// Where lessons are given: a process apart can be ended in the middle, takes its memory along, and yields to customers.
final class Classroom: Sendable {
    /// Why a lesson came to nothing.
    enum Failure: Error, Hashable, CustomStringConvertible {
        case system(SystemError)
        case ended(ChildProcess.Ending, said: String)
        /// What it was taught are not the sentences of the lesson.
        case otherSentences

        var description: String {
            switch self {
            case .system(let error): "the lesson cannot be given: \(error)"
            case .ended(.signal(9), _): "the process that learns was killed, most likely for want of memory"
            case .ended(let ending, let said):
                "the process that learns ended with \(ending)\(said.isEmpty ? "" : ": \(said)")"
            case .otherSentences:
                "the host's own model was made of other sentences than lie beside it; run scripts/build"
            }
        }

        /// Whether it may go better another time.
        var mayPass: Bool { self != .otherSentences }
    }

    private let command: [String]
    private let process = Mutex<RunningProcess?>(nil)

    init(command: [String]) { self.command = command }

    /// Learns what the lesson hands out, and leaves the model in a file; whoever no longer wants it interrupts.
    func give(
        _ lesson: Lesson, into file: String, quickly: Bool, isWanted: () -> Bool
    ) throws(Failure) {
        let words = command + ["--to", file] + (quickly ? ["--quick"] : [])
        let (ending, said) = try run(words, handout: lesson.handout, isWanted)
        guard ending == .exit(0) else { throw .ended(ending, said: said) }
    }

    private func run(
        _ words: [String], handout: String, _ isWanted: () -> Bool
    ) throws(Failure) -> (ChildProcess.Ending, said: String) {
        do throws(SystemError) {
            var program = ChildProcess(words)
            program.input = .pipe
            let process = try program.start()
            self.process.withLock { $0 = process }
            // Who interrupted before there was a process did so in vain.
            if !isWanted() { process.signal(15) }
            // Who is dead already says more by how it ended.
            try? process.write(handout + "\n")
            let said = Result { () throws(SystemError) in try process.rest() }
            // Once it was waited for, another may have its number.
            self.process.withLock { $0 = nil }
            // Who can no longer be heard need not go on.
            if case .failure = said { process.signal(15) }
            let ending = process.wait()
            return (ending, Self.shortened(try said.get()))
        } catch {
            throw .system(error)
        }
    }

    func interrupt() { process.withLock { $0?.signal(15) } }

    /// The last lines say what it ended of.
    private static func shortened(_ said: String) -> String {
        said.split(whereSeparator: \.isNewline).suffix(2).map {
            String($0.hasPrefix("error: ") ? $0.dropFirst(7) : $0).prefix(240)
        }.joined(separator: "; ")
    }
}
