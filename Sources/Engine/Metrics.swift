import Synchronization

/// Counters for `/metrics`; a name may carry labels as Prometheus writes them.
public final class Metrics: Sendable {
    private let counters = Mutex<[String: Int64]>([:])

    public init() {}

    public func add(_ name: String, _ amount: Int64 = 1) {
        counters.withLock { counters in
            // Skills count too: a sum that does not fit stays at the end of the numbers rather than end the host.
            let (sum, overflows) = counters[name, default: 0].addingReportingOverflow(amount)
            counters[name] = overflows ? (amount < 0 ? .min : .max) : sum
        }
    }

    public func add(_ name: String, skill: String) { add("\(name){skill=\"\(skill)\"}") }

    /// What was counted of one skill.
    public func count(_ name: String, skill: String) -> Int64 {
        counters.withLock { $0["\(name){skill=\"\(skill)\"}", default: 0] }
    }

    public var all: [(name: String, value: Int64)] {
        counters.withLock { $0.map { ($0.key, $0.value) } }.sorted { $0.0 < $1.0 }
    }
}
