import CSkillABI
import ConciergeCore
import SkillHosting
import Synchronization
import Threads

/// A host as far as a skill sees it: it answers with what is plausible, or as badly as a host may.
// The tables are written in init and never freed; all else is under `state`.
final class StandIn: @unchecked Sendable {
    /// How its services behave.
    enum Mood: Sendable, Hashable {
        case willing
        /// One service refuses, with this status.
        case refusing(String, sk_status)
        /// Each answer takes a while, in microseconds.
        case slow(UInt32)
    }

    private struct State {
        var mood = Mood.willing
        var records = Records()
        var requests: [Value] = []
        var dice: [UInt64: Dice] = [:]
        var isOver = false
        var strays: [String] = []
    }

    /// The moment it is in every turn.
    static let now = Timestamp(seconds: 1_773_194_400)
    static let own: Set = [SK_EXT_LOG, SK_EXT_CLOCK, SK_EXT_METRICS]

    let table: UnsafePointer<sk_host>
    let lending: Lending
    private let state = Mutex(State())
    private var extensions: [String: UnsafeRawPointer] = [:]

    /// `excess`: how many bytes its tables are larger than version 1's.
    init(offering offered: Set<String>, lending: Lending = Lending(isTakenBack: false), excess: Int = 0) {
        self.lending = lending
        let root = Self.table(
            sk_host(
                size: 0, abi_minor: excess > 0 ? 7 : 0, ctx: nil,
                get_extension: { StandIn.of($0.pointee.ctx).find(String(cString: $1)) }), excess)
        table = UnsafePointer(root)
        root.pointee.ctx = Unmanaged.passRetained(self).toOpaque()
        for id in offered.sorted() { extensions[id] = make(id, excess) }
    }

    private func make(_ id: String, _ excess: Int) -> UnsafeRawPointer {
        switch id {
        case SK_EXT_LOG: UnsafeRawPointer(Self.table(log, excess))
        case SK_EXT_METRICS: UnsafeRawPointer(Self.table(metrics, excess))
        case SK_EXT_CLOCK: UnsafeRawPointer(Self.table(clock, excess))
        default: UnsafeRawPointer(Self.table(service(id), excess))
        }
    }

    private var log: sk_log {
        sk_log(
            size: 0, reserved: 0, ctx: table.pointee.ctx,
            write: { table, _, _, words in
                StandIn.of(table.pointee.ctx).note("log", String(decoding: words.copy, as: UTF8.self))
            })
    }

    private var metrics: sk_metrics {
        sk_metrics(
            size: 0, reserved: 0, ctx: table.pointee.ctx,
            add: { table, name, _ in
                StandIn.of(table.pointee.ctx).note("count", String(decoding: name.copy, as: UTF8.self))
            })
    }

    private var clock: sk_clock {
        sk_clock(
            size: 0, reserved: 0, ctx: table.pointee.ctx, wall_ms: { _, _ in StandIn.now.milliseconds },
            monotonic_ns: { _ in monotonicNanoseconds() },
            random: { StandIn.of($0.pointee.ctx).roll($1) })
    }

    private func service(_ id: String) -> sk_call {
        sk_call(
            size: 0, reserved: 0, ctx: Unmanaged.passRetained(Service(id: id, host: self)).toOpaque(),
            call: { table, turn, request, sink in
                guard let context = table.pointee.ctx else { return SK_BAD_ARGUMENT }
                let service = Unmanaged<Service>.fromOpaque(context).takeUnretainedValue()
                return service.host.call(service.id, request) { sink.pointee.write(sink, $0) }
            })
    }

    /// A table with its size at its head and, behind what version 1 knows, bytes that mean nothing to it.
    private static func table<Table>(_ value: Table, _ excess: Int) -> UnsafeMutablePointer<Table> {
        let size = MemoryLayout<Table>.size + excess
        let bytes = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        bytes.initializeMemory(as: UInt8.self, repeating: 0xA5, count: size)
        let table = bytes.bindMemory(to: Table.self, capacity: 1)
        table.initialize(to: value)
        bytes.storeBytes(of: UInt32(size), as: UInt32.self)
        return table
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> StandIn {
        guard let context else { preconditionFailure("a table was called without its context") }
        return Unmanaged<StandIn>.fromOpaque(context).takeUnretainedValue()
    }

    private func find(_ id: String) -> UnsafeRawPointer? {
        noteStray("get_extension")
        return extensions[id]
    }
}

private final class Service: Sendable {
    let id: String
    let host: StandIn

    init(id: String, host: StandIn) {
        self.id = id
        self.host = host
    }
}

// What it answers.
extension StandIn {
    private func call(_ service: String, _ request: sk_bytes, _ answer: (sk_bytes) -> sk_status) -> sk_status
    {
        noteStray(service)
        guard let wanted = try? Value(message: request, limit: 1 << 20), let fields = wanted.map else {
            return refuse(SK_BAD_ARGUMENT, "\(service): not a map", answer)
        }
        let (mood, value) = state.withLock { state -> (Mood, Value) in
            state.requests.append([.text(service), wanted])
            if case .refusing(service, _) = state.mood { return (state.mood, .null) }
            return (state.mood, state.records.answer(service, fields))
        }
        if case .refusing(service, let status) = mood { return refuse(status, "\(service): not now", answer) }
        if case .slow(let microseconds) = mood { pause(microseconds) }
        return lending.lend(value.message, answer)
    }

    private func refuse(_ status: sk_status, _ words: String, _ answer: (sk_bytes) -> sk_status) -> sk_status
    {
        _ = lending.lend(Array(words.utf8), answer)
        return status
    }

    private func roll(_ turn: UInt64) -> UInt64 {
        noteStray("random")
        return state.withLock { $0.dice[turn, default: Dice(seed: 0)].next() }
    }

    private func note(_ function: String, _ words: String) {
        noteStray(function)
        state.withLock { $0.requests.append([.text(function), .text(words)]) }
    }

    private func noteStray(_ function: String) {
        state.withLock { if $0.isOver { $0.strays.append(function) } }
    }
}

// What the cases do with it.
extension StandIn {
    var mood: Mood {
        get { state.withLock { $0.mood } }
        set { state.withLock { $0.mood = newValue } }
    }

    /// What was asked of it since it was last forgotten.
    func takeRequests() -> [Value] {
        state.withLock { state in
            defer { state.requests = [] }; return state.requests
        }
    }

    /// The chance of a turn, the same for the same play.
    func seed(_ turn: UInt64, _ seed: UInt64) { state.withLock { $0.dice[turn] = Dice(seed: seed) } }

    /// Nothing may be asked of it from now on.
    func end() { state.withLock { $0.isOver = true } }

    /// What was asked of it all the same.
    var strays: [String] { state.withLock { $0.strays } }
}

/// Chance that can be had again: splitmix64.
struct Dice: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
