extension Command {
    /// One line: what may be typed.
    func usage(_ path: [String]) -> String {
        var parts = path
        if !subcommands.isEmpty { parts.append(run == nil ? "COMMAND" : "[COMMAND]") }
        for parameter in parameters {
            switch parameter.count {
            case .one: parts.append(parameter.name)
            case .optional: parts.append("[\(parameter.name)]")
            case .many: parts.append("[\(parameter.name)…]")
            }
        }
        parts += options.map { option in
            let words = "--\(option.name)" + (option.value.map { " \($0)" } ?? "")
            return option.mend == nil ? "[\(words)]" : words
        }
        return parts.joined(separator: " ")
    }

    func help(_ path: [String], _ style: Style) -> String {
        var text = "\(style.bold(path.joined(separator: " "))): \(summary)\n"
        text += "\n\(style.bold("usage:")) \(usage(path))\n"
        if !details.isEmpty { text += "\n\(details)\n" }
        text += table("commands", subcommands.map { ($0.name, $0.summary) }, style)
        text += table("arguments", parameters.map { ($0.name, $0.summary) }, style)
        text += table(
            "options",
            options.map { ("--\($0.name)" + ($0.value.map { " \($0)" } ?? ""), $0.summary) }, style)
        if !examples.isEmpty {
            text += "\n\(style.bold("examples:"))\n" + examples.map { "  \($0)\n" }.joined()
        }
        if !subcommands.isEmpty {
            text += "\n'\(path.joined(separator: " ")) help COMMAND' says more about one.\n"
        }
        return text
    }

    private func table(_ title: String, _ rows: [(String, String)], _ style: Style) -> String {
        guard !rows.isEmpty else { return "" }
        let width = rows.map(\.0.count).max() ?? 0
        let lines = rows.map { name, summary in
            "  \(name)\(String(repeating: " ", count: width - name.count))  \(summary)\n"
        }
        return "\n\(style.bold(title + ":"))\n" + lines.joined()
    }
}
