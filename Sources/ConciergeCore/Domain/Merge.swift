/// Two customers who are one person: what was the other's is the customer's from then on, until it is undone.
public struct Merge: Sendable, Hashable {
    public var id: String
    /// Who stays.
    public var customer: String
    /// Who becomes a part of the customer.
    public var other: String
    public var at: Timestamp

    public init(id: String, customer: String, other: String, at: Timestamp) {
        self.id = id
        self.customer = customer
        self.other = other
        self.at = at
    }

    public var value: Value {
        [
            "merge": .text(id), "customer": .text(customer), "other": .text(other), "at": .timestamp(at),
        ]
    }
}

/// What a merge would do, or did.
public struct MergeSummary: Sendable, Hashable {
    /// How many of each kind go over.
    public var moves: [String: Int64] = [:]
    /// How many documents of each collection go over.
    public var documents: [String: Int64] = [:]
    /// What the customer did not say and the other did.
    public var fills: [String: Value] = [:]
    /// What both say differently: the customer's stays, the other's comes back when the merge is undone.
    public var conflicts: [Conflict] = []
    /// Kept for undoing, because the customer has one like it: documents as `collection/id`, orders and timers.
    public var aside: [String] = []
    /// The documents among them, and what of the other's context the customer has his own of: for skills, to add it up.
    public var documentsAside: [Document] = []
    public var contextAside: [String: Value] = [:]

    public struct Conflict: Sendable, Hashable {
        public var field: String
        public var kept: Value
        public var aside: Value

        public init(field: String, kept: Value, aside: Value) {
            self.field = field
            self.kept = kept
            self.aside = aside
        }
    }

    public init() {}

    public var value: Value {
        var moves = moves.mapValues(Value.int)
        moves["documents"] = .map(documents.mapValues(Value.int))
        return [
            "moves": .map(moves), "fills": .map(fills),
            "conflicts": .list(
                conflicts.map { ["field": .text($0.field), "kept": $0.kept, "aside": $0.aside] }),
            "aside": .list(aside.map(Value.text)),
        ]
    }
}

extension Customer {
    /// Takes over what it does not say itself.
    public mutating func fill(from other: Customer, _ summary: inout MergeSummary) {
        for name in Customer.textFields {
            guard let theirs = other[text: name] else { continue }
            guard let own = self[text: name] else {
                self[text: name] = theirs
                summary.fills[name] = .text(theirs)
                continue
            }
            if own != theirs {
                summary.conflicts.append(.init(field: name, kept: .text(own), aside: .text(theirs)))
            }
        }
        for (name, theirs) in other.attributes.sorted(by: { $0.key < $1.key }) {
            guard let own = attributes[name] else {
                attributes[name] = theirs
                summary.fills["attributes.\(name)"] = theirs
                continue
            }
            if own != theirs {
                summary.conflicts.append(.init(field: "attributes.\(name)", kept: own, aside: theirs))
            }
        }
    }

    /// Gives back what was filled in, where nobody changed it since.
    public mutating func giveBack(_ fills: [String: Value]) {
        for (path, value) in fills {
            if path.hasPrefix("attributes.") {
                let name = String(path.dropFirst("attributes.".count))
                if attributes[name] == value { attributes[name] = nil }
            } else if self[text: path].map(Value.text) == value {
                self[text: path] = nil
            }
        }
    }

    /// One of `textFields`.
    public subscript(text name: String) -> String? {
        get { Self.field(name).flatMap { self[keyPath: $0] } }
        set { if let path = Self.field(name) { self[keyPath: path] = newValue } }
    }

    private static func field(_ name: String) -> WritableKeyPath<Customer, String?>? {
        switch name {
        case "name": \.name
        case "phone": \.phone
        case "email": \.email
        case "company": \.company
        case "industry": \.industry
        case "tier": \.tier
        case "locale": \.locale
        default: nil
        }
    }
}
