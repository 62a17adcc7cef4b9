/// Why a skill is not served.
public enum LoadError: Error, Hashable, Sendable {
    case relativePath(path: String)
    case missingFile(path: String)
    case unreadable(path: String, reason: String)
    case notALibrary(path: String)
    case wrongArchitecture(path: String, built: String, host: String)
    /// The system's linker refuses it: a library it needs is missing, or a symbol.
    case notLinkable(path: String, reason: String)
    case missingEntry(path: String)
    case otherABI(path: String, built: Int)
    case missingTable(path: String, String)
    case shortTable(path: String, String, size: Int, needed: Int)
    case missingFunction(path: String, String)
    case brokenManifest(path: String, reason: String)
    /// The library was not built from the `skill.yaml` beside it.
    case otherManifest(path: String, facts: [String])
    case otherToolchain(path: String, built: String, host: String)
    case missingExtensions(id: String, [String])
    /// Each fault says its place in the configuration and its mend.
    case invalidConfiguration(id: String, faults: [String])
    /// In the skill's own words.
    case notCreated(id: String, path: String, reason: String?)
}

extension LoadError: CustomStringConvertible {
    /// `where: what is wrong; the mend`.
    public var description: String {
        let sentence = "\(place): \(fault)"
        return mend.map { "\(sentence); \($0)" } ?? sentence
    }

    private var place: String {
        switch self {
        case .relativePath(let path), .missingFile(let path), .unreadable(let path, _),
            .notALibrary(let path), .wrongArchitecture(let path, _, _), .notLinkable(let path, _),
            .missingEntry(let path), .otherABI(let path, _), .missingTable(let path, _),
            .shortTable(let path, _, _, _), .missingFunction(let path, _), .brokenManifest(let path, _),
            .otherManifest(let path, _), .otherToolchain(let path, _, _):
            path
        case .missingExtensions(let id, _), .invalidConfiguration(let id, _), .notCreated(let id, _, _):
            "skill '\(id)'"
        }
    }

    private var fault: String {
        switch self {
        case .relativePath: "not an absolute path"
        case .missingFile: "there is no such file"
        case .unreadable(_, let reason): "cannot be read: \(reason)"
        case .notALibrary: "not a shared library"
        case .wrongArchitecture(_, let built, let host): "built for \(built), this machine is \(host)"
        case .notLinkable(_, let reason): "cannot be linked: \(reason)"
        case .missingEntry: "no function 'skill_entry_v1' is exported"
        case .otherABI(_, let built): "built for ABI \(built), this host speaks ABI 1"
        case .missingTable(_, let table): "'skill_entry_v1' returned no '\(table)'"
        case .shortTable(_, let table, let size, let needed):
            "'\(table)' has \(size) bytes, and \(needed) in ABI 1"
        case .missingFunction(_, let function): "'\(function)' is NULL"
        case .brokenManifest(_, let reason): "its manifest cannot be read: \(reason)"
        case .otherManifest(_, let facts): "its manifest differs from 'skill.yaml' in \(Self.names(facts))"
        case .otherToolchain(_, let built, let host): "built by '\(built)', this host by '\(host)'"
        case .missingExtensions(_, let ids): "needs \(Self.names(ids)), which this host does not offer"
        case .invalidConfiguration(_, let faults): faults.joined(separator: "; and ")
        case .notCreated(_, _, let reason): reason ?? "refused to start and did not say why"
        }
    }

    private var mend: String? {
        switch self {
        case .relativePath: "write it from '/' on"
        case .missingFile, .notALibrary, .otherManifest, .otherToolchain:
            "build it with 'concierge skill build FOLDER'"
        case .unreadable: "let the host's user read it"
        case .wrongArchitecture: "rebuild the skill on this machine"
        case .notLinkable: "install what it needs, or rebuild it with 'concierge skill build FOLDER'"
        case .missingEntry: "make it public (Swift) or SK_EXPORT (C)"
        case .otherABI: "rebuild the skill with SkillKit 1"
        case .missingTable(_, let table): "return a static '\(table)'"
        case .shortTable(_, let table, _, _): "set its 'size' to sizeof(\(table))"
        case .missingFunction: "every skill must have that function"
        case .brokenManifest: "write it as 'skill.yaml' has it"
        case .missingExtensions: "configure what offers them, or remove the skill"
        case .notCreated(_, let path, nil): "ask the author of '\(path)'"
        // The words of the skill and of its schema end with a mend of their own.
        case .invalidConfiguration, .notCreated: nil
        }
    }

    private static func names(_ names: [String]) -> String {
        let quoted = names.map { "'\($0)'" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
        return quoted.dropLast().joined(separator: ", ") + " and " + last
    }
}
