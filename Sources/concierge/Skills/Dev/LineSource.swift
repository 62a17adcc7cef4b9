import Glibc

/// Lines of stdin, for somebody who has other things to look after meanwhile.
struct LineSource {
    enum Next { case line(String), nothing, end }

    private var unread: [UInt8] = []
    private var isOver = false

    /// The next line, if it comes in time.
    mutating func next(within milliseconds: Int32) -> Next {
        if let line = take() { return .line(line) }
        guard !isOver else { return .end }
        var watched = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        guard poll(&watched, 1, milliseconds) > 0 else { return .nothing }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(0, &buffer, buffer.count)
        guard count > 0 else {
            isOver = true
            // A last line needs no end.
            if !unread.isEmpty { unread.append(10) }
            return take().map(Next.line) ?? .end
        }
        unread += buffer[..<count]
        return take().map(Next.line) ?? .nothing
    }

    private mutating func take() -> String? {
        guard let end = unread.firstIndex(of: 10) else { return nil }
        defer { unread.removeSubrange(...end) }
        return String(decoding: unread[..<end], as: UTF8.self)
    }
}
