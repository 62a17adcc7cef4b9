import Glibc
import HTTPServer

/// A server on a free port that ends with its test, and its address.
func withServer<Result>(
    _ handler: @escaping Handler, _ body: (String) throws -> Result
) throws -> Result {
    let server = try Server.start(Configuration(), handler: handler)
    defer { server.stop(grace: .zero) }
    return try body("http://127.0.0.1:\(server.port)")
}

/// A port at which nothing listens, for as long as `body` runs: it is bound, but not listened at.
func withDeafPort<Result>(_ body: (UInt16) throws -> Result) rethrows -> Result {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            _ = bind(descriptor, $0, length)
            _ = getsockname(descriptor, $0, &length)
        }
    }
    return try body(UInt16(bigEndian: address.sin_port))
}
