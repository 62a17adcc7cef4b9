import ConciergeCore
import HTTPServer
import SQLiteStore
import Threads
import Unix

/// What the machine can do: a server that commits eight rows a turn, many turns together, and nothing else.
final class Floor: Sendable {
    private let store: SQLiteStore
    private let waiting = Mailbox<(Commit, Responder)>()
    private let identifiers = Identifiers()

    private init(folder: String) throws {
        try Files.makeFolders(folder)
        store = try SQLiteStore(path: Files.join(folder, "floor.db"))
    }

    static func run(_ invocation: Invocation) throws {
        let signals = Signals()
        Environment.raiseFileLimit()
        let folder = try invocation["data"] ?? Files.temporaryFolder("concierge-floor")
        let floor = try Floor(folder: folder)
        let writer = try HostThread("writer") { floor.write() }
        let port = try invocation.integer("port", in: 0...65_535) ?? 0
        let server = try Server.start(HTTPServer.Configuration(port: UInt16(port))) { floor.take($0, $1) }
        Terminal.remark("listening on http://127.0.0.1:\(server.port)")
        while signals.next(within: 60_000) == nil {}
        server.stop(grace: .seconds(1))
        floor.waiting.close()
        writer.join()
    }

    private func take(_ request: Request, _ responder: Responder) {
        guard let body = try? JSON.decode(request.body), let text = body["text"]?.text else {
            return responder.respond(Response(status: 400))
        }
        waiting.put((Commit(rows(text)), responder))
    }

    private func write() {
        while true {
            let batch = waiting.takeAll()
            guard !batch.isEmpty else { return }
            for (outcome, entry) in zip(store.commit(batch.map(\.0)), batch) {
                let isKept = outcome == .committed
                entry.1.respond(
                    Response(
                        status: isKept ? 200 : 503, headers: ["Content-Type": "application/json"],
                        body: Array("{\"replies\":[]}".utf8)))
            }
        }
    }

    /// As many rows as a turn has: a message received, its conversation, customer and context, two messages, the record, an event.
    private func rows(_ text: String) -> [Write] {
        let now = Timestamp(milliseconds: wallClockMilliseconds())
        let id = identifiers.next(at: now)
        let conversation = Conversation(id: id, customer: id, channel: "rest", openedAt: now)
        var record = TurnRecord(id: id, kind: "message", at: now)
        record.customer = id
        record.conversation = id
        record.context = ["turn.text": .text(text)]
        return [
            .customer(Customer(id: id, createdAt: now), expecting: 0), .open(conversation),
            .receive(InboundKey(channel: "rest", scope: id, messageID: id), turn: id),
            .message(Message(conversation: id, author: .customer, text: text, at: now)),
            .message(Message(conversation: id, author: .bot, text: text, at: now)),
            .turn(EncodedTurn(record)), .context(customer: id, ["greeted": true]),
            .event(
                Event(
                    id: id, name: "floor", customer: id, conversation: id, source: "host", data: .null,
                    at: now)),
        ]
    }
}
