/// Why a server could not start.
public enum HTTPServerError: Error, Equatable, CustomStringConvertible {
    case portTaken(host: String, port: UInt16)
    case portForbidden(port: UInt16)
    case unknownHost(host: String, reason: String)
    case cannotListen(host: String, port: UInt16, reason: String)
    case unreadable(file: String, reason: String)
    case notACertificate(file: String, reason: String)
    case notAKey(file: String, reason: String)
    case keyMismatch(certificate: String, key: String)
    case outOfResources(what: String, reason: String)

    public var description: String {
        switch self {
        case .portTaken(let host, let port):
            "server: port \(port) on '\(host)' is taken; stop the other program or set another 'server.port'"
        case .portForbidden(let port):
            "server: port \(port) needs a privilege this process lacks; set a 'server.port' above 1023"
        case .unknownHost(let host, let reason):
            "server: '\(host)' is no address of this machine (\(reason)); mend 'server.host'"
        case .cannotListen(let host, let port, let reason):
            "server: cannot listen on '\(host)' port \(port) (\(reason)); mend 'server.host' and 'server.port'"
        case .unreadable(let file, let reason):
            "\(file): cannot be read (\(reason)); mend 'server.tls' or the file's permissions"
        case .notACertificate(let file, let reason):
            "\(file): holds no PEM certificate (\(reason)); give the chain that begins with the server's own"
        case .notAKey(let file, let reason):
            "\(file): holds no PEM private key without a passphrase (\(reason)); give the certificate's key"
        case .keyMismatch(let certificate, let key):
            "\(key): is not the key of '\(certificate)'; give the pair that was issued together"
        case .outOfResources(let what, let reason):
            "server: cannot make \(what) (\(reason)); raise this process's limits"
        }
    }
}
