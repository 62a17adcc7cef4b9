import ConciergeCore
import Threads
import Unix

/// `concierge chat`: a conversation in the terminal, or a turn for each line of a pipe.
struct Chat {
    static let command = Command(
        name: "chat", summary: "talk to the host: a terminal session, or one turn for each line of a pipe",
        details: """
            Speaks to the host that holds the data; when none runs, it runs one itself until you leave.
            Each session is a new conversation, unless --conversation names one. Ctrl-D ends it.
            """,
        examples: ["concierge chat --trace", "printf 'hello\\n' | concierge chat --json"],
        options: [
            .config,
            .init(name: "customer", value: "ID", summary: "who you are; else somebody new"),
            .init(name: "channel", value: "NAME", summary: "the channel you come by; else 'terminal'"),
            .init(name: "conversation", value: "ID", summary: "go on with this conversation"),
            .init(name: "trace", value: nil, summary: "show what each skill did"),
            .init(name: "json", value: nil, summary: "print one turn object a line"),
        ],
        run: { invocation in
            try Workplace(invocation).withHost { try Chat(client: $0, invocation).run() }
        })

    private let client: HostClient
    private let invocation: Invocation
    private let conversation: String
    private let isSession = Environment.isTerminal(0) && Environment.isTerminal(1)
    private let style = Terminal.answers

    private init(client: HostClient, _ invocation: Invocation) {
        self.client = client
        self.invocation = invocation
        let now = Timestamp(milliseconds: wallClockMilliseconds())
        conversation = invocation["conversation"] ?? Identifiers().next(at: now)
    }

    private func run() throws {
        if isSession { Terminal.print(style.dim("conversation \(conversation); Ctrl-D ends it")) }
        var failures = 0
        while let line = next() {
            guard line.contains(where: { !$0.isWhitespace }) else { continue }
            let reply = try client.send("POST", "/v1/turns" + (isTraced ? "?trace=1" : ""), turn(line))
            if reply.isGood {
                show(reply.value)
            } else {
                failures += 1
                Terminal.complain(reply.complaint)
            }
        }
        if isSession { Terminal.print("") }
        guard isSession || failures == 0 else { throw Failure("\(failures) of the lines were not answered") }
    }

    private var isTraced: Bool { invocation.has("trace") }

    private func next() -> String? {
        if isSession { Terminal.prompt(style.bold("› ")) }
        return Terminal.line()
    }

    private func turn(_ text: String) -> Value {
        .compact([
            "text": .text(text), "conversation": .text(conversation),
            "channel": .text(invocation["channel"] ?? "terminal"),
            "customer": invocation["customer"].map(Value.text),
        ])
    }

    private func show(_ answer: Value) {
        guard !invocation.has("json") else { return Terminal.print(JSON.text(answer)) }
        if isTraced, let skills = answer["trace"]?["skills"]?.list {
            for skill in skills { Terminal.print(TraceView(style: style).lines(of: skill, longest: nil)) }
        }
        let replies = answer["replies"]?.list ?? []
        for reply in replies {
            Terminal.print(style.cyan((reply["text"]?.text ?? "").printable))
            for action in reply["actions"]?.list ?? [] {
                Terminal.print("  [\((action.text ?? "").printable)]")
            }
        }
        let status = answer["conversation"]?["status"]?.text
        if replies.isEmpty, status == "human" || status == "queued" {
            Terminal.remark(style.dim("a human answers here now; the bot is silent"))
        }
    }
}
