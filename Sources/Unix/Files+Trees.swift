import Glibc

extension Files {
    /// Every file below a folder, as paths relative to it, sorted; links are named, not followed.
    public static func tree(_ folder: String) throws(SystemError) -> [String] {
        var found: [String] = []
        for name in try list(folder) {
            let path = join(folder, name)
            guard status(path, followingLinks: false)?.isFolder ?? false else {
                found.append(name)
                continue
            }
            for below in try tree(path) { found.append(name + "/" + below) }
        }
        return found
    }

    /// Copies a file, durably, into folders that are made for it.
    public static func copy(
        _ path: String, to target: String, followingLinks: Bool = true
    ) throws(SystemError) {
        try makeFolders(folder(of: target))
        let source = try Descriptor(path, O_RDONLY | (followingLinks ? 0 : O_NOFOLLOW))
        let isExecutable = status(path)?.isExecutable ?? false
        let copy = try Descriptor(target, O_WRONLY | O_CREAT | O_EXCL, mode: isExecutable ? 0o755 : 0o644)
        try copy.write(try source.readAll())
        try copy.sync()
    }

    /// Makes a folder with all that is in it survive a power cut.
    public static func syncTree(_ folder: String) throws(SystemError) {
        for name in try list(folder) {
            let path = join(folder, name)
            guard let status = status(path, followingLinks: false), !status.isLink else { continue }
            if status.isFolder { try syncTree(path) } else { try Descriptor(path, O_RDONLY).sync() }
        }
        try sync(folder: folder)
    }

    /// Removes a folder with all that is in it; nothing there is nothing to do.
    public static func removeTree(_ path: String) throws(SystemError) {
        guard let status = status(path, followingLinks: false) else { return }
        guard status.isFolder else { return try remove(path) }
        for name in try list(path) { try removeTree(join(path, name)) }
        try check(rmdir(path), path)
    }
}
