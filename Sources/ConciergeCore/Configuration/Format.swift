/// What a text means beyond its letters, with the sentence for one that is not so.
public enum Format: String, Sendable, Hashable, CaseIterable {
    case span = "time-span"
    case positiveSpan = "positive-time-span"
    case clockRanges = "clock-ranges"
    case url = "http-url"
    case host
    /// One that is reached, or all below one.
    case hosts = "host-or-all-below"
    /// For people, on one line of a terminal.
    case line = "printable-line"
    case identifier
    case name
    case key = "context-key"
    case keyPattern = "context-key-pattern"
    case version
    case store = "store-location"
    case isolation
    case inside = "path-inside"
    /// Of a publisher or a registry.
    case publicKey = "minisign-public-key"
    case registry = "registry-address"
    /// Names of what only the host knows: they are held against it elsewhere.
    case intent = "intent-name"
    case competence
    case agent
    /// Names that a house gives: what its records say is held against them.
    case tier
    case orderStatus = "order-status"

    /// What is wrong with a text, or nil.
    func complaint(_ text: String) -> String? { accepts(text) ? nil : "\(what); \(mend)" }

    private func accepts(_ text: String) -> Bool {
        switch self {
        case .span: Duration(span: text) != nil
        case .positiveSpan: Duration(span: text).map { $0 > .zero } ?? false
        case .clockRanges: ClockRange.list(text) != nil
        case .url: Self.isURL(text)
        case .host: Authority(name: text) != nil
        case .hosts: Self.isHosts(text)
        case .line: Self.isLine(text)
        case .identifier: isIdentifier(text)
        case .name: Self.isName(text)
        case .key: KeyPattern(text).map { !$0.isOptional && !$0.isWildcard } ?? false
        case .keyPattern: KeyPattern(text) != nil
        case .version: Version(text) != nil
        case .store: Configuration.Store.Location(text) != nil
        case .isolation: Isolation(text) != nil
        case .inside: Self.isInside(text)
        case .publicKey: Self.isPublicKey(text)
        case .registry: Self.isRegistry(text)
        case .intent, .competence, .agent, .tier, .orderStatus: !text.isEmpty
        }
    }

    private var what: String {
        switch self {
        case .span, .positiveSpan: "is not a length of time"
        case .clockRanges: "is not a time of day"
        case .url: "is not a web address"
        case .host: "is not the name of a host"
        case .hosts: "is not the name of a host"
        case .line: "is not one line of printable text"
        case .identifier: "is not an id"
        case .name: "is not a name"
        case .key: "is not a key"
        case .keyPattern: "is not a key"
        case .version: "is not a version"
        case .store: "is not a store"
        case .isolation: "is not a place to run"
        case .inside: "is not a file of the package"
        case .publicKey: "is not a minisign public key"
        case .registry: "is neither a web address nor a folder"
        case .intent: "is no intent"
        case .competence: "is no competence"
        case .agent: "is no agent"
        case .tier: "is no tier"
        case .orderStatus: "is no status"
        }
    }

    var mend: String {
        switch self {
        case .span: "write a number with ms, s, m, h or d, such as 30s"
        case .positiveSpan: "write a number above 0 with ms, s, m, h or d, such as 15m"
        case .clockRanges: "write \"09:00-18:00\", several with commas, or closed"
        case .url: "write https://host/path"
        case .host: "write one such as chat.example.com"
        case .hosts: "write one such as api.example.com, api.example.com:8443 or *.example.com"
        case .line: "write 1 to 128 characters without line breaks and control characters"
        case .identifier: "use 1 to 128 of A-Z a-z 0-9 . _ : @ -"
        case .name: "use lower case letters, digits, '-' and '_'"
        case .key: "write area.name"
        case .keyPattern: "write area.name, with '.*' for all below and '?' when it may be missing"
        case .version: "write three numbers, such as 1.0.0"
        case .store: "write sqlite:path or postgresql://user@host/database"
        case .isolation: "write in_process, worker or group:name"
        case .intent: "write the name of one"
        case .competence: "write what an agent is good at, such as technical"
        case .agent: "write the id of one"
        case .tier: "write a name for it, such as gold"
        case .orderStatus: "write a name for it, such as shipped"
        case .publicKey: "write the line that begins with RW in its .pub file"
        case .registry: "write https://host/path, or a folder's path"
        case .inside: "write its path from the folder of skill.yaml, such as assets/texts.yaml"
        }
    }

    /// The same rule for editors, as far as a regular expression can say it.
    var pattern: String {
        switch self {
        case .span: "^[0-9]+(ms|s|m|h|d)$"
        case .positiveSpan: "^0*[1-9][0-9]*(ms|s|m|h|d)$"
        case .intent, .competence, .agent, .tier, .orderStatus: "^.+$"
        case .clockRanges:
            "^(closed|[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}(, *[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2})*)$"
        case .url: "^https?://[^\\s/?#@]+([/?#]\\S*)?$"
        case .host: "^[^\\s/?#@*]+$"
        case .hosts: "^(\\*\\.)?([A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$"
        case .line:
            "^[^\\u0000-\\u001f\\u007f-\\u009f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff]{1,128}$"
        case .identifier: "^[A-Za-z0-9._:@-]{1,128}$"
        case .name: "^[a-z0-9][a-z0-9_-]*$"
        case .key: "^[a-z0-9_-]+(\\.[a-z0-9_-]+)*$"
        case .keyPattern: "^[a-z0-9_-]+(\\.[a-z0-9_-]+)*(\\.\\*)?\\??$"
        case .version:
            "^(?=.{1,64}$)[0-9]+\\.[0-9]+\\.[0-9]+(-\(Self.versionWords))?(\\+\(Self.versionWords))?$"
        case .store: "^(sqlite:.+|postgres(ql)?://.+)$"
        case .isolation: "^(in[_-]process|worker|group:[a-z0-9][a-z0-9_-]*)$"
        case .publicKey: "^RW[QRST][A-Za-z0-9+/]{53}$"
        case .registry: "^(https?://[^\\s/?#@]+(/[^\\s?#]*)?|(?!.*://).+)$"
        case .inside: "^(?!/)(?!(.*/)?\\.\\.(/|$)).+$"
        }
    }

    private static let versionWords = "[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*"

    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, first != 0x2D, first != 0x5F else { return false }
        return text.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
        }
    }

    private static func isHosts(_ text: String) -> Bool {
        let host = text.hasPrefix("*.") ? String(text.dropFirst(2)) : text
        return host.utf8.allSatisfy { (0x21...0x7E).contains($0) } && Authority(name: host) != nil
    }

    // What is not seen, or turns the line around, lets one name pass for another.
    private static func isLine(_ text: String) -> Bool {
        (1...128).contains(text.unicodeScalars.count)
            && text.unicodeScalars.allSatisfy {
                switch $0.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator: false
                default: true
                }
            }
    }

    private static func isInside(_ path: String) -> Bool {
        !path.isEmpty && !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
    }

    // Forty-two bytes that begin with `Ed`.
    private static func isPublicKey(_ text: String) -> Bool {
        text.utf8.count == 56 && text.hasPrefix("RW")
            && "QRST".utf8.contains(text.utf8.dropFirst(2).first ?? 0)
            && text.utf8.allSatisfy {
                (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || (0x2F...0x39).contains($0)
                    || $0 == 0x2B
            }
    }

    private static func isRegistry(_ text: String) -> Bool {
        text.contains("://") ? isURL(text) && !text.contains { "?#".contains($0) } : !text.isEmpty
    }

    private static func isURL(_ text: String) -> Bool {
        let hasSpace = text.unicodeScalars.contains { $0.properties.isWhitespace || $0.value < 0x20 }
        return !hasSpace && Authority(url: text) != nil
    }
}

extension Duration {
    /// `800ms`, `3s`, `15m`, `4h`, `30d`.
    public init?(span text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard digits.count < 13, let count = Int64(digits) else { return nil }
        switch text.dropFirst(digits.count) {
        case "ms": self = .milliseconds(count)
        case "s": self = .seconds(count)
        case "m": self = .seconds(count * 60)
        case "h": self = .seconds(count * 3600)
        case "d": self = .seconds(count * 86_400)
        default: return nil
        }
    }
}
