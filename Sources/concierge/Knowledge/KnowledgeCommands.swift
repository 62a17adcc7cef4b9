import ConciergeCore
import Knowledge
import Unix

/// `concierge knowledge`: what the files answer, what they do not, and how the one becomes the other.
enum KnowledgeCommands {
    static let command = Command(
        name: "knowledge", summary: "what the knowledge answers, what it does not, and how to add to it",
        subcommands: [search, test, Gaps.command, take])

    private static let search = Command(
        name: "search", summary: "what a text finds, best first",
        details: """
            A hit marked with '✔' is good enough to be said; 'understanding.answer_from' and 'understanding.strict' decide that.
            It reads the files as they are now, also while a host runs, which goes by the last good version of each.
            """,
        examples: ["concierge knowledge search '几点上班'"],
        parameters: [.init(name: "TEXT", summary: "what a customer might ask", count: .many)],
        options: [
            .config, .json,
            .init(name: "limit", value: "N", summary: "how many hits; else 5"),
            .init(name: "strict", value: nil, summary: "mark as with 'understanding.strict: true'"),
        ],
        run: { invocation in
            let text = invocation.arguments.joined(separator: " ")
            guard !text.trimmed.isEmpty else { throw Misuse("no TEXT; give one") }
            let limit = try invocation.integer("limit", in: 1...50) ?? 5
            let (keeper, configuration) = try keeper(invocation, isStrict: invocation.has("strict"))
            if keeper.base.answers.count <= quicklyLearned { keeper.learn() }
            let hits = keeper.hits(for: text, limit: limit, threshold: nil, locale: configuration.locale)
            guard !invocation.has("json") else {
                return Terminal.print(JSON.text(.list(hits.map(\.value))))
            }
            for hit in hits { print(hit) }
            if hits.isEmpty { Terminal.remark("nothing is found") }
        })

    /// For one search nobody waits longer than it takes to learn so many questions.
    private static let quicklyLearned = 1000

    private static func print(_ hit: KnowledgeHit) {
        let style = Terminal.answers
        let mark = hit.isAnswer ? style.green("✔") : " "
        Terminal.print("\(mark) \(hit.score.hundredths)  \(style.bold(hit.title.printable))")
        let lines = hit.answer.split(separator: "\n", omittingEmptySubsequences: false).prefix(4)
        for line in lines { Terminal.print("        \(String(line).printable)") }
        Terminal.print(style.dim("        \(hit.source)  \(hit.id)".printable))
    }

    private static let test = Command(
        name: "test", summary: "how often the expected entry is found: lines of question, tab, entry",
        details: """
            The entry is named by its id or by its exact question. R@1 and R@3: found first, among the first three.
            A line that cannot be read, or names no entry, is named and left out; the exit code is 1 then.
            """,
        parameters: [.init(name: "FILE", summary: "FILE.tsv", completion: .file)], options: [.config, .json],
        run: { invocation in
            let (keeper, _) = try keeper(invocation)
            keeper.learn()
            let result = try RetrievalTest(keeper: keeper).run(invocation.first)
            Terminal.print(invocation.has("json") ? JSON.text(result.value) : result.text)
            try result.file.demandWhole()
        })

    private static let take = Command(
        name: "import", summary: "take questions and answers in, as a readable file in knowledge/",
        details: """
            .csv, .tsv, .jsonl  question, answer; if you like id, topic, and questions (other ways to ask, with ';')
            .yaml, .json        as in knowledge/, or a list or map of questions and answers
            .md                 each heading asks, what stands under it answers
            What was written by hand is never written over. A running host takes it up by itself.
            """,
        examples: ["concierge knowledge import shop-questions.csv"],
        parameters: [.init(name: "FILE", summary: "what to take in", completion: .file)],
        options: [.config, .json],
        run: { invocation in
            let place = try Workplace(invocation)
            let (outcome, target) = try AnswerImport(
                place: place, configuration: try place.configuration(isQuiet: true)
            ).take(invocation.first)
            if outcome.taken > 0 { Terminal.remark("written to \(target)") }
            try Import.report(outcome, of: invocation.first, invocation)
        })

    /// The knowledge of a configuration, read by this process; what is wrong with it goes to stderr.
    private static func keeper(_ invocation: Invocation, isStrict: Bool = false) throws -> (
        KnowledgeKeeper, Configuration
    ) {
        var configuration = try Workplace(invocation).configuration(isQuiet: true)
        if isStrict { configuration.understanding.isStrict = true }
        let keeper = KnowledgeKeeper()
        complain(keeper.serve(configuration).problems)
        return (keeper, configuration)
    }

    /// Whoever reads the files himself says what he could not read.
    static func complain(_ problems: [Problem]) {
        let errors = problems.filter(\.isError)
        guard let first = errors.first else { return }
        errors.forEach { Terminal.complain($0.description) }
        Terminal.warn(
            "\(first.place.file): left out here, or what of it is faulty; a running host goes by its last good version"
        )
    }
}
