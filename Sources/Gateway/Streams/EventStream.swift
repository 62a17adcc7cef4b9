import ConciergeCore
import HTTPServer
import Synchronization

/// One client that follows events or a conversation as server-sent events.
final class EventStream: Sendable {
    enum Source: Sendable {
        /// All of them, or those of one name.
        case events(named: String?)
        /// Drafts are for staff only.
        case conversation(String, withDrafts: Bool)
    }

    private struct State {
        var cursor: Int64
        var status: Conversation.Status?
    }

    static let pageLength = 200

    let source: Source
    private let state: Mutex<State>
    private let response: ResponseStream

    init(source: Source, cursor: Int64, response: ResponseStream) {
        self.source = source
        self.response = response
        state = Mutex(State(cursor: cursor))
        // Says at once that the stream stands, and how soon to come back when it falls.
        response.send(Array("retry: 2000\n\n".utf8))
    }

    func sendHeartbeat() { response.send(Array(": still here\n\n".utf8)) }

    /// Sends what came after the cursor; called by the thread of the streams only.
    func feed(from store: any Store) throws {
        while response.isOpen {
            let isMore =
                switch source {
                case .events(let name): try feedEvents(named: name, from: store)
                case .conversation(let id, let withDrafts):
                    try feedMessages(of: id, withDrafts: withDrafts, from: store)
                }
            if !isMore { return }
        }
    }

    private func feedEvents(named name: String?, from store: any Store) throws -> Bool {
        let cursor = state.withLock { $0.cursor }
        let events = try store.read { try $0.events(after: cursor, limit: Self.pageLength) }
        for event in events where name == nil || event.name == name {
            guard send(event.name, event.value, id: event.sequence) else { return false }
        }
        if let last = events.last { state.withLock { $0.cursor = last.sequence } }
        return events.count == Self.pageLength
    }

    private func feedMessages(of id: String, withDrafts: Bool, from store: any Store) throws -> Bool {
        let (cursor, oldStatus) = state.withLock { ($0.cursor, $0.status) }
        let (messages, conversation) = try store.read { reader in
            (
                try reader.messages(conversation: id, after: cursor, limit: Self.pageLength),
                try reader.conversation(id)
            )
        }
        guard let conversation else {
            // Erased: there is nothing to follow any more.
            response.close()
            return false
        }
        for message in messages where withDrafts || message.author != .draft {
            guard send("message", message.value, id: message.sequence) else { return false }
        }
        if let last = messages.last { state.withLock { $0.cursor = last.sequence } }
        if conversation.status != oldStatus {
            state.withLock { $0.status = conversation.status }
            send("conversation", conversation.value, id: nil)
        }
        return messages.count == Self.pageLength
    }

    @discardableResult
    private func send(_ name: String, _ data: Value, id: Int64?) -> Bool {
        var out: [UInt8] = []
        if let id { out += Array("id: \(id)\n".utf8) }
        // A name comes from a skill: a line end in it would forge another field.
        out += Array("event: \(name.filter { !$0.isNewline })\ndata: ".utf8)
        out += JSON.encode(data)
        out += [0x0a, 0x0a]
        return response.send(out)
    }
}
