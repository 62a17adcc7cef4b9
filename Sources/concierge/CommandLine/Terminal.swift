import Glibc
import Unix

/// Where answers and remarks go: answers to stdout, everything else to stderr.
enum Terminal {
    static let isInteractive = Environment.isTerminal(2)
    /// Colour only on a terminal, and never where `NO_COLOR` is set.
    static let answers = style(of: 1)
    static let remarks = style(of: 2)

    static func print(_ text: String) { write(text + "\n", to: 1) }
    static func remark(_ text: String) { write(text + "\n", to: 2) }

    // Faults quote what strangers wrote.
    static func warn(_ text: String) { remark("\(remarks.yellow("warning:")) \(text.printable)") }
    static func complain(_ text: String) { remark("\(remarks.red("error:")) \(text.printable)") }

    /// A line that the next one replaces; only for people.
    static func progress(_ text: String) {
        if isInteractive { write("\r\u{1b}[K\(text)", to: 2) }
    }

    static func prompt(_ text: String) { write(text, to: 1) }

    /// Whether the person at the terminal says yes; answers of commands stay clean of the question.
    static func agrees(_ question: String) -> Bool {
        write("\(question) [y/N] ", to: 2)
        let said = line()?.lowercased() ?? ""
        return said.hasPrefix("y") || said.hasPrefix("是")
    }
    static func remarkWithoutEnd(_ text: String) { write(text, to: 2) }

    /// The next line of stdin; nil at its end.
    static func line() -> String? { readLine() }

    private static func style(of descriptor: Int32) -> Style {
        let isDumb = Environment["TERM"] == "dumb"
        return Style(
            isColoured: Environment.isTerminal(descriptor) && Environment["NO_COLOR"] == nil && !isDumb)
    }

    /// One call a text, so that lines of several threads do not mix.
    private static func write(_ text: String, to descriptor: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            // Nobody reads any more: there is nobody to tell.
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
