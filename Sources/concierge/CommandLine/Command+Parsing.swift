import ConciergeCore

extension Command {
    /// What the words ask for: a command, the way to it, and what was given to it.
    struct Request {
        var path: [String]
        var command: Command
        var invocation: Invocation
    }

    /// A misuse together with the command whose usage mends it.
    struct Misread: Error {
        var path: [String]
        var command: Command
        var misuse: Misuse
    }

    /// Reads the words behind the program's name.
    func parse(_ words: some Collection<String>, path: [String] = []) throws(Misread) -> Request {
        let path = path + [name]
        guard !subcommands.isEmpty, let word = words.first, !word.hasPrefix("-") else {
            return try request(words, path)
        }
        if Spelling.folded(word) == "help" { return try help(words.dropFirst(), path) }
        guard let chosen = subcommand(word) else {
            throw misread(path, unknown(word))
        }
        return try chosen.parse(words.dropFirst(), path: path)
    }

    /// `help` stands before, behind or among the names of a command.
    private func help(_ words: some Collection<String>, _ path: [String]) throws(Misread) -> Request {
        guard let word = words.first(where: { !$0.hasPrefix("-") }), !subcommands.isEmpty else {
            return Request(path: path, command: self, invocation: Invocation(values: ["help": ""]))
        }
        guard let chosen = subcommand(word) else { throw misread(path, unknown(word)) }
        return try chosen.help(words.drop { $0 != word }.dropFirst(), path + [chosen.name])
    }

    func subcommand(_ word: String) -> Command? {
        let folded = Spelling.folded(word)
        return subcommands.first { ([$0.name] + $0.aliases).map(Spelling.folded).contains(folded) }
    }

    func unknown(_ word: String) -> String { "unknown command '\(word)'; \(suggestion(word, names))" }

    private func request(_ words: some Collection<String>, _ path: [String]) throws(Misread) -> Request {
        var invocation = Invocation()
        var rest = words.makeIterator()
        var optionsEnded = false
        while let word = rest.next() {
            if optionsEnded || word == "-" || !word.hasPrefix("-") {
                invocation.arguments.append(word)
            } else if word == "--" {
                optionsEnded = true
            } else {
                try read(word, &rest, into: &invocation, path)
            }
        }
        if !invocation.has("help"), let complaint = complaint(about: invocation) {
            throw misread(path, complaint)
        }
        return Request(path: path, command: self, invocation: invocation)
    }

    private func read(
        _ word: String, _ rest: inout some IteratorProtocol<String>, into invocation: inout Invocation,
        _ path: [String]
    ) throws(Misread) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = word == "-h" ? "help" : String(parts[0].drop { $0 == "-" })
        let options = options + [.help]
        guard let option = options.first(where: { Spelling.folded($0.name) == Spelling.folded(name) }) else {
            throw misread(path, "unknown option '\(parts[0])'; \(mend(String(parts[0]), options))")
        }
        guard let value = option.value else {
            if parts.count == 2 { throw misread(path, "--\(option.name): takes no value; leave it out") }
            return invocation.values[option.name] = ""
        }
        guard let given = parts.count == 2 ? String(parts[1]) : rest.next() else {
            throw misread(path, "--\(option.name): no value; write --\(option.name) \(value)")
        }
        if case .choices(let choices) = option.completion, !choices.contains(given) {
            throw misread(
                path, "--\(option.name): unknown value '\(given)'; write \(choices.joined(separator: " or "))"
            )
        }
        invocation.values[option.name] = given
    }

    /// What is missing, and what is wrong with the words by their count and choices.
    private func complaint(about invocation: Invocation) -> String? {
        for option in options where !invocation.has(option.name) {
            if let mend = option.mend { return "no --\(option.name); \(mend)" }
        }
        let arguments = invocation.arguments
        let needed = parameters.filter { $0.count == .one }
        if arguments.count < needed.count { return "no \(needed[arguments.count].name); give one" }
        if arguments.count > parameters.count, parameters.last?.count != .many {
            return "unexpected '\(arguments[parameters.count])'; leave it out"
        }
        for (parameter, word) in zip(parameters, arguments) {
            let choices = parameter.completion.choices
            guard !choices.isEmpty, !choices.contains(word) else { continue }
            return "unknown \(parameter.name) '\(word)'; \(suggestion(word, choices))"
        }
        return nil
    }

    private var names: [String] { subcommands.flatMap { [$0.name] + $0.aliases } }

    private func suggestion(_ word: String, _ known: [String]) -> String {
        Spelling.mend(word, known: known, otherwise: "known: \(known.joined(separator: ", "))")
    }

    private func mend(_ word: String, _ options: [Option]) -> String {
        let known = options.map { "--" + $0.name }
        let text = parameters.first.map { "; write -- before a \($0.name) that begins with '-'" } ?? ""
        return Spelling.mend(
            word, known: known, otherwise: "known: \(known.joined(separator: ", "))\(text)")
    }

    private func misread(_ path: [String], _ reason: String) -> Misread {
        Misread(path: path, command: self, misuse: Misuse(reason))
    }
}
