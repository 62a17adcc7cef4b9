import ConciergeCore
import Engine
import HTTPServer

/// A change of one document by staff: held against its collection, with the events that follow.
struct DocumentEdit {
    let collection: CollectionDeclaration
    let before: Document?
    let after: Document
    let by: String
    let reason: String?

    func change(
        _ reader: any StoreReader, respond: (Document) -> Response
    ) throws -> Change<Response> {
        let check = DocumentCheck(collection: collection)
        guard let settled = try check.settle(after, before: before) else {
            return Change([], result: .nothing)
        }
        try refuseTakenValues(settled, reader)
        var change = Change(
            [.document(settled, expecting: before?.version ?? 0)], result: respond(settled))
        change.events = check.events(
            settled, before: before, by: by, because: reason, isEdit: true)
        change.customer = settled.customer
        return change
    }

    /// The store would refuse it too, but cannot say so in words of this request.
    private func refuseTakenValues(_ document: Document, _ reader: any StoreReader) throws {
        for (name, field) in collection.fields where field.isUnique {
            guard let value = document.body[name], value != .null, value != before?.body[name] else {
                continue
            }
            var query = Query()
            query.filters = [Query.Filter(field: name, operator: .eq, value: value)]
            query.limit = 2
            let others = try reader.documents(collection.name, query).items.filter { $0.id != document.id }
            guard let other = others.first else { continue }
            throw Refusal(
                409, "unique_taken",
                "body: '\(name)' is taken by \(collection.singular) '\(other.id)'; change that one, or use another value"
            )
        }
    }
}

extension Refusal {
    static func changed(to version: Int64) -> Refusal {
        Refusal(
            412, "version_mismatch",
            "if-match: the document is version \(version) by now; read it again and repeat the change")
    }

    static func transition(from state: String, to wanted: String, allowed: [String]) -> Refusal {
        let mend = allowed.isEmpty ? "no state follows it" : "allowed: \(Spelling.listed(allowed))"
        var refusal = Refusal(
            409, "invalid_transition", "body: cannot go from '\(state)' to '\(wanted.prefix(64))'; \(mend)")
        refusal.members["allowed"] = .list(allowed.map(Value.text))
        return refusal
    }
}
