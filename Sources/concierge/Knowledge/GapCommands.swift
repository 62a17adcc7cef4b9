import ConciergeCore
import Knowledge
import Unix

extension KnowledgeCommands {
    /// `concierge knowledge gaps`: the questions that had no answer.
    enum Gaps {
        private typealias Entry = (id: String, question: String, file: String)

        static let command = Command(
            name: "gaps",
            summary: "questions that had no answer, those that mean the same together, the most asked first",
            examples: ["concierge knowledge gaps", "concierge knowledge gaps answer 1 '可以开专用发票，下单时备注税号。'"],
            options: [.config, .json], subcommands: [answer],
            run: { invocation in
                let groups = try GapList.held(Workplace(invocation)) { list, host in
                    let found = try open(host)
                    try list.write(found)
                    return found
                }
                guard !invocation.has("json") else {
                    let items = groups.enumerated().map { index, group -> Value in
                        var fields = group.value.map ?? [:]
                        fields["n"] = .int(Int64(index + 1))
                        return .map(fields)
                    }
                    return Terminal.print(JSON.text(.list(items)))
                }
                guard !groups.isEmpty else { return Terminal.remark("no question is without an answer") }
                var table = Table(header: ["n", "asked", "people", "last", "question"])
                for (index, group) in groups.enumerated() {
                    let others = group.questions.count - 1
                    table.rows.append([
                        "\(index + 1)", "\(group.count)", "\(group.customers)",
                        String(group.lastAt.prefix(10)),
                        group.question.oneLine + (others > 0 ? " (+\(others))" : ""),
                    ])
                }
                Terminal.print(table.text(Terminal.answers))
            })

        private static let answer = Command(
            name: "answer", summary: "turn a group of gaps into a question with an answer in knowledge/",
            details: """
                N is the number that 'knowledge gaps' gave it last, whatever was answered since. Without TEXT the answer is read
                from stdin. It is added to knowledge/answered.yaml, where it can be changed; a running host takes it up by itself.
                """,
            parameters: [
                .init(name: "N", summary: "which group"),
                .init(name: "TEXT", summary: "the answer", count: .many),
            ],
            options: [.config, .json],
            run: { invocation in
                guard let number = Int(invocation.first), number > 0 else {
                    throw Misuse("N: '\(invocation.first)' is not a number from 1; 'knowledge gaps' gives it")
                }
                let words = invocation.arguments.dropFirst().joined(separator: " ").trimmed
                let entry = try answered(number, words, try Workplace(invocation))
                guard !invocation.has("json") else {
                    return Terminal.print(
                        JSON.text([
                            "id": .text(entry.id), "question": .text(entry.question),
                            "file": .text(entry.file),
                        ]))
                }
                Terminal.print(
                    "\(entry.file): '\(entry.question.oneLine)' is answered from now on, as \(entry.id)")
            })

        /// The entry that the group of this number became; without words the answer is asked for.
        private static func answered(_ number: Int, _ words: String, _ place: Workplace) throws -> Entry {
            // Nobody else waits while somebody thinks about an answer.
            let text =
                try words.isEmpty
                ? ask(Terminal.isInteractive ? GapList.held(place) { try group(number, $0, $1) } : nil)
                : words
            return try GapList.held(place) { list, host in
                let group = try group(number, list, host)
                let entry = try write(group, text, place)
                try settle(group, entry.id, host)
                return entry
            }
        }

        /// What had this number when the gaps were listed.
        private static func group(_ number: Int, _ list: borrowing GapList, _ host: HostClient) throws
            -> GapGroup
        {
            let found = try open(host)
            var listed = list.read()
            if listed.isEmpty {
                try list.write(found)
                listed = list.read()
            }
            guard listed.indices.contains(number - 1) else {
                throw Failure(
                    "no gap \(number); \(listed.isEmpty ? "there is none" : "there are 1 to \(listed.count)")"
                )
            }
            let wanted = listed[number - 1]
            guard let group = found.first(where: { !wanted.ids.isDisjoint(with: $0.ids) }) else {
                throw Failure(
                    "gap \(number), '\(wanted.question.oneLine)', was answered since it was listed; 'concierge knowledge gaps' lists what is open now"
                )
            }
            return group
        }

        /// All that are open.
        private static func open(_ host: HostClient) throws -> [GapGroup] {
            var documents: [Value] = []
            var cursor: String?
            repeat {
                let next = cursor.map { "&cursor=\(percentEncoded($0))" } ?? ""
                let page = try host.demand("GET", "/v1/collections/gaps?status=open&limit=500\(next)")
                documents += page["items"]?.list ?? []
                cursor = page["next"]?.text
            } while cursor != nil
            return GapGroup.groups(of: documents)
        }

        private static func ask(_ group: GapGroup?) throws -> String {
            if Terminal.isInteractive {
                group?.questions.forEach { Terminal.remark("  \($0.oneLine)") }
                Terminal.prompt("> ")
            }
            var lines: [String] = []
            while let line = Terminal.line() {
                lines.append(line)
                if Terminal.isInteractive { break }
            }
            let text = lines.joined(separator: "\n").trimmed
            guard !text.isEmpty else { throw Failure("no answer was given; nothing is changed") }
            return text
        }

        private static func write(_ group: GapGroup, _ text: String, _ place: Workplace) throws -> Entry {
            let configuration = try place.configuration(isQuiet: true)
            var folders = KnowledgeFolders(configuration)
            let base = folders.read().base
            var entry = NewAnswer(question: group.question, answer: Bilingual(plain: text))
            if let known = base.entry(named: group.question),
                let other = base.answers.first(where: { $0.id == known })
            {
                throw Failure(
                    "'\(group.question.oneLine)' has an answer at \(other.place); change it there, and ask again what it should find"
                )
            }
            entry.paraphrases = group.questions.dropFirst().filter { base.entry(named: $0) == nil }
            let path = Files.join(configuration.knowledgeFolder, "answered.yaml")
            try AnswerFile(path).append(
                [entry],
                heading:
                    "# 由 concierge knowledge gaps answer 写入，可以随意修改 / added by 'gaps answer'; change what you like"
            )
            return (entry.entryID, entry.question, path)
        }

        private static func settle(_ group: GapGroup, _ entry: String, _ host: HostClient) throws {
            for id in group.ids {
                let path = "/v1/collections/gaps/\(percentEncoded(id))"
                _ = try host.demand("PATCH", path, ["entry": .text(entry)])
                _ = try host.demand(
                    "POST", path + "/transitions", ["to": "answered", "reason": .text(entry)])
            }
        }
    }
}
