import Glibc

/// Opens the socket a server listens on.
enum ListeningSocket {
    static func open(host: String, port: UInt16) throws(HTTPServerError) -> Int32 {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, String(port), &hints, &list)
        defer { if let list { freeaddrinfo(list) } }
        guard code == 0 else {
            throw .unknownHost(host: host, reason: String(cString: gai_strerror(code)).lowercased())
        }
        var failure = EADDRNOTAVAIL
        for address in sequence(first: list, next: { $0?.pointee.ai_next }).compactMap({ $0 }) {
            let descriptor = listen(at: address.pointee)
            if descriptor >= 0 { return descriptor }
            failure = errno
            if failure == EADDRINUSE { break }
        }
        switch failure {
        case EADDRINUSE: throw .portTaken(host: host, port: port)
        case EACCES: throw .portForbidden(port: port)
        case EADDRNOTAVAIL: throw .unknownHost(host: host, reason: errorText(failure))
        default: throw .cannotListen(host: host, port: port, reason: errorText(failure))
        }
    }

    private static func listen(at address: addrinfo) -> Int32 {
        let type = address.ai_socktype | Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = socket(address.ai_family, type, address.ai_protocol)
        guard descriptor >= 0 else { return -1 }
        // On Linux an accepted socket inherits these.
        set(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
        set(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        // A client that vanished without a word is noticed within two minutes.
        set(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1)
        set(descriptor, Int32(IPPROTO_TCP), TCP_KEEPIDLE, 60)
        set(descriptor, Int32(IPPROTO_TCP), TCP_KEEPINTVL, 15)
        set(descriptor, Int32(IPPROTO_TCP), TCP_KEEPCNT, 4)
        guard bind(descriptor, address.ai_addr, address.ai_addrlen) == 0,
            Glibc.listen(descriptor, SOMAXCONN) == 0
        else {
            let failure = errno
            Glibc.close(descriptor)
            errno = failure
            return -1
        }
        return descriptor
    }

    private static func set(_ descriptor: Int32, _ level: Int32, _ option: Int32, _ value: Int32) {
        var value = value
        setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    /// The port the system chose.
    static func port(of descriptor: Int32) -> UInt16 {
        var address = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        withUnsafeMutablePointer(to: &address) {
            _ = $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        // The port stands at the same place for IPv4 and IPv6.
        return withUnsafeBytes(of: address) { UInt16(bigEndian: $0.load(fromByteOffset: 2, as: UInt16.self)) }
    }
}
