import ConciergeCore
import Synchronization

@testable import SkillHosting

/// Services that remember what a skill asked of them.
final class Witness: SkillServices {
    struct Notes {
        var lines: [String] = []
        var counts: [String: Int64] = [:]
        var requests: [String] = []
    }

    let notes = Mutex(Notes())
    let reply: @Sendable (String, Value) throws(ServiceError) -> Value
    let onLog: @Sendable () -> Void

    init(
        onLog: @escaping @Sendable () -> Void = {},
        reply: @escaping @Sendable (String, Value) throws(ServiceError) -> Value = { _, request in request }
    ) {
        self.reply = reply
        self.onLog = onLog
    }

    func answer(_ service: String, skill: String, turn: UInt64, request: Value) throws(ServiceError) -> Value
    {
        notes.withLock { $0.requests.append("\(service) \(skill) \(turn)") }
        return try reply(service, request)
    }

    func log(skill: String, level: Int32, message: String) {
        notes.withLock { $0.lines.append("\(skill) \(level) \(message)") }
        onLog()
    }

    func now(turn: UInt64) -> Timestamp { Timestamp(milliseconds: 1_000_000 + Int64(turn)) }
    func random(turn: UInt64) -> UInt64 { turn * 3 }

    func count(skill: String, name: String, by amount: Int64) {
        notes.withLock { $0.counts["\(skill) \(name)", default: 0] += amount }
    }

    func count(_ name: String) -> Int64 { notes.withLock { $0.counts[name] ?? 0 } }
    var lines: [String] { notes.withLock { $0.lines } }
}

/// Collects the ends of turns and lets a test wait for them.
final class Answers: Sendable {
    private let results = Mutex<[(turn: UInt64, result: Result<Patch, SkillFailure>)]>([])
    private let stream = AsyncStream<Void>.makeStream()

    func begin(
        _ skill: any Skill, turn: UInt64 = 1, deadline: Int64 = .max, context: [String: Value] = [:]
    ) {
        skill.begin(
            SkillCall(turn: turn, deadline: deadline, view: ContextView(context)) { result in
                self.results.withLock { $0.append((turn, result)) }
                self.stream.continuation.yield()
            })
    }

    var all: [Result<Patch, SkillFailure>] { results.withLock { $0.map(\.result) } }

    /// What was said to this many turns, in the order of their ends.
    func texts(_ count: Int) async -> [String] {
        var events = stream.stream.makeAsyncIterator()
        while results.withLock({ $0.count }) < count { await events.next() }
        return all.map { result in
            switch result {
            case .success(let patch): patch.because ?? ""
            case .failure(let failure): failure.description
            }
        }
    }
}
