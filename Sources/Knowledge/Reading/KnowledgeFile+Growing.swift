import ConciergeCore
import YAML

// A file of a hundred thousand questions takes seconds to read. When one of them is changed, only the entries around the
// changed lines are: what stands before them was read the same, and a list goes on behind an entry as it did.
extension KnowledgeFile {
    /// Below it a file is read whole before anybody notices.
    static let manyAnswers = 200

    /// What a file says, given what it said before.
    func content(of bytes: [UInt8], after before: FileContent?) -> FileContent {
        guard kind == .entries, bytes.count < Int(Int32.max) else { return content(of: bytes) }
        var content: FileContent
        let lines = LineTable(bytes)
        if let before, let grown = grown(before, bytes, lines) {
            content = grown
        } else {
            content = self.content(of: bytes)
            content.isPlainList = content.isList && !Self.hasMarks(bytes[...])
        }
        content.lines = content.isPlainList ? lines.hashes : []
        return content
    }

    /// What a file says by what it said before and by the lines that changed; nil when they reach further.
    func grown(_ before: FileContent, _ bytes: [UInt8], _ lines: LineTable) -> FileContent? {
        guard before.isPlainList, !before.isFaulty, !before.lines.isEmpty else { return nil }
        let changed = lines.hashes.changes(since: before.lines).old
        let answers = before.answers
        // One entry more at the front: what is inserted might have been a part of it.
        let next = answers.partition { $0.place.line > changed.lowerBound + 1 }
        guard next > 0 else { return nil }
        let first = max(0, next - 2)
        let last = answers.partition { $0.place.line > changed.upperBound }
        let start = answers[first].place.line - 1
        let end = last < answers.count ? answers[last].place.line - 1 : before.lines.count
        let shift = lines.hashes.count - before.lines.count
        guard start < end + shift, end + shift <= lines.hashes.count else { return nil }
        let from = Int(lines.starts[start])
        let to = end + shift < lines.starts.count ? Int(lines.starts[end + shift]) : bytes.count
        guard let part = part(bytes[from..<to], startLine: start, column: answers[first].place.column) else {
            return nil
        }
        var content = before
        content.answers.replaceSubrange(first..<last, with: part.answers)
        content.problems.removeAll { (start + 1...end).contains($0.line) }
        content.shift(from: first + part.answers.count, lines: shift, behind: end)
        content.problems += part.problems
        return content
    }

    /// Some entries alone; nil when they are no list of their own, or one of another form.
    private func part(_ bytes: ArraySlice<UInt8>, startLine: Int, column: Int) -> FileContent? {
        guard !Self.hasMarks(bytes) else { return nil }
        let text = Array("faq:\n".utf8) + bytes
        guard let root = try? parse(text, file: path, limits: .knowledge), root.map?.count == 1,
            let items = root["faq"]?.list, items.allSatisfy({ $0.position.column == column })
        else { return nil }
        var reader = EntryReader(file: path)
        reader.read(root)
        guard !reader.content.isFaulty else { return nil }
        reader.content.shift(from: 0, lines: startLine - 1, behind: 0)
        return reader.content
    }

    /// Anchors and aliases reach across entries; a mark of documents ends the list.
    private static func hasMarks(_ bytes: ArraySlice<UInt8>) -> Bool {
        var before: UInt8 = 10
        var dashes = 0
        for byte in bytes {
            if byte == 0x26 || byte == 0x2A, before == 0x20 || before == 0x0A { return true }
            dashes = byte == 0x2D || byte == 0x2E ? (before == 10 ? 1 : dashes > 0 ? dashes + 1 : 0) : 0
            if dashes == 3 { return true }
            before = byte
        }
        return false
    }
}

extension FileContent {
    /// Nothing but one list of many questions, each on lines of its own.
    fileprivate var isList: Bool {
        guard answers.count >= KnowledgeFile.manyAnswers, products.isEmpty, scripts.isEmpty, isOneList,
            let column = answers.first?.place.column
        else { return false }
        return zip(answers, answers.dropFirst()).allSatisfy {
            $0.place.line < $1.place.line && $1.place.column == column
        }
    }

    fileprivate mutating func shift(from index: Int, lines: Int, behind line: Int) {
        guard lines != 0 else { return }
        for at in answers.indices.dropFirst(index) { answers[at].place.line += lines }
        for at in problems.indices where problems[at].place.line > line { problems[at].place.line += lines }
    }
}

extension Array {
    /// The index of the first element that fulfils what all behind it fulfil.
    fileprivate func partition(_ fulfils: (Element) -> Bool) -> Int {
        var (lower, upper) = (0, count)
        while lower < upper {
            let middle = (lower + upper) / 2
            if fulfils(self[middle]) { upper = middle } else { lower = middle + 1 }
        }
        return lower
    }
}
