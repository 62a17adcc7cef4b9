internal import Glibc

/// The thread of one instance: what resumes after an `await` runs here, and its waits end here, so that no skill depends
/// on the pool which all Swift code of the process shares. It starts when something first waits.
///
/// `state` is read and written only with `mutex` held; the mutex and the condition never move and outlive the thread,
/// which keeps the loop alive while it runs.
final class Loop: TaskExecutor, @unchecked Sendable {
    private struct Timer {
        let id: UInt64
        let due: Int64
        let waiter: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var jobs: [UnownedJob] = []
        /// Sorted, the next one first; most new ones are the last to end.
        var timers: [Timer] = []
        var lastTimer: UInt64 = 0
        /// Timers that were cancelled before they were set.
        var cancelled: Set<UInt64> = []
        var thread: pthread_t?
        var refusesTimers = false
        var isStopped = false
    }

    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var state = State()

    init() {
        pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(condition, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(condition)
        condition.deallocate()
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        withState { state in
            state.jobs.append(job)
            wake(&state)
        }
    }

    /// Ends the thread once it has nothing left to run. No turn should be in flight; a wait of one that is ends as if it
    /// had been cancelled, so that its `done` still comes before `destroy` returns.
    func stop() {
        let timers = withState { state in
            state.refusesTimers = true
            defer { state.timers = [] }
            return state.timers
        }
        for timer in timers { timer.waiter.resume(throwing: CancellationError()) }
        let thread = withState { state in
            state.isStopped = true
            pthread_cond_signal(condition)
            return state.thread
        }
        guard let thread else { return }
        // `destroy` may come from a turn's own `done`, and a thread cannot wait for itself.
        if pthread_equal(thread, pthread_self()) != 0 {
            pthread_detach(thread)
        } else {
            pthread_join(thread, nil)
        }
    }

    func sleep(nanoseconds: Int64) async throws {
        // No time to wait is no reason to change threads.
        guard nanoseconds > 0 else { return try Task.checkCancellation() }
        let due = SystemClock.monotonicNanoseconds().addingReportingOverflow(nanoseconds).partialValue
        let id = withState { state in
            state.lastTimer += 1
            return state.lastTimer
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { set(Timer(id: id, due: due, waiter: $0)) }
        } onCancel: {
            cancel(timer: id)
        }
        withState { _ = $0.cancelled.remove(id) }
    }

    private func set(_ timer: Timer) {
        let isCancelled = withState { state in
            if state.cancelled.remove(timer.id) != nil || state.refusesTimers { return true }
            let before = state.timers.lastIndex { $0.due <= timer.due } ?? -1
            state.timers.insert(timer, at: before + 1)
            wake(&state)
            return false
        }
        if isCancelled { timer.waiter.resume(throwing: CancellationError()) }
    }

    private func cancel(timer id: UInt64) {
        let timer = withState { state in
            guard let place = state.timers.firstIndex(where: { $0.id == id }) else {
                state.cancelled.insert(id)
                return nil as Timer?
            }
            return state.timers.remove(at: place)
        }
        timer?.waiter.resume(throwing: CancellationError())
    }

    private func withState<Result>(_ body: (inout State) -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body(&state)
    }

    private func wake(_ state: inout State) {
        guard state.thread == nil else {
            pthread_cond_signal(condition)
            return
        }
        var thread = pthread_t()
        let failure = pthread_create(
            &thread, nil,
            { loop in
                guard let loop else { return nil }
                Unmanaged<Loop>.fromOpaque(loop).takeRetainedValue().run()
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        precondition(failure == 0, "no thread could be started for the skill")
        state.thread = thread
    }

    private func run() {
        while let (jobs, timers) = next() {
            for timer in timers { timer.waiter.resume() }
            for job in jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
        }
    }

    /// What is to be done now, waiting for it if need be; nil when the loop was stopped and nothing is left.
    private func next() -> (jobs: [UnownedJob], timers: [Timer])? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while true {
            let now = SystemClock.monotonicNanoseconds()
            let due = Array(state.timers.prefix { $0.due <= now })
            state.timers.removeFirst(due.count)
            if !state.jobs.isEmpty || !due.isEmpty {
                defer { state.jobs.removeAll(keepingCapacity: true) }
                return (state.jobs, due)
            }
            if state.isStopped { return nil }
            guard let first = state.timers.first else {
                pthread_cond_wait(condition, mutex)
                continue
            }
            var until = timespec(
                tv_sec: Int(first.due / 1_000_000_000), tv_nsec: Int(first.due % 1_000_000_000))
            pthread_cond_timedwait(condition, mutex, &until)
        }
    }
}
