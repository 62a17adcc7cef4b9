import Synchronization

/// Everything that writes one customer's data, in order; as many customers at once as there are workers.
final class Lanes: Sendable {
    typealias Job = @Sendable () -> Void

    private struct Queue {
        var jobs: [Job] = []
        var head = 0
        /// Turns up to this number are of somebody who was erased meanwhile.
        var erased: UInt64 = 0
    }

    /// A lane is here while one of its jobs runs; the queue holds those that wait.
    private let lanes = Mutex<[String: Queue]>([:])

    /// Starts the job with `start` when the lane is free, else keeps it for its turn.
    func enter(_ lane: String, _ job: @escaping Job, start: (@escaping Job) -> Void) {
        let isFree = lanes.withLock { lanes in
            guard lanes[lane] != nil else {
                lanes[lane] = Queue()
                return true
            }
            lanes[lane]?.jobs.append(job)
            return false
        }
        if isFree { start(job) }
    }

    /// The running job is done: gives the next one.
    func leave(_ lane: String) -> Job? {
        lanes.withLock { lanes in
            guard var queue = lanes[lane], queue.head < queue.jobs.count else {
                lanes[lane] = nil
                return nil
            }
            let job = queue.jobs[queue.head]
            queue.head += 1
            if queue.head > 64, queue.head * 2 > queue.jobs.count {
                queue.jobs.removeSubrange(..<queue.head)
                queue.head = 0
            }
            lanes[lane] = queue
            return job
        }
    }

    /// Whoever is in the lane now is to leave nothing behind; false when nobody is.
    func bar(_ lane: String, through number: UInt64) -> Bool {
        lanes.withLock { lanes in
            guard lanes[lane] != nil else { return false }
            lanes[lane]?.erased = number
            return true
        }
    }

    func isBarred(_ lane: String, _ number: UInt64) -> Bool {
        lanes.withLock { number <= $0[lane]?.erased ?? 0 }
    }

    var isEmpty: Bool { lanes.withLock { $0.isEmpty } }
}
