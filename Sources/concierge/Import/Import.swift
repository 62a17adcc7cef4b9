import ConciergeCore
import Gateway
import Unix

/// `concierge import`: customers, orders, agents and products from a file.
enum Import {
    static let command = Command(
        name: "import",
        summary: "take customers, orders, agents or products in from a CSV or JSON Lines file",
        details: """
            A CSV's first line names the columns; a JSON Lines file has one object a line.
              customers  id, name, phone, email, company, industry, tier, locale; any 'attributes.X'
              agents     id, name, competences (with ';'), capacity, presence
              orders     customer, id, product, quantity, amount, status, paid_at, shipped_at, tracking
              products   id, name, price, currency, description, … written to knowledge/products.yaml, as one line each
            Importing a file again changes nothing. Lines that are refused are named with the reason; the rest is taken in.
            """,
        examples: [
            "concierge import customers customers.csv",
            "concierge import orders orders.jsonl --report refused.txt",
        ],
        parameters: [
            .init(
                name: "KIND", summary: "what is in it", completion: .choices(kinds)),
            .init(
                name: "FILE", summary: "FILE.csv or FILE.jsonl; '-' is stdin as JSON Lines", completion: .file
            ),
        ],
        options: [
            .config, .json,
            .init(
                name: "events", value: nil,
                summary: "tell skills of each order that became paid; else they hear nothing of an import"),
            .init(
                name: "report", value: "FILE", summary: "write every refused line there", completion: .file),
        ],
        run: run)

    private static let kinds = ImportKind.allCases.map(\.rawValue) + ["products"]

    private static func run(_ invocation: Invocation) throws {
        let file = invocation.arguments[1]
        // No other words pass the command line: what a host does not take in are products.
        guard let kind = ImportKind(rawValue: invocation.first) else {
            let rows = try RowReader.rows(of: file, in: .ofProducts)
            return try report(ProductImport(place: Workplace(invocation)).take(rows), of: file, invocation)
        }
        let rows = try RowReader.rows(of: file, in: Columns(of: kind))
        let place = try Workplace(invocation)
        try report(
            place.withHost { try Upload(client: $0, kind: kind, tells: invocation.has("events")).take(rows) },
            of: file, invocation)
    }

    static func report(_ outcome: ImportOutcome, of file: String, _ invocation: Invocation) throws {
        let refused = outcome.refused.sorted { $0.line < $1.line }.map { "\(file):\($0.line): \($0.reason)" }
        refused.forEach(Terminal.remark)
        // A line may have more than one fault.
        let count = Set(outcome.refused.map(\.line)).count
        if let report = invocation["report"] {
            try Files.replace(report, with: refused.map { $0 + "\n" }.joined())
        }
        if invocation.has("json") {
            Terminal.print(
                JSON.text([
                    "taken": .int(Int64(outcome.taken)), "refused": .int(Int64(count)),
                    "lines": .list(
                        outcome.refused.map { ["line": .int(Int64($0.line)), "reason": .text($0.reason)] }),
                ]))
        } else {
            Terminal.print("\(outcome.taken) taken in, \(count) refused")
        }
        guard refused.isEmpty else {
            throw Failure(
                "\(file): \(count) of \(outcome.taken + count) lines were refused; mend them and import again"
            )
        }
    }
}

/// How an import went.
struct ImportOutcome: Sendable {
    struct Refusal: Sendable {
        var line: Int
        var reason: String
    }

    var taken = 0
    var refused: [Refusal] = []
}
