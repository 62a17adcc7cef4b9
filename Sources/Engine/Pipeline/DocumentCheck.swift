public import ConciergeCore

/// Holds a document against its collection: the types of its fields, and the life it may lead.
public struct DocumentCheck: Sendable {
    let collection: CollectionDeclaration

    public init(collection: CollectionDeclaration) { self.collection = collection }

    /// The document with its initial state filled in; throws when a field or a change of state may not be.
    public func settle(_ document: Document?, before: Document?) throws(PatchError) -> Document? {
        guard var document else { return nil }
        let path = "\(collection.name)/\(document.id)"
        try checkKey(&document, at: path)
        for (name, value) in document.body {
            guard let type = collection.fields[name]?.type, !type.admits(value) else { continue }
            throw PatchError("\(path).\(name)", "was declared as \(type.rawValue); the value is another type")
        }
        guard let states = collection.states else { return document }
        let old = before?.body[states.field]?.text
        let new = document.body[states.field]?.text ?? old ?? states.initial
        document.body[states.field] = .text(new)
        let allowed = old.map { states.transitions[$0] ?? [] } ?? [states.initial]
        guard new == old || allowed.contains(new) else {
            let mend = allowed.isEmpty ? "no state follows it" : "allowed: \(Spelling.listed(allowed))"
            throw PatchError(
                "\(path).\(states.field)", "cannot go from '\(old ?? "nothing")' to '\(new)'; \(mend)")
        }
        return document
    }

    /// One document a customer: its id says whose it is.
    private func checkKey(_ document: inout Document, at path: String) throws(PatchError) {
        guard collection.key == .customer else { return }
        guard let customer = document.customer else { return document.customer = document.id }
        guard document.id == customer else {
            throw PatchError(
                "\(path).id",
                "'\(collection.name)' keeps one document a customer, and this one is of '\(customer)'; "
                    + "give it the id '\(customer)'")
        }
    }

    /// What others may want to hear of the change: `ticket.created`, `ticket.closed`, `ticket.deleted`; where people changed a
    /// document by hand (`isEdit`) also `ticket.changed`.
    public func events(
        _ document: Document?, before: Document?, by author: String, because reason: String?,
        isEdit: Bool = false
    ) -> [Patch.Emission] {
        guard let document else {
            return before.map { [emission("deleted", $0, by: author, nil, reason)] } ?? []
        }
        guard let before else { return [emission("created", document, by: author, nil, reason)] }
        guard let field = collection.states?.field, let state = document.body[field]?.text,
            let old = before.body[field]?.text, old != state
        else {
            return isEdit && document.body != before.body
                ? [emission("changed", document, by: author, nil, reason)] : []
        }
        return [emission(state, document, by: author, old, reason)]
    }

    private func emission(
        _ happened: String, _ document: Document, by author: String, _ from: String?, _ reason: String?
    ) -> Patch.Emission {
        Patch.Emission(
            name: "\(collection.singular).\(happened)",
            data: .compact([
                "id": .text(document.id), "from": from.map(Value.text), "by": .text(author),
                "reason": reason.map(Value.text), "document": document.value,
            ]),
            conversation: document.body["conversation"]?.text)
    }
}
