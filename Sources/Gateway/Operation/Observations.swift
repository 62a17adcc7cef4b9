import HTTPServer
import Synchronization

/// What the host knows of its own HTTP side, for `/metrics` and `/openapi.json`.
final class Observations: Sendable {
    private struct State {
        var document: [UInt8] = []
        var counters: [RouteCounter] = []
        var server: Server?
    }

    let turnTimes = Histogram()
    private let state = Mutex(State())

    var document: [UInt8] { state.withLock { $0.document } }
    var counters: [RouteCounter] { state.withLock { $0.counters } }
    var server: Server? { state.withLock { $0.server } }

    func set(document: [UInt8], counters: [RouteCounter]) {
        state.withLock { state in
            state.document = document
            state.counters = counters
        }
    }

    func set(server: Server?) { state.withLock { $0.server = server } }
}

/// How often one route answered what.
final class RouteCounter: Sendable {
    let method: String
    let pattern: String
    private let answers = Mutex<[Int: Int]>([:])

    init(_ route: Route) {
        method = route.method.rawValue
        pattern = route.pattern
    }

    func count(_ status: Int) { answers.withLock { $0[status, default: 0] += 1 } }

    var all: [(status: Int, count: Int)] {
        answers.withLock { $0.map { (status: $0.key, count: $0.value) } }.sorted { $0.status < $1.status }
    }
}

/// How long something took, in the buckets of Prometheus.
final class Histogram: Sendable {
    /// Upper bounds in microseconds.
    static let bounds: [Int64] = [
        500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000,
        5_000_000,
    ]

    struct State {
        /// One more than there are bounds; not cumulative.
        var buckets = [Int64](repeating: 0, count: Histogram.bounds.count + 1)
        var sum: Int64 = 0
    }

    private let state = Mutex(State())

    func add(microseconds: Int64) {
        state.withLock { state in
            let place = Self.bounds.firstIndex { microseconds <= $0 } ?? Self.bounds.count
            state.buckets[place] += 1
            state.sum += microseconds
        }
    }

    var snapshot: State { state.withLock { $0 } }
}
