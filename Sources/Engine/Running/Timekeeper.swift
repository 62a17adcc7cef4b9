import Synchronization
import Threads

/// Runs actions at a monotonic time, on one thread of its own; an action must return at once.
final class Timekeeper: Sendable {
    fileprivate struct Entry {
        var time: Int64
        var action: @Sendable () -> Void
    }

    private struct State {
        /// A binary heap, the earliest first.
        var heap: [Entry] = []
        var isStopped = false
    }

    private let state = Mutex(State())
    private let bell = Mailbox<Void>()

    func start() throws(ThreadError) -> HostThread {
        try HostThread("timekeeper") { self.run() }
    }

    func at(_ time: Int64, _ action: @escaping @Sendable () -> Void) {
        let isEarliest = state.withLock { state in
            state.heap.insert(Entry(time: time, action: action))
            return state.heap.first?.time == time
        }
        if isEarliest { bell.put(()) }
    }

    func stop() {
        state.withLock { $0.isStopped = true }
        bell.close()
    }

    private func run() {
        while true {
            let (due, next, isStopped) = state.withLock { state in
                var due: [Entry] = []
                let now = monotonicNanoseconds()
                while let first = state.heap.first, first.time <= now {
                    due.append(state.heap.removeEarliest())
                }
                return (due, state.heap.first?.time, state.isStopped)
            }
            for entry in due { entry.action() }
            if isStopped { return }
            if due.isEmpty { _ = bell.takeAll(until: next) }
        }
    }
}

extension [Timekeeper.Entry] {
    fileprivate mutating func insert(_ entry: Element) {
        append(entry)
        var child = count - 1
        while child > 0, self[child].time < self[(child - 1) / 2].time {
            swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    fileprivate mutating func removeEarliest() -> Element {
        swapAt(0, count - 1)
        let earliest = removeLast()
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < count && self[child].time < self[least].time {
                least = child
            }
            if least == parent { return earliest }
            swapAt(parent, least)
            parent = least
        }
    }
}
