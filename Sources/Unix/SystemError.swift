import Glibc

/// What the system refused, in words: `data/host.lock: permission denied`.
public struct SystemError: Error, Hashable, CustomStringConvertible {
    public var place: String
    public var code: Int32

    public init(_ place: String, code: Int32) {
        self.place = place
        self.code = code
    }

    /// What `errno` says now.
    init(_ place: String) { self.init(place, code: errno) }

    public var isMissing: Bool { code == ENOENT }
    public var reason: String { String(cString: strerror(code)).lowercased() }
    public var description: String { "\(place): \(reason)" }
}

/// Throws what `errno` says when a call answered -1.
@discardableResult
func check<Number: SignedInteger>(_ result: Number, _ place: String) throws(SystemError) -> Number {
    guard result >= 0 else { throw SystemError(place) }
    return result
}
