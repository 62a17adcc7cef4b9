public import ConciergeCore
import Synchronization

extension KnowledgeKeeper: KnowledgeSource {
    public func hits(for text: String, limit: Int, threshold: Double?, locale: String) -> [KnowledgeHit] {
        served.hits(for: text, limit: limit, threshold: threshold, locale: locale)
    }

    public func product(_ id: String, locale: String) -> Value? {
        served.catalogue[id]?.value(locale: locale)
    }

    public func products(named text: String, limit: Int, locale: String) -> [Value] {
        served.catalogue.find(text, limit: limit).map { $0.value(locale: locale) }
    }

    public func products(_ query: ProductQuery, locale: String) -> Page<Value>? {
        served.catalogue.page(query).map { page in
            Page(items: page.items.map { $0.value(locale: locale) }, next: page.next)
        }
    }

    public func products(_ query: ProductQuery, inOrderOf ids: [String], locale: String) -> [Value] {
        served.catalogue.products(query, inOrderOf: ids).map { $0.value(locale: locale) }
    }

    public func scripts(for intent: String, given values: [String: Value]?, locale: String) -> [Value] {
        served.base.scripts.filter { script in
            script.intent == intent
                && values.map { given in script.conditions.allSatisfy { $0.holds(given) } } ?? true
        }.map { $0.value(locale: locale) }
    }

    private var served: Served { current.withLock { $0 } }
}

extension SalesScript {
    fileprivate func value(locale: String) -> Value {
        [
            "intent": .text(intent), "script": Value(script.localized(locale)),
            "conditions": .list(conditions.map(\.value)), "source": .text(place.description),
        ]
    }
}
