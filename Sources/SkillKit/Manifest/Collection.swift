/// A set of documents that a skill owns; the host makes the API, the admin's table and the CSV of it.
public struct Collection: Sendable {
    public struct Field: Sendable {
        var facts: [String: Value]

        init(_ type: ValueType) { facts = ["type": .text(type.rawValue)] }

        private func adding(_ fact: String) -> Field {
            var field = self
            field.facts[fact] = true
            return field
        }

        public static var bool: Field { Field(.bool) }
        public static var int: Field { Field(.int) }
        public static var double: Field { Field(.double) }
        public static var text: Field { Field(.text) }
        public static var bytes: Field { Field(.bytes) }
        public static var timestamp: Field { Field(.timestamp) }
        public static var list: Field { Field(.list) }
        public static var map: Field { Field(.map) }
        public static var any: Field { Field(.any) }

        /// Can be filtered and sorted by.
        public var indexed: Field { adding("indexed") }
        /// Staff may change it.
        public var writable: Field { adding("writable") }
        /// No two documents have the same.
        public var unique: Field { adding("unique") }
        /// An agent's id: staff may write one who is there.
        public var agent: Field { adding("agent") }
        /// A tier of customers: staff may write one that the house has.
        public var tier: Field { adding("tier") }
        /// Another customer's id: who is erased takes the document along.
        public var customer: Field { adding("customer") }
    }

    let name: String
    var facts: [String: Value]

    /// `key`: what the id of a document is, `customer` for instance.
    public init(_ name: String, key: String? = nil, _ fields: [String: Field]) {
        self.name = name
        facts = ["fields": .map(fields.mapValues { .map($0.facts) })]
        if let key { facts["key"] = .text(key) }
    }

    /// The life of a document: the host checks and records each transition.
    ///
    /// A customer has at most one document in the `single` states; the `reserved` ones the skill alone sets and leaves.
    public func states(
        field: String = "status", initial: String, transitions: [String: [String]], single: [String] = [],
        reserved: [String] = []
    ) -> Collection {
        var collection = self
        var life: [String: Value] = [
            "field": .text(field), "initial": .text(initial), "transitions": transitions.value,
        ]
        if !single.isEmpty { life["single"] = single.value }
        if !reserved.isEmpty { life["reserved"] = reserved.value }
        collection.facts["states"] = .map(life)
        return collection
    }
}
