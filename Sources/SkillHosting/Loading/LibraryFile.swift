import Glibc

/// The first bytes of a library file: what it is, before the system's loader is asked to run anything of it.
enum LibraryFile {
    #if arch(x86_64)
        static let machine: UInt16 = 62
    #elseif arch(arm64)
        static let machine: UInt16 = 183
    #endif

    static let architecture = name(of: machine)

    static func check(_ path: String) throws(LoadError) {
        guard path.hasPrefix("/") else { throw .relativePath(path: path) }
        let header = try read(path)
        guard header.starts(with: [0x7F, 0x45, 0x4C, 0x46]), header.count == 64 else {
            throw .notALibrary(path: path)
        }
        let found = UInt16(header[18]) | UInt16(header[19]) << 8
        guard header[4] == 2, header[5] == 1, found == machine else {
            throw .wrongArchitecture(
                path: path, built: header[5] == 1 ? name(of: found) : "a big-endian machine",
                host: architecture)
        }
        // ET_DYN; a program that was linked as position independent is one too, and dlopen refuses that.
        guard header[16] == 3 else { throw .notALibrary(path: path) }
    }

    private static func read(_ path: String) throws(LoadError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR
                ? .missingFile(path: path)
                : .unreadable(path: path, reason: String(cString: strerror(errno)))
        }
        defer { close(file) }
        var header = [UInt8](repeating: 0, count: 64)
        let count = Glibc.read(file, &header, header.count)
        guard count >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
        return Array(header.prefix(count))
    }

    private static func name(of machine: UInt16) -> String {
        switch machine {
        case 3: "x86 (32 bit)"
        case 40: "arm (32 bit)"
        case 62: "x86_64"
        case 183: "aarch64"
        case 243: "riscv64"
        default: "machine \(machine)"
        }
    }
}
