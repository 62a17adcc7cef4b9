import Glibc
import Unix

/// Where entries come down: below one open folder, after every rule for them.
struct Landing: ~Copyable {
    private var meter: Meter
    private var files: [EntryPath] = []
    private var paths = EntryPaths()
    private var top: String?
    private let folder: Descriptor
    private let needsTop: Bool

    var limits: ArchiveLimits { meter.limits }

    init(_ folder: String, needingTop: Bool, meter: Meter) throws(ArchiveFault) {
        self.folder = try system { () throws(SystemError) in
            try Descriptor(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
        }
        self.meter = meter
        needsTop = needingTop
    }

    mutating func count(bytes: Int) throws(ArchiveFault) { try meter.count(bytes: bytes) }

    /// Looks at a path before anything of the entry is read.
    mutating func check(_ name: [UInt8], isFolder: Bool) throws(ArchiveFault) -> EntryPath {
        try meter.countEntry()
        let path = try EntryPath(name, isFolder: isFolder, hidden: needsTop ? 2 : 1, limits: meter.limits)
        if needsTop {
            guard path.components.count > 1 || isFolder else {
                throw .oddity("in no folder, where an archive has one that is named for the package")
            }
            let first = path.components[0]
            guard top ?? first == first else {
                throw .oddity(
                    "beside the folder '\(top ?? first)', where an archive has one and nothing else")
            }
            top = first
        }
        try paths.add(path)
        return path
    }

    func makeFolder(_ path: EntryPath) throws(ArchiveFault) {
        _ = try system { () throws(SystemError) in try open(path.components[...]) }
    }

    /// A new file, whatever rights the archive wants for it: programs lie in `lib` only.
    mutating func makeFile(_ path: EntryPath, isExecutable: Bool) throws(ArchiveFault) -> LandingFile {
        let place = path.components.dropFirst(needsTop ? 1 : 0)
        let name = path.components[path.components.count - 1]
        let runs = place.count > 1 && place.first == "lib" && (isExecutable || name.hasSuffix(".so"))
        files.append(path)
        return LandingFile(
            try system { () throws(SystemError) in
                try Descriptor(
                    newFile: name, in: try open(path.components.dropLast()), mode: runs ? 0o755 : 0o644)
            }, limit: meter.limits.file)
    }

    private func open(_ components: ArraySlice<String>) throws(SystemError) -> Descriptor {
        var inner = try Descriptor(folder: ".", in: folder)
        for name in components { inner = try Descriptor(folder: name, in: inner) }
        return inner
    }

    /// What came down.
    func unpacked() throws(ArchiveFault) -> Unpacked {
        guard let first = files.first else { throw .oddity("no file in it") }
        let top = first.components[0]
        guard files.allSatisfy({ $0.components.count > 1 && $0.components[0] == top }) else {
            return Unpacked(top: nil, files: files.map(\.text).sorted())
        }
        return Unpacked(
            top: top, files: files.map { $0.components.dropFirst().joined(separator: "/") }.sorted())
    }
}

/// A file while it comes down.
struct LandingFile: ~Copyable {
    private let file: Descriptor
    private let limit: Int
    private(set) var size = 0

    init(_ file: consuming Descriptor, limit: Int) {
        self.file = file
        self.limit = limit
    }

    mutating func write(_ bytes: [UInt8]) throws(ArchiveFault) {
        size += bytes.count
        guard size <= limit else { throw .over(.file(limit)) }
        do throws(SystemError) { try file.write(bytes) } catch { throw .system(error.description) }
    }
}

/// What the system refuses is said in its words.
func system<Result: ~Copyable>(
    _ body: () throws(SystemError) -> Result
) throws(ArchiveFault) -> Result {
    do throws(SystemError) { return try body() } catch { throw .system(error.description) }
}
