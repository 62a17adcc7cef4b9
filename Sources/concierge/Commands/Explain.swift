import ConciergeCore

/// `concierge explain`: why a turn went as it did.
enum Explain {
    static let command = Command(
        name: "explain",
        summary: "show which skills ran in a turn, what each read, wrote and said, why, how long",
        examples: ["concierge explain last", "concierge explain 0192f1c2-… --json"],
        parameters: [
            .init(name: "TURN", summary: "the turn's id, or 'last'")
        ],
        options: [
            .config,
            .init(
                name: "locale", value: "LOCALE", summary: "zh or en; else the configuration's",
                completion: .choices(["zh", "en"])), .json,
        ],
        run: { invocation in
            let place = try Workplace(invocation)
            let (record, later) = try place.withHost { host in
                let record = try host.demand("GET", "/v1/turns/\(percentEncoded(invocation.first))")
                return (record, invocation.has("json") ? [] : try consequences(of: record, host))
            }
            guard !invocation.has("json") else { return Terminal.print(JSON.text(record)) }
            let words = TraceWords(locale: invocation["locale"] ?? place.read().configuration.locale)
            Terminal.print(TraceView(style: Terminal.answers, words: words).text(of: record, then: later))
        })

    /// The turns that followed from a message, up to the next one.
    private static func consequences(of record: Value, _ host: HostClient) throws -> [Value] {
        guard let conversation = record["conversation"]?.text, record["kind"] == "message" else { return [] }
        let place = "/v1/turns?limit=100&conversation=\(percentEncoded(conversation))"
        let turns = try host.demand("GET", place)["items"]?.list ?? []
        guard let own = turns.firstIndex(where: { $0["turn"] == record["turn"] }) else { return [] }
        return Array(turns[..<own].reversed().prefix { $0["kind"] != "message" })
    }
}
