public import ConciergeCore

/// `skill.yaml` as it was read.
public struct ManifestFile: Sendable {
    public var manifest: Manifest
    /// The facts as they stand there, for whoever compares them with the library's.
    public var facts: Value

    /// Throws everything that is wrong with the file.
    public init(path: String) throws(Problems) {
        let document: Document
        do { document = try Document(path: path) } catch { throw Problems([error]) }
        facts = document.value
        do throws(ManifestError) { manifest = try Manifest(from: document.value) } catch {
            throw Problems(error.violations.map { document.sources.problem($0) })
        }
    }
}

/// Several problems that are told together.
public struct Problems: Error, CustomStringConvertible {
    public var all: [Problem]

    public init(_ all: [Problem]) { self.all = all.sorted { $0.place < $1.place } }

    public var description: String { all.map(\.description).joined(separator: "\n") }
}
