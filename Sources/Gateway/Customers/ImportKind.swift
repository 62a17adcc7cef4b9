/// What can be imported, one object a line.
public enum ImportKind: String, Sendable, CaseIterable {
    case customers, orders, agents

    var schema: Schema { .object(lineFields) }

    /// What a line may say, in the order in which it is shown.
    public var fields: [String] { lineFields.map(\.name) }
    /// What every line must say.
    public var requiredFields: [String] { lineFields.filter(\.isRequired).map(\.name) }

    private var lineFields: [Property] {
        switch self {
        case .customers: Schema.importedCustomer
        case .orders: Schema.importedOrder
        case .agents: Schema.importedAgent
        }
    }
}
