import Glibc

/// A queue between threads: whoever takes sleeps until there is something.
// `elements`, `isClosed` are guarded by `mutex`; both handles are set in init and destroyed in deinit.
public final class Mailbox<Element: Sendable>: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let filled = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    /// What was taken leaves nothing behind: it lives no longer than whoever took it needs it.
    private var elements: [Element?] = []
    private var head = 0
    private var sleepers = 0
    private var isClosed = false

    public init() {
        pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        // Waits must not end early or late when the wall clock jumps.
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(filled, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(filled)
        pthread_mutex_destroy(mutex)
        filled.deallocate()
        mutex.deallocate()
    }

    /// Puts one in; false when the mailbox is closed and nobody will take it.
    @discardableResult
    public func put(_ element: Element) -> Bool {
        pthread_mutex_lock(mutex)
        let isOpen = !isClosed
        if isOpen { elements.append(element) }
        let mustWake = isOpen && sleepers > 0
        pthread_mutex_unlock(mutex)
        if mustWake { pthread_cond_signal(filled) }
        return isOpen
    }

    /// The next one; nil when the mailbox is closed and empty, or the monotonic time has come.
    public func take(until deadline: Int64? = nil) -> Element? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        guard wait(until: deadline) else { return nil }
        let element = elements[head].take()
        head += 1
        if head == elements.count || head >= 1024 {
            elements.removeSubrange(..<head)
            head = 0
        }
        return element
    }

    /// All that are there, at least one unless it is closed or the time has come.
    public func takeAll(until deadline: Int64? = nil) -> [Element] {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        guard wait(until: deadline) else { return [] }
        var taken: [Element?] = []
        swap(&taken, &elements)
        defer { head = 0 }
        return taken[head...].compactMap { $0 }
    }

    /// Nothing more can be put in; what is there can still be taken.
    public func close() {
        pthread_mutex_lock(mutex)
        isClosed = true
        pthread_mutex_unlock(mutex)
        pthread_cond_broadcast(filled)
    }

    private func wait(until deadline: Int64?) -> Bool {
        sleepers += 1
        defer { sleepers -= 1 }
        while head == elements.count, !isClosed {
            guard let deadline else {
                pthread_cond_wait(filled, mutex)
                continue
            }
            var time = timespec(tv_sec: Int(deadline / 1_000_000_000), tv_nsec: Int(deadline % 1_000_000_000))
            if pthread_cond_timedwait(filled, mutex, &time) == ETIMEDOUT { break }
        }
        return head < elements.count
    }
}
