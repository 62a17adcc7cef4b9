/// Where a skill runs.
public enum Isolation: Sendable, Hashable, CustomStringConvertible {
    case inProcess
    case worker
    /// A worker that several skills share.
    case group(String)

    public init?(_ text: String) {
        switch Spelling.folded(text) {
        case "in_process": self = .inProcess
        case "worker": self = .worker
        default:
            guard text.hasPrefix("group:"), Format.isName(String(text.dropFirst(6))) else { return nil }
            self = .group(String(text.dropFirst(6)))
        }
    }

    public var description: String {
        switch self {
        case .inProcess: "in_process"
        case .worker: "worker"
        case .group(let name): "group:\(name)"
        }
    }
}
