import ConciergeCore

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
}
