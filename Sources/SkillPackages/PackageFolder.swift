import Cryptography
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

    public let path: String
    public let id: String

    public init(_ path: String, id: String) {
        self.path = path
        self.id = id
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
            for part in Self.parts {
                let path = Files.join(path, part)
                guard let status = Files.status(path) else { continue }
                found += status.isFolder ? try Files.tree(path).map { "\(part)/\($0)" } : [part]
            }
            return found.sorted()
        }
    }

    /// One number for all of its content, names included.
    public func digest() throws(PackageError) -> String {
        var lines = ""
        for file in try files() {
            let path = Files.join(path, file)
            guard Files.status(path, followingLinks: false)?.isLink == false else {
                throw PackageError.link(path: path)
            }
            let content = try system { () throws(SystemError) in try Files.read(path) }
            lines += "\(Hex.encode(SHA256.hash(content)))  \(file)\n"
        }
        return Hex.encode(SHA256.hash(Array(lines.utf8)))
    }
}

/// What the system refuses is said in its words.
func system<Result>(_ body: () throws(SystemError) -> Result) throws(PackageError) -> Result {
    do throws(SystemError) { return try body() } catch { throw .system(error.description) }
}
