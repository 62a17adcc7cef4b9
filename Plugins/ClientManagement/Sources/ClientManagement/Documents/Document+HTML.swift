extension Document {
    /// A page of its own: no script, nothing from outside.
    func html(style: String) -> String {
        var body = "<h1>\(Self.escaped(title))</h1><p class=\"sub\">\(Self.escaped(subtitle))</p>\n"
        for part in parts { body += Self.html(part) }
        for group in Check.Group.allCases {
            body += "<h2>\(Self.escaped(checksHeading[group] ?? ""))</h2>\n<ul>"
            let isFailed = checks.contains { $0.group == group && !$0.passed }
            for line in checkLines[group] ?? [] {
                body += "<li\(isFailed ? " class=\"failed\"" : "")>\(Self.escaped(line))</li>"
            }
            body += "</ul>\n"
        }
        body += "<p class=\"small\">\(Self.escaped(boundary))</p>\n"
        for part in ending { body += Self.html(part) }
        return """
            <!doctype html>
            <html lang="\(Self.escaped(locale))"><head><meta charset="utf-8">\
            <meta name="viewport" content="width=device-width, initial-scale=1">\
            <title>\(Self.escaped(title))</title><style>\(style)</style></head>
            <body><main>
            \(body)</main></body></html>

            """
    }

    private static func html(_ part: Part) -> String {
        var (html, open) = ("<h2>\(escaped(part.heading))</h2>\n", "")
        for block in part.blocks {
            let list = block.style == .field ? "dl" : block.style == .item ? "ul" : ""
            if list != open {
                html += (open.isEmpty ? "" : "</\(open)>\n") + (list.isEmpty ? "" : "<\(list)>")
                open = list
            }
            html += element(block)
        }
        return html + (open.isEmpty ? "" : "</\(open)>\n")
    }

    private static func element(_ block: Block) -> String {
        let gap = block.isGap ? " class=\"gap\"" : ""
        let text = escaped(block.text)
        let label = block.label.map { "<b>\(escaped($0))</b> " } ?? ""
        return switch block.style {
        case .field: "<dt>\(escaped(block.label ?? ""))</dt><dd\(gap)>\(text)</dd>"
        case .item: "<li>\(text)</li>"
        case .quote: "<blockquote\(gap)>\(text)</blockquote>\n"
        case .next: "<p class=\"next\">\(label)\(text)</p>\n"
        case .text: "<p\(gap)>\(label)\(text)</p>\n"
        }
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}
