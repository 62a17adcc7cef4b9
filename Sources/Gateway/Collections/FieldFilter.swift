import ConciergeCore
import HTTPServer

/// `FIELD=value` or `FIELD[gte]=value` of a list, with the value in the type of the field.
struct FieldFilter {
    let filter: Query.Filter

    init(_ item: QueryItem, in collection: CollectionDeclaration) throws(Refusal) {
        let (name, comparison) = try Self.split(item.name)
        let type = try Self.type(of: name, in: collection)
        guard let value = Self.value(item.value, as: type) else {
            throw Refusal(400, "bad_query", "query: '\(item.name)' is no \(type.rawValue); mend its value")
        }
        filter = Query.Filter(field: name, operator: comparison, value: value)
    }

    private static func split(_ text: String) throws(Refusal) -> (name: String, Query.Operator) {
        guard text.hasSuffix("]"), let open = text.firstIndex(of: "[") else { return (text, .eq) }
        let word = String(text[text.index(after: open)...].dropLast())
        guard let comparison = Query.Operator(rawValue: word) else {
            let known = Query.Operator.allCases.map(\.rawValue)
            throw Refusal(
                400, "bad_query",
                "query: '\(word.prefix(64))' compares nothing; known are \(Spelling.listed(known))")
        }
        return (String(text[..<open]), comparison)
    }

    private static func type(
        of name: String, in collection: CollectionDeclaration
    ) throws(Refusal) -> ValueType {
        switch name {
        case "id", "customer": return .text
        case "created_at", "updated_at": return .timestamp
        default: break
        }
        let indexed = collection.fields.filter { $1.isIndexed || $1.isUnique }.keys.sorted()
        guard let field = collection.fields[name], field.isIndexed || field.isUnique else {
            let known = ["id", "customer", "created_at", "updated_at"] + indexed
            let mend = Spelling.mend(
                name, known: known + ["limit", "cursor", "sort"],
                otherwise: "\(collection.name) can be filtered by \(Spelling.listed(known))")
            let what = collection.fields[name] == nil ? "unknown" : "not indexed"
            throw Refusal(400, "unknown_parameter", "query: '\(name.prefix(64))' is \(what); \(mend)")
        }
        return field.type
    }

    private static func value(_ text: String, as type: ValueType) -> Value? {
        switch type {
        case .int: Int64(text).map(Value.int)
        case .double:
            Double(text).flatMap { number -> Value? in number.isFinite ? .some(.double(number)) : .none }
        case .bool: Bool(text).map(Value.bool)
        case .timestamp: Timestamp(text).map(Value.timestamp)
        case .any: (try? JSON.decode(text)) ?? .text(text)
        case .text, .bytes, .list, .map: .text(text)
        }
    }
}
