/// What the host keeps about something: a document, a customer, an order, a message, an agent.
public struct Record: Sendable, Hashable, ValueConvertible {
    public static var type: ValueType { .map }

    public var fields: [String: Value]

    public var value: Value { .map(fields) }
    public var id: String { fields["id"]?.text ?? "" }
    /// Pass it on to `put`, and a change in between is a conflict instead of a loss.
    public var version: Int64? { fields["version"]?.int }

    /// What a skill put into a document, without what the host keeps of each.
    public var body: [String: Value] { fields.filter { !Self.kept.contains($0.key) } }
    private static let kept: Set<String> = ["id", "version", "created_at", "updated_at", "customer"]

    public init?(_ value: Value) {
        guard let fields = value.map else { return nil }
        self.fields = fields
    }

    public subscript(name: String) -> Value? { fields[name] }

    public subscript<Content>(key: Key<Content>) -> Content? { fields[key.name].flatMap { Content($0) } }
}
