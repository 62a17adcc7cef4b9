import ConciergeCore
import Language

/// `concierge intents`: how well intents are told apart, and why a sentence is taken for one.
enum IntentCommands {
    static let command = Command(
        name: "intents", summary: "how well intents are told apart, and what spoke for one",
        subcommands: [test, evaluate, explain, IntentTraining.command])

    private static let test = Command(
        name: "test", summary: "hold lines of label, tab, text against the intents of the configuration",
        details: """
            A label is an intent's name, its label or an alias; 'none' is for what is none of the intents.
            accuracy: of the lines with an intent, nothing turned away; accuracy with none: of all, as the host decides.
            """,
        examples: ["concierge intents test heard-last-week.tsv"],
        parameters: [.init(name: "FILE", summary: "FILE.tsv", completion: .file)], options: [.config, .json],
        run: { invocation in
            var file = try LabelledFile(invocation.first)
            let current = try CurrentModel(try Workplace(invocation))
            file.name(by: current.intent(called:))
            warn(file.unknown(to: Set(current.model.labels), from: "the configuration's intents"))
            show(Measurement(current.model, file.lines), invocation)
            try file.file.demandWhole()
        })

    private static let evaluate = Command(
        name: "evaluate", summary: "train on one file of label, tab, text, and judge on another",
        details: """
            Needs neither a host nor a configuration. The same files give the same model on every machine. How a sentence is
            read follows its own characters, Chinese, English or both: --language says what the files are in and changes nothing.
            A line that cannot be read is named and left out; the exit code is 1 then.
            """,
        examples: ["concierge intents evaluate --train train.tsv --test test.tsv --json"],
        options: [
            .init(
                name: "train", value: "FILE", summary: "what it learns from", completion: .file,
                mend: "give a file of label, tab, text"),
            .init(
                name: "test", value: "FILE", summary: "what it is judged on", completion: .file,
                mend: "give a file of label, tab, text"),
            .init(
                name: "language", value: "LANGUAGE",
                summary: "en or zh, what the files are in; the figures are the same without it",
                completion: .choices(["en", "zh"])),
            .quick, .json,
        ],
        run: { invocation in
            let training = try LabelledFile(invocation.demanded("train"))
            let judged = try LabelledFile(invocation.demanded("test"))
            warn(training.remarks)
            warn(judged.unknown(to: training.labels, from: training.path))
            var trainer = IntentTrainer()
            trainer.workforce = .cores
            if invocation.has("quick") { trainer.nets = 0 }
            Terminal.progress("learning from \(training.lines.count) lines …")
            defer { Terminal.progress("") }
            let result = Measurement.training(trainer, on: training.trainingSet, against: judged.lines)
            Terminal.progress("")
            show(result, invocation)
            try training.file.demandWhole()
            try judged.file.demandWhole()
        })

    private static let explain = Command(
        name: "explain",
        summary: "what a sentence is taken for, what spoke for and against it, what it names",
        details: """
            '+' is what spoke for an intent and '−' what spoke against it: words, and in Chinese characters, beside what spoke
            loudest. Percentages are how sure it is. With --json a word has a weight; above zero it spoke for the intent.
            Behind -- a TEXT may begin with '-'.
            """,
        examples: ["concierge intents explain '50台机器人多少钱'"],
        parameters: [.init(name: "TEXT", summary: "what a customer might write", count: .many)],
        options: [.config, .json],
        run: { invocation in
            let text = invocation.arguments.joined(separator: " ")
            guard !text.trimmed.isEmpty else { throw Misuse("no TEXT; give one") }
            let current = try CurrentModel(try Workplace(invocation))
            let view = SentenceView(text, current)
            Terminal.print(
                invocation.has("json") ? JSON.text(view.value) : view.text(Terminal.answers))
        })

    private static func warn(_ remarks: [String]) { shortened(remarks, to: 10).forEach(Terminal.warn) }

    private static func show(_ result: Measurement, _ invocation: Invocation) {
        Terminal.print(
            invocation.has("json") ? JSON.text(result.value) : result.text(Terminal.answers))
    }
}
