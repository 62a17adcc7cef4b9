import ConciergeCore
import ConfigurationFile
import Unix
import YAML

/// One file that may hold knowledge: by its name and folder it is known what.
struct KnowledgeFile: Sendable, Hashable {
    enum Kind: Sendable { case entries, intent, document }

    /// As messages call it.
    var path: String
    /// Below the folder that the configuration names.
    var name: String

    /// Nil for what is none of ours: pictures, what editors leave.
    var kind: Kind? {
        let parts = name.split(separator: "/")
        guard let last = parts.last, !parts.contains(where: { $0.hasPrefix(".") }) else { return nil }
        switch last.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last?.lowercased() {
        case "yaml", "yml", "json": return isBelowIntents ? .intent : .entries
        case "md", "markdown": return .document
        default: return nil
        }
    }

    /// In a folder of intents, however deep; the configuration may name that folder itself.
    private var isBelowIntents: Bool {
        let root = Files.name(of: String(path.dropLast(name.count + 1)))
        return root == "intents" || name.split(separator: "/").dropLast().contains("intents")
    }

    /// `before`: what it said when it was last good.
    func read(after before: FileContent? = nil) -> FileContent {
        let bytes: [UInt8]
        // A pipe that happens to lie there would hold us until somebody writes to it: only files are read.
        do throws(FileError) { bytes = try contents(of: path, limit: Limits.knowledge.bytes) } catch {
            return .faulty(
                Problem(at: Place(file: path), "\(error); put a file there that this user may read"))
        }
        return content(of: bytes, after: before)
    }

    func content(of bytes: [UInt8]) -> FileContent {
        if kind == .document { return document(bytes) }
        let root: Node
        do throws(YAMLError) { root = try parse(bytes, file: path, limits: .knowledge) } catch {
            let position = error.position
            return .faulty(
                Problem(
                    at: Place(file: path, line: position?.line ?? 0, column: position?.column ?? 0),
                    error.reason.description))
        }
        var reader = EntryReader(file: path)
        if kind == .intent { reader.intent(root, named: stem) } else { reader.read(root) }
        return reader.content
    }

    private func document(_ bytes: [UInt8]) -> FileContent {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return .faulty(Problem(at: Place(file: path), "this is not UTF-8; save it as UTF-8"))
        }
        var content = FileContent()
        var cutter = MarkdownCutter(text, file: self)
        content.sections = cutter.sections()
        return content
    }

    /// `price_inquiry` of `intents/price_inquiry.yaml`.
    private var stem: String {
        let last = Files.name(of: name)
        return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
    }
}

extension FileContent {
    static func faulty(_ problem: Problem) -> FileContent {
        var content = FileContent()
        content.problems = [problem]
        return content
    }
}

extension Limits {
    /// A catalogue or a list of questions may be long.
    static let knowledge: Limits = {
        var limits = Limits()
        limits.bytes = 256 << 20
        limits.nodes = 20_000_000
        return limits
    }()
}
