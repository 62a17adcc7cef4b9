import ConciergeCore
import Cryptography
import HTTPServer

extension [Property] {
    /// What every list takes.
    static let page: [Property] = [
        .optional("limit", .integer(1...500), "50 when left out"),
        .optional("cursor", .text(1...2048), "'next' of the page before"),
    ]
}

extension Call {
    /// The query of a list, with these fields as filters.
    func page(filters names: [String] = []) -> Query {
        var page = Query()
        if let limit = query["limit"]?.int { page.limit = Int(limit) }
        page.cursor = query["cursor"]?.text
        if let order = query["sort"]?.text { page.sort(by: order) }
        for name in names {
            guard let value = query[name] else { continue }
            page.filters.append(Query.Filter(field: name, operator: .eq, value: value))
        }
        return page
    }

    /// One page of a list, as JSON or as CSV, where a header leads to the next.
    func page(_ items: [Value], next: String?, columns: [String]) -> Response {
        guard mediaType == "text/csv" else { return .list(items, next: next) }
        var headers = Headers.typed("text/csv; charset=utf-8; header=present")
        if let next {
            let others = request.query.filter { $0.name != "cursor" }
            let query = (others + [QueryItem(name: "cursor", value: next)])
                .map { "\($0.name.queryPart)=\($0.value.queryPart)" }.joined(separator: "&")
            headers.append("link", "<\(request.rawPath)?\(query)>; rel=\"next\"")
        }
        return Response(headers: headers, body: CSV(columns: columns).encode(items))
    }
}

extension String {
    /// Percent-encoded, for a query.
    fileprivate var queryPart: String {
        utf8.reduce(into: "") { out, byte in
            switch byte {
            case 48...57, 65...90, 97...122, 0x2d, 0x2e, 0x5f, 0x7e:
                out.unicodeScalars.append(Unicode.Scalar(byte))
            default: out += "%" + Hex.encode([byte]).uppercased()
            }
        }
    }
}
