import ConciergeCore

/// A catalogue of ids alone; a text names what stands in it.
struct Shelf: KnowledgeSource {
    let ids: [String]
    var currencies: [String] { [] }

    private func value(_ id: String) -> Value { ["id": .text(id)] }

    func hits(for text: String, limit: Int, threshold: Double?, locale: String) -> [KnowledgeHit] { [] }

    func product(_ id: String, locale: String) -> Value? { ids.contains(id) ? value(id) : nil }

    func products(named text: String, limit: Int, locale: String) -> [Value] {
        ids.filter(text.contains).prefix(limit).map(value)
    }

    func products(_ query: ProductQuery, locale: String) -> Page<Value>? {
        Page(items: ids.prefix(query.limit).map(value), next: nil)
    }

    func products(_ query: ProductQuery, inOrderOf wanted: [String], locale: String) -> [Value] {
        wanted.filter(ids.contains).map(value)
    }

    func scripts(for intent: String, given values: [String: Value]?, locale: String) -> [Value] { [] }
}
