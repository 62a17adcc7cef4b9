import Glibc
import Knowledge
import Threads

/// The sentences that a host hands to the process that learns, on its stdin.
enum Handout {
    /// Waits for them. The pipe stays open as long as the host lives: once it closes, nobody wants the model any more.
    static func read() throws -> [IntentFile] {
        guard let line = Terminal.line(), let files = IntentFile.list(handout: line) else {
            throw Failure("stdin: no sentences in it; only a running host hands them out")
        }
        try HostThread("host") {
            while Terminal.line() != nil {}
            // Not exit(3): nothing is to be tidied up under threads that still reckon.
            _exit(1)
        }.detach()
        return files
    }
}
