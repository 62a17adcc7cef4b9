import ConciergeCore

/// `concierge bench`: the benchmarks that need no other program.
enum Benchmarks {
    static let command = Command(
        name: "bench", summary: "the benchmarks that need no other program",
        details: "scripts/bench runs them, beside those that need a load generator, and prints a table.",
        options: [.init(name: "list", value: nil, summary: "name them")],
        subcommands: [hop, knowledge, floor],
        run: { invocation in
            guard invocation.has("list") else { throw Misuse("no benchmark; give one") }
            Terminal.print("hop\nknowledge")
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

/// One figure beside its floor, as scripts/bench reads it.
struct Figure {
    var name: String
    var value: Double
    var unit: String
    var floor: Double
    /// The largest difference to the floor that is good.
    var most: Double

    var json: Value {
        let difference = value - floor
        return [
            "name": .text(name), "value": .double(rounded(value)), "unit": .text(unit),
            "floor": .double(rounded(floor)), "ratio": .double(rounded(value / floor)),
            "wanted": .text("value - floor <= \(Int(most))"), "met": .bool(difference <= most),
        ]
    }

    private func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
}
