import Unix

/// Sees that a file was changed, however it was written: in place, by a rename, over a network.
struct FileWatch {
    private let path: String
    private var seen: [Int]?

    init(_ path: String) {
        self.path = path
        seen = Files.status(path)?.stamp
    }

    /// Whether it is another file than at the last look; a missing one is being replaced and counts later.
    mutating func hasChanged() -> Bool {
        guard let stamp = Files.status(path)?.stamp, stamp != seen else { return false }
        seen = stamp
        return true
    }
}
