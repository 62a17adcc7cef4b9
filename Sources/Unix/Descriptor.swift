import Glibc

/// An open file, closed with its owner.
public struct Descriptor: ~Copyable, Sendable {
    public let number: Int32
    let path: String

    public init(_ path: String, _ flags: Int32, mode: UInt32 = 0o644) throws(SystemError) {
        self.path = path
        number = try check(open(path, flags | O_CLOEXEC, mode), path)
    }

    /// Takes over an open descriptor.
    init(owning number: Int32, path: String) {
        self.number = number
        self.path = path
    }

    deinit { close(number) }

    public borrowing func readAll() throws(SystemError) -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(number, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard try check(count, path) > 0 else { return all }
            all += buffer[..<count]
        }
    }

    /// The next part, empty at the end.
    public borrowing func read(atMost limit: Int) throws(SystemError) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: limit)
        while true {
            let count = Glibc.read(number, &buffer, limit)
            if count < 0, errno == EINTR { continue }
            return Array(buffer[..<(try check(count, path))])
        }
    }

    /// Whether there is something to read, or nothing will come any more.
    borrowing func isReadable(within milliseconds: Int32) throws(SystemError) -> Bool {
        var wait = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
        let count = poll(&wait, 1, milliseconds)
        return count < 0 && errno == EINTR ? false : try check(count, path) > 0
    }

    public borrowing func write(_ bytes: [UInt8]) throws(SystemError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            rest = rest.dropFirst(try check(count, path))
        }
    }

    public borrowing func sync() throws(SystemError) { try check(fsync(number), path) }

    borrowing func truncate() throws(SystemError) {
        try check(ftruncate(number, 0), path)
        lseek(number, 0, SEEK_SET)
    }
}

/// Both ends of a pipe.
struct Pipe: ~Copyable {
    let reading: Descriptor
    let writing: Descriptor

    init(_ name: String) throws(SystemError) {
        var ends: [Int32] = [0, 0]
        try check(pipe(&ends), name)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        self.init(ends, name)
    }

    /// One whose ends no child inherits that another thread starts meanwhile: that the writer is gone is seen at once.
    init(unshared name: String) throws(SystemError) {
        var ends: [Int32] = [0, 0]
        // pipe2 hides behind _GNU_SOURCE; two sockets are made and marked in one step as well.
        let type = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue
        try check(socketpair(AF_UNIX, Int32(type), 0, &ends), name)
        self.init(ends, name)
    }

    private init(_ ends: [Int32], _ name: String) {
        reading = Descriptor(owning: ends[0], path: name)
        writing = Descriptor(owning: ends[1], path: name)
    }
}
