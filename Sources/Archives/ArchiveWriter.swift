import CArchive
import Glibc
import Unix

/// Packs files such that the same files give the same bytes, wherever, whenever and by whomever they were made.
public enum ArchiveWriter {
    /// `files`: what each is called below `top`, where it lies, and whether it is a program.
    public static func write(
        _ files: [(name: String, path: String, isExecutable: Bool)], under top: String,
        as format: ArchiveFormat,
        to path: String
    ) throws(ArchiveError) {
        let writing: Writing
        do throws(ArchiveFault) { writing = try Writing(format, to: path) } catch {
            throw ArchiveError(path: path, entry: nil, fault: error)
        }
        for file in files.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            do throws(ArchiveFault) {
                let content = try system { () throws(SystemError) in try Files.read(file.path) }
                try writing.add("\(top)/\(file.name)", content, mode: file.isExecutable ? 0o755 : 0o644)
            } catch {
                throw ArchiveError(path: path, entry: file.name, fault: error)
            }
        }
        do throws(ArchiveFault) { try writing.close() } catch {
            throw ArchiveError(path: path, entry: nil, fault: error)
        }
    }
}

/// An archive while it is written, by libarchive.
private final class Writing {
    private let archive: OpaquePointer
    // In the plain locale libarchive takes names for ASCII, and does not mark those of a zip as UTF-8.
    private let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)

    init(_ format: ArchiveFormat, to path: String) throws(ArchiveFault) {
        guard let archive = archive_write_new() else { throw .system("libarchive: no memory to write with") }
        self.archive = archive
        switch format {
        case .zip: try check(archive_write_set_format_zip(archive))
        case .tarGzip:
            try check(archive_write_set_format_ustar(archive))
            try check(archive_write_add_filter_gzip(archive))
            try check(archive_write_set_filter_option(archive, "gzip", "timestamp", nil))
            try check(archive_write_set_filter_option(archive, "gzip", "compression-level", "9"))
        case .tarZstandard:
            try check(archive_write_set_format_ustar(archive))
            try check(archive_write_add_filter_zstd(archive))
            try check(archive_write_set_filter_option(archive, "zstd", "compression-level", "19"))
        }
        try check(archive_write_open_filename(archive, path))
    }

    deinit {
        archive_write_free(archive)
        freelocale(locale)
    }

    func add(_ name: String, _ content: [UInt8], mode: UInt32) throws(ArchiveFault) {
        let entry = archive_entry_new()
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        archive_entry_set_filetype(entry, S_IFREG)
        archive_entry_set_perm(entry, mode)
        archive_entry_set_size(entry, Int64(content.count))
        // Before the first day that a zip knows, so its first day in every time zone.
        archive_entry_set_mtime(entry, 0, 0)
        let before = uselocale(locale)
        defer { uselocale(before) }
        try check(archive_write_header(archive, entry))
        guard archive_write_data(archive, content, content.count) == content.count else { throw refusal() }
    }

    func close() throws(ArchiveFault) { try check(archive_write_close(archive)) }

    private func check(_ code: Int32) throws(ArchiveFault) {
        guard code == ARCHIVE_OK else { throw refusal() }
    }

    private func refusal() -> ArchiveFault {
        .system(archive_error_string(archive).map { String(cString: $0).lowercased() } ?? "cannot be written")
    }
}
