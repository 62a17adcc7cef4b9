import CArchive

/// What one Zstandard frame holds, by libarchive, which is told that there is nothing but that frame.
final class ZstandardSource: ByteSource {
    private let archive: OpaquePointer
    // libarchive keeps the address of what it reads.
    private let bytes: UnsafeMutableBufferPointer<UInt8>

    init(_ bytes: [UInt8]) throws(ArchiveFault) {
        try ZstandardFrame.check(bytes)
        guard let archive = archive_read_new() else {
            throw .system("libarchive: no memory to decompress with")
        }
        self.archive = archive
        self.bytes = .allocate(capacity: bytes.count)
        _ = self.bytes.initialize(from: bytes)
        var entry: OpaquePointer?
        // A chosen filter, not one it looks for: else it would undo a compression within the compression, too.
        for code in [
            archive_read_support_format_raw(archive),
            archive_read_append_filter(archive, ARCHIVE_FILTER_ZSTD),
        ] where code != ARCHIVE_OK { throw .system("libarchive: has no Zstandard in it") }
        guard archive_read_open_memory(archive, self.bytes.baseAddress, bytes.count) == ARCHIVE_OK,
            archive_read_next_header(archive, &entry) == ARCHIVE_OK
        else {
            throw .damaged("its compressed bytes make no sense")
        }
    }

    deinit {
        archive_read_free(archive)
        bytes.deallocate()
    }

    func next() throws(ArchiveFault) -> [UInt8] {
        var result = 0
        let part = [UInt8](unsafeUninitializedCapacity: 64 << 10) { room, count in
            result = archive_read_data(archive, room.baseAddress, room.count)
            count = max(result, 0)
        }
        guard result >= 0 else { throw .damaged("its compressed bytes make no sense") }
        return part
    }
}
