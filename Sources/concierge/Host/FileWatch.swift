import Unix

/// Sees that a file was changed, however it was written: in place, by a rename, over a network.
struct FileWatch {
    private let path: String
    private var last: [Int]?
    private var taken: [Int]?

    init(_ path: String) {
        self.path = path
        last = Files.status(path)?.stamp
        taken = last
    }

    /// Whether it is another file than the one that was taken last. What changed since the last look may be half written,
    /// so it counts at the next; a missing file is being replaced.
    mutating func hasChanged() -> Bool {
        let stamp = Files.status(path)?.stamp
        defer { last = stamp }
        guard let stamp, stamp == last, stamp != taken else { return false }
        taken = stamp
        return true
    }

    /// The file as it is now was read for another reason.
    mutating func take() {
        last = Files.status(path)?.stamp
        taken = last
    }
}
