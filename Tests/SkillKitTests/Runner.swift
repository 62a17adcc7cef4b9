import CSkillABI
import Synchronization
import Testing

@testable import SkillKit

/// What `done` was called with.
struct Outcome: Sendable, Equatable {
    let status: sk_status
    let bytes: [UInt8]

    var reply: Value? { Value(decoding: bytes) }
    var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Collects the calls of `done` for one turn.
///
/// The table is written in `init` only; what changes is behind a mutex.
final class Recorder: @unchecked Sendable {
    private let table = UnsafeMutablePointer<sk_completion>.allocate(capacity: 1)
    private let outcomes = Mutex<[Outcome]>([])
    private let stream: AsyncStream<Outcome>
    private let continuation: AsyncStream<Outcome>.Continuation
    /// Kept, because an instance may not be destroyed while its turn is in flight.
    private let running: Running?

    init(keeping running: Running? = nil) {
        self.running = running
        (stream, continuation) = AsyncStream.makeStream()
        table.initialize(
            to: sk_completion(size: 24, reserved: 0, ctx: Unmanaged.passUnretained(self).toOpaque()) {
                completion, status, bytes in
                guard let context = completion.pointee.ctx else { return }
                let recorder = Unmanaged<Recorder>.fromOpaque(context).takeUnretainedValue()
                let content = [UInt8](UnsafeBufferPointer(start: bytes.ptr, count: Int(bytes.len)))
                let outcome = Outcome(status: status, bytes: content)
                recorder.outcomes.withLock { $0.append(outcome) }
                recorder.continuation.yield(outcome)
            })
    }

    deinit { table.deallocate() }

    var pointer: UnsafePointer<sk_completion> { UnsafePointer(table) }
    var all: [Outcome] { outcomes.withLock { $0 } }

    /// The next call of `done`.
    func next() async -> Outcome? {
        for await outcome in stream { return outcome }
        return nil
    }
}

/// One instance of a skill, driven through its C table.
///
/// The pointer is not changed after `init`, and the functions behind it may be called from any thread.
final class Running: @unchecked Sendable {
    let host: FakeHost
    private let table: UnsafePointer<sk_skill>

    init(_ skill: any Skill.Type, configuration: Value = [:], host: FakeHost = FakeHost()) throws {
        self.host = host
        let entry = Entry.of(skill)
        let bytes = configuration.encoded
        var made: UnsafePointer<sk_skill>?
        let (_, reason) = bytes.withUnsafeBufferPointer { bytes in
            collect { sink in
                made = entry.pointee.create(entry, host.pointer, sk_bytes(), sk_bytes(bytes), sink)
                return SK_OK
            }
        }
        guard let made else { throw SkillError(String(decoding: reason, as: UTF8.self)) }
        table = made
    }

    deinit { table.pointee.destroy(table) }

    func begin(_ id: UInt64 = 1, _ context: Value = [:], flags: UInt32 = 0) -> Recorder {
        let recorder = Recorder(keeping: self)
        begin(id, context, flags: flags, recorder)
        return recorder
    }

    func begin(_ id: UInt64, _ context: Value, flags: UInt32 = 0, _ recorder: Recorder) {
        context.encoded.withUnsafeBufferPointer {
            var turn = sk_turn(
                size: 40, flags: flags, id: id,
                deadline_ns: SystemClock.monotonicNanoseconds() + 60_000_000_000, context: sk_bytes($0))
            #expect(table.pointee.turn_begin(table, &turn, recorder.pointer) == SK_OK)
        }
    }

    func cancel(_ id: UInt64) { table.pointee.turn_cancel(table, id) }

    /// The result of a turn that answers at once.
    func answer(_ context: Value = [:], flags: UInt32 = 0) throws -> Outcome {
        let recorder = begin(1, context, flags: flags)
        #expect(recorder.all.count == 1)
        return try #require(recorder.all.first)
    }
}
