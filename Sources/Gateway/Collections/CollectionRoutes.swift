import ConciergeCore
import Engine
import HTTPServer

/// Every collection that a skill declares, without a line written for it.
struct CollectionRoutes: Sendable {
    let engine: Engine
    let vocabulary: Vocabulary

    private static let unknown = Route.Answer.refusal(404, "no such collection or document")
    private static let document = Schema.named("Document")
    private static let transition = Route.Body(
        schema: .object([
            .required("to", .text(1...64), "The next state"), .optional("reason", .text(0...1024)),
            .optional("by", .identifier, "Who does it"),
        ]))

    var routes: [Route] {
        reading + writing
            + ["/v1/collections/{name}/{id}", "/v1/tickets/{id}", "/v1/leads/{id}"].map(transition)
    }

    private var reading: [Route] {
        var list = Route(
            .get, "/v1/collections/{name}",
            "Documents; FIELD=value and FIELD[gte]=… filter by indexed fields; CSV with 'Accept: text/csv'",
            access: .token(.staff),
            query: .page + [.optional("sort", .text(1...128), "A field; '-' before it for the last first")],
            answers: [
                .table(of: "Document", "the documents"), Self.unknown,
            ], answer: list)
        list.filtersByField = true
        return [
            Route(
                .get, "/v1/collections", "What collections there are", access: .token(.staff),
                answers: [.json(200, .page(of: "Collection"), "the collections")]
            ) { _ in .list(engine.pipeline.declaredCollections.map(\.value)) },
            list,
            Route(
                .get, "/v1/collections/{name}/{id}", "One document", access: .token(.staff),
                answers: [.json(200, Self.document, "the document"), Self.unknown], answer: one),
        ]
    }

    private var writing: [Route] {
        var patch = Route(
            .patch, "/v1/collections/{name}/{id}", "Changes declared writable fields; null takes one away",
            access: .token(.staff), body: .init(schema: .map),
            answers: [
                .json(200, Self.document, "the document as it is now"), Self.unknown,
                .refusal(409, "a unique value is taken, or the value is pinned"),
                .refusal(412, "the document is not the version in 'If-Match' any more"),
            ], on: .desk, handler: patch)
        patch.headers = [.optional("If-Match", .text(0...64), "The version you read")]
        return [
            Route(
                .post, "/v1/collections/{name}", "Makes a document", access: .token(.staff),
                body: .init(schema: .map),
                answers: [
                    .json(201, Self.document, "the document"), Self.unknown,
                    .refusal(
                        409,
                        "its id or a unique value is taken, or the customer has one of which there is one"),
                ], on: .desk, handler: create),
            patch,
        ]
    }

    private func transition(_ path: String) -> Route {
        Route(
            .post, path + "/transitions", "Brings a document to its next state", access: .token(.staff),
            body: Self.transition,
            answers: [
                .json(200, Self.document, "the document as it is now"), Self.unknown,
                .refusal(
                    409, "'invalid_transition': that state cannot follow; 'allowed' names those that can"),
            ], on: .desk
        ) { call, reply in
            let alias = path.contains("{name}") ? nil : String(call.route.segments[1])
            try transition(call, alias ?? call.parameters[0], reply)
        }
    }
}

extension CollectionRoutes {
    private func collection(_ name: String) throws -> CollectionDeclaration {
        guard let collection = engine.pipeline.collection(name) else {
            throw Refusal.unknown("collection", name)
        }
        return collection
    }

    private func list(_ call: Call) throws -> Response {
        let collection = try collection(call.parameters[0])
        var query = call.page()
        query.filters = try call.filters.map { try FieldFilter($0, in: collection).filter }
        let page = try engine.store.read { try $0.documents(collection.name, query) }
        return call.page(page.items.map(\.value), next: page.next, columns: collection.columns)
    }

    private func one(_ call: Call) throws -> Response {
        let collection = try collection(call.parameters[0])
        let id = try call.id(1, of: "document")
        guard let document = try engine.store.read({ try $0.document(collection.name, id) }) else {
            throw Refusal.unknown(collection.singular, id)
        }
        return .versioned(document.value)
    }

    private func create(_ call: Call, _ reply: Reply) throws {
        let collection = try collection(call.parameters[0])
        let body = try call.body(collection.newDocument)
        let now = engine.clock.now()
        let id = try collection.id(of: body) ?? engine.identifiers.next(at: now)
        var document = Document(
            collection: collection.name, id: id,
            customer: collection.key == .customer ? id : body["customer"]?.text,
            body: body.filter { !Document.reserved.contains($0.key) }, at: now)
        document.version = 1
        let made = document
        let location = "/v1/collections/\(collection.name)/\(id)"
        engine.change(lane: made.customer ?? "\(collection.name)/\(id)") { reader in
            guard try reader.document(collection.name, id) == nil else {
                throw Refusal(
                    409, "exists", "body: \(collection.singular) '\(id)' exists already; PATCH it instead")
            }
            if let customer = made.customer, try reader.customer(customer) == nil {
                throw Refusal.invalid(
                    "/customer", "unknown", "names no customer '\(customer)'; PUT the customer first")
            }
            let edit = DocumentEdit(
                collection: collection, before: nil, after: made, by: "staff", reason: nil,
                vocabulary: vocabulary)
            return try edit.change(reader) { .versioned($0.value, status: 201, location: location) }
        } completion: {
            reply.settle($0)
        }
    }

    private func patch(_ call: Call, _ reply: Reply) throws {
        let collection = try collection(call.parameters[0])
        let id = try call.id(1, of: "document")
        let sent = try call.body(.map)
        let expected = try call.expectedVersion()
        let fields = try collection.patch(sent)
        try edit(collection, id, reply) { before in
            if let expected, expected != before.version { throw Refusal.changed(to: before.version) }
            try Self.refusePinned(fields, in: before)
            var after = before
            for (name, value) in fields {
                if value == .null { after.body.removeValue(forKey: name) } else { after.body[name] = value }
            }
            return after
        }
    }

    /// What staff pinned stays until it is released: `sources` says of each value where it is from, and whether it is.
    private static func refusePinned(_ fields: [String: Value], in document: Document) throws(Refusal) {
        let sources = document.body["sources"]
        for (name, value) in fields.sorted(by: { $0.key < $1.key })
        where sources?[name]?["pinned"] == true && value != document.body[name] ?? .null {
            throw Refusal(
                409, "pinned",
                "body: '\(name)' is pinned by staff; release it first, with the action of the skill that pins it"
            )
        }
    }

    private func transition(_ call: Call, _ name: String, _ reply: Reply) throws {
        let collection = try collection(name)
        let id = try call.id(call.parameters.count - 1, of: collection.singular)
        let body = try call.body()
        guard let states = collection.states else {
            throw Refusal(
                409, "no_states", "path: '\(name)' declares no states; PATCH the field you mean to change")
        }
        let wanted = body["to"]?.text ?? ""
        try edit(collection, id, reply, by: body["by"]?.text ?? "staff", reason: body["reason"]?.text) {
            before in
            let state = before.body[states.field]?.text ?? states.initial
            guard states.staffTransitions[state]?.contains(wanted) == true else {
                throw Refusal.transition(from: state, to: wanted, in: states)
            }
            var after = before
            after.body[states.field] = .text(wanted)
            return after
        }
    }

    /// Changes a document in the lane of its customer.
    private func edit(
        _ collection: CollectionDeclaration, _ id: String, _ reply: Reply, by author: String = "staff",
        reason: String? = nil, _ body: @escaping @Sendable (Document) throws -> Document
    ) throws {
        guard let found = try engine.store.read({ try $0.document(collection.name, id) }) else {
            throw Refusal.unknown(collection.singular, id)
        }
        engine.change(lane: found.customer ?? "\(collection.name)/\(id)") {
            [clock = engine.clock, vocabulary] reader in
            guard let before = try reader.document(collection.name, id) else {
                throw Refusal.unknown(collection.singular, id)
            }
            var after = try body(before)
            guard after != before else { return Change([], result: .versioned(before.value)) }
            after.version = before.version + 1
            after.updatedAt = clock.now()
            let edit = DocumentEdit(
                collection: collection, before: before, after: after, by: author, reason: reason,
                vocabulary: vocabulary)
            return try edit.change(reader) { .versioned($0.value) }
        } completion: {
            reply.settle($0)
        }
    }
}
