import Unix

/// Sees that a skill's sources were changed, and not what building them makes.
struct SourceWatch {
    private static let made: Set = [
        ".build", ".git", "build", "lib", "target", "Cargo.lock", "Package.resolved",
    ]

    private let folder: String
    private var taken: [String: [Int]]?
    private var last: [String: [Int]]?

    init(_ folder: String) { self.folder = folder }

    /// Whether they are others than those that were taken last.
    func differ() -> Bool { stamps() != taken }

    /// The same, once they lie still: what changed since the last look may be half written.
    mutating func differStill() -> Bool {
        let now = stamps()
        defer { last = now }
        return now == last && now != taken
    }

    /// They are read now.
    mutating func take() { taken = stamps() }

    private func stamps() -> [String: [Int]] {
        var stamps: [String: [Int]] = [:]
        for name in (try? Files.list(folder)) ?? [] where !Self.made.contains(name) {
            let path = Files.join(folder, name)
            let files =
                Files.isFolder(path) ? ((try? Files.tree(path)) ?? []).map { "\(name)/\($0)" } : [name]
            for file in files where !file.hasSuffix(".so") && !file.hasSuffix(".o") {
                stamps[file] = Files.status(Files.join(folder, file))?.stamp
            }
        }
        return stamps
    }
}
