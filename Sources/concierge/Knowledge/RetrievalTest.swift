import ConciergeCore
import Knowledge

/// Holds what is found against what somebody expects.
struct RetrievalTest {
    /// Further down nobody looks.
    static let depth = 10

    let keeper: KnowledgeKeeper

    struct Result {
        struct Miss {
            var line: Int
            var question: String
            var expected: String
            var found: String?
        }

        /// Those of its lines that could be asked.
        var file: TabbedFile
        var n = 0
        var first = 0
        var third = 0
        var reciprocal = 0.0
        var misses: [Miss] = []
    }

    func run(_ path: String) throws -> Result {
        var file = try TabbedFile(path, "question", "entry")
        var ids: [Int: String] = [:]
        for line in file.lines { ids[line.number] = keeper.base.entry(named: line.second) }
        file.reject { line in
            guard ids[line.number] == nil else { return nil }
            return "no entry '\(line.second.prefix(80))'; name it by its id or by its exact question"
        }
        try file.complain()
        var result = Result(file: file)
        for line in file.lines {
            result.add(line, found: find(line.first), id: ids[line.number] ?? "")
        }
        return result
    }

    private func find(_ text: String) -> [String] {
        keeper.hits(for: text, limit: Self.depth, threshold: nil, locale: "zh-CN").map(\.id)
    }
}

extension RetrievalTest.Result {
    mutating func add(_ line: TabbedFile.Line, found: [String], id: String) {
        n += 1
        let rank = found.firstIndex(of: id)
        if rank == 0 { first += 1 }
        if let rank, rank < 3 { third += 1 }
        if let rank { reciprocal += 1 / Double(rank + 1) }
        if rank != 0 {
            misses.append(
                Miss(line: line.number, question: line.first, expected: line.second, found: found.first))
        }
    }

    private func share(_ count: Int) -> Double { Double(count) / Double(n) }

    var value: Value {
        [
            "n": .int(Int64(n)), "recall_at_1": .double(share(first)), "recall_at_3": .double(share(third)),
            "mrr": .double(reciprocal / Double(n)),
            "misses": .list(
                misses.map { miss in
                    .compact([
                        "line": .int(Int64(miss.line)), "question": .text(miss.question),
                        "expected": .text(miss.expected), "found": Value(miss.found),
                    ])
                }),
        ]
    }

    var text: String {
        var lines = misses.map { miss in
            "line \(miss.line): '\(miss.question.printable)' found \(miss.found.map { "'\($0)'" } ?? "nothing"), not '\(miss.expected)'"
        }
        let mrr = (reciprocal / Double(n)).thousandths
        lines.append(
            "\(n) question\(n == 1 ? "" : "s"): R@1 \(share(first).percent), R@3 \(share(third).percent), MRR \(mrr)"
        )
        return lines.joined(separator: "\n")
    }
}
