// Written part by part, not through `Value`: this runs in every turn. The keys of each map stand in their encoded order,
// by length and then by bytes; parts that are empty are left out.
extension Reply {
    func encode(into encoder: inout Encoder) {
        let parts = [
            !say.isEmpty, !emit.isEmpty, page != nil, claim, !store.isEmpty, !unset.isEmpty,
            result != nil, !writes.isEmpty, because != nil, !effects.isEmpty,
        ]
        encoder.map(parts.count { $0 })
        encoder.list("say", say) { $0.encode(into: &$1) }
        encoder.list("emit", emit) { $1.value($0) }
        encoder.entry("page", page?.value)
        if claim {
            encoder.text("claim")
            encoder.value(true)
        }
        encoder.list("store", store) { $1.value($0) }
        encoder.list("unset", unset) { $1.text($0) }
        encoder.entry("result", result)
        if !writes.isEmpty {
            encoder.text("writes")
            encoder.entries(writes)
        }
        if let because {
            encoder.text("because")
            encoder.text(because)
        }
        encoder.list("effects", effects) { $1.value($0) }
    }
}

extension Reply.Utterance {
    func encode(into encoder: inout Encoder) {
        encoder.map(2 + (offer == nil ? 0 : 1) + (actions.isEmpty ? 0 : 1) + (priority == 0 ? 0 : 1))
        encoder.text("kind")
        encoder.text(kind.rawValue)
        encoder.text("text")
        encoder.text(text)
        if let offer {
            encoder.text("offer")
            encoder.text(offer)
        }
        encoder.list("actions", actions) { $1.text($0) }
        if priority != 0 {
            encoder.text("priority")
            encoder.value(.int(Int64(priority)))
        }
    }
}

extension Encoder {
    /// An entry of a map, where there is one.
    fileprivate mutating func entry(_ key: String, _ value: Value?) {
        guard let value else { return }
        text(key)
        self.value(value)
    }

    /// An entry of a map: nothing when the list is empty.
    fileprivate mutating func list<Item>(
        _ key: String, _ items: [Item], _ encode: (Item, inout Encoder) -> Void
    ) {
        guard !items.isEmpty else { return }
        text(key)
        list(items.count)
        for item in items { encode(item, &self) }
    }
}
