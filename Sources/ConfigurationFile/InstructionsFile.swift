import ConciergeCore
import YAML

/// A `SKILL.md`: instructions in Markdown, and in front of them what they are called (agentskills.io).
public struct InstructionsFile: Sendable, Hashable {
    public static let name = "SKILL.md"
    /// What stands in front may be so long.
    private static let longestFront = 16 << 10
    private static let longestText = 1 << 20

    public var id: String
    public var description: String
    public var version: String?
    public var licence: String?
    public var text: String

    /// Throws everything that is wrong with the file.
    public init(path: String) throws(Problems) {
        let bytes: [UInt8]
        do throws(FileError) { bytes = try contents(of: path, limit: Self.longestText) } catch {
            throw Problems([Problem(at: Place(file: path), "\(error.description); check the path")])
        }
        guard
            let whole = String(
                validating: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...],
                as: UTF8.self)
        else {
            throw Problems([Problem(at: Place(file: path), "not UTF-8; save it as UTF-8")])
        }
        if let hidden = Self.hidden(in: whole, file: path) { throw Problems([hidden]) }
        let (front, body) = try Self.parts(of: whole, file: path)
        let document: Document
        do throws(Problem) { document = try Document(text: front, file: path) } catch {
            throw Problems([error])
        }
        let (value, violations) = Self.schema.check(document.value)
        guard violations.isEmpty else { throw Problems(violations.map { document.sources.problem($0) }) }
        id = value["name"]?.text ?? ""
        guard !id.contains("--"), !id.hasSuffix("-") else {
            let place = document.sources.place(of: .root / "name")
            throw Problems([Problem(at: place, "'\(id)': write single hyphens between its words")])
        }
        description = value["description"]?.text ?? ""
        // What others call a version need not have three numbers, but folders are named after it.
        if let version = value["metadata"]?["version"]?.text, !Version.isWord(version) {
            let place = document.sources.place(of: .root / "metadata" / "version")
            throw Problems([
                Problem(at: place, "'\(version)' is not a version; write three numbers, such as 1.0.0")
            ])
        }
        version = value["version"]?.text ?? value["metadata"]?["version"]?.text
        licence = value["license"]?.text
        text = body
    }

    private static let schema: Schema = .map(
        "What instructions are called.",
        [
            "name": .text("as its folder is called", .name),
            "description": .text("what it is for, and when"),
            "version": .text("its version, three numbers", .version),
            "license": .text("a licence"),
            "metadata": Schema(.object, summary: "what others want to know"),
        ], required: ["name", "description"], others: .anything)

    /// Between the first two lines of hyphens, with the first line kept so that places are right; and what follows.
    private static func parts(of whole: String, file: String) throws(Problems) -> (String, String) {
        let lines = whole.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
            throw Problems([
                Problem(
                    at: Place(file: file, line: 1, column: 1),
                    "no front matter; begin with '---', 'name: …', 'description: …', '---'")
            ])
        }
        let front = lines[..<end].joined(separator: "\n")
        guard front.utf8.count <= longestFront else {
            throw Problems([
                Problem(at: Place(file: file), "the front matter has over \(longestFront) bytes; shorten it")
            ])
        }
        return (front + "\n", lines[(end + 1)...].joined(separator: "\n"))
    }

    // What a reader does not see a model reads all the same.
    private static func hidden(in text: String, file: String) -> Problem? {
        var (line, column) = (1, 1)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xE0000...0xE007F, 0...8,
                0xE...0x1F:
                let code = String(scalar.value, radix: 16, uppercase: true)
                return Problem(
                    at: Place(file: file, line: line, column: column),
                    "an invisible character (U+\(code)) in text that is read by machines; remove it")
            case 0xA: (line, column) = (line + 1, 1)
            default: column += 1
            }
        }
        return nil
    }
}
