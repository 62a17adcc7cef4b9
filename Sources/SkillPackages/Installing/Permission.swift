public import ConciergeCore

/// Something that a skill may reach outside its turn, and that an admin agrees to.
public struct Permission: Sendable, Hashable, Comparable {
    /// As the lock keeps it: `network:api.example.com`.
    public let id: String

    public init(_ id: String) { self.id = id }

    /// Everything that a skill may do: what it says of itself, and what follows from the doors it asks for.
    public static func all(of manifest: Manifest) -> [Permission] {
        let declared = manifest.permissions?.map ?? [:]
        var ids = (declared["network"]?.list ?? []).compactMap(\.text).map { "network:\($0)" }
        if declared["model"]?.bool == true || manifest.requires.contains("sk.llm/1") { ids.append("model") }
        let doors = ["sk.customers/1", "sk.history/1"]
        if declared["customer_data"]?.bool == true || doors.contains(where: manifest.requires.contains) {
            ids.append("customer_data")
        }
        if manifest.requires.contains("sk.http/1"), !ids.contains(where: { $0.hasPrefix("network:") }) {
            ids.append("network:*")
        }
        if manifest.requires.contains("sk.secrets/1") { ids.append("secrets") }
        ids += manifest.readsCollections.map { "reads:\($0.hasSuffix("?") ? String($0.dropLast()) : $0)" }
        return Set(ids).sorted().map(Permission.init)
    }

    /// What an admin reads before saying yes.
    public var sentence: String {
        let parts = id.split(separator: ":", maxSplits: 1).map(String.init)
        return switch parts[0] {
        case "network":
            parts.last == "*" ? "asks any address on the network" : "asks \(parts.last ?? "") on the network"
        case "model": "asks the language model"
        case "customer_data": "reads customers' names, addresses, orders and messages"
        case "secrets": "uses secrets that the configuration names"
        case "reads": "reads the documents of '\(parts.last ?? "")'"
        default: id
        }
    }

    public static func < (a: Self, b: Self) -> Bool { a.id < b.id }
}
