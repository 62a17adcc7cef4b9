public import ConciergeCore
import Unix
import YAML

/// A file of questions that grows at its end: what stands there, comments and order, stays as it was written.
public struct AnswerFile: Sendable {
    public let path: String

    public init(_ path: String) { self.path = path }

    /// A whole file; `heading` is a comment.
    public static func text(_ entries: [NewAnswer], heading: String) -> String {
        heading + "\nfaq:\n" + entries.map { EntryWriter.text($0, indent: 2) }.joined()
    }

    /// Adds entries behind the last one, or makes the file. Of several that do so at once one waits for the other.
    public func append(_ entries: [NewAnswer], heading: String) throws(Problem) {
        let lock = try hold()
        defer { extendLifetime(lock) }
        guard Files.exists(path) else {
            return try writing { () throws(SystemError) in
                try Files.create(path, Self.text(entries, heading: heading))
            }
        }
        var old: [UInt8]
        do throws(SystemError) { old = try Files.read(path) } catch {
            throw Problem(at: Place(file: path), "\(error.reason); let this user read it")
        }
        if old.last != 10 { old.append(10) }
        let new = try extended(old, by: entries)
        try writing { () throws(SystemError) in try Files.replace(path, with: new) }
    }

    /// The folder, so that nothing lies about beside the file.
    private func hold() throws(Problem) -> FileLock {
        do throws(SystemError) {
            let folder = Files.folder(of: path)
            try Files.makeFolders(folder)
            return try FileLock(awaiting: folder)
        } catch { throw Self.refusal(error) }
    }

    private func writing(_ body: () throws(SystemError) -> Void) throws(Problem) {
        do throws(SystemError) { try body() } catch { throw Self.refusal(error) }
    }

    private static func refusal(_ error: SystemError) -> Problem {
        Problem(at: Place(file: error.place), "\(error.reason); let this user write there")
    }

    private func extended(_ old: [UInt8], by entries: [NewAnswer]) throws(Problem) -> String {
        let file = KnowledgeFile(path: path, name: Files.name(of: path))
        let before = file.content(of: old)
        if let error = before.problems.first(where: \.isError) { throw error }
        var lines = String(decoding: old, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let (line, indent) = try end(of: old, lines)
        let text = entries.map { EntryWriter.text($0, indent: indent) }.joined()
        lines.insert(
            contentsOf: text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map(
                String.init), at: line)
        let new = lines.joined(separator: "\n")
        let after = file.content(of: Array(new.utf8))
        guard !after.isFaulty, after.answers.starts(with: before.answers),
            after.answers.count == before.answers.count + entries.count
        else { throw noList }
        return new
    }

    /// Before which line the next entry goes, and how far its dash stands in.
    private func end(of bytes: [UInt8], _ lines: [String]) throws(Problem) -> (line: Int, indent: Int) {
        let root: Node
        do throws(YAMLError) { root = try parse(bytes, file: path, limits: .knowledge) } catch {
            throw Problem(at: Place(file: path), error.reason.description)
        }
        let keys = root.map ?? []
        guard let at = keys.firstIndex(where: { $0.key == "faq" }),
            let first = keys[at].value.list?.first
        else { throw noList }
        let dash = lines[first.position.line - 1]
        let indent = dash.prefix { $0 == " " }.count
        guard dash.dropFirst(indent).first == "-" else { throw noList }
        var line = at + 1 < keys.count ? keys[at + 1].keyPosition.line - 1 : lines.count
        // Empty lines, and comments above the next key, are not the list's.
        while line > first.position.line, Self.isBetween(lines[line - 1], isLast: at + 1 == keys.count) {
            line -= 1
        }
        return (line, indent)
    }

    private static func isBetween(_ line: String, isLast: Bool) -> Bool {
        let text = line.trimmed
        return text.isEmpty || (!isLast && text.hasPrefix("#"))
    }

    private var noList: Problem {
        Problem(
            at: Place(file: path),
            "its 'faq' is no list that can grow; begin each entry on a line of its own with '- question: '")
    }
}
