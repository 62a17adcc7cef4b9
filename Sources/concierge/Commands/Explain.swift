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
        options: [.config, .json],
        run: { invocation in
            let record = try Workplace(invocation).withHost {
                try $0.demand("GET", "/v1/turns/\(percentEncoded(invocation.first))")
            }
            Terminal.print(
                invocation.has("json")
                    ? JSON.text(record) : TraceView(style: Terminal.answers).text(of: record))
        })
}
