import Glibc

extension Descriptor {
    /// Whether what is open ends somewhere: no pipe, no device, no folder.
    public var isRegular: Bool {
        var info = stat()
        return fstat(number, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
    }
}
