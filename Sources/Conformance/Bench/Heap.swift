import Glibc

/// How much the allocator has given out, as far as it tells.
enum Heap {
    private typealias Control =
        @convention(c) (
            UnsafePointer<CChar>, UnsafeMutableRawPointer?, UnsafeMutablePointer<Int>?,
            UnsafeMutableRawPointer?,
            Int
        ) -> Int32

    /// In bytes; nil where another allocator than jemalloc is at work.
    static var inUse: Int64? {
        guard let symbol = dlsym(nil, "mallctl") else { return nil }
        let control = unsafeBitCast(symbol, to: Control.self)
        // What this thread keeps at hand counts as given out; and all numbers stand still until the epoch goes on.
        _ = control("thread.tcache.flush", nil, nil, nil, 0)
        var epoch: UInt64 = 1
        _ = control("epoch", nil, nil, &epoch, MemoryLayout<UInt64>.size)
        var (bytes, size) = (0, MemoryLayout<Int>.size)
        return control("stats.allocated", &bytes, &size, nil, 0) == 0 ? Int64(bytes) : nil
    }

    /// Of several rounds the least growth: what a language's runtime keeps for itself grows in the first ones, a leak in all.
    static func leastGrowth(of round: () throws -> Void) rethrows -> Int64? {
        var least: Int64?
        for _ in 0..<4 {
            guard let before = inUse else { return nil }
            try round()
            guard let after = inUse else { return nil }
            least = min(least ?? .max, after - before)
        }
        return least
    }
}
