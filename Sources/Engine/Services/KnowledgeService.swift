import ConciergeCore
import Synchronization

/// `sk.knowledge/1` and `sk.catalog/1`: what was written down for customers, and what is missing there.
struct KnowledgeService {
    static let mostHits = 50

    let run: TurnRun
    let source: (any KnowledgeSource)?

    func knowledge(_ request: Value) throws -> Value {
        switch request["op"]?.text {
        case "search": return try search(request)
        case "gap": return try gap(request)
        default: throw ServiceError(.unsupported, "op: search or gap was expected")
        }
    }

    func catalog(_ request: Value) throws -> Value {
        switch request["op"]?.text {
        case "get":
            try request.expect(["op", "id"])
            return source?.product(try request.text("id"), locale: run.locale) ?? .null
        case "find":
            try request.expect(["op", "text", "limit"])
            let limit = try request.integer("limit", in: 1...Self.mostHits, else: 5)
            let found = source?.products(
                named: try request.text("text"), limit: limit, locale: run.locale)
            return .list(found ?? [])
        case "list": return try list(request)
        case "popular": return try popular(request)
        case "scripts":
            try request.expect(["op", "intent", "values"])
            let intent = try request.text("intent")
            return .list(
                source?.scripts(for: intent, given: request["values"]?.map, locale: run.locale) ?? [])
        default: throw ServiceError(.unsupported, "op: get, find, list, popular or scripts was expected")
        }
    }

    private func search(_ request: Value) throws -> Value {
        try request.expect(["op", "text", "limit", "threshold"])
        let threshold = request["threshold"]?.double
        if let threshold, !(0...1).contains(threshold) {
            throw ServiceError(.badArgument, "threshold: a number from 0 to 1 was expected")
        }
        let hits = source?.hits(
            for: try request.text("text"),
            limit: try request.integer("limit", in: 1...Self.mostHits, else: 3), threshold: threshold,
            locale: run.locale)
        return .list((hits ?? []).map(\.value))
    }

    private func list(_ request: Value) throws -> Value {
        try request.expect(["op", "filter", "limit", "cursor"])
        let filter = request["filter"] ?? [:]
        try filter.expect(["category", "industry", "on_sale"], in: "filter.")
        var query = ProductQuery()
        query.category = filter["category"]?.text
        query.industry = filter["industry"]?.text
        query.isOnSale = filter["on_sale"]?.bool
        query.limit = try request.integer("limit", in: 1...500, else: 50)
        query.cursor = request["cursor"]?.text
        guard let source else { return ["items": []] }
        guard let page = source.products(query, locale: run.locale) else {
            throw ServiceError(
                .badArgument, "cursor: the catalogue changed meanwhile; begin again without it")
        }
        return .compact(["items": .list(page.items), "next": page.next.map(Value.text)])
    }

    /// What sold best in this month and the twelve before it, of what is on sale.
    private func popular(_ request: Value) throws -> Value {
        try request.expect(["op", "industry", "category", "limit"])
        var query = ProductQuery()
        query.category = request["category"]?.text
        query.industry = request["industry"]?.text
        query.isOnSale = true
        query.limit = try request.integer("limit", in: 1...50, else: 5)
        guard let source else { return [] }
        let month = run.record.at.month
        let sales = try run.engine.store.read { try $0.sales(from: month - 100, through: month) }
        return .list(source.products(query, inOrderOf: sales.map(\.product), locale: run.locale))
    }

    /// Counts a question that had no answer; committed with the turn.
    private func gap(_ request: Value) throws -> Value {
        try request.expect(["op", "question", "language"])
        let asked = try request.text("question").unicodeScalars.prefix(Gaps.longestQuestion)
        let question = String(String.UnicodeScalarView(asked))
        let customer = run.customer?.id ?? run.record.customer
        let key = DocumentKey(
            collection: Gaps.collection.name, id: Gaps.id(of: question, customer: customer))
        _ = try run.seen(key)
        run.workspace.withLock { workspace in
            let before = workspace.overlay(key, at: run.record.at, customer: customer)?.document?.body
            let body = Gaps.asked(
                question, language: request["language"]?.text ?? WrittenLanguage.of(question),
                conversation: run.conversation?.id, at: run.record.at, before: before)
            workspace.buffer.append(.init(collection: key.collection, id: key.id, action: .put(body)))
        }
        return ["id": .text(key.id)]
    }
}
