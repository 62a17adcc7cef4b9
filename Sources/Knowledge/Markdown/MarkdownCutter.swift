import ConciergeCore

/// Cuts a Markdown document at its headings; what stands in code is never one.
struct MarkdownCutter {
    private let file: KnowledgeFile
    private let lines: [Substring]
    /// The headings above the line that is read, each with its level.
    private var path: [(level: Int, title: String)] = []
    private var body: [Substring] = []
    /// The line of its first.
    private var bodyLine = 1
    /// Where in the body a paragraph ends.
    private var ends: [Int] = []
    private var start = 1
    private var fence: Substring?
    private var found: [Section] = []
    private var used: [String: Int] = [:]

    init(_ text: String, file: KnowledgeFile) {
        self.file = file
        // "\r\n" is one character to Swift; a byte order mark is no part of the first line.
        let whole = text.unicodeScalars.first == "\u{feff}" ? String(text.unicodeScalars.dropFirst()) : text
        lines = whole.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    mutating func sections() -> [Section] {
        var index = frontMatterEnd
        start = index + 1
        while index < lines.count {
            let line = lines[index]
            if !toggleFence(line), fence == nil {
                if let (level, title) = Self.heading(line) {
                    open(level, title, at: index + 1)
                    index += 1
                    continue
                }
                if let level = underline(after: index) {
                    open(level, Self.plain(line), at: index + 1)
                    index += 2
                    continue
                }
            }
            if fence == nil, line.allSatisfy(\.isWhitespace) { ends.append(body.count) }
            if body.isEmpty { bodyLine = index + 1 }
            body.append(line)
            index += 1
        }
        close()
        return found
    }

    /// The first line after what stands between `---` at the top.
    private var frontMatterEnd: Int {
        guard lines.first?.trimmed == "---" else { return 0 }
        let end = lines.dropFirst().firstIndex { $0.trimmed == "---" || $0.trimmed == "..." }
        return end.map { $0 + 1 } ?? 0
    }

    /// Whether the line opens or closes a block of code.
    private mutating func toggleFence(_ line: Substring) -> Bool {
        guard let mark = Self.fence(line) else { return false }
        guard let open = fence else {
            fence = mark.run
            return true
        }
        guard mark.run.first == open.first, mark.run.count >= open.count, mark.isBare else { return false }
        fence = nil
        return true
    }

    private static func fence(_ line: Substring) -> (run: Substring, isBare: Bool)? {
        let text = line.drop { $0 == " " }
        guard line.count - text.count < 4, let first = text.first, first == "`" || first == "~" else {
            return nil
        }
        let run = text.prefix { $0 == first }
        let rest = text.dropFirst(run.count)
        guard run.count >= 3, first == "~" || !rest.contains("`") else { return nil }
        return (run, rest.allSatisfy(\.isWhitespace))
    }

    /// `## Title ##`.
    private static func heading(_ line: Substring) -> (level: Int, title: String)? {
        let text = line.drop { $0 == " " }
        let level = text.prefix { $0 == "#" }.count
        let rest = text.dropFirst(level)
        guard line.count - text.count < 4, (1...6).contains(level), rest.first?.isWhitespace ?? true else {
            return nil
        }
        let title = rest.trimmed
        let closing = title.reversed().prefix { $0 == "#" }.count
        let bare = title.dropLast(closing)
        return (level, plain(closing > 0 && (bare.isEmpty || bare.last == " ") ? bare : title[...]))
    }

    /// Without the marks of emphasis and code.
    private static func plain(_ text: Substring) -> String {
        text.filter { $0 != "*" && $0 != "`" }.trimmed
    }

    /// The level of a heading that is underlined: one line of a paragraph above `===` or `---`.
    private func underline(after index: Int) -> Int? {
        guard index + 1 < lines.count, body.last?.trimmed.isEmpty ?? true else { return nil }
        let (line, below) = (lines[index].trimmed, lines[index + 1].trimmed)
        guard let mark = below.first, mark == "=" || mark == "-", below.allSatisfy({ $0 == mark }),
            lines[index + 1].prefix(while: { $0 == " " }).count < 4,
            let first = line.first, !"|>-*+#".contains(first), !(first.isNumber && line.contains(". "))
        else { return nil }
        return mark == "=" ? 1 : 2
    }

    private mutating func open(_ level: Int, _ title: String, at line: Int) {
        close()
        path.removeAll { $0.level >= level }
        path.append((level, title))
        start = line
    }

    /// A longer section is cut between its paragraphs: nobody is answered with ten pages.
    private static let longest = 4000

    /// Ends the section that is read; one without a text of its own is only a way to those below it.
    private mutating func close() {
        defer { (body, ends) = ([], []) }
        var (from, size) = (0, 0)
        for (index, line) in body.enumerated() {
            if size >= Self.longest, ends.contains(index) {
                append(body[from..<index], at: from == 0 ? start : bodyLine + from)
                (from, size) = (index + 1, 0)
            }
            size += line.utf8.count
        }
        append(body[from...], at: from == 0 ? start : bodyLine + from)
    }

    private mutating func append(_ lines: ArraySlice<Substring>, at line: Int) {
        let text = lines.map(String.init).joined(separator: "\n").trimmedLines
        guard !text.isEmpty else { return }
        let headings = path.map(\.title)
        let name = headings.isEmpty ? file.name : "\(file.name)#\(headings.joined(separator: "/"))"
        let count = (used[name] ?? 0) + 1
        used[name] = count
        found.append(
            Section(
                id: count == 1 ? name : "\(name)-\(count)", headings: headings, text: text,
                place: Place(file: file.path, line: line, column: 1)))
    }
}

extension String {
    /// Without empty lines at either end; a first line keeps what it is indented by.
    fileprivate var trimmedLines: String {
        let lines = split(separator: "\n", omittingEmptySubsequences: false)
        let isBlank = { (line: Substring) in line.allSatisfy(\.isWhitespace) }
        guard let first = lines.firstIndex(where: { !isBlank($0) }),
            let last = lines.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return lines[first...last].joined(separator: "\n")
    }
}
