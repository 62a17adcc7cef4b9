import ConciergeCore
import SkillPackages

/// From the words that were typed to the exit code.
enum Program {
    static let version = "0.1.0"
    static let misused: Int32 = 64

    static let root: Command = Command(
        name: "concierge",
        summary: "a host of skills for customer service and sales",
        options: [.init(name: "version", value: nil, summary: "say which version this is")],
        subcommands: [
            Serve.command, Chat.command, Check.command, Initialize.command, Explain.command, Import.command,
            KnowledgeCommands.command, IntentCommands.command,
            Skills.command, Agents.command, CustomerCommands.command, DocumentCommands.tickets,
            DocumentCommands.leads, DocumentCommands.command, ClientCommands.command, ReportCommand.command,
            Tokens.command,
            Compact.command, Benchmarks.command, completions,
            help,
        ],
        run: { invocation in
            guard invocation.has("version") else { throw Misuse("no command; give one") }
            Terminal.print("concierge \(version)")
        })

    static func run(_ words: [String]) -> Int32 {
        do throws(Command.Misread) {
            return run(try root.parse(words))
        } catch {
            return complain(error.misuse, error.command, error.path)
        }
    }

    private static func run(_ request: Command.Request) -> Int32 {
        if request.invocation.has("help") { return explain(request.command, request.path) }
        do {
            guard let run = request.command.run else { throw Misuse("no command; give one") }
            try run(request.invocation)
            return 0
        } catch let misuse as Misuse {
            return complain(misuse, request.command, request.path)
        } catch {
            complain(error)
        }
        return 1
    }

    /// Says what went wrong, a line for each fault.
    static func complain(_ error: any Error) {
        switch error {
        case let failure as Failure: failure.lines.forEach(Terminal.complain)
        case PackageError.problems(let problems): problems.map(\.description).forEach(Terminal.complain)
        default: Terminal.complain("\(error)")
        }
    }

    private static func complain(_ misuse: Misuse, _ command: Command, _ path: [String]) -> Int32 {
        Terminal.complain(misuse.description)
        Terminal.remark("usage: \(command.usage(path))")
        if !command.subcommands.isEmpty {
            Terminal.remark("commands: \(command.subcommands.map(\.name).joined(separator: ", "))")
        }
        return misused
    }

    @discardableResult
    private static func explain(_ command: Command, _ path: [String]) -> Int32 {
        Terminal.print(String(command.help(path, Terminal.answers).dropLast()))
        return 0
    }

    private static let help: Command = Command(
        name: "help", summary: "explain a command",
        parameters: [.init(name: "COMMAND", summary: "the command, as it is typed", count: .many)])

    private static let completions: Command = Command(
        name: "completions", summary: "print a script that lets a shell complete these commands",
        examples: [
            "concierge completions bash > /etc/bash_completion.d/concierge",
            "concierge completions zsh > ~/.zfunc/_concierge",
            "concierge completions fish > ~/.config/fish/completions/concierge.fish",
        ],
        parameters: [
            .init(
                name: "SHELL", summary: "bash, zsh or fish", completion: .choices(["bash", "zsh", "fish"]))
        ],
        run: { Terminal.print(Completions(root: root).script(for: $0.first)) })
}
