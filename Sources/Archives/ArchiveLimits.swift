/// How much of an archive is looked at; counted on the bytes that come, whatever a header promises.
public struct ArchiveLimits: Sendable, Hashable {
    /// The archive itself, in bytes.
    public var archive = 32 << 20
    /// All that comes out of it.
    public var total = 128 << 20
    /// One file.
    public var file = 64 << 20
    /// Files and folders.
    public var entries = 2000
    /// How many times the archive's size comes out of it, once more than `unmeasured` has come.
    public var ratio = 100
    public var unmeasured = 1 << 20
    /// How many folders lie in one another, the file included.
    public var depth = 16
    /// A path, in bytes.
    public var path = 200
    public var time = Duration.seconds(30)

    public init() {}
}

/// Counts what comes out of an archive.
struct Meter {
    let limits: ArchiveLimits
    private let archive: Int
    private let end: ContinuousClock.Instant
    private var total = 0
    private var entries = 0

    init(_ limits: ArchiveLimits, archive: Int) {
        self.limits = limits
        self.archive = archive
        end = .now + limits.time
    }

    mutating func count(bytes: Int) throws(ArchiveFault) {
        total += bytes
        guard total <= limits.total else { throw .over(.total(limits.total)) }
        guard total <= max(limits.unmeasured, archive * limits.ratio) else {
            throw .over(.ratio(limits.ratio))
        }
        guard .now < end else { throw .over(.time(limits.time)) }
    }

    mutating func countEntry() throws(ArchiveFault) {
        entries += 1
        guard entries <= limits.entries else { throw .over(.entries(limits.entries)) }
    }
}
