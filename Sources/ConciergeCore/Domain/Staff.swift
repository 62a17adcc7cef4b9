/// A human who answers customers.
public struct Agent: Sendable, Hashable {
    public enum Presence: String, Sendable, Hashable, CaseIterable { case online, away, offline }

    public var id: String
    public var name: String
    public var competences: [String]
    public var capacity: Int64
    public var presence: Presence

    public init(id: String, name: String, competences: [String], capacity: Int64, presence: Presence) {
        self.id = id
        self.name = name
        self.competences = competences
        self.capacity = capacity
        self.presence = presence
    }

    public var value: Value {
        .map([
            "id": .text(id), "name": .text(name), "competences": .list(competences.map(Value.text)),
            "capacity": .int(capacity), "presence": .text(presence.rawValue),
        ])
    }
}

/// Lets a program use `/v1`; only its hash is kept.
public struct AccessToken: Sendable, Hashable {
    public enum Scope: String, Sendable, Hashable, CaseIterable {
        /// Everything.
        case admin
        /// Conversations, customers and collections, but neither tokens nor configuration.
        case staff
        /// Turns only: what a shop's own page needs.
        case turns
    }

    public var id: String
    public var name: String
    public var scope: Scope
    /// SHA-256 in hexadecimal.
    public var hash: String
    public var createdAt: Timestamp

    public init(id: String, name: String, scope: Scope, hash: String, createdAt: Timestamp) {
        self.id = id
        self.name = name
        self.scope = scope
        self.hash = hash
        self.createdAt = createdAt
    }

    public var value: Value {
        .map([
            "id": .text(id), "name": .text(name), "scope": .text(scope.rawValue),
            "created_at": .timestamp(createdAt),
        ])
    }
}
