import CEvent
import Glibc
import Synchronization

/// What other threads ask of a loop.
enum Command: Sendable {
    case adopt(Int32, peer: String)
    case answer(Connection, exchange: UInt64, Answer)
    case open(Connection, exchange: UInt64, Answer, StreamState, hasBody: Bool)
    case send(Connection, exchange: UInt64, [UInt8])
    case end(Connection, exchange: UInt64)
    case cut(Connection, exchange: UInt64)
    case stop(grace: Duration)

    /// What remains to be done when the loop has ended.
    func drop() {
        switch self {
        case .adopt(let descriptor, _): Glibc.close(descriptor)
        case .open(_, _, _, let stream, _): stream.finish()
        case .answer, .send, .end, .cut, .stop: break
        }
    }
}

/// Carries commands to a loop's thread; one wake serves all that came before it was heard.
final class CommandQueue: Sendable {
    private struct State {
        var commands: [Command] = []
        var isOpen = true
    }

    let descriptor: Int32
    private let state = Mutex(State())

    init() throws(HTTPServerError) {
        descriptor = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
        if descriptor < 0 { throw .outOfResources(what: "an eventfd", reason: errorText()) }
    }

    deinit { Glibc.close(descriptor) }

    /// False when the loop has ended and will hear nothing.
    @discardableResult
    func post(_ command: Command) -> Bool {
        let (isOpen, isFirst) = state.withLock { state in
            if state.isOpen { state.commands.append(command) }
            return (state.isOpen, state.commands.count == 1)
        }
        if isOpen && isFirst { _ = eventfd_write(descriptor, 1) }
        return isOpen
    }

    /// Exchanges the waiting commands for an empty array, whose room is used again.
    func take(_ commands: inout [Command]) {
        var count: eventfd_t = 0
        _ = eventfd_read(descriptor, &count)
        state.withLock { swap(&$0.commands, &commands) }
    }

    func close() {
        let left = state.withLock { state in
            state.isOpen = false
            defer { state.commands = [] }
            return state.commands
        }
        for command in left { command.drop() }
    }
}

/// The last system error in words.
func errorText(_ code: Int32 = errno) -> String { String(cString: strerror(code)).lowercased() }
