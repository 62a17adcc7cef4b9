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
            try Workplace(invocation).withHost { client in
                var chat = Chat(client: client, invocation)
                try chat.run()
            }
        })

    private let client: HostClient
    private let invocation: Invocation
    private var conversation: String
    private var news: ChatNews?
    private let isSession = Environment.isTerminal(0) && Environment.isTerminal(1)
    private let style = Terminal.answers

    private init(client: HostClient, _ invocation: Invocation) {
        self.client = client
        self.invocation = invocation
        let now = Timestamp(milliseconds: wallClockMilliseconds())
        conversation = invocation["conversation"] ?? Identifiers().next(at: now)
    }

    private mutating func run() throws {
        if isSession { Terminal.print(style.dim("conversation \(conversation); Ctrl-D ends it")) }
        if invocation["conversation"] != nil { try listen(isOld: true) }
        var failures = 0
        while let line = next() {
            guard line.contains(where: { !$0.isWhitespace }) else { continue }
            let reply = try send(line)
            if reply.isGood {
                show(reply.value)
                if news == nil { try listen(isOld: false) }
                try news?.catchUp(reply.value["conversation"]?["status"]?.text)
            } else {
                failures += 1
                Terminal.complain(reply.complaint)
            }
        }
        if isSession { Terminal.print("") }
        guard isSession || failures == 0 else { throw Failure("\(failures) of the lines were not answered") }
    }

    /// In a session, behind one that was closed another begins.
    private mutating func send(_ line: String) throws -> HostClient.Reply {
        let path = "/v1/turns" + (isTraced ? "?trace=1" : "")
        let reply = try client.send("POST", path, turn(line))
        guard isSession, reply.value["code"]?.text == "conversation_closed" else { return reply }
        conversation = Identifiers().next(at: Timestamp(milliseconds: wallClockMilliseconds()))
        news = nil
        return try client.send("POST", path, turn(line))
    }

    /// Whoever wants objects gets nothing between them.
    private mutating func listen(isOld: Bool) throws {
        guard !invocation.has("json") else { return }
        let news = ChatNews(
            client: client, conversation: conversation, prompt: isSession ? style.bold("› ") : nil)
        if isOld {
            // One that is named may be new.
            let known = try client.send("GET", "/v1/conversations/\(percentEncoded(conversation))")
            guard known.isGood else { return }
            try news.resume(known.value["status"]?.text)
        }
        if isSession { try news.follow() }
        self.news = news
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
        for reply in answer["replies"]?.list ?? [] {
            Terminal.print(style.cyan((reply["text"]?.text ?? "").printable))
            for action in reply["actions"]?.list ?? [] {
                Terminal.print("  [\((action.text ?? "").printable)]")
            }
        }
    }
}
