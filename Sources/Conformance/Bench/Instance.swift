import CSkillABI
import ConciergeCore
import Glibc
import SkillHosting
import Synchronization
import Threads

/// An instance of the skill, and how turns are played to it.
final class Instance {
    let host: StandIn
    private let table: UnsafePointer<sk_skill>
    private let bench: Bench
    /// Never used again in a process.
    private static let turns = Atomic<UInt64>(1)

    init(_ table: UnsafePointer<sk_skill>, _ bench: Bench, _ host: StandIn) {
        self.table = table
        self.bench = bench
        self.host = host
    }

    /// A turn whose result is waited for.
    struct Begun {
        let id: UInt64
        let status: sk_status
        let ticket: Ticket
    }

    /// Plays a turn to its end. `milliseconds`: how long it has; below zero its deadline is over already.
    @discardableResult
    func play(_ play: Play, deadline milliseconds: Int64 = 2000, isCancelled: Bool = false) throws(Fault)
        -> Outcome
    {
        let begun = begin(play, deadline: milliseconds)
        if isCancelled { for _ in 0..<2 { cancel(begun.id) } }
        let outcome = try finish(begun, play, deadline: milliseconds)
        if isCancelled { cancel(begun.id) }
        return outcome
    }

    func begin(_ play: Play, deadline milliseconds: Int64 = 2000) -> Begun {
        let id = Self.turns.wrappingAdd(1, ordering: .relaxed).oldValue
        host.seed(id, play.seed)
        let ticket = Ticket()
        let deadline = monotonicNanoseconds() + milliseconds * 1_000_000
        let status = bench.timed(play.name) {
            host.lending.lend(Value.map(play.context).message) { context in
                let turn = sk_turn(
                    size: UInt32(MemoryLayout<sk_turn>.size), flags: 0, id: id, deadline_ns: deadline,
                    context: context)
                return host.lending.lend(turn) { table.pointee.turn_begin(table, $0, ticket.table) }
            }
        }
        return Begun(id: id, status: status, ticket: ticket)
    }

    func finish(_ begun: Begun, _ play: Play, deadline milliseconds: Int64 = 2000) throws(Fault) -> Outcome {
        let ticket = begun.ticket
        guard begun.status >= 0 else {
            guard ticket.count == 0 else {
                throw Fault(
                    expected: "no 'done' for a turn that was refused",
                    found: "\(play.name): 'turn_begin' answered \(begun.status), and 'done' came",
                    mend: "answer 0 from 'turn_begin' whenever 'done' is called")
            }
            return Outcome(status: begun.status, bytes: [])
        }
        let wait = max(0, milliseconds) + bench.subject.patience
        guard let outcome = ticket.wait(until: monotonicNanoseconds() + wait * 1_000_000) else {
            throw Fault(
                expected: "'done', once, for each turn", found: "\(play.name): it never came",
                mend: "call 'done' on every way out, also of an error, a cancel and a deadline")
        }
        guard ticket.count == 1 else {
            throw Fault(
                expected: "'done', once, for each turn", found: "\(play.name): it came \(ticket.count) times",
                mend: "call 'done' on one way out only")
        }
        return outcome
    }

    func cancel(_ turn: UInt64) { bench.timed("turn_cancel") { table.pointee.turn_cancel(table, turn) } }

    func destroy() {
        bench.timed("destroy") { table.pointee.destroy(table) }
        host.end()
    }
}

/// What a turn ended with.
struct Outcome: Hashable {
    var status: sk_status
    var bytes: [UInt8]

    /// For people: the result as JSON, or the words of an error.
    var words: String {
        guard status >= 0 else { return "status \(status) '\(String(decoding: bytes, as: UTF8.self))'" }
        guard !bytes.isEmpty else { return "nothing" }
        let value = bytes.withUnsafeBufferPointer {
            try? Value(message: sk_bytes(ptr: $0.baseAddress, len: UInt64($0.count)), limit: 1 << 24)
        }
        return value.map(JSON.text) ?? "\(bytes.count) bytes that are no message"
    }
}

/// The completion of one turn: counts what comes, for as long as the process lives.
// The table is written in init and never freed; the rest is guarded by its own locks.
final class Ticket: @unchecked Sendable {
    let table: UnsafePointer<sk_completion>
    private let state = Mutex(0)
    private let arrived = Mailbox<Outcome>()

    init() {
        let table = UnsafeMutablePointer<sk_completion>.allocate(capacity: 1)
        self.table = UnsafePointer(table)
        table.initialize(
            to: sk_completion(
                size: UInt32(MemoryLayout<sk_completion>.size), reserved: 0, ctx: nil,
                done: { completion, status, bytes in
                    guard let context = completion.pointee.ctx else { return }
                    Unmanaged<Ticket>.fromOpaque(context).takeUnretainedValue().take(
                        Outcome(status: status, bytes: bytes.copy))
                }))
        // Lives on: a skill may call 'done' at any time, and that is what is looked for.
        table.pointee.ctx = Unmanaged.passRetained(self).toOpaque()
    }

    private func take(_ outcome: Outcome) {
        state.withLock { $0 += 1 }
        arrived.put(outcome)
    }

    var count: Int { state.withLock { $0 } }
    func wait(until deadline: Int64) -> Outcome? { arrived.take(until: deadline) }
}
