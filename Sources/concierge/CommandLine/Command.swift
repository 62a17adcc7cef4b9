/// One command as a value: parsing, help, usage, suggestions and completions all follow from it.
struct Command: Sendable {
    /// What can stand at a place, for completions.
    enum Completion: Sendable { case nothing, file, folder, choices([String]) }

    /// A word that stands by its position.
    struct Parameter: Sendable {
        enum Count: Sendable { case one, optional, many }

        var name: String
        var summary: String
        var count = Count.one
        var completion = Completion.nothing
    }

    /// `--name`, or `--name VALUE`.
    struct Option: Sendable {
        var name: String
        /// What its value is called in the help; nil: it has none.
        var value: String?
        var summary: String
        var completion = Completion.nothing
        /// What to do where it is missing; nil: it may be left out.
        var mend: String?
    }

    var name: String
    var aliases: [String] = []
    var summary: String
    /// What the help says below the summary.
    var details = ""
    var examples: [String] = []
    var parameters: [Parameter] = []
    var options: [Option] = []
    var subcommands: [Command] = []
    var run: (@Sendable (Invocation) throws -> Void)?
}

/// What was typed for one command.
struct Invocation: Sendable {
    var arguments: [String] = []
    /// The last value of each option; an option without a value has an empty one.
    var values: [String: String] = [:]

    subscript(option: String) -> String? { values[option] }
    func has(_ option: String) -> Bool { values[option] != nil }

    /// The value of an option that may not be left out, which parsing made sure of.
    func demanded(_ option: String) -> String { values[option, default: ""] }

    /// The word of the first parameter, which parsing made sure of.
    var first: String { arguments[0] }

    func integer(_ option: String, in range: ClosedRange<Int>) throws(Misuse) -> Int? {
        guard let text = self[option] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw Misuse(
                "--\(option): '\(text)' is not a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }
}

/// It was not used as it is meant to be: exit 64, with the usage.
struct Misuse: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }
}

/// It failed: exit 1. Several lines are several faults.
struct Failure: Error, CustomStringConvertible {
    var lines: [String]
    var description: String { lines.joined(separator: "\n") }

    init(_ lines: String...) { self.lines = lines }
    init(_ lines: [String]) { self.lines = lines }
}

extension Command.Option {
    static let config = Self(
        name: "config", value: "FILE",
        summary: "the configuration; else $CONCIERGE_CONFIG, else ./config.yaml", completion: .file)
    static let json = Self(name: "json", value: nil, summary: "print JSON, for programs")
    static let help = Self(name: "help", value: nil, summary: "say how it is used")
}
