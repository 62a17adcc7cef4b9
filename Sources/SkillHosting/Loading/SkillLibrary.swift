import CSkillABI
import ConciergeCore
import Glibc

/// A library that is part of this process for good, and its entry table.
// `entry` points to a static table of a library that is never unloaded.
struct SkillLibrary: @unchecked Sendable {
    static let symbol = "skill_entry_v1"
    private static let longestManifest = 1 << 20

    let path: String
    /// As the library encodes it.
    let manifest: Value
    /// What Swift compiled it; nil when there is none in it.
    let toolchain: String?
    let minorVersion: Int
    private let entry: UnsafePointer<sk_entry>

    init(path: String) throws(LoadError) {
        try LibraryFile.check(path)
        let handle: UnsafeMutableRawPointer
        do throws(SwiftRuntime.LinkerWords) { handle = try SwiftRuntime.open(path) } catch {
            throw .notLinkable(path: path, reason: error.reason(for: path))
        }
        self.path = path
        entry = try Self.entry(handle, path)
        minorVersion = Int(entry.pointee.abi_minor)
        toolchain = entry.pointee.toolchain.map { String(cString: $0) }
        do {
            manifest = try Value(message: entry.pointee.manifest, limit: Self.longestManifest)
        } catch { throw .brokenManifest(path: path, reason: error.description) }
    }

    private static func entry(
        _ handle: UnsafeMutableRawPointer, _ path: String
    ) throws(LoadError) -> UnsafePointer<sk_entry> {
        guard let symbol = dlsym(handle, Self.symbol) else {
            let other = (2...9).first { dlsym(handle, "skill_entry_v\($0)") != nil }
            throw other.map { .otherABI(path: path, built: $0) } ?? .missingEntry(path: path)
        }
        // Imported, its result could not be nil; a stranger's may be.
        let function = unsafeBitCast(symbol, to: (@convention(c) () -> UnsafePointer<sk_entry>?).self)
        guard let entry = function() else { throw .missingTable(path: path, "sk_entry") }
        let major = Int(entry.pointee.abi_major)
        guard major == Int(SK_ABI_MAJOR) else { throw .otherABI(path: path, built: major) }
        try check(entry, "sk_entry", [("create", MemoryLayout<sk_entry>.offset(of: \.create))], path)
        return entry
    }

    /// A new instance of the skill. `host` must live as long as it does.
    func create(_ id: String, _ configuration: Value, _ host: UnsafePointer<sk_host>) throws(LoadError)
        -> UnsafePointer<sk_skill>
    {
        let words = Words()
        var sink = sk_sink(
            size: UInt32(MemoryLayout<sk_sink>.size), reserved: 0,
            ctx: Unmanaged.passUnretained(words).toOpaque(),
            write: { sink, bytes in
                guard let context = sink.pointee.ctx else { return SK_BAD_ARGUMENT }
                Unmanaged<Words>.fromOpaque(context).takeUnretainedValue().line = bytes.line
                return SK_OK
            })
        let created: UnsafePointer<sk_skill>?
        do {
            created = try withMessage(of: configuration) { configuration in
                id.withBytes { entry.pointee.create(entry, host, $0, sk_bytes(configuration), &sink) }
            }
        } catch { throw .invalidConfiguration(id: id, faults: ["\(error)"]) }
        guard let skill = withExtendedLifetime(words, { created }) else {
            throw .notCreated(id: id, path: path, reason: words.line)
        }
        let functions: [(String, Int?)] = [
            ("turn_begin", MemoryLayout<sk_skill>.offset(of: \.turn_begin)),
            ("turn_cancel", MemoryLayout<sk_skill>.offset(of: \.turn_cancel)),
            ("destroy", MemoryLayout<sk_skill>.offset(of: \.destroy)),
        ]
        try Self.check(skill, "sk_skill", functions, path)
        return skill
    }

    /// Whether a stranger's table is as large as version 1's and has the functions that may not be missing.
    private static func check<Table>(
        _ table: UnsafePointer<Table>, _ name: String, _ functions: [(name: String, offset: Int?)],
        _ path: String
    ) throws(LoadError) {
        let bytes = UnsafeRawPointer(table)
        let size = Int(bytes.load(as: UInt32.self))
        guard size >= MemoryLayout<Table>.size else {
            throw .shortTable(path: path, name, size: size, needed: MemoryLayout<Table>.size)
        }
        for case (let function, let offset?) in functions
        where bytes.load(fromByteOffset: offset, as: UInt.self) == 0 {
            throw .missingFunction(path: path, "\(name).\(function)")
        }
    }

    /// What a skill says when it cannot be created.
    private final class Words { var line: String? }
}
