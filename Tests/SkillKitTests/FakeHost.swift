import CSkillABI
import Synchronization
import Testing

@testable import SkillKit

/// A host made of C tables, as a skill meets it.
///
/// The tables are written in `init` only and outlive every instance of a test; what changes is behind mutexes.
final class FakeHost: @unchecked Sendable {
    typealias Answer = @Sendable (_ service: String, _ request: Value) -> (sk_status, [UInt8])

    /// The first field of a context, so that C finds its way back.
    private struct ServiceContext {
        let host: Unmanaged<FakeHost>
        let id: String
    }

    let requests = Mutex<[Value]>([])
    let lines = Mutex<[String]>([])
    let counters = Mutex<[String: Int64]>([:])
    private let answer: Answer
    private let offered: Set<String>
    private let table = UnsafeMutablePointer<sk_host>.allocate(capacity: 1)
    private var services:
        [String: (table: UnsafeMutablePointer<sk_call>, context: UnsafeMutablePointer<ServiceContext>)] =
            [:]
    private let logTable = UnsafeMutablePointer<sk_log>.allocate(capacity: 1)
    private let clockTable = UnsafeMutablePointer<sk_clock>.allocate(capacity: 1)
    private let metricsTable = UnsafeMutablePointer<sk_metrics>.allocate(capacity: 1)

    static let everything: Set<String> = [
        SK_EXT_LOG, SK_EXT_CLOCK, SK_EXT_METRICS, SK_EXT_STORE, SK_EXT_CUSTOMERS, SK_EXT_HISTORY,
        SK_EXT_AGENTS,
        SK_EXT_SCHEDULE, SK_EXT_KNOWLEDGE, SK_EXT_CATALOG, SK_EXT_LINKS, "com.acme.maps/1",
    ]

    init(
        offering offered: Set<String> = everything,
        answer: @escaping Answer = { _, _ in (SK_OK, Value.null.encoded) }
    ) {
        self.offered = offered
        self.answer = answer
        let me = Unmanaged.passUnretained(self)
        table.initialize(
            to: sk_host(size: 24, abi_minor: 0, ctx: me.toOpaque()) { host, id in
                FakeHost.from(host.pointee.ctx).find(String(cString: id))
            })
        logTable.initialize(
            to: sk_log(size: 24, reserved: 0, ctx: me.toOpaque()) { log, turn, level, message in
                FakeHost.from(log.pointee.ctx).lines.withLock {
                    $0.append("\(turn) \(level) \(String(message))")
                }
            })
        clockTable.initialize(
            to: sk_clock(
                size: 40, reserved: 0, ctx: nil, wall_ms: { _, turn in 1_000_000 + Int64(turn) },
                monotonic_ns: { _ in SystemClock.monotonicNanoseconds() }, random: { _, turn in turn * 3 }))
        metricsTable.initialize(
            to: sk_metrics(size: 24, reserved: 0, ctx: me.toOpaque()) { metrics, name, amount in
                FakeHost.from(metrics.pointee.ctx).counters.withLock {
                    $0[String(name), default: 0] += amount
                }
            })
        for id in offered where ![SK_EXT_LOG, SK_EXT_CLOCK, SK_EXT_METRICS].contains(id) {
            services[id] = service(id, me)
        }
    }

    deinit {
        for service in services.values {
            service.context.deinitialize(count: 1)
            service.context.deallocate()
            service.table.deallocate()
        }
        table.deallocate()
        logTable.deallocate()
        clockTable.deallocate()
        metricsTable.deallocate()
    }

    var pointer: UnsafePointer<sk_host> { UnsafePointer(table) }

    private static func from(_ context: UnsafeMutableRawPointer?) -> FakeHost {
        guard let context else { preconditionFailure("a table lost its context") }
        return Unmanaged<FakeHost>.fromOpaque(context).takeUnretainedValue()
    }

    private func find(_ id: String) -> UnsafeRawPointer? {
        guard offered.contains(id) else { return nil }
        switch id {
        case SK_EXT_LOG: return UnsafeRawPointer(logTable)
        case SK_EXT_CLOCK: return UnsafeRawPointer(clockTable)
        case SK_EXT_METRICS: return UnsafeRawPointer(metricsTable)
        default: return services[id].map { UnsafeRawPointer($0.table) }
        }
    }

    private func service(
        _ id: String, _ me: Unmanaged<FakeHost>
    ) -> (table: UnsafeMutablePointer<sk_call>, context: UnsafeMutablePointer<ServiceContext>) {
        let context = UnsafeMutablePointer<ServiceContext>.allocate(capacity: 1)
        context.initialize(to: ServiceContext(host: me, id: id))
        let table = UnsafeMutablePointer<sk_call>.allocate(capacity: 1)
        table.initialize(
            to: sk_call(size: 24, reserved: 0, ctx: context) { call, turn, request, sink in
                guard let context = call.pointee.ctx?.assumingMemoryBound(to: ServiceContext.self).pointee
                else {
                    return SK_BUG
                }
                var offset: UInt64 = 0
                guard sk_cbor_check(request, 1 << 16, &offset) == nil, let value = Value(decoding: request)
                else {
                    return SK_BAD_ARGUMENT
                }
                let host = context.host.takeUnretainedValue()
                host.requests.withLock { $0.append(value) }
                let (status, bytes) = host.answer(context.id, value)
                return bytes.withUnsafeBufferPointer {
                    let written = sink.pointee.write(sink, sk_bytes($0))
                    return status == SK_OK ? written : status
                }
            })
        return (table, context)
    }
}
