import Glibc

/// Why a file could not be read, in the system's words.
public struct FileError: Error, Hashable, CustomStringConvertible {
    public let description: String
}

/// The bytes of a regular file of at most `limit` bytes.
public func contents(of path: String, limit: Int = 64 << 20) throws(FileError) -> [UInt8] {
    // Without O_NONBLOCK a named pipe would hold us until somebody writes to it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(description: "not a regular file") }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: max(4096, min(limit, Int(status.st_size)) + 1))
    while true {
        let count = read(descriptor, &chunk, chunk.count)
        if count < 0 && errno == EINTR { continue }
        guard count >= 0 else { throw FileError(errno) }
        guard count > 0 else { return bytes }
        bytes += chunk[..<count]
        guard bytes.count <= limit else { throw FileError(description: "larger than \(limit) bytes") }
    }
}

extension FileError {
    fileprivate init(_ code: Int32) {
        description =
            switch code {
            case ENOENT: "no such file"
            case EACCES: "permission denied"
            case EISDIR: "it is a folder"
            default: String(cString: strerror(code)).lowercased()
            }
    }
}
