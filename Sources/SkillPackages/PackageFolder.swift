import Unix

/// A skill's package as it lies in a folder.
public struct PackageFolder: Sendable {
    public static let manifestName = "skill.yaml"
    /// Where its library lies for machines such as this one.
    #if arch(arm64)
        public static let libraryFolder = "lib/linux-aarch64"
    #else
        public static let libraryFolder = "lib/linux-x86_64"
    #endif

    /// What of a source folder belongs to the package; the rest is how it was made.
    private static let parts = [
        "skill.yaml", "SKILL.md", "README.md", "LICENSE", "lib", "assets", "locales", "knowledge", "tests",
    ]

    /// What says which files there are, and whose word that is: neither is a file of the package itself.
    public static let sumsName = "SHA256SUMS"
    public static let signatureName = "SHA256SUMS.minisig"

    public let path: String
    public let id: String
    /// Whether every file in it belongs to it, as in an archive; else only what a package is made of.
    public let isWhole: Bool

    public init(_ path: String, id: String, isWhole: Bool = false) {
        self.path = path
        self.id = id
        self.isWhole = isWhole
    }

    public var library: String { Files.join(path, "\(Self.libraryFolder)/\(id).so") }
    public var manifest: String { Files.join(path, Self.manifestName) }
    public var hasLibrary: Bool { Files.exists(library) }

    public static func isPackage(_ path: String) -> Bool { Files.exists(Files.join(path, manifestName)) }

    /// The conversations it is tested with.
    public func conversations() throws(PackageError) -> [String] {
        try files().filter { $0.hasPrefix("tests/") && $0.hasSuffix(".yaml") }
    }

    /// Every file of the package, relative and sorted.
    public func files() throws(PackageError) -> [String] {
        try system { () throws(SystemError) in
            var found: [String] = []
            if isWhole {
                return try Files.tree(path).filter { $0 != Self.sumsName && $0 != Self.signatureName }
                    .sorted()
            }
            // Instructions are all that lies there.
            let parts = Self.isPackage(path) ? Self.parts : try Files.list(path).filter { !$0.hasPrefix(".") }
            for part in parts where part != Self.sumsName && part != Self.signatureName {
                let path = Files.join(path, part)
                guard let status = Files.status(path, followingLinks: false) else { continue }
                found += status.isFolder ? try Files.tree(path).map { "\(part)/\($0)" } : [part]
            }
            return found.sorted()
        }
    }

    /// Copies what belongs to it, and what says so, into a new folder; links lead nowhere.
    public func copy(to target: String) throws(PackageError) {
        let files = try files() + [Self.sumsName, Self.signatureName].filter { has($0) }
        for file in files {
            let path = Files.join(path, file)
            try Self.expectFile(path)
            try system { () throws(SystemError) in
                try Files.copy(path, to: Files.join(target, file), followingLinks: false)
            }
        }
    }

    /// Throws when something else than a file is there: links lead elsewhere, and of a pipe there may be no end.
    static func expectFile(_ path: String) throws(PackageError) {
        let status = Files.status(path, followingLinks: false)
        guard status?.isLink != true else { throw .link(path: path) }
        guard status?.isRegular != false else { throw .notAFile(path: path) }
    }

    private func has(_ name: String) -> Bool {
        Files.status(Files.join(path, name), followingLinks: false) != nil
    }

    /// What is not as `SHA256SUMS` in it says.
    public func differences() throws(PackageError) -> [PackageSums.Difference] {
        let path = Files.join(path, Self.sumsName)
        try Self.expectFile(path)
        let text = try system { () throws(SystemError) in try Files.text(path) }
        return try PackageSums(text: text, place: path).differences(from: self)
    }

    /// One number for all of its content, names included.
    public func digest() throws(PackageError) -> String { try PackageSums(of: self).digest }
}

/// What the system refuses is said in its words.
func system<Result: ~Copyable>(_ body: () throws(SystemError) -> Result) throws(PackageError) -> Result {
    do throws(SystemError) { return try body() } catch { throw .system(error.description) }
}
