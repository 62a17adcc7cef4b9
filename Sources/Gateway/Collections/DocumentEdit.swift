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
    let vocabulary: Vocabulary

    func change(
        _ reader: any StoreReader, respond: (Document) -> Response
    ) throws -> Change<Response> {
        let check = DocumentCheck(collection: collection)
        let after = try vocabulary.settle(after, before: before, in: collection)
        guard let settled = try check.settle(after, before: before) else {
            return Change([], result: .nothing)
        }
        try refuseStrangers(settled, reader)
        try refuseTakenValues(settled, reader)
        try refuseSecond(settled, reader)
        var change = Change(
            [.document(settled, expecting: before?.version ?? 0)], result: respond(settled))
        change.events = check.events(
            settled, before: before, by: by, because: reason, isEdit: true)
        change.customer = settled.customer
        return change
    }

    /// What is given to somebody who is not there is done by nobody.
    private func refuseStrangers(_ document: Document, _ reader: any StoreReader) throws {
        for (name, field) in collection.fields where field.isAgent {
            guard let agent = document.body[name]?.text, agent != before?.body[name]?.text else { continue }
            try AgentNames(reader).check(agent, at: "/" + name.pointerPart)
        }
    }

    /// Of what a customer has one at a time, such as an open lead, there is no second beside it.
    private func refuseSecond(_ document: Document, _ reader: any StoreReader) throws {
        guard let states = collection.states, let customer = document.customer,
            let state = document.body[states.field]?.text, states.single.contains(state),
            before.map({ !states.single.contains($0.body[states.field]?.text ?? "") }) ?? true
        else { return }
        for single in states.single {
            var query = Query()
            query.filters = [
                .init(field: "customer", operator: .eq, value: .text(customer)),
                .init(field: states.field, operator: .eq, value: .text(single)),
            ]
            query.limit = 1
            guard let other = try reader.documents(collection.name, query).items.first else { continue }
            throw Refusal(
                409, "exists",
                "body: customer '\(customer)' has \(collection.singular) '\(other.id)', which is '\(single)'; PATCH that one instead"
            )
        }
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

    /// Says how to get there by other states, where there is a way.
    static func transition(
        from state: String, to wanted: String, in states: CollectionDeclaration.States
    ) -> Refusal {
        let allowed = states.staffTransitions[state] ?? []
        let way = states.way(from: state, to: wanted)
        let mend =
            if let skills = [wanted, state].first(where: states.reserved.contains) {
                "'\(skills)' is for the skill alone; "
                    + (allowed.isEmpty ? "nobody moves it by hand" : "allowed: \(Spelling.listed(allowed))")
            } else if states.transitions[wanted] == nil {
                Spelling.mend(
                    wanted, known: states.transitions.keys.sorted(),
                    otherwise: "no such state; allowed: \(Spelling.listed(allowed))")
            } else if let way, !way.isEmpty {
                "go by \(Spelling.listed(way)) first"
            } else {
                allowed.isEmpty ? "no state follows it" : "allowed: \(Spelling.listed(allowed))"
            }
        var refusal = Refusal(
            409, "invalid_transition", "body: cannot go from '\(state)' to '\(wanted.prefix(64))'; \(mend)")
        refusal.members["allowed"] = .list(allowed.map(Value.text))
        return refusal
    }
}

extension CollectionDeclaration.States {
    /// The states between two, on the shortest way; nil where none leads there.
    fileprivate func way(from start: String, to end: String) -> [String]? {
        var ways: [(state: String, through: [String])] = [(start, [])]
        var seen: Set = [start]
        var index = 0
        while index < ways.count {
            let (state, through) = ways[index]
            index += 1
            for next in staffTransitions[state] ?? [] where seen.insert(next).inserted {
                if next == end { return through }
                ways.append((next, through + [next]))
            }
        }
        return nil
    }
}
