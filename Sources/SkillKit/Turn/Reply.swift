/// What a skill returns: a patch that the host checks and applies whole or not at all.
public struct Reply: Sendable {
    /// What is said; the host chooses one answer, one question and one offer of all that skills say in a turn.
    public enum Kind: String, Sendable { case answer, question, offer, notice }

    struct Utterance: Sendable {
        var kind: Kind
        var text: String
        var priority: Int
        var actions: [String]
        var offer: String?
    }

    var writes: [String: Value] = [:]
    var unset: [String] = []
    var say: [Utterance] = []
    var store: [Value] = []
    var emit: [Value] = []
    var effects: [Value] = []

    /// Later skills run only if they observe.
    public var claim = false
    /// What staff get for the action they asked for; only in a turn of kind `action`.
    public var result: Value?
    /// What the visitor sees; only in a turn of kind `page`, and demanded there.
    public var page: Page?
    /// One line for whoever asks why.
    public var because: String?

    /// Nothing to say and nothing to change.
    public init() {}

    /// The shortest reply.
    public static func answer(_ text: String) -> Reply {
        var reply = Reply()
        reply.say(text)
        return reply
    }

    /// `priority`: the highest answer of a turn is said. `actions`: what the customer can tap. `offer`: its id.
    public mutating func say(
        _ text: String, as kind: Kind = .answer, priority: Int = 0, actions: [String] = [],
        offer: String? = nil
    ) {
        say.append(Utterance(kind: kind, text: text, priority: priority, actions: actions, offer: offer))
    }

    /// Sets a key of the context for the skills that follow.
    @inlinable
    public mutating func write<Content>(_ key: Key<Content>, _ content: Content) {
        set(key.name, content.value)
    }

    @usableFromInline
    mutating func set(_ name: String, _ value: Value) { writes[name] = value }

    public mutating func unset<Content>(_ key: Key<Content>) { unset.append(key.name) }

    /// Replaces a document. With `version`, only if nobody changed it since it was read.
    public mutating func put(
        _ collection: String, _ id: String, _ document: [String: Value], version: Int64? = nil
    ) {
        store.append(
            .compact([
                "op": "put", "collection": .text(collection), "id": .text(id), "document": .map(document),
                "version": version.map(Value.int),
            ]))
    }

    public mutating func delete(_ collection: String, _ id: String, version: Int64? = nil) {
        store.append(
            .compact([
                "op": "delete", "collection": .text(collection), "id": .text(id),
                "version": version.map(Value.int),
            ]))
    }

    /// Tells whoever subscribes, once the turn is committed.
    public mutating func emit(_ name: String, _ data: Value = .null) {
        emit.append(["name": .text(name), "data": data])
    }

    /// Tells the staff.
    public mutating func notify(_ text: String, competence: String? = nil, data: Value = .null) {
        effect("notify", ["text": .text(text), "competence": competence.map(Value.text), "data": data])
    }

    /// Posts to the webhooks that listen to `event`.
    public mutating func webhook(_ event: String, _ data: Value = .null) {
        effect("webhook", ["event": .text(event), "data": data])
    }

    /// Queues the conversation for a human. Of several skills that do, the one with the highest `priority` is heard;
    /// `note` is what is known so far, for the one who takes over.
    public mutating func handOff(
        because reason: String, competence: String? = nil, priority: Int = 0, note: [String: Value] = [:]
    ) {
        effect(
            "handoff",
            [
                "reason": .text(reason), "competence": competence.map(Value.text),
                "priority": priority == 0 ? nil : .int(Int64(priority)),
                "note": note.isEmpty ? nil : .map(note),
            ])
    }

    /// Makes another customer a part of this one, once the turn is committed; staff must have said so: not in a message.
    public mutating func merge(_ other: String) { effect("merge", ["other": .text(other)]) }

    /// Parts them again.
    public mutating func unmerge(_ other: String) { effect("unmerge", ["other": .text(other)]) }

    private mutating func effect(_ kind: String, _ parts: [String: Value?]) {
        var parts = parts
        parts["kind"] = .text(kind)
        effects.append(.compact(parts))
    }
}

extension Value {
    /// A map without the entries that have no value.
    static func compact(_ entries: [String: Value?]) -> Value { .map(entries.compactMapValues { $0 }) }
}
