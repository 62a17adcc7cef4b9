import CSkillABI
import ConciergeCore
import Threads

/// The tables through which a skill in this process reaches the host; each points back here.
// Written in init only; the skill's tables point here, and its instance keeps this alive until `destroy` returned.
final class HostTables: @unchecked Sendable {
    let host: HostSide
    private let root = UnsafeMutablePointer<sk_host>.allocate(capacity: 1)
    private let log = UnsafeMutablePointer<sk_log>.allocate(capacity: 1)
    private let clock = UnsafeMutablePointer<sk_clock>.allocate(capacity: 1)
    private let metrics = UnsafeMutablePointer<sk_metrics>.allocate(capacity: 1)
    private let services: [ServiceTable]
    private var extensions: [String: UnsafeRawPointer] = [:]

    /// What the skill's `create` gets.
    var table: UnsafePointer<sk_host> { UnsafePointer(root) }

    init(host: HostSide, offered: Set<String>) {
        self.host = host
        let own: Set = [SK_EXT_LOG, SK_EXT_CLOCK, SK_EXT_METRICS]
        services = offered.subtracting(own).map { ServiceTable(id: $0, host: host) }
        let context = Unmanaged.passUnretained(self).toOpaque()
        root.initialize(
            to: sk_host(
                size: UInt32(MemoryLayout<sk_host>.size), abi_minor: UInt32(SK_ABI_MINOR), ctx: context,
                get_extension: { HostTables.owner(of: $0.pointee.ctx)?.find($1) }))
        log.initialize(
            to: sk_log(
                size: UInt32(MemoryLayout<sk_log>.size), reserved: 0, ctx: context,
                write: { HostTables.owner(of: $0.pointee.ctx)?.write($2, $3) }))
        clock.initialize(
            to: sk_clock(
                size: UInt32(MemoryLayout<sk_clock>.size), reserved: 0, ctx: context,
                wall_ms: {
                    HostTables.owner(of: $0.pointee.ctx)?.host.services.now(turn: $1).milliseconds ?? 0
                },
                monotonic_ns: { _ in monotonicNanoseconds() },
                random: { HostTables.owner(of: $0.pointee.ctx)?.host.services.random(turn: $1) ?? 0 }))
        metrics.initialize(
            to: sk_metrics(
                size: UInt32(MemoryLayout<sk_metrics>.size), reserved: 0, ctx: context,
                add: { HostTables.owner(of: $0.pointee.ctx)?.add($1, $2) }))
        offer(offered)
    }

    private func offer(_ offered: Set<String>) {
        for service in services { extensions[service.id] = UnsafeRawPointer(service.table) }
        if offered.contains(SK_EXT_LOG) { extensions[SK_EXT_LOG] = UnsafeRawPointer(log) }
        if offered.contains(SK_EXT_CLOCK) { extensions[SK_EXT_CLOCK] = UnsafeRawPointer(clock) }
        if offered.contains(SK_EXT_METRICS) { extensions[SK_EXT_METRICS] = UnsafeRawPointer(metrics) }
    }

    deinit {
        root.deallocate()
        log.deallocate()
        clock.deallocate()
        metrics.deallocate()
    }

    private static func owner(of context: UnsafeMutableRawPointer?) -> HostTables? {
        context.map { Unmanaged<HostTables>.fromOpaque($0).takeUnretainedValue() }
    }

    private func find(_ id: UnsafePointer<CChar>) -> UnsafeRawPointer? { extensions[String(cString: id)] }

    private func write(_ level: Int32, _ message: sk_bytes) {
        guard let line = message.line else { return }
        host.services.log(skill: host.id, level: level, message: line)
    }

    private func add(_ name: sk_bytes, _ amount: Int64) {
        guard let name = name.line else { return }
        host.services.count(skill: host.id, name: name, by: amount)
    }
}

/// The one table of a service that answers requests.
// Written in init only; kept alive by the HostTables it belongs to.
private final class ServiceTable: @unchecked Sendable {
    let id: String
    let host: HostSide
    let table = UnsafeMutablePointer<sk_call>.allocate(capacity: 1)

    init(id: String, host: HostSide) {
        self.id = id
        self.host = host
        table.initialize(
            to: sk_call(
                size: UInt32(MemoryLayout<sk_call>.size), reserved: 0,
                ctx: Unmanaged.passUnretained(self).toOpaque(),
                call: { table, turn, request, sink in
                    guard let context = table.pointee.ctx else { return SK_BAD_ARGUMENT }
                    let service = Unmanaged<ServiceTable>.fromOpaque(context).takeUnretainedValue()
                    return service.host.call(service.id, turn: turn, request: request) {
                        sink.pointee.write(sink, $0)
                    }
                }))
    }

    deinit { table.deallocate() }
}
