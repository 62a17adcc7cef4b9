import Glibc

// Below an open folder, component by component: no name is looked up twice, so nobody can put a link in between.
extension Descriptor {
    /// Opens a folder in an open one, and makes it when it is not there; a link is refused.
    public init(folder name: String, in parent: borrowing Descriptor) throws(SystemError) {
        let path = Files.join(parent.path, name)
        if mkdirat(parent.number, name, 0o755) != 0, errno != EEXIST { throw SystemError(path) }
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        self.init(owning: try check(openat(parent.number, name, flags), path), path: path)
    }

    /// Makes a file in an open folder that must not be there yet, with exactly these rights.
    public init(newFile name: String, in parent: borrowing Descriptor, mode: UInt32) throws(SystemError) {
        let path = Files.join(parent.path, name)
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let number = try check(openat(parent.number, name, flags, mode), path)
        self.init(owning: number, path: path)
        // The process's mask may have taken rights away.
        fchmod(number, mode)
    }
}
