import CSQLite

extension GatheredLog {
    /// What SQLite calls: each finds its log and does there what the system would.
    // Written here, before SQLite sees it, and never again.
    nonisolated(unsafe) static let methods: UnsafeMutablePointer<sqlite3_io_methods> = {
        let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        var table = sqlite3_io_methods()
        table.iVersion = 1
        table.xClose = { file in
            // What is still gathered was never committed.
            let log = GatheredLog.log(file)
            log.pointee.gathered.deallocate()
            return log.pointee.system.xClose(log.pointee.real)
        }
        table.xRead = { file, bytes, size, offset in
            GatheredLog.log(file).pointee.writtenOut { $1.xRead($0, bytes, size, offset) }
        }
        table.xWrite = { file, bytes, size, offset in
            guard let bytes else { return SQLITE_OK }
            return GatheredLog.log(file).pointee.write(bytes, Int(size), at: offset)
        }
        table.xTruncate = { file, size in
            GatheredLog.log(file).pointee.writtenOut { $1.xTruncate($0, size) }
        }
        table.xSync = { file, flags in
            // The end of a commit: a full disk is said as such, and costs the whole of it.
            let log = GatheredLog.log(file)
            let code = log.pointee.writeOut()
            return code == SQLITE_OK ? log.pointee.system.xSync(log.pointee.real, flags) : code
        }
        table.xFileSize = { file, size in
            GatheredLog.log(file).pointee.writtenOut { $1.xFileSize($0, size) }
        }
        table.xLock = { file, level in GatheredLog.log(file).pointee.writtenOut { $1.xLock($0, level) } }
        table.xUnlock = { file, level in GatheredLog.log(file).pointee.writtenOut { $1.xUnlock($0, level) } }
        table.xCheckReservedLock = { file, answer in
            GatheredLog.log(file).pointee.writtenOut { $1.xCheckReservedLock($0, answer) }
        }
        table.xFileControl = { file, code, argument in
            GatheredLog.log(file).pointee.writtenOut { $1.xFileControl($0, code, argument) }
        }
        table.xSectorSize = { file in
            let log = GatheredLog.log(file)
            return log.pointee.system.xSectorSize(log.pointee.real)
        }
        table.xDeviceCharacteristics = { file in
            let log = GatheredLog.log(file)
            return log.pointee.system.xDeviceCharacteristics(log.pointee.real)
        }
        methods.initialize(to: table)
        return methods
    }()

    private static func log(_ file: UnsafeMutablePointer<sqlite3_file>?) -> UnsafeMutablePointer<GatheredLog>
    {
        guard let file else { preconditionFailure("SQLite asks about no file") }
        return UnsafeMutableRawPointer(file).assumingMemoryBound(to: GatheredLog.self)
    }
}
