import Glibc
import Unix

/// A table that grows by lines, and that is there once all of it is: until then it has another name.
struct DemoTable: ~Copyable {
    private let file: Descriptor
    private let path: String
    private var buffer: [UInt8]

    init(_ path: String, columns: [String]) throws {
        try Files.makeFolders(Files.folder(of: path))
        file = try Descriptor(path + ".tmp", O_WRONLY | O_CREAT | O_TRUNC)
        self.path = path
        buffer = Self.line(columns)
    }

    mutating func add(_ fields: [String]) throws {
        buffer += Self.line(fields)
        if buffer.count > 1 << 18 { try flush() }
    }

    mutating func close() throws {
        try flush()
        try file.sync()
        try Files.rename(path + ".tmp", to: path)
    }

    private mutating func flush() throws {
        try file.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private static func line(_ fields: [String]) -> [UInt8] {
        Array(fields.map(quoted).joined(separator: ",").utf8) + [10]
    }

    private static func quoted(_ field: String) -> String {
        guard field.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return field }
        return "\"\(field.replacing("\"", with: "\"\""))\""
    }
}
