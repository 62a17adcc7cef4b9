import CSkillABI
public import ConciergeCore
import Glibc

/// A skill that an admin wants, under the name it has in the configuration.
public struct SkillRequest: Sendable {
    public var id: String
    /// The absolute path of a package's folder, or of a library alone.
    public var path: String
    /// The facts of `skill.yaml`, where there is one.
    public var package: Value?
    public var configuration: Value

    public init(id: String, path: String, package: Value? = nil, configuration: Value = [:]) {
        self.id = id
        self.path = path
        self.package = package
        self.configuration = configuration
    }
}

/// A skill that is ready for turns.
public struct LoadedSkill: Sendable {
    /// Under the name of the request, by which the host's services know the skill.
    public var manifest: Manifest
    public var skill: any Skill
    /// What it says of its own configuration.
    public var findings: [Finding]
    public var warnings: [String]
}

/// Makes skills of libraries, one instance for each request.
public struct SkillLoader: Sendable {
    /// What a manifest's facts mean; throws what is wrong with them.
    public typealias ManifestReader = @Sendable (Value) throws -> Manifest
    /// The configuration with its defaults, and each fault with place and mend.
    public typealias ConfigurationCheck = @Sendable (Manifest, Value) -> (value: Value, faults: [String])

    /// The compiler of this host: Swift code of another one may not share its process.
    public static let hostToolchain = String(cString: sk_toolchain())

    private let services: any SkillServices
    private let offered: Set<String>
    private let toolchain: String
    private let read: ManifestReader
    private let check: ConfigurationCheck

    /// `offered`: the ids of the extensions that skills may use. A configuration that was checked elsewhere needs no `check`.
    public init(
        services: any SkillServices, offered: Set<String>, toolchain: String = Self.hostToolchain,
        reading read: @escaping ManifestReader,
        checking check: @escaping ConfigurationCheck = { ($1, []) }
    ) {
        self.services = services
        self.offered = offered
        self.toolchain = toolchain
        self.read = read
        self.check = check
    }

    /// The good ones, and what is wrong with each of the others.
    public func load(_ requests: [SkillRequest]) -> (loaded: [LoadedSkill], refused: [LoadError]) {
        var (loaded, refused): ([LoadedSkill], [LoadError]) = ([], [])
        for request in requests {
            do { loaded.append(try load(request)) } catch { refused.append(error) }
        }
        return (loaded, refused)
    }

    public func load(_ request: SkillRequest) throws(LoadError) -> LoadedSkill {
        let library = try SkillLibrary(path: library(of: request))
        var manifest = try manifest(library, request.package)
        let missing = manifest.requires.filter { !offered.contains($0) }
        guard missing.isEmpty else { throw .missingExtensions(id: request.id, missing) }
        if let built = library.toolchain, built != toolchain {
            throw .otherToolchain(path: library.path, built: built, host: toolchain)
        }
        let (configuration, faults) = check(manifest, request.configuration)
        guard faults.isEmpty else { throw .invalidConfiguration(id: request.id, faults: faults) }
        manifest.id = request.id
        let host = HostSide(id: request.id, services: services, limit: manifest.maximumMessage)
        let placement = try InProcess(library, host: host, offered: offered, configuration: configuration)
        return LoadedSkill(
            manifest: manifest, skill: HostedSkill(host: host, placement: placement),
            findings: try findings(placement, request.id), warnings: warnings(library))
    }

    private func findings(_ placement: any Placement, _ id: String) throws(LoadError) -> [Finding] {
        do { return try placement.findings() } catch {
            placement.stop()
            throw .invalidConfiguration(id: id, faults: ["its own check of it failed: \(error)"])
        }
    }

    /// A package says where its library is; else it is where a packed one has it.
    private func library(of request: SkillRequest) -> String {
        var facts = stat()
        guard stat(request.path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else { return request.path }
        let id = request.package?["id"]?.text ?? request.id
        let place = request.package?["library"]?.text ?? "lib/linux-\(LibraryFile.architecture)/\(id).so"
        return place.hasPrefix("/") ? place : "\(request.path)/\(place)"
    }

    /// The package's manifest, to which every fact that the library states must agree.
    private func manifest(_ library: SkillLibrary, _ package: Value?) throws(LoadError) -> Manifest {
        let stated = library.manifest.map ?? [:]
        // What only people read may stand in `skill.yaml` alone.
        var facts = stated.merging(["name": stated["id"] ?? .null, "description": stated["id"] ?? .null]) {
            stated, _ in stated
        }
        facts.merge(package?.map ?? [:]) { _, packaged in packaged }
        do {
            let manifest = try read(.map(facts))
            let differing = try stated.keys.filter { fact in
                var other = facts
                other[fact] = stated[fact]
                return try read(.map(other)).inOrder != manifest.inOrder
            }
            guard differing.isEmpty else {
                throw LoadError.otherManifest(path: library.path, facts: differing.sorted())
            }
            return manifest
        } catch let error as LoadError {
            throw error
        } catch {
            throw .brokenManifest(path: library.path, reason: "\(error)")
        }
    }

    private func warnings(_ library: SkillLibrary) -> [String] {
        guard library.minorVersion > Int(SK_ABI_MINOR) else { return [] }
        return [
            "\(library.path): built for ABI 1.\(library.minorVersion), this host speaks 1.\(SK_ABI_MINOR); "
                + "it runs, without what is newer"
        ]
    }
}

extension Manifest {
    /// The same facts, however their lists were ordered: which comes first says nothing.
    fileprivate var inOrder: Manifest {
        var manifest = self
        manifest.reads.sort { $0.pattern < $1.pattern }
        for list in [\Manifest.readsCollections, \.on, \.requires, \.pages, \.aliases] {
            manifest[keyPath: list].sort()
        }
        return manifest
    }
}
