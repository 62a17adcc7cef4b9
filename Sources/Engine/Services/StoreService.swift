import ConciergeCore
import Synchronization

/// `sk.store/1`: the documents a skill declared, as its turn sees them.
struct StoreService {
    let run: TurnRun
    let stage: Stage

    func answer(_ request: Value) throws -> Value {
        guard let collection = request["collection"]?.text else {
            throw ServiceError(.badArgument, "collection: a text was expected")
        }
        let isOwn = stage.manifest.collections.contains { $0.name == collection }
        let read = stage.manifest.readsCollections.lazy.compactMap(KeyPattern.init).first {
            $0.key == collection
        }
        guard isOwn || read != nil else {
            throw ServiceError(
                .denied,
                "'\(collection)' is not declared; add it to 'collections' or 'reads_collections' in the manifest"
            )
        }
        // What a skill can do without is empty where nobody keeps it.
        let isEmpty = !isOwn && read?.isOptional == true && run.pipeline.collection(collection) == nil
        switch request["op"]?.text {
        case "get" where isEmpty: return .null
        case "query" where isEmpty: return ["items": []]
        case "get": return try get(collection, request)
        case "query": return try query(collection, request)
        case "put", "delete":
            guard isOwn else { throw ServiceError(.denied, "'\(collection)' may only be read by this skill") }
            return try write(request)
        default: throw ServiceError(.badArgument, "op: get, query, put or delete was expected")
        }
    }

    private func get(_ collection: String, _ request: Value) throws -> Value {
        guard let id = request["id"]?.text else {
            throw ServiceError(.badArgument, "id: a text was expected")
        }
        let key = DocumentKey(collection: collection, id: id)
        _ = try run.seen(key)
        return overlay(key)?.document?.value ?? .null
    }

    private func write(_ request: Value) throws -> Value {
        do {
            let write = try Patch.Write(patch: request, at: "request")
            run.workspace.withLock { $0.buffer.append(write) }
            return .null
        } catch { throw ServiceError(.badArgument, error.description) }
    }

    private func overlay(_ key: DocumentKey) -> Workspace.Seen? {
        run.workspace.withLock { $0.overlay(key, at: run.record.at, customer: run.customer?.id) }
    }

    /// The store's page, with what this turn changed laid over it before it is sorted and cut.
    private func query(_ collection: String, _ request: Value) throws -> Value {
        let query = try Query(request: request)
        let own = run.workspace.withLock { workspace in
            Set(
                workspace.changed.filter { $0.collection == collection }
                    + workspace.buffer.filter { $0.collection == collection }.map(\.key))
        }
        var wider = query
        wider.limit += own.count
        let page = try run.engine.store.read { try $0.documents(collection, wider) }
        remember(page.items)
        var merged = page.items.filter { !own.contains(DocumentKey(collection: collection, id: $0.id)) }
        for key in own {
            if let document = overlay(key)?.document, query.matches(document) { merged.append(document) }
        }
        merged.sort { query.areInOrder($0, $1) }
        // With changes of its own in between, a turn sees the first page only: no cursor can point into both.
        return .compact([
            "items": .list(merged.prefix(query.limit).map(\.value)),
            "next": own.isEmpty ? page.next.map(Value.text) : .none,
        ])
    }

    /// The versions read, so that a put of one of them conflicts when somebody else was faster.
    private func remember(_ documents: [Document]) {
        run.workspace.withLock { workspace in
            for document in documents {
                let key = DocumentKey(collection: document.collection, id: document.id)
                if workspace.documents[key] == nil {
                    workspace.documents[key] = Workspace.Seen(stored: document.version, document: document)
                }
            }
        }
    }
}

extension Query {
    /// `{filter: {status: open, created_at: {gte: …}}, sort: "-created_at", limit: 20}`.
    fileprivate init(request: Value) throws(ServiceError) {
        self.init()
        for (field, wanted) in request["filter"]?.map ?? [:] {
            guard case .map(let bounds) = wanted else {
                filters.append(Filter(field: field, operator: .eq, value: wanted))
                continue
            }
            for (name, bound) in bounds {
                guard let comparison = Operator(rawValue: name) else {
                    throw ServiceError(
                        .badArgument,
                        "filter.\(field): unknown operator '\(name)'; eq, gt, gte, lt, lte are known")
                }
                filters.append(Filter(field: field, operator: comparison, value: bound))
            }
        }
        if let order = request["sort"]?.text { sort(by: order) }
        cursor = request["cursor"]?.text
        limit = max(1, min(500, Int(request["limit"]?.int ?? 50)))
    }
}
