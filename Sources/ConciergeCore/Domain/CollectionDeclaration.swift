/// A named set of documents that a skill declares; API, admin table and CSV follow from it.
public struct CollectionDeclaration: Sendable, Hashable {
    public struct Field: Sendable, Hashable {
        public var type: ValueType
        /// May be filtered and sorted by.
        public var isIndexed: Bool
        /// Staff may change it.
        public var isWritable: Bool
        /// At most one document may hold a given value.
        public var isUnique: Bool
        /// It names another customer: the document goes with that one too.
        public var isCustomer: Bool
        /// It names an agent: staff may write one who is there.
        public var isAgent: Bool
        /// It is a tier of customers: staff may write one that the house has.
        public var isTier: Bool

        public init(
            type: ValueType, isIndexed: Bool = false, isWritable: Bool = false, isUnique: Bool = false,
            isCustomer: Bool = false, isAgent: Bool = false, isTier: Bool = false
        ) {
            self.type = type
            self.isIndexed = isIndexed
            self.isWritable = isWritable
            self.isUnique = isUnique
            self.isCustomer = isCustomer
            self.isAgent = isAgent
            self.isTier = isTier
        }
    }

    /// The life of a document: which state may follow which.
    public struct States: Sendable, Hashable {
        public var field: String
        public var initial: String
        public var transitions: [String: [String]]
        /// A customer has at most one document in these, as one open lead; else staff is refused.
        public var single: [String]
        /// Into and out of these only the skill brings a document, as a lead that was merged.
        public var reserved: Set<String>

        public init(
            field: String = "status", initial: String, transitions: [String: [String]], single: [String] = [],
            reserved: Set<String> = []
        ) {
            self.field = field
            self.initial = initial
            self.transitions = transitions
            self.single = single
            self.reserved = reserved
        }

        /// Which state staff may let follow which.
        public var staffTransitions: [String: [String]] {
            var allowed = transitions.mapValues { $0.filter { !reserved.contains($0) } }
            for state in reserved { allowed[state] = [] }
            return allowed
        }
    }

    /// What the id of a document is.
    public enum Key: String, Sendable, Hashable, CaseIterable {
        /// The customer's id: there is one document a customer.
        case customer
    }

    public var name: String
    public var fields: [String: Field]
    public var states: States?
    /// Nil: the skill gives each document an id.
    public var key: Key?

    public init(name: String, fields: [String: Field], states: States? = nil, key: Key? = nil) {
        self.name = name
        self.fields = fields
        self.states = states
        self.key = key
    }

    /// `tickets` → `ticket`: how its events are named.
    public var singular: String { name.hasSuffix("s") ? String(name.dropLast()) : name }
}

/// One document of a collection.
public struct Document: Sendable, Hashable {
    public var collection: String
    public var id: String
    public var customer: String?
    /// Grows with each change; 0 while it was never stored.
    public var version: Int64 = 0
    public var createdAt: Timestamp
    public var updatedAt: Timestamp
    public var body: [String: Value]

    public init(collection: String, id: String, customer: String?, body: [String: Value], at: Timestamp) {
        self.collection = collection
        self.id = id
        self.customer = customer
        self.body = body
        createdAt = at
        updatedAt = at
    }

    /// The names every document has; a body may not bring its own.
    public static let reserved: Set<String> = ["id", "version", "created_at", "updated_at", "customer"]

    public var value: Value {
        var entries = body
        entries["id"] = .text(id)
        entries["version"] = .int(version)
        entries["created_at"] = .timestamp(createdAt)
        entries["updated_at"] = .timestamp(updatedAt)
        entries["customer"] = Value(customer)
        return .map(entries)
    }
}
