public import ConciergeCore

/// `skill.yaml` as it was read.
public struct ManifestFile: Sendable {
    public var manifest: Manifest
    /// The facts as they stand there, for whoever compares them with the library's.
    public var facts: Value
    /// What stands there and has no effect in this version.
    public var warnings: [Problem]

    /// Throws everything that is wrong with the file.
    public init(path: String) throws(Problems) {
        let document: Document
        do { document = try Document(path: path) } catch { throw Problems([error]) }
        facts = document.value
        warnings = document.sources.idleKeys(of: facts, in: Manifest.schema)
        do throws(ManifestError) { manifest = try Manifest(from: document.value) } catch {
            throw Problems(error.violations.map { document.sources.problem($0) })
        }
        if let wish = manifest.isolation.flatMap(Isolation.init), wish != .inProcess {
            warnings.append(.later(wish, at: document.sources.place(of: .root / "isolation")))
        }
        warnings.sort { $0.place < $1.place }
    }
}

extension Problem {
    /// A place to run that is not there yet.
    static func later(_ isolation: Isolation, at place: Place) -> Problem {
        Problem(
            .warning, at: place,
            "'\(isolation)' comes with a later version; the skill runs in process until then")
    }
}

/// Several problems that are told together.
public struct Problems: Error, CustomStringConvertible {
    public var all: [Problem]

    public init(_ all: [Problem]) { self.all = all.sorted { $0.place < $1.place } }

    public var description: String { all.map(\.description).joined(separator: "\n") }
}
