import Unix

extension Files {
    /// A file that was named on the command line.
    static func given(_ path: String) throws -> [UInt8] {
        guard !isFolder(path) else { throw Failure("\(path): is a folder; name a file in it") }
        do throws(SystemError) { return try read(path) } catch {
            throw Failure(
                error.isMissing
                    ? "\(path): no such file; check the path" : "\(error); let this user read it")
        }
    }
}
