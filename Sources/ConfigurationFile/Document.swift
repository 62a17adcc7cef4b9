public import ConciergeCore
import YAML

/// A YAML file as one value, with the place of everything in it.
public struct Document: Sendable {
    public var value: Value
    public var sources: SourceMap

    /// Reads a file that stands for itself: nothing in it is expanded.
    public init(path: String, named name: String? = nil) throws(Problem) {
        let node = try Self.node(path, named: name, mend: "check the path")
        sources = SourceMap(file: name ?? path)
        var expansion = Expansion(folder: ".", environment: { _ in nil }, isOn: false)
        value = expansion.value(of: node, at: .root, in: &sources)
    }

    /// The text of a file that stands for itself.
    init(text: String, file: String) throws(Problem) {
        let node = try Self.node(Array(text.utf8), file: file)
        sources = SourceMap(file: file)
        var expansion = Expansion(folder: ".", environment: { _ in nil }, isOn: false)
        value = expansion.value(of: node, at: .root, in: &sources)
    }

    /// The file's content as YAML has it; `name` is what messages call it.
    static func node(_ path: String, named name: String?, mend: String) throws(Problem) -> Node {
        let file = name ?? path
        let bytes: [UInt8]
        do throws(FileError) { bytes = try contents(of: path) } catch {
            throw Problem(
                at: Place(file: file),
                "\(error.description); \(mend)")
        }
        return try node(bytes, file: file)
    }

    static func node(_ bytes: [UInt8], file: String) throws(Problem) -> Node {
        do throws(YAMLError) { return try parse(bytes, file: file) } catch {
            let position = error.position
            throw Problem(
                at: Place(file: file, line: position?.line ?? 0, column: position?.column ?? 0),
                error.reason.description)
        }
    }
}
