import CSQLite

/// SQLite's log with its writes gathered: a page of it is two small writes, and a commit with all its pages is one.
///
/// Nobody may miss what is still gathered: the writer's own reads, sizes and syncs write it out first, and to others a
/// frame is there only after the sync that `synchronous = FULL` puts before its end.
struct GatheredLog {
    static let name = "concierge-gathered"

    /// Makes the file system known to SQLite under its name; once, before the first connection that uses it.
    static let isRegistered: Bool = {
        guard let system = sqlite3_vfs_find(nil) else { return false }
        let gathering = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        gathering.initialize(to: system.pointee)
        gathering.pointee.zName = UnsafePointer(copy(of: name))
        gathering.pointee.pNext = nil
        gathering.pointee.szOsFile += Int32(MemoryLayout<GatheredLog>.stride)
        gathering.pointee.xOpen = { _, path, file, flags, given in
            GatheredLog.open(path, file, flags, given)
        }
        return sqlite3_vfs_register(gathering, 0) == SQLITE_OK
    }()

    /// SQLite's layer below writes no 128 KB at once.
    private static let capacity = 120 << 10

    // SQLITE_IOERR_WRITE, a macro Swift cannot see.
    private static let notWritten = SQLITE_IOERR | 3 << 8

    /// What SQLite sees; its methods are ours.
    private var file: sqlite3_file
    /// The system's file, which lies behind this one.
    let real: UnsafeMutablePointer<sqlite3_file>
    let gathered: UnsafeMutableRawPointer
    /// Where in the file the gathered bytes belong.
    private var start: Int64 = 0
    private var count = 0

    var system: sqlite3_io_methods { real.pointee.pMethods.pointee }

    /// Anything but a log is the system's alone.
    private static func open(
        _ path: UnsafePointer<CChar>?, _ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32,
        _ given: UnsafeMutablePointer<Int32>?
    ) -> Int32 {
        guard let file, let system = sqlite3_vfs_find(nil), let open = system.pointee.xOpen else {
            return SQLITE_CANTOPEN
        }
        guard flags & SQLITE_OPEN_WAL != 0 else { return open(system, path, file, flags, given) }
        let memory = UnsafeMutableRawPointer(file)
        let real = (memory + MemoryLayout<GatheredLog>.stride).assumingMemoryBound(to: sqlite3_file.self)
        file.pointee.pMethods = nil
        let code = open(system, path, real, flags, given)
        guard code == SQLITE_OK else { return code }
        memory.initializeMemory(
            as: GatheredLog.self,
            to: GatheredLog(
                file: sqlite3_file(pMethods: UnsafePointer(methods)), real: real,
                gathered: .allocate(byteCount: capacity, alignment: 16)))
        return SQLITE_OK
    }

    mutating func write(_ bytes: UnsafeRawPointer, _ size: Int, at offset: Int64) -> Int32 {
        if offset != start + Int64(count) || count + size > Self.capacity {
            let code = writeOut()
            guard code == SQLITE_OK else { return code }
            start = offset
        }
        guard size <= Self.capacity else { return system.xWrite(real, bytes, Int32(size), offset) }
        (gathered + count).copyMemory(from: bytes, byteCount: size)
        count += size
        return SQLITE_OK
    }

    /// What cannot be written is forgotten: its transaction fails, and SQLite writes there again.
    mutating func writeOut() -> Int32 {
        guard count > 0 else { return SQLITE_OK }
        let size = count
        count = 0
        defer { start += Int64(size) }
        return system.xWrite(real, gathered, Int32(size), start)
    }

    mutating func writtenOut(
        _ then: (UnsafeMutablePointer<sqlite3_file>, sqlite3_io_methods) -> Int32
    ) -> Int32 {
        // A full disk would take back no more than the statement that reads; what is lost may be another's.
        writeOut() == SQLITE_OK ? then(real, system) : Self.notWritten
    }

    private static func copy(of text: String) -> UnsafeMutablePointer<CChar> {
        let bytes = text.utf8CString
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        for (place, byte) in bytes.enumerated() { (copy + place).initialize(to: byte) }
        return copy
    }
}
