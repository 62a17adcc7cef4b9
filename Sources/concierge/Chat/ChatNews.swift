import ConciergeCore
import Synchronization
import Threads

/// What comes to a customer outside his turns: the words of a human, and who has the conversation now.
final class ChatNews: Sendable {
    private struct State {
        var status = "bot"
        /// The last message that was looked at.
        var sequence: Int64 = 0
        var names: [String: String] = [:]
    }

    private let client: HostClient
    private let path: String
    private let style = Terminal.answers
    /// What is written again behind news that come while somebody types.
    private let prompt: String?
    private let state = Mutex(State())

    init(client: HostClient, conversation: String, prompt: String?) {
        self.client = client
        self.prompt = prompt
        path = "/v1/conversations/\(percentEncoded(conversation))/messages"
    }

    /// Goes on where somebody left: shows what a human said since the customer's last word.
    func resume(_ status: String?) throws {
        tell(status)
        let messages = try unseen()
        let seen = messages.lastIndex { $0["author"]?.text == "customer" } ?? -1
        for message in messages[...seen] { note(message) }
        for message in messages[(seen + 1)...] { show(message) }
    }

    /// After a turn: its status, and what a human said meanwhile.
    func catchUp(_ status: String?) throws {
        tell(status)
        guard status == "human" || status == "queued" else { return }
        for message in try unseen() { show(message) }
    }

    /// Follows the conversation for as long as the process lives.
    func follow() throws {
        try HostThread("chat") { [self] in
            _ = try? client.follow("\(path)?after=\(state.withLock { $0.sequence })") { name, data in
                if name == "message" { show(data, isSudden: true) }
                if name == "conversation" { tell(data["status"]?.text, isSudden: true) }
            }
        }.detach()
    }

    private func unseen() throws -> [Value] {
        var messages: [Value] = []
        var after = state.withLock { $0.sequence }
        while true {
            let page = try client.demand("GET", "\(path)?after=\(after)&limit=500")
            messages += page["items"]?.list ?? []
            guard let next = page["next"]?.text.flatMap(Int64.init) else { return messages }
            after = next
        }
    }

    private func show(_ message: Value, isSudden: Bool = false) {
        guard note(message), message["author"]?.text == "agent" else { return }
        let name = name(of: message["agent"]?.text ?? "")
        let line = "\(style.bold(name.printable + ":")) \((message["text"]?.text ?? "").printable)"
        isSudden ? interrupt(line) : Terminal.print(line)
    }

    /// False for one that was looked at before.
    @discardableResult private func note(_ message: Value) -> Bool {
        guard let sequence = message["seq"]?.int else { return false }
        return state.withLock { state in
            defer { state.sequence = max(state.sequence, sequence) }
            return sequence > state.sequence
        }
    }

    /// Says once who has the conversation now; why, and what was noted of the customer, is not for him.
    private func tell(_ status: String?, isSudden: Bool = false) {
        guard let status else { return }
        let old = state.withLock { state in
            defer { state.status = status }
            return state.status
        }
        guard old != status, let line = Self.lines[status] else { return }
        isSudden ? interrupt(style.dim(line)) : Terminal.remark(style.dim(line))
    }

    private static let lines = [
        "queued": "you are in the queue for a human; the bot goes on until then",
        "human": "a human has taken over", "bot": "the bot goes on",
        "closed": "the conversation was closed; what you write next begins another",
    ]

    private func interrupt(_ line: String) {
        Terminal.print("\r\u{1b}[K" + line)
        if let prompt { Terminal.prompt(prompt) }
    }

    private func name(of agent: String) -> String {
        if let known = state.withLock({ $0.names[agent] }) { return known }
        let found = try? client.demand("GET", "/v1/agents/\(percentEncoded(agent))")["name"]?.text
        let name = found ?? agent
        state.withLock { $0.names[agent] = name }
        return name
    }
}
