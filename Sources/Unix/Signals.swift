import Glibc

/// Signals as messages: they are blocked in every thread, and one thread waits for them.
public struct Signals: Sendable {
    public enum Signal: Int32, Sendable { case hangUp = 1, interrupt = 2, terminate = 15 }

    /// To be called before any thread is started, so that all inherit it.
    public init() {
        signal(SIGPIPE, SIG_IGN)
        var set = Self.set
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    /// The next one; nil when none came in time.
    public func next(within milliseconds: Int) -> Signal? {
        var set = Self.set
        var time = timespec(tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
        let number = sigtimedwait(&set, nil, &time)
        return number > 0 ? Signal(rawValue: number) : nil
    }

    /// A broken pipe is an error of the write, not the end of the process.
    public static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

    private static var set: sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for number in [Signal.hangUp, .interrupt, .terminate] { sigaddset(&set, number.rawValue) }
        return set
    }
}
