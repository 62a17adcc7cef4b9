import ConciergeCore

/// One turn that the kit plays, with what the host would know in it.
struct Play: Sendable {
    /// For people: `message 'hello'`, `event 'ticket.closed'`.
    var name: String
    var context: [String: Value]
    /// The same for the same play, whoever it is played to.
    var seed: UInt64 = 7
}

/// The turns that follow from a manifest and from what customers say in the package's conversations.
struct Plays {
    private static let mostSentences = 12
    private static let sentences = ["hello", "你好，这个多少钱？"]

    let manifest: Manifest
    var messages: [Play] = []
    var others: [Play] = []

    var all: [Play] { messages + others }

    init(_ subject: Subject) {
        manifest = subject.manifest
        let said = subject.sentences + Self.sentences
        messages = said.prefix(Self.mostSentences).map(message)
        others =
            manifest.on.map(event) + actions()
            + manifest.pages.flatMap { [page($0, "GET"), page($0, "POST")] }
    }

    func message(_ text: String) -> Play {
        var context = declared(kind: "message")
        if reads("turn.text") { context["turn.text"] = .text(text) }
        if reads("turn.locale") { context["turn.locale"] = text.utf8.contains { $0 > 0x7F } ? "zh-CN" : "en" }
        return Play(
            name: "message '\(text.count > 40 ? text.prefix(40) + "…" : text[...])'", context: context)
    }

    private func event(_ name: String) -> Play {
        let event: [String: Value] = [
            "event.id": "e1", "event.name": .text(name), "event.data": ["id": "1", "customer": "u1"],
        ]
        return play("event '\(name)'", kind: "event", event)
    }

    private func actions() -> [Play] {
        manifest.actions.sorted { $0.key < $1.key }.map { name, action in
            let input = action.input.map { Sample.of(schema: $0) } ?? [:]
            return play(
                "action '\(name)'", kind: "action",
                [
                    "action.name": .text(name), "action.input": input.map == nil ? [:] : input,
                    "action.by": "li",
                ])
        }
    }

    private func page(_ name: String, _ method: String) -> Play {
        play(
            "page '\(name)', \(method)", kind: "page",
            [
                "page.name": .text(name), "page.method": .text(method), "page.data": .null, "page.form": [:],
                "page.locale": "en",
            ])
    }

    private func play(_ name: String, kind: String, _ own: [String: Value]) -> Play {
        Play(name: name, context: declared(kind: kind).merging(own) { $1 })
    }

    /// What of the host's keys the manifest lists, and something for each other key that it cannot do without.
    private func declared(kind: String) -> [String: Value] {
        var context: [String: Value] = [:]
        for read in manifest.reads.compactMap(\.key) {
            for (key, value) in Sample.keys where read.matches(key) {
                if kind != "message", Sample.ofMessages.contains(where: { key.hasPrefix($0) }) { continue }
                context[key] = value
            }
            guard context[read.key] == nil, !read.isOptional, !read.isWildcard, Sample.keys[read.key] == nil
            else {
                continue
            }
            context[read.key] = manifest.writes[read.key].map(Sample.of(type:)) ?? "sample"
        }
        if context["turn.kind"] != nil { context["turn.kind"] = .text(kind) }
        return context
    }

    func reads(_ key: String) -> Bool { manifest.reads.compactMap(\.key).contains { $0.matches(key) } }
}
