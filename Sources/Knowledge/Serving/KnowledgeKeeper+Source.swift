public import ConciergeCore
import Synchronization

extension KnowledgeKeeper: KnowledgeSource {
    public func hits(for text: String, limit: Int, threshold: Double?, locale: String) -> [KnowledgeHit] {
        served.hits(for: text, limit: limit, threshold: threshold, locale: locale)
    }

    public var currencies: [String] { served.catalogue.currencies }

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
        served.base.scripts.filter { $0.intent == intent }.compactMap { script in
            let text = values.map { script.said($0, locale: locale) } ?? script.script.localized(locale)
            return text.map { script.value(saying: $0) }
        }
    }

    private var served: Served { current.withLock { $0 } }
}

extension SalesScript {
    fileprivate func value(saying text: String) -> Value {
        [
            "intent": .text(intent), "script": .text(text),
            "conditions": .list(conditions.map(\.value)), "source": .text(place.description),
        ]
    }
}
