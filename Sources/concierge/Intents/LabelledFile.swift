import Unix

/// Lines of label, tab, text: what intents are taught from, and held against.
struct LabelledFile {
    struct Line {
        var number: Int
        var label: String
        var text: String
    }

    private struct Fault: Error {
        var reason: String

        init(_ reason: String) { self.reason = reason }
    }

    /// Nobody reads more of them at once.
    private static let mostFaults = 20

    let path: String
    private(set) var lines: [Line] = []

    /// Labels that are other names of an intent become the intent's.
    mutating func name(by called: (String) -> String) {
        for index in lines.indices { lines[index].label = called(lines[index].label) }
    }

    init(_ path: String) throws {
        self.path = path
        var faults: [String] = []
        let rows = try Self.content(of: path).split(separator: 10, omittingEmptySubsequences: false)
        for (index, row) in rows.enumerated() {
            do throws(Fault) {
                if let line = try Self.line(index + 1, row) { lines.append(line) }
            } catch {
                faults.append("\(path):\(index + 1): \(error.reason)")
            }
        }
        guard faults.isEmpty else { throw Failure(shortened(faults, to: Self.mostFaults)) }
        guard !lines.isEmpty else { throw Failure("\(path): empty; write lines of label, tab, text") }
    }

    /// Without the mark that some editors put first.
    private static func content(of path: String) throws -> ArraySlice<UInt8> {
        let bytes = try Files.read(path)
        return bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...]
    }

    /// Nil for a line with nothing in it.
    private static func line(_ number: Int, _ row: ArraySlice<UInt8>) throws(Fault) -> Line? {
        guard let text = String(validating: row, as: UTF8.self) else {
            throw Fault("this is not UTF-8; save the file as UTF-8")
        }
        guard text.contains(where: { !$0.isWhitespace }) else { return nil }
        let parts = text.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw Fault("no tab; write label, tab, text") }
        let (label, sentence) = (String(parts[0]).trimmed, String(parts[1]).trimmed)
        guard !label.isEmpty else { throw Fault("no label before the tab; write label, tab, text") }
        guard !sentence.isEmpty else {
            throw Fault("no text after '\(label)'; write one, or take the line out")
        }
        return Line(number: number, label: label, text: sentence)
    }
}

/// The first of many, and how many more there are.
func shortened(_ lines: [String], to most: Int) -> [String] {
    lines.count <= most ? lines : lines.prefix(most) + ["and \(lines.count - most) more"]
}
