import ConciergeCore
import Knowledge
import Unix

/// Sentences that understanding is measured on, and how they are split into what is taught and what is asked.
struct Ground {
    typealias Line = LabelledFile.Line

    struct Fold {
        var taught: [Line]
        var asked: [Line]
    }

    var name: String
    /// The share of right answers that is good.
    var accuracy: Double?
    /// How well sentences of no intent are told from the others.
    var ranking: Double?
    var folds: [Fold]

    /// Every label is spread evenly over the parts, in an order that says nothing of its writer.
    static func divided(_ lines: [Line], into count: Int) -> [Fold] {
        let order = lines.map { (line: $0, key: stableHash($0.text)) }.sorted {
            ($0.line.label, $0.key, $0.line.number) < ($1.line.label, $1.key, $1.line.number)
        }
        return (0..<count).map { part in
            var fold = Fold(taught: [], asked: [])
            for (position, entry) in order.enumerated() {
                if position % count == part {
                    fold.asked.append(entry.line)
                } else {
                    fold.taught.append(entry.line)
                }
            }
            return fold
        }
    }
}

extension Ground {
    /// The intents that the host brings, Chinese and English apart: a tenth held against the rest, and all of them
    /// together, as they are built, against what strangers wrote.
    static func starter(in folder: String, strangers: String) throws -> [Ground] {
        let intents = try starterIntents(in: folder)
        let languages = ["zh", "en"]
        let apart = languages.map { language in
            let lines = lines(of: intents, in: language)
            return Ground(name: "starter-\(language)", folds: divided(lines, into: 10))
        }
        let taught = languages.flatMap { lines(of: intents, in: $0) }
        return try apart
            + languages.map { language in
                let asked = try LabelledFile(Files.join(strangers, "\(language).tsv")).lines
                return Ground(
                    name: "strangers-\(language)", accuracy: 95, folds: [Fold(taught: taught, asked: asked)])
            }
    }

    private static func lines(of intents: [IntentFile], in language: String) -> [Line] {
        intents.flatMap { intent in
            intent.examples.filter { $0.language == language }
                .map { Line(number: $0.place.line, label: intent.intent, text: $0.text) }
        }
    }

    private static func starterIntents(in folder: String) throws -> [IntentFile] {
        var configuration = Configuration()
        configuration.knowledge = [folder]
        var folders = KnowledgeFolders(configuration)
        let intents = folders.read().base.intents
        guard !intents.isEmpty else {
            throw Failure("\(Files.join(folder, "intents")): no intents; run it in the repository's folder")
        }
        return intents
    }
}
