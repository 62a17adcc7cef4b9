import Glibc

/// What this process was given by whoever started it.
public enum Environment {
    public static subscript(name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    /// Where this program itself lies.
    public static var executable: String { Files.absolute("/proc/self/exe") ?? CommandLine.arguments[0] }

    /// How many threads can run at once.
    public static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// Whose rights it has: a name, or the number of one without a name.
    public static var user: String {
        let number = geteuid()
        return getpwuid(number).map { String(cString: $0.pointee.pw_name) } ?? "\(number)"
    }

    public static var processIdentifier: Int32 { getpid() }

    public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// The files this process may have open, as many as the system allows.
    public static func raiseFileLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
