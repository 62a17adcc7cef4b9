/// A filtered, sorted part of a list.
public struct Query: Sendable, Hashable {
    public enum Operator: String, Sendable, Hashable, CaseIterable { case eq, gt, gte, lt, lte }

    public struct Filter: Sendable, Hashable {
        public var field: String
        public var `operator`: Operator
        public var value: Value

        public init(field: String, operator: Operator, value: Value) {
            self.field = field
            self.operator = `operator`
            self.value = value
        }
    }

    public var filters: [Filter] = []
    public var sort: String?
    public var isDescending = false
    public var limit = 50
    /// What an earlier page gave as `next`.
    public var cursor: String?

    public init() {}

    /// `created_at`, or `-created_at` for the last first.
    public mutating func sort(by order: String) {
        isDescending = order.hasPrefix("-")
        sort = isDescending ? String(order.dropFirst()) : order
    }
}

/// One page of a list, and where the next begins.
public struct Page<Item> {
    public var items: [Item]
    /// Where the next page begins; nil at the end.
    public var next: String?

    public init(items: [Item], next: String?) {
        self.items = items
        self.next = next
    }
}

extension Page: Sendable where Item: Sendable {}
