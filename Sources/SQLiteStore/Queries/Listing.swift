import ConciergeCore
import SQLite

/// A list that can be filtered, sorted and read page by page.
struct Listing {
    struct Field {
        var column: String
        var type: ValueType
        var isNullable = false
        var isSortable = true
        /// The only values there are; they stand in the SQL, so that partial indexes apply.
        var values: [String]?
        /// How those with one value are found when no index has the column; each `?` stands for the value.
        var found: String?
    }

    /// How messages call it.
    var name: String
    var table: String
    var columns: String
    var fields: [String: Field]
    /// The column that tells apart what sorts alike; ascending with the sort.
    var tie: String
    var defaultSort: String
    var isDescendingByDefault = false

    static let largestPage = 500

    func page<Item>(
        _ query: Query, on connection: Connection, map: (Row) throws -> Item
    ) throws -> Page<Item> {
        let order = try PageOrder(self, query)
        let limit = min(max(query.limit, 1), Self.largestPage)
        let filter = try condition(query.filters)
        var items: [Item] = []
        var last: Cursor?
        var hasMore = false
        for section in order.sections {
            let sql = SQL(
                built: """
                    SELECT \(columns), \(order.column), \(tie) FROM \(table)
                    WHERE \(filter.sql) AND \(section.sql)
                    ORDER BY \(order.column) \(order.direction), \(tie) \(order.direction) LIMIT ?
                    """)
            let values = filter.values + section.values + [limit + 1 - items.count]
            try connection.forEach(sql, values) { row in
                guard items.count < limit else {
                    hasMore = true
                    return false
                }
                items.append(try map(row))
                last = order.cursor(at: row)
                return true
            }
            if hasMore { break }
        }
        return Page(items: items, next: hasMore ? last?.text : nil)
    }

    private func condition(_ filters: [Query.Filter]) throws -> Condition {
        try filters.reduce(into: Condition("1")) { condition, filter in
            condition = condition.and(try self.condition(filter))
        }
    }

    private func condition(_ filter: Query.Filter) throws -> Condition {
        guard let field = fields[filter.field] else {
            throw badQuery("'\(filter.field)' cannot be filtered by", fields.keys)
        }
        if filter.value == .null { return try isNull(filter, field) }
        guard SearchKey.fitted(filter.value, to: field.type) != nil else {
            throw StoreError(
                .badQuery,
                "\(name): '\(filter.field)' is of type \(field.type.rawValue), \(JSON.text(filter.value)) is not"
            )
        }
        if let values = field.values { return try oneOf(values, filter, field) }
        if let found = field.found { return try self.found(found, filter, field) }
        return Condition(
            "\(field.column) \(filter.operator.sql) ?", [SearchKey(filter.value, as: field.type)])
    }

    private func isNull(_ filter: Query.Filter, _ field: Field) throws -> Condition {
        guard filter.operator == .eq else {
            throw StoreError(
                .badQuery, "\(name): '\(filter.field)' can be equal to null, not more or less than it")
        }
        return Condition("\(field.column) IS NULL")
    }

    private func oneOf(_ values: [String], _ filter: Query.Filter, _ field: Field) throws -> Condition {
        guard filter.operator == .eq, let value = filter.value.text, values.contains(value) else {
            throw StoreError(
                .badQuery,
                "\(name): '\(filter.field)' equals one of \(Spelling.listed(values)); nothing else can be asked"
            )
        }
        return Condition("\(field.column) = '\(value)'")
    }

    private func found(_ sql: String, _ filter: Query.Filter, _ field: Field) throws -> Condition {
        guard filter.operator == .eq else {
            throw StoreError(
                .badQuery, "\(name): '\(filter.field)' equals a value; nothing else can be asked")
        }
        let value = SearchKey(filter.value, as: field.type)
        return Condition(sql, sql.filter { $0 == "?" }.map { _ in value })
    }

    func badQuery(_ problem: String, _ possible: some Sequence<String>) -> StoreError {
        StoreError(.badQuery, "\(name): \(problem); possible: \(Spelling.listed(possible.sorted()))")
    }
}

/// A piece of WHERE with its values.
struct Condition {
    var sql: String
    var values: [any Bindable]

    init(_ sql: String, _ values: [any Bindable] = []) {
        self.sql = sql
        self.values = values
    }

    func and(_ other: Condition) -> Condition { Condition("\(sql) AND \(other.sql)", values + other.values) }
}

extension Query.Operator {
    fileprivate var sql: String {
        switch self {
        case .eq: "="
        case .gt: ">"
        case .gte: ">="
        case .lt: "<"
        case .lte: "<="
        }
    }
}
