import ConciergeCore
import Foundation
import SQLite
import SQLiteStore
import Testing

/// A folder of its own for a test, gone with it.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/store-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var database: String { path + "/concierge.db" }

    /// Whether the database or its log holds these bytes anywhere.
    func holds(_ text: String) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: path).contains { name in
            let bytes = try Data(contentsOf: URL(filePath: path + "/" + name))
            return bytes.range(of: Data(text.utf8)) != nil
        }
    }
}

let noon = Timestamp(seconds: 1_773_230_400)

extension Timestamp {
    static func + (time: Timestamp, seconds: Int64) -> Timestamp { time.adding(.seconds(seconds)) }
}

extension SQLiteStore {
    /// Commits one and expects it to work.
    func write(_ writes: Write..., sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(commit([Commit(writes)]) == [.committed], sourceLocation: sourceLocation)
    }

    /// Commits one that may fail.
    func attempt(_ writes: Write...) -> CommitOutcome { commit([Commit(writes)])[0] }

    func ask<Result>(_ question: (any StoreReader) throws -> Result) throws -> Result { try read(question) }
}

func conversation(_ id: String, of customer: String = "u1", channel: String = "rest") -> Conversation {
    Conversation(id: id, customer: customer, channel: channel, openedAt: noon)
}

func message(_ text: String, in conversation: String, by author: Message.Author = .customer) -> Message {
    Message(conversation: conversation, author: author, text: text, at: noon)
}

func delivery(_ id: String, stream: String, due: Timestamp = noon, conversation: String? = nil) -> Delivery {
    Delivery(
        id: id, stream: stream, conversation: conversation, carrier: "telegram", payload: ["text": "hello"],
        dueAt: due)
}
