internal import CSkillABI

/// The host as one instance sees it: its tables, looked up once.
///
/// The pointers are valid until `destroy` has returned and the functions behind them may be called from any thread
/// (skill_abi.h), and they are never changed after `init`.
final class Host: @unchecked Sendable {
    /// An extension that is asked by messages.
    struct Service {
        let id: String
        let table: UnsafePointer<sk_call>?
    }

    let store, customers, history, agents, schedule, knowledge, catalog, links, hours: Service
    private let log: UnsafePointer<sk_log>?
    private let clock: UnsafePointer<sk_clock>?
    private let metrics: UnsafePointer<sk_metrics>?
    private let pointer: UnsafePointer<sk_host>

    init(_ host: UnsafePointer<sk_host>) {
        func table<Table>(_ id: String) -> UnsafePointer<Table>? {
            host.pointee.get_extension(host, id)?.assumingMemoryBound(to: Table.self)
        }
        pointer = host
        (log, clock, metrics) = (table(SK_EXT_LOG), table(SK_EXT_CLOCK), table(SK_EXT_METRICS))
        store = Service(id: SK_EXT_STORE, table: table(SK_EXT_STORE))
        customers = Service(id: SK_EXT_CUSTOMERS, table: table(SK_EXT_CUSTOMERS))
        history = Service(id: SK_EXT_HISTORY, table: table(SK_EXT_HISTORY))
        agents = Service(id: SK_EXT_AGENTS, table: table(SK_EXT_AGENTS))
        schedule = Service(id: SK_EXT_SCHEDULE, table: table(SK_EXT_SCHEDULE))
        knowledge = Service(id: SK_EXT_KNOWLEDGE, table: table(SK_EXT_KNOWLEDGE))
        catalog = Service(id: SK_EXT_CATALOG, table: table(SK_EXT_CATALOG))
        links = Service(id: SK_EXT_LINKS, table: table(SK_EXT_LINKS))
        hours = Service(id: SK_EXT_HOURS, table: table(SK_EXT_HOURS))
    }

    /// An extension this library has no type for.
    func service(_ id: String) -> Service {
        Service(
            id: id, table: pointer.pointee.get_extension(pointer, id)?.assumingMemoryBound(to: sk_call.self))
    }

    /// One request, answered before the call returns.
    func ask(_ service: Service, turn: UInt64, _ request: [String: Value?]) throws(HostError) -> Value {
        guard let table = service.table else {
            throw HostError(
                SK_UNSUPPORTED,
                "this host does not offer '\(service.id)'; name it under 'requires' in skill.yaml")
        }
        var encoder = Encoder()
        encoder.entries(request.compactMapValues { $0 })
        let (status, answer) = encoder.withBytes { bytes in
            collect { sink in table.pointee.call(table, turn, bytes, sink) }
        }
        guard status >= SK_OK else {
            let reason = String(decoding: answer, as: UTF8.self)
            throw HostError(status, "\(service.id): \(reason.isEmpty ? "refused without a reason" : reason)")
        }
        guard let value = Value(decoding: answer) else {
            throw HostError(
                SK_BUG, "\(service.id): the answer is not a value; report it to whoever runs this host")
        }
        return value
    }

    func log(_ level: Turn.LogLevel, turn: UInt64, _ message: String) {
        guard let log else { return }
        var message = message
        message.withUTF8 { log.pointee.write(log, turn, level.rawValue, sk_bytes($0)) }
    }

    func count(_ name: String, by amount: Int64) {
        guard let metrics else { return }
        var name = name
        name.withUTF8 { metrics.pointee.add(metrics, sk_bytes($0), amount) }
    }

    func wallMilliseconds(turn: UInt64) -> Int64 {
        clock.map { $0.pointee.wall_ms($0, turn) } ?? SystemClock.wallMilliseconds()
    }

    func monotonicNanoseconds() -> Int64 {
        clock.map { $0.pointee.monotonic_ns($0) } ?? SystemClock.monotonicNanoseconds()
    }

    func random(turn: UInt64) -> UInt64 {
        clock.map { $0.pointee.random($0, turn) } ?? UInt64.random(in: .min ... .max)
    }
}

/// Runs a C call that answers through a sink.
func collect(
    _ call: (UnsafePointer<sk_sink>) -> sk_status
) -> (status: sk_status, bytes: [UInt8]) {
    var bytes: [UInt8] = []
    let status = withUnsafeMutablePointer(to: &bytes) { place in
        var sink = sk_sink(size: UInt32(MemoryLayout<sk_sink>.size), reserved: 0, ctx: place) { sink, bytes in
            let place = sink.pointee.ctx?.assumingMemoryBound(to: [UInt8].self)
            place?.pointee = [UInt8](UnsafeBufferPointer(start: bytes.ptr, count: Int(bytes.len)))
            return SK_OK
        }
        return call(&sink)
    }
    return (status, bytes)
}
