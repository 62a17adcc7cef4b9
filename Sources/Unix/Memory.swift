import Glibc

/// What the allocator keeps of this process's memory.
public enum Memory {
    /// Gives back to the system what was freed in between; for after something large.
    public static func giveBack() {
        // Swift's Glibc module leaves <malloc.h> out, so the function is looked up by its name.
        guard let symbol = dlsym(nil, "malloc_trim") else { return }
        _ = unsafeBitCast(symbol, to: (@convention(c) (Int) -> Int32).self)(0)
    }
}
