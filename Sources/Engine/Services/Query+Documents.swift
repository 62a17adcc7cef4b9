import ConciergeCore

/// The store's filtering and sorting, for documents that are not in the store yet.
extension Query {
    func matches(_ document: Document) -> Bool {
        filters.allSatisfy { filter in
            guard let value = document.field(filter.field) else { return false }
            switch filter.operator {
            case .eq: return value == filter.value || value.order(filter.value) == 0
            case .gt: return value.order(filter.value).map { $0 > 0 } ?? false
            case .gte: return value.order(filter.value).map { $0 >= 0 } ?? false
            case .lt: return value.order(filter.value).map { $0 < 0 } ?? false
            case .lte: return value.order(filter.value).map { $0 <= 0 } ?? false
            }
        }
    }

    func areInOrder(_ a: Document, _ b: Document) -> Bool {
        let field = sort ?? "id"
        let order = (a.field(field) ?? .null).order(b.field(field) ?? .null) ?? 0
        if order == 0 { return isDescending ? a.id > b.id : a.id < b.id }
        return isDescending ? order > 0 : order < 0
    }
}

extension Document {
    fileprivate func field(_ name: String) -> Value? {
        switch name {
        case "id": .text(id)
        case "created_at": .timestamp(createdAt)
        case "updated_at": .timestamp(updatedAt)
        case "customer": customer.map(Value.text)
        default: body[name]
        }
    }
}

extension Value {
    /// Negative, zero or positive; nil when the two cannot be compared. Null comes first.
    fileprivate func order(_ other: Value) -> Int? {
        switch (self, other) {
        case (.null, .null): 0
        case (.null, _): -1
        case (_, .null): 1
        case (.text(let a), .text(let b)): a == b ? 0 : (a < b ? -1 : 1)
        case (.timestamp(let a), .timestamp(let b)): a == b ? 0 : (a < b ? -1 : 1)
        case (.timestamp(let a), .text(let b)): Timestamp(b).map { a == $0 ? 0 : (a < $0 ? -1 : 1) }
        case (.text(let a), .timestamp(let b)): Timestamp(a).map { $0 == b ? 0 : ($0 < b ? -1 : 1) }
        case (.bool(let a), .bool(let b)): a == b ? 0 : (b ? -1 : 1)
        default:
            if let a = double, let b = other.double { a == b ? 0 : (a < b ? -1 : 1) } else { nil }
        }
    }
}
