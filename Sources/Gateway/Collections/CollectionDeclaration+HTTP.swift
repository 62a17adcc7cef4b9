import ConciergeCore

extension CollectionDeclaration {
    /// What `GET /v1/collections` says of it: enough to draw a table and a form.
    var value: Value {
        let fields = self.fields.mapValues { field -> Value in
            [
                "type": .text(field.type.rawValue), "indexed": .bool(field.isIndexed),
                "writable": .bool(field.isWritable), "unique": .bool(field.isUnique),
                "customer": .bool(field.isCustomer), "agent": .bool(field.isAgent),
                "tier": .bool(field.isTier),
            ]
        }
        let states = self.states.map { states -> Value in
            [
                "field": .text(states.field), "initial": .text(states.initial),
                "transitions": .map(states.staffTransitions.mapValues { .list($0.map(Value.text)) }),
                "single": .list(states.single.map(Value.text)),
            ]
        }
        return .compact([
            "name": .text(name), "fields": .map(fields), "states": states,
            "key": key.map { .text($0.rawValue) },
        ])
    }

    /// Of its CSV: what every document has, then the declared fields.
    var columns: [String] {
        ["id", "version", "created_at", "updated_at", "customer"]
            + fields.keys.filter { !Document.reserved.contains($0) }.sorted()
    }

    /// The body of a `POST`: what staff may write, an id and a customer.
    var newDocument: Schema {
        let writable = fields.filter {
            $1.isWritable && $0 != states?.field && !Document.reserved.contains($0)
        }
        .map { Property.optional($0, Schema($1.type)) }
        return .object(
            [.optional("id", .identifier), .optional("customer", .identifier)]
                + writable.sorted { $0.name < $1.name })
    }

    /// The id that a body asks for; nil when it leaves that to the host. Where the customer is the key, either names it.
    func id(of body: [String: Value]) throws(Refusal) -> String? {
        let (id, customer) = (body["id"]?.text, body["customer"]?.text)
        guard key == .customer else { return id }
        guard let known = customer ?? id else {
            throw .invalid(
                "/customer", "missing",
                "is missing; '\(name)' keeps one document a customer, so name the customer")
        }
        guard id == nil || id == known else {
            throw .invalid(
                "/id", "not_the_customer",
                "is another id than the customer's; '\(name)' keeps one document a customer: leave it out")
        }
        return known
    }

    /// The fields of a `PATCH` in their declared types; null takes one away.
    func patch(_ sent: [String: Value]) throws(Refusal) -> [String: Value] {
        var check = SchemaCheck()
        var fields: [String: Value] = [:]
        for (name, value) in sent.sorted(by: { $0.key < $1.key }) {
            if name == states?.field {
                throw .invalid(
                    [
                        FieldProblem(
                            pointer: "/" + name.pointerPart, code: "use_transition",
                            detail: "is a state; POST {\"to\": …} to …/transitions instead")
                    ], code: "use_transition")
            }
            guard let field = self.fields[name], !Document.reserved.contains(name) else {
                refuse(name, &check)
                continue
            }
            guard field.isWritable else {
                check.add(at: name, "read_only", "is not writable; the skill that declares it keeps it")
                continue
            }
            fields[name] = value == .null ? .null : check.check(value, Schema(field.type), at: name)
        }
        guard check.problems.isEmpty else { throw .invalid(check.problems) }
        return fields
    }

    private func refuse(_ name: String, _ check: inout SchemaCheck) {
        if Document.reserved.contains(name) {
            return check.add(at: name, "read_only", "is not writable; the host keeps it")
        }
        let writable = fields.filter(\.value.isWritable).keys.sorted()
        let mend = Spelling.mend(
            name, known: writable,
            otherwise: writable.isEmpty
                ? "nothing here is writable" : "writable are \(Spelling.listed(writable))")
        check.add(at: name, "unknown_field", "is unknown; \(mend)")
    }
}
