import ConciergeCore

/// `concierge bench`: the benchmarks that need no other program.
enum Benchmarks {
    static let command = Command(
        name: "bench", summary: "the benchmarks that need no other program",
        details: "scripts/bench runs them, beside those that need a load generator, and prints a table.",
        options: [.init(name: "list", value: nil, summary: "name them")],
        subcommands: [hop, knowledge, understanding, packages, skills, floor],
        run: { invocation in
            guard invocation.has("list") else { throw Misuse("no benchmark; give one") }
            Terminal.print([hop, knowledge, understanding, packages].map(\.name).joined(separator: "\n"))
        })

    private static let hop = Command(
        name: "hop",
        summary:
            "a turn through an in-process skill with a 2 KB context, beside calling its function directly",
        parameters: [
            .init(
                name: "FOLDER", summary: "the skill; else Examples/HelloSwift", count: .optional,
                completion: .folder)
        ],
        options: [.json],
        run: { try Hop.run($0) })

    private static let knowledge = Command(
        name: "knowledge",
        summary: "searching 100,000 questions and answers, changing one, building and keeping them",
        options: [.json],
        run: { try KnowledgeBench.run($0) })

    private static let understanding = Command(
        name: "understanding",
        summary: "how well and how fast intents are told apart, on the starter's and on public data sets",
        details: """
            Run it in the repository's folder. starter: knowledge/intents, 10-fold cross-validation, each language by itself;
            banking77: 5-fold on train.tsv, and ten or five examples an intent against the rest of it;
            clinc150: train.tsv against val.tsv; hint3: 10-fold on each bot's *_train.tsv.
            Goals that others measured on held-out halves are held against cross-validation here.
            """,
        options: [
            .init(
                name: "data", value: "DIR",
                summary: "the folder with banking77/, clinc150/ and hint3/; else $CONCIERGE_DATA",
                completion: .folder),
            .json,
        ],
        run: { try UnderstandingBench.run($0) })

    private static let packages = Command(
        name: "packages", summary: "unpacking and verifying a large package, beside tar and beside hashing",
        options: [.json],
        run: { try PackagesBench.run($0) })

    private static let skills = Command(
        name: "skills",
        summary:
            "processor time of a turn of a shop, and of each of its skills; scripts/bench makes the shop",
        parameters: [
            .init(name: "FOLDER", summary: "as 'concierge init --demo' made it", completion: .folder)
        ],
        options: [
            .init(
                name: "texts", value: "FILE", summary: "what customers write, a line each", completion: .file),
            .json,
        ],
        run: { try SkillsBench.run($0) })

    private static let floor = Command(
        name: "floor",
        summary:
            "the same server and group commit with eight rows a turn, no skills and no pipeline; serves until it is stopped",
        options: [
            .init(name: "data", value: "DIR", summary: "where its store goes", completion: .folder),
            .init(name: "port", value: "N", summary: "else a free one"),
        ],
        run: { try Floor.run($0) })
}
