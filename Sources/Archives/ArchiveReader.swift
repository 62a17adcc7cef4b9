import Glibc
import Unix

/// What was in an archive.
public struct Unpacked: Sendable, Hashable {
    /// The one folder that everything lies in; nil when there is none.
    public var top: String?
    /// Its files, relative to `top`, sorted.
    public var files: [String]

    public init(top: String?, files: [String]) {
        self.top = top
        self.files = files
    }
}

/// Unpacks what a stranger may have made: only where it is told to, and only what every reader would find in it.
public struct ArchiveReader: Sendable {
    public let path: String
    private let limits: ArchiveLimits

    public init(_ path: String, limits: ArchiveLimits = .init()) {
        self.path = path
        self.limits = limits
    }

    /// Into a folder that is there and empty: `folder/top/…`. After an error, what came down is within it, for the
    /// caller to remove. Without `needingTop` files may also lie in no folder, as in the zips of ClawHub.
    @discardableResult
    public func unpack(into folder: String, needingTop: Bool = true) throws(ArchiveError) -> Unpacked {
        var entry: String?
        do throws(ArchiveFault) {
            let bytes = try read()
            let meter = Meter(limits, archive: bytes.count)
            var landing = try Landing(folder, needingTop: needingTop, meter: meter)
            switch try Self.form(of: bytes) {
            case .zip: try ZipReader(bytes).unpack(into: &landing, named: &entry)
            case .tarGzip:
                var tar = TarReader(try Inflater(bytes, bytes.indices, .gzip))
                try tar.unpack(into: &landing, named: &entry)
            case .tarZstandard:
                var tar = TarReader(try ZstandardSource(bytes))
                try tar.unpack(into: &landing, named: &entry)
            }
            entry = nil
            return try landing.unpacked()
        } catch {
            throw ArchiveError(path: path, entry: entry, fault: error)
        }
    }

    /// The whole archive, once: what is checked is what is unpacked.
    private func read() throws(ArchiveFault) -> [UInt8] {
        // A pipe in its place does not wait for somebody to write.
        let file = try system { () throws(SystemError) in try Descriptor(path, O_RDONLY | O_NONBLOCK) }
        var bytes: [UInt8] = []
        while true {
            let part = try system { () throws(SystemError) in try file.read(atMost: 256 << 10) }
            guard !part.isEmpty else { return bytes }
            bytes += part
            guard bytes.count <= limits.archive else { throw .over(.archive(limits.archive)) }
        }
    }

    private static func form(of bytes: [UInt8]) throws(ArchiveFault) -> ArchiveFormat {
        if bytes.starts(with: ZstandardFrame.magic) { return .tarZstandard }
        if bytes.starts(with: [0x1f, 0x8b]) { return .tarGzip }
        if bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4b, 0x05, 0x06]) {
            return .zip
        }
        throw .otherForm(others.first { bytes.dropFirst($0.offset).starts(with: $0.magic.utf8) }?.name)
    }

    private static let others: [(offset: Int, magic: String, name: String)] = [
        (257, "ustar", "a tar that is not compressed"), (1, "7zXZ", "an xz file"), (0, "BZh", "a bzip2 file"),
        (0, "7z", "a 7z archive"), (0, "Rar!", "a rar archive"),
    ]
}
