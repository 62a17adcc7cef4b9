extension Document {
    var markdown: String {
        var lines = ["# \(Self.escaped(title))", "", Self.escaped(subtitle)]
        for part in parts { lines += Self.lines(part) }
        for group in Check.Group.allCases {
            lines += ["", "## \(Self.escaped(checksHeading[group] ?? ""))", ""]
            lines += (checkLines[group] ?? []).map { "- \(Self.escaped($0))" }
        }
        lines += ["", "> \(Self.escaped(boundary))"]
        for part in ending { lines += Self.lines(part) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ part: Part) -> [String] {
        var lines = ["", "## \(escaped(part.heading))"]
        var before: Block?
        for block in part.blocks {
            // Without the empty line a paragraph would run into what stands above it.
            if !(block.isListed && before?.isListed == true) { lines.append("") }
            let text = (block.label.map { "**\(escaped($0))**: " } ?? "") + escaped(block.text)
            let prefix = block.isListed ? "- " : block.style == .quote ? "> " : ""
            lines.append(prefix + text)
            before = block
        }
        return lines
    }

    /// What was entered or said may not become markup, nor a line of its own.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\", "`", "*", "_", "[", "]", "|", "#": result += "\\\(character)"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case _ where character.isNewline: result += " "
            default: result.append(character)
            }
        }
        return result
    }
}

extension Document.Block {
    fileprivate var isListed: Bool { style == .field || style == .item }
}
