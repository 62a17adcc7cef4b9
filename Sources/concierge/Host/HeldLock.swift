import Unix

/// A lock that several owners may hold on to; the last one gives it back.
final class HeldLock: Sendable {
    private let lock: FileLock

    init(_ lock: consuming FileLock) { self.lock = lock }

    func write(_ text: String) throws(SystemError) { try lock.write(text) }
}
