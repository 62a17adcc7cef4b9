import Glibc

/// Files and folders by path.
public enum Files {
    /// What a path names; nil when there is nothing.
    public struct Status: Sendable, Hashable {
        public var isFolder: Bool
        public var isLink: Bool
        /// Neither a folder nor a link, nor a pipe or device, which may have no end.
        public var isRegular: Bool
        public var isExecutable: Bool
        /// Who may do what with it.
        public var mode: UInt32
        public var size: Int
        /// Changes whenever the content may have.
        public var stamp: [Int]
    }

    public static func status(_ path: String, followingLinks: Bool = true) -> Status? {
        var info = stat()
        guard (followingLinks ? stat(path, &info) : lstat(path, &info)) == 0 else { return nil }
        let kind = info.st_mode & S_IFMT
        return Status(
            isFolder: kind == S_IFDIR, isLink: kind == S_IFLNK, isRegular: kind == S_IFREG,
            isExecutable: info.st_mode & S_IXUSR != 0, mode: info.st_mode & 0o7777, size: Int(info.st_size),
            stamp: [
                Int(info.st_mtim.tv_sec), info.st_mtim.tv_nsec, Int(info.st_size), Int(info.st_ino),
                Int(info.st_ctim.tv_sec), info.st_ctim.tv_nsec,
            ])
    }

    public static func exists(_ path: String) -> Bool { status(path) != nil }
    public static func isFolder(_ path: String) -> Bool { status(path)?.isFolder ?? false }

    public static func read(_ path: String) throws(SystemError) -> [UInt8] {
        let file = try Descriptor(path, O_RDONLY)
        return try file.readAll()
    }

    public static func text(_ path: String) throws(SystemError) -> String {
        String(decoding: try read(path), as: UTF8.self)
    }

    /// Whole or not at all, and durable: written aside, synced, renamed.
    public static func replace(_ path: String, with text: String, mode: UInt32 = 0o644) throws(SystemError) {
        try replace(path, with: Array(text.utf8), mode: mode)
    }

    public static func replace(_ path: String, with bytes: [UInt8], mode: UInt32 = 0o644) throws(SystemError)
    {
        let aside = "\(path).\(getpid()).tmp"
        do throws(SystemError) {
            let file = try Descriptor(aside, O_WRONLY | O_CREAT | O_TRUNC, mode: mode)
            try file.write(bytes)
            try file.sync()
            try rename(aside, to: path)
        } catch {
            unlink(aside)
            throw error
        }
        try sync(folder: folder(of: path))
    }

    /// Makes a file that must not be there yet.
    public static func create(_ path: String, _ text: String, mode: UInt32 = 0o644) throws(SystemError) {
        let file = try Descriptor(path, O_WRONLY | O_CREAT | O_EXCL, mode: mode)
        try file.write(Array(text.utf8))
        try file.sync()
    }

    public static func rename(_ path: String, to target: String) throws(SystemError) {
        try check(Glibc.rename(path, target), target)
    }

    public static func remove(_ path: String) throws(SystemError) { try check(unlink(path), path) }

    /// Makes what is committed to a folder survive a power cut.
    public static func sync(folder path: String) throws(SystemError) {
        try Descriptor(path, O_RDONLY | O_DIRECTORY).sync()
    }

    public static func makeFolders(_ path: String, mode: UInt32 = 0o755) throws(SystemError) {
        guard !isFolder(path) else { return }
        let parent = folder(of: path)
        if parent != path { try makeFolders(parent) }
        guard mkdir(path, mode) != 0, errno != EEXIST else { return }
        throw SystemError(path)
    }

    /// The names in a folder, sorted, without `.` and `..`.
    public static func list(_ path: String) throws(SystemError) -> [String] {
        guard let handle = opendir(path) else { throw SystemError(path) }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// A new folder of one's own below the system's place for temporary files.
    public static func temporaryFolder(_ name: String) throws(SystemError) -> String {
        try ownFolder(in: Environment["TMPDIR"] ?? "/tmp", name)
    }

    /// A new folder of one's own that nobody else may enter.
    public static func ownFolder(in parent: String, _ name: String) throws(SystemError) -> String {
        var template = Array("\(parent)/\(name).XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SystemError(parent) }
        return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
