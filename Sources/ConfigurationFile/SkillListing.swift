public import ConciergeCore
import YAML

/// The list of skills as it stands in the text of `config.yaml`: changed by a line, and all else stays as people wrote it.
///
/// Each way to write the change is tried out: only a text that reads as the old one with that change, and nothing else, is taken.
public struct SkillListing: Sendable {
    private let text: String
    private let lines: [Substring]
    private let lineEnd: String
    private let node: Node

    public init(_ text: String, file: String) throws(Problem) {
        self.text = text
        lineEnd = text.contains("\r\n") ? "\r\n" : "\n"
        lines = text.split(separator: lineEnd, omittingEmptySubsequences: false)
        node = try Document.node(Array(text.utf8), file: file)
    }

    /// The text with the skill named at the end of the list; nil where the text takes no such line.
    public func adding(_ name: String) -> String? {
        let expected = values(of: list) + [.map(["name": .text(name)])]
        return additions(name).first { reads($0, as: expected) }
    }

    /// The text without the skill, where nothing but its name stands there.
    public func removing(_ isMeant: (SkillName) -> Bool) -> String? {
        guard case .list(let items)? = list?.content else { return nil }
        let names = items.map { Self.value($0)["name"]?.text ?? Self.value($0).text ?? "" }
        guard let index = names.firstIndex(where: { isMeant(SkillName($0)) }),
            (Self.value(items[index]).map ?? [:]).count < 2
        else { return nil }
        var expected = values(of: list)
        expected.remove(at: index)
        return removals(items[index]).first { reads($0, as: expected) }
    }

    // Under `skills` at the root, or inside `concierge` or `openclaw`.
    private var list: Node? { Self.list(in: node) }

    private static func list(in node: Node) -> Node? {
        node["skills"] ?? node["concierge"]?["skills"] ?? node["openclaw"]?["skills"]
    }

    private func values(of list: Node?) -> [Value] {
        guard case .list(let items)? = list?.content else { return [] }
        return items.map(Self.value)
    }

    private func reads(_ candidate: String, as expected: [Value]) -> Bool {
        guard let other = try? parse(Array(candidate.utf8), file: "") else { return false }
        let found = Self.list(in: other).map(Self.value) ?? .null
        // The name alone and a map with nothing but a name are the same entry.
        guard let list = found.list else { return false }
        let entries = list.map { $0.text.map { .map(["name": .text($0)]) } ?? $0 }
        let wanted = expected.map { $0.text.map { .map(["name": .text($0)]) } ?? $0 }
        return entries == wanted && Self.rest(of: other) == Self.rest(of: node)
    }

    private static func value(_ node: Node) -> Value {
        var expansion = Expansion(folder: ".", environment: { _ in nil }, isOn: false)
        var sources = SourceMap(file: "")
        return expansion.value(of: node, at: .root, in: &sources)
    }

    /// Everything but the list.
    private static func rest(of node: Node) -> Value {
        var root = value(node).map ?? [:]
        if root.removeValue(forKey: "skills") != nil { return .map(root) }
        for title in ["concierge", "openclaw"] {
            guard var inner = root[title]?.map, inner.removeValue(forKey: "skills") != nil else { continue }
            root[title] = .map(inner)
            break
        }
        return .map(root)
    }
}

// Ways to write it.
extension SkillListing {
    private func additions(_ name: String) -> [String] {
        guard let list else { return [text + ending + "skills:\(lineEnd)  - name: \(name)\(lineEnd)"] }
        let start = list.position.line - 1
        if case .list(let items) = list.content, let last = items.last {
            // A comma may stand behind the last one already.
            return [self.below(last, name)].compactMap { $0 } + inBrackets(", \(name)", from: start)
                + inBrackets(" \(name)", from: start)
        }
        return inBrackets(name, from: start) + [belowKey(name, start)] + insteadOfNothing(name, list)
    }

    private var ending: String { text.isEmpty || text.hasSuffix(lineEnd) ? "" : lineEnd }

    /// A line after the last entry of a list that has a line for each.
    private func below(_ last: Node, _ name: String) -> String? {
        guard let extent = extent(of: last) else { return nil }
        let line = String(repeating: " ", count: extent.indent) + "- name: \(name)"
        var lines = lines
        lines.insert(line[...], at: extent.lines.upperBound)
        return lines.joined(separator: lineEnd)
    }

    /// Below `skills:` that has nothing behind it.
    private func belowKey(_ name: String, _ near: Int) -> String {
        var lines = lines
        let key =
            lines[...min(near, lines.count - 1)].lastIndex {
                $0.drop { $0 == " " }.hasPrefix("skills:")
            } ?? near
        let indent = lines[key].prefix { $0 == " " }
        lines.insert("\(indent)  - name: \(name)", at: key + 1)
        return lines.joined(separator: lineEnd)
    }

    /// Where nothing is written out, as `~` or `null`.
    private func insteadOfNothing(_ name: String, _ list: Node) -> [String] {
        let (line, column) = (list.position.line - 1, list.position.column - 1)
        guard let word = list.source, !word.isEmpty, lines.indices.contains(line) else { return [] }
        let head = lines[line].prefix(column)
        guard lines[line].dropFirst(column).hasPrefix(word) else { return [] }
        var lines = lines
        lines[line] = "\(head)[\(name)]\(lines[line].dropFirst(column + word.count))"
        return [lines.joined(separator: lineEnd)]
    }

    /// Before each closing bracket from that line on.
    private func inBrackets(_ inserted: String, from line: Int) -> [String] {
        guard lines.indices.contains(line) else { return [] }
        let start = lines[line].startIndex
        return text[start...].indices.filter { text[$0] == "]" }.prefix(64).map { bracket in
            let head = text[..<bracket]
            let trimmed = head.reversed().drop { $0.isWhitespace }
            return String(trimmed.reversed()) + inserted + String(head.suffix(head.count - trimmed.count))
                + text[bracket...]
        }
    }

    /// The lines of one entry, and how far in its dash stands.
    private func extent(of item: Node) -> (lines: Range<Int>, indent: Int)? {
        let first = item.position.line - 1
        guard lines.indices.contains(first) else { return nil }
        let indent = lines[first].prefix { $0 == " " }.count
        guard lines[first].dropFirst(indent).first == "-" else { return nil }
        var end = first + 1
        for index in lines.indices.dropFirst(first + 1) {
            let line = lines[index]
            let depth = line.prefix { $0 == " " }.count
            guard line.contains(where: { !$0.isWhitespace }) else { continue }
            let isRemark = line.dropFirst(depth).first == "#"
            guard depth > indent || isRemark && depth == indent && indent > 0 else { break }
            end = index + 1
        }
        return (first..<end, indent)
    }

    private func removals(_ item: Node) -> [String] {
        var ways: [String] = []
        let first = item.position.line - 1
        guard lines.indices.contains(first) else { return [] }
        // A list that becomes empty is written as one.
        for replacement in [nil, "[]"] {
            var lines = lines
            if let replacement {
                lines.remove(at: first)
                guard first > 0 else { continue }
                lines[first - 1] = "\(lines[first - 1]) \(replacement)"
            } else {
                lines.remove(at: first)
            }
            ways.append(lines.joined(separator: lineEnd))
        }
        let line = lines[first]
        let start = line.index(line.startIndex, offsetBy: item.position.column - 1)
        for end in text[start...].indices.prefix(200) where ",]".contains(text[end]) {
            let head = text[..<start]
            let tail = text[end...]
            let comma = head.lastIndex(of: ",") ?? head.endIndex
            ways.append(String(head[..<comma]) + tail)
            ways.append(String(head) + tail.drop { $0 == "," }.drop { $0 == " " })
        }
        return ways
    }
}
