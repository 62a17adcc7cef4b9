/// Scripts that let a shell complete what the commands know.
struct Completions {
    let root: Command

    func script(for shell: String) -> String {
        switch shell {
        case "bash": bash
        case "zsh": zsh
        default: fish
        }
    }

    /// Every command with the words that lead to it.
    private var all: [(path: [String], command: Command)] {
        func walk(_ command: Command, _ path: [String]) -> [(path: [String], command: Command)] {
            let path = path + [command.name]
            return [(path, command)] + command.subcommands.flatMap { walk($0, path) }
        }
        return walk(root, [])
    }

    private var bash: String {
        let cases = all.map { path, command in
            let words = command.subcommands.map(\.name) + command.options.map { "--" + $0.name }
            let choices = command.parameters.flatMap(\.completion.choices)
            return
                "        \(quoted(path.joined(separator: " ")))) words=\(quoted((words + choices).joined(separator: " "))) ;;"
        }
        return """
            _concierge() {
                local current=${COMP_WORDS[COMP_CWORD]} path=concierge words= word
                for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                    case "$path $word" in
                        \(all.dropFirst().map { quoted($0.path.joined(separator: " ")) }.joined(separator: "|"))) path="$path $word" ;;
                    esac
                done
                case "$path" in
            \(cases.joined(separator: "\n"))
                esac
                COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current"))
            }
            complete -o filenames -F _concierge concierge
            """
    }

    private var zsh: String {
        let cases = all.map { path, command in
            let words =
                command.subcommands.map { described($0.name, $0.summary) }
                + command.options.map { described("--" + $0.name, $0.summary) }
                + command.parameters.flatMap { parameter in
                    parameter.completion.choices.map { described($0, parameter.summary) }
                }
            return "    \(quoted(path.joined(separator: " ")))) entries=(\(words.joined(separator: " "))) ;;"
        }
        return """
            #compdef concierge
            _concierge() {
              local path=concierge word
              local -a entries
              for word in ${words[2,CURRENT-1]}; do
                case "$path $word" in
                  (\(all.dropFirst().map { quoted($0.path.joined(separator: " ")) }.joined(separator: "|"))) path="$path $word" ;;
                esac
              done
              case "$path" in
            \(cases.joined(separator: "\n"))
              esac
              _describe 'concierge' entries
              _files
            }
            compdef _concierge concierge
            """
    }

    private var fish: String {
        var lines: [String] = []
        for (path, command) in all {
            let typed = path.dropFirst()
            let others = command.subcommands.map(\.name).joined(separator: " ")
            let seen = typed.map { "__fish_seen_subcommand_from \($0)" }
            let condition =
                (seen + [others.isEmpty ? nil : "not __fish_seen_subcommand_from \(others)"].compactMap { $0 })
                .joined(separator: "; and ")
            let start = "complete -c concierge" + (condition.isEmpty ? "" : " -n \(quoted(condition))")
            for child in command.subcommands {
                lines.append("\(start) -f -a \(child.name) -d \(quoted(child.summary))")
            }
            for option in command.options {
                let takes = option.value == nil ? "" : " -r"
                lines.append("\(start) -l \(option.name)\(takes) -d \(quoted(option.summary))")
            }
            for parameter in command.parameters where !parameter.completion.choices.isEmpty {
                let words = parameter.completion.choices.joined(separator: " ")
                lines.append("\(start) -f -a \(quoted(words)) -d \(quoted(parameter.summary))")
            }
        }
        return lines.joined(separator: "\n")
    }

    private func described(_ word: String, _ summary: String) -> String {
        quoted(word.split(separator: ":").joined(separator: "\\:") + ":" + summary)
    }

    private func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}

extension Command.Completion {
    var choices: [String] { if case .choices(let choices) = self { choices } else { [] } }
}
