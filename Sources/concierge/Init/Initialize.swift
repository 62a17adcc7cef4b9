import ConciergeCore
import Unix

/// `concierge init`: a folder that a host can start from.
enum Initialize {
    static let command = Command(
        name: "init",
        summary: "write a commented configuration, sample knowledge and the first token into a folder",
        details: """
            Nothing that is there already is written over. --demo makes a shop for industrial automation that has been open for
            a year: products, questions, documents, agents, and customers with their orders, which are in the store and in demo/,
            and with the tickets, surveys, leads and offers of that year.
            """,
        examples: ["concierge init shop && cd shop && concierge serve", "concierge init --demo demo-shop"],
        parameters: [.init(name: "DIR", summary: "the folder; made when it is missing", completion: .folder)],
        options: [
            .init(name: "demo", value: nil, summary: "a shop to try everything with"),
            .init(name: "customers", value: "N", summary: "how many the demo has (500)"),
            .init(name: "seed", value: "N", summary: "another number, other customers (1)"),
            .init(name: "day", value: "DATE", summary: "the day after the demo's last order; else today"),
        ],
        run: run)

    private static func run(_ invocation: Invocation) throws {
        let folder = invocation.first
        guard invocation.has("demo") else {
            if let option = ["customers", "seed", "day"].first(where: invocation.has) {
                throw Misuse("--\(option): only a demo has it; add --demo, or take it out")
            }
            return try fill(folder, Template.basics)
        }
        let count = try invocation.integer("customers", in: 0...100_000_000)
        let seed = try invocation.integer("seed", in: 0...Int(Int32.max))
        let day = try Timestamp.day(invocation["day"])
        let demo = try DemoFolder()
        let intake = DemoIntake(
            shop: try demo.shop(seed: seed ?? 1, day: day), count: count ?? 500, folder: folder)
        try fill(folder, try demo.templates() + [Template.ignored])
        if intake.isDone {
            Terminal.remark("\(folder): customers and orders are in its store already; left as they are")
        } else {
            try intake.load()
        }
    }

    private static func fill(_ folder: String, _ files: [Template]) throws {
        try Files.makeFolders(folder)
        for file in files {
            let path = Files.join(folder, file.path)
            if Files.exists(path) {
                Terminal.remark("\(path): already there; left as it is")
                continue
            }
            try Files.makeFolders(Files.folder(of: path))
            try Files.create(path, file.text)
            Terminal.print(path)
        }
        let data = DataFolder(path: Files.join(folder, "data"))
        let hadToken = Files.exists(data.tokenFile)
        _ = try data.token()
        if !hadToken { Terminal.print(data.tokenFile) }
    }
}
