import ConciergeCore
import HTTPServer

/// Holds a query against what the route declares: an unknown item is a mistake, not a decoration.
struct QueryCheck {
    let route: Route

    init(_ route: Route) { self.route = route }

    func check(_ items: [QueryItem]) throws(Refusal) -> (known: [String: Value], filters: [QueryItem]) {
        var known: [String: Value] = [:]
        var filters: [QueryItem] = []
        for item in items {
            guard let field = route.query.first(where: { $0.name == item.name }) else {
                guard route.filtersByField else { throw unknown(item.name) }
                filters.append(item)
                continue
            }
            guard known.updateValue(try value(item, field), forKey: item.name) == nil else {
                throw Refusal(400, "bad_query", "query: '\(item.name)' stands twice; send it once")
            }
        }
        return (known, filters)
    }

    private func value(_ item: QueryItem, _ field: Property) throws(Refusal) -> Value {
        var check = SchemaCheck()
        let value = check.check(field.schema.parse(item.value), field.schema)
        guard let problem = check.problems.first else { return value }
        throw Refusal(400, "bad_query", "query: '\(item.name)' \(problem.detail)")
    }

    private func unknown(_ name: String) -> Refusal {
        let known = route.query.map(\.name)
        let mend = Spelling.mend(
            name, known: known,
            otherwise: known.isEmpty ? "this address takes none" : "known are \(Spelling.listed(known))")
        return Refusal(400, "unknown_parameter", "query: '\(name)' is unknown; \(mend)")
    }
}

extension Schema {
    /// A query's text as the value the schema expects; what it cannot be stays a text, for the check to refuse.
    fileprivate func parse(_ text: String) -> Value {
        switch self {
        case .integer: Int64(text).map(Value.int) ?? .text(text)
        case .flag:
            switch text {
            case "1", "true": true
            case "0", "false": false
            default: .text(text)
            }
        default: .text(text)
        }
    }
}
