import Unix

/// What skills are built against: the header, SkillKit, the version script.
public struct SDK: Sendable {
    public let path: String

    public init(_ path: String) { self.path = path }

    public var headers: String { Files.join(path, "Sources/CSkillABI/include") }
    public var versionScript: String { Files.join(path, "Sources/CSkillABI/skill.map") }
    /// The libraries that every host has for its skills; they need no others.
    public func runtime() throws(PackageError) -> Set<String> {
        let list = try system { () throws(SystemError) in
            try Files.text(Files.join(path, "Sources/CSkillABI/runtime.txt"))
        }
        return Set(list.split(separator: "\n").map(String.init))
    }

    /// What a new skill begins as, a folder for each language.
    public var templates: String { Files.join(path, "Templates") }

    /// `$CONCIERGE_SDK`, else what was installed beside the program, else the repository it was built in.
    public static func find(executable: String) throws(PackageError) -> SDK {
        var candidates: [String] = []
        if let named = Environment["CONCIERGE_SDK"] { candidates.append(named) }
        var folder = Files.folder(of: executable)
        candidates.append(Files.join(Files.folder(of: folder), "share/concierge/sdk"))
        while folder != "/" {
            folder = Files.folder(of: folder)
            candidates.append(folder)
        }
        for candidate in candidates where Files.exists(SDK(candidate).versionScript) {
            return SDK(Files.absolute(candidate) ?? candidate)
        }
        throw .noSDK(looked: Array(candidates.prefix(3)))
    }
}
