import ConciergeCore

/// What a host without customers answers: little, and of the right shape; documents are kept as they are put.
struct Records: Sendable {
    private var documents: [[String]: [String: Value]] = [:]

    mutating func answer(_ service: String, _ request: [String: Value]) -> Value {
        let operation = request["op"]?.text ?? ""
        switch (service, operation) {
        case ("sk.store/1", _): return store(operation, request)
        case ("sk.customers/1", "get"): return ["id": request["id"] ?? "u1", "name": "Ada", "version": 1]
        case ("sk.customers/1", "totals"): return ["paid_orders": 0, "amount_12m": 0, "products": []]
        case ("sk.agents/1", "list"):
            return [
                ["id": "li", "name": "Li", "competences": ["technical"], "capacity": 4, "presence": "online"]
            ]
        case ("sk.agents/1", "assign"): return "li"
        case ("sk.hours/1", "local"):
            return ["year": 2026, "month": 3, "day": 11, "hour": 10, "minute": 0, "weekday": 2]
        case ("sk.hours/1", "after"):
            let seconds = Int64(request["seconds"]?.double ?? 0)
            let from = request["from"]?.timestamp ?? StandIn.now
            return .timestamp(Timestamp(milliseconds: from.milliseconds + seconds * 1000))
        case ("sk.knowledge/1", "gap"): return ["id": "1"]
        case ("sk.catalog/1", "list"): return ["items": []]
        case ("sk.catalog/1", "get"): return .null
        case ("sk.links/1", "make"): return ["url": "http://127.0.0.1/p/x/y", "token": "y"]
        case ("sk.schedule/1", _): return .null
        default: return []
        }
    }

    private mutating func store(_ operation: String, _ request: [String: Value]) -> Value {
        let key = [request["collection"]?.text ?? "", request["id"]?.text ?? ""]
        switch operation {
        case "query":
            let items = documents.filter { $0.key.first == key.first }.sorted { $0.key[1] < $1.key[1] }
            return ["items": .list(items.map { .map($0.value) })]
        case "put":
            var document = request["document"]?.map ?? [:]
            document["id"] = .text(key[1])
            document["version"] = .int((documents[key]?["version"]?.int ?? 0) + 1)
            documents[key] = document
        case "delete": documents[key] = nil
        default: return documents[key].map(Value.map) ?? .null
        }
        return .null
    }
}
