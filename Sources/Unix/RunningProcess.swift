import Glibc
import Synchronization

/// A child process, and what it prints.
public final class RunningProcess: Sendable {
    public let identifier: Int32
    private let output: Descriptor
    private let input: Descriptor?
    private let unread = Mutex<[UInt8]>([])
    private let ending = Mutex<ChildProcess.Ending?>(nil)

    init(_ identifier: Int32, output: consuming Descriptor, input: consuming Descriptor?) {
        self.identifier = identifier
        self.output = output
        self.input = input
    }

    /// Sends it a signal.
    public func signal(_ number: Int32) { kill(identifier, number) }

    /// Sends its group a signal, where it has one of its own.
    func signalGroup(_ number: Int32) { kill(-identifier, number) }

    /// More than anybody reads, and than a pipe holds.
    private static let most = 1 << 20

    /// Everything it prints until it ends, whatever it leaves behind with its streams; nil when that takes too long.
    func rest(within seconds: Int) throws(SystemError) -> String? {
        var all: [UInt8] = []
        var isOver = false
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end {
            // Once it has ended all that it printed is there; what it left behind may add to that without pause.
            let ended = hasEnded
            var left = Self.most
            while !isOver, left > 0, ContinuousClock.now < end, try output.isReadable(within: 0) {
                let more = try output.read(atMost: 64 << 10)
                isOver = more.isEmpty
                left -= more.count
                // What floods is cut.
                if all.count < Self.most { all += more }
            }
            if ended { return String(decoding: all, as: UTF8.self) }
            // Its end is not announced on a stream that it closed before.
            if isOver { usleep(1000) } else { _ = try output.isReadable(within: 50) }
        }
        return nil
    }

    /// Seen without taking note of how it ended.
    private var hasEnded: Bool {
        var info = siginfo_t()
        return waitid(P_PID, id_t(identifier), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_signo != 0
    }

    /// Waits for its end; may be asked again.
    public func wait() -> ChildProcess.Ending {
        ending.withLock { ending in
            if let ending { return ending }
            var status: Int32 = 0
            while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
            let signal = status & 0x7f
            let found: ChildProcess.Ending = signal == 0 ? .exit(status >> 8 & 0xff) : .signal(signal)
            ending = found
            return found
        }
    }

    /// Writes to its stdin, where that is a pipe.
    public func write(_ text: String) throws(SystemError) { try input?.write(Array(text.utf8)) }

    /// The next line it prints, waited for; nil when there are no more.
    public func line() throws(SystemError) -> String? {
        while true {
            let line = unread.withLock { unread -> String? in
                guard let end = unread.firstIndex(of: 10) else { return nil }
                defer { unread.removeSubrange(...end) }
                return String(decoding: unread[..<end], as: UTF8.self)
            }
            if let line { return line }
            let more = try output.read(atMost: 4096)
            guard !more.isEmpty else { return nil }
            unread.withLock { $0 += more }
        }
    }

    /// Everything it prints until it ends or closes its streams.
    public func rest() throws(SystemError) -> String {
        let more = try output.readAll()
        return unread.withLock { unread in
            defer { unread = [] }
            return String(decoding: unread + more, as: UTF8.self)
        }
    }
}
