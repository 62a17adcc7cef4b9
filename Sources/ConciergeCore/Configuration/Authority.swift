/// Whom an address asks: `https://name:port/path` and `name:port` are taken apart here and nowhere else.
public struct Authority: Sendable, Hashable {
    /// In lower case and as `Host` has it: an IPv6 address stands in brackets.
    public let host: String
    /// Nil when a bare name says none.
    public let port: Int?

    /// Of an `http` or `https` address; nil for one that names no host, or a user.
    public init?(url: String) {
        let standard = ["http://": 80, "https://": 443].first { url.lowercased().hasPrefix($0.key) }
        guard let standard else { return nil }
        let rest = url.dropFirst(standard.key.count)
        let authority = rest.prefix { !"/?#".contains($0) }
        // Without brackets the end of an IPv6 address could as well be a port.
        guard !Self.isIPv6(authority), let bare = Authority(name: String(authority)) else { return nil }
        host = bare.host
        port = bare.port ?? standard.value
    }

    /// Of `name`, `name:port`, `[::1]:port`, or an IPv6 address alone.
    public init?(name text: String) {
        let text = text.lowercased()
        guard !Self.isIPv6(text[...]) else {
            (host, port) = ("[\(text)]", nil)
            return
        }
        let bracket = text.lastIndex(of: "]") ?? text.startIndex
        let end = text[bracket...].firstIndex(of: ":") ?? text.endIndex
        let digits = text[end...].dropFirst()
        guard Self.isHost(text[..<end]), digits.isEmpty || Self.isPort(digits) else { return nil }
        host = String(text[..<end])
        port = Int(digits)
    }

    private static func isPort(_ text: Substring) -> Bool {
        text.utf8.allSatisfy { (48...57).contains($0) } && Int(text).map((1...65_535).contains) ?? false
    }

    private static func isHost(_ text: Substring) -> Bool {
        text.hasPrefix("[") && text.hasSuffix("]") ? isIPv6(text.dropFirst().dropLast()) : isName(text)
    }

    private static func isIPv6(_ text: Substring) -> Bool {
        text.count { $0 == ":" } > 1
            && text.utf8.allSatisfy {
                (48...58).contains($0) || (97...102).contains($0) || $0 == UInt8(ascii: ".")
            }
    }

    private static func isName(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                guard scalar.isASCII else { return !scalar.properties.isWhitespace }
                return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                    || "-._~".unicodeScalars.contains(scalar)
            }
    }
}
