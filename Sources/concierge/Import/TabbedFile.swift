import ConciergeCore
import Unix

/// Lines of two texts with a tab between them; a bad line does not hide the others.
struct TabbedFile {
    struct Line {
        var number: Int
        var first: String
        var second: String
    }

    private struct Fault: Error {
        var reason: String

        init(_ reason: String) { self.reason = reason }
    }

    let path: String
    private(set) var lines: [Line] = []
    /// What is wrong with the lines that were left out, in their order.
    private var faults: [(number: Int, reason: String)] = []
    /// What stands before the tab and behind it.
    private let first: String
    private let second: String

    init(_ path: String, _ first: String, _ second: String) throws {
        (self.path, self.first, self.second) = (path, first, second)
        for (index, row) in try Self.content(of: path).split(separator: 10, omittingEmptySubsequences: false)
            .enumerated()
        {
            do throws(Fault) {
                if let line = try line(index + 1, row) { lines.append(line) }
            } catch {
                faults.append((index + 1, error.reason))
            }
        }
    }

    /// Leaves out what turned out to be bad.
    mutating func reject(_ reason: (Line) -> String?) {
        let bad = lines.compactMap { line in reason(line).map { (number: line.number, reason: $0) } }
        let numbers = Set(bad.map(\.number))
        lines.removeAll { numbers.contains($0.number) }
        faults = (faults + bad).sorted { $0.number < $1.number }
    }

    /// Names what is wrong; throws where nothing is left.
    func complain() throws {
        let said = shortened(faults.map { "\(path):\($0.number): \($0.reason)" }, to: Self.mostFaults)
        guard !lines.isEmpty else {
            throw Failure(
                said.isEmpty ? ["\(path): empty; write lines of \(first), tab, \(second)"] : said)
        }
        said.forEach(Terminal.complain)
    }

    /// Nobody reads more of them at once.
    private static let mostFaults = 20

    /// What was done is done with the rest; whoever asked must know.
    func demandWhole() throws {
        guard !faults.isEmpty else { return }
        throw Failure(
            "\(path): \(faults.count) of \(faults.count + lines.count) lines left out; mend them and run it again"
        )
    }

    /// Without the mark that some editors put first.
    private static func content(of path: String) throws -> ArraySlice<UInt8> {
        let bytes = try Files.given(path)
        return bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...]
    }

    /// Nil for a line with nothing in it.
    private func line(_ number: Int, _ row: ArraySlice<UInt8>) throws(Fault) -> Line? {
        guard let text = String(validating: row, as: UTF8.self) else {
            throw Fault("this is not UTF-8; save the file as UTF-8")
        }
        guard text.contains(where: { !$0.isWhitespace }) else { return nil }
        var parts = text.split(separator: "\t", omittingEmptySubsequences: false).map { String($0).trimmed }
        // A tab at the end of the line is nobody's column.
        while parts.count > 2, parts[parts.count - 1].isEmpty { parts.removeLast() }
        guard parts.count > 1 else { throw Fault("no tab; write \(first), tab, \(second)") }
        guard parts.count == 2 else {
            throw Fault("'\(parts[2].prefix(80))' stands in a third column; write \(first), tab, \(second)")
        }
        guard !parts[0].isEmpty else {
            throw Fault("no \(first) before the tab; write \(first), tab, \(second)")
        }
        guard !parts[1].isEmpty else {
            throw Fault("no \(second) after '\(parts[0].prefix(80))'; write one, or take the line out")
        }
        return Line(number: number, first: parts[0], second: parts[1])
    }
}

/// The first of many, and how many more there are.
func shortened(_ lines: [String], to most: Int) -> [String] {
    lines.count <= most ? lines : lines.prefix(most) + ["and \(lines.count - most) more"]
}
