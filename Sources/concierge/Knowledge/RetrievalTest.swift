import ConciergeCore
import Knowledge
import Unix

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

        var n = 0
        var first = 0
        var third = 0
        var reciprocal = 0.0
        var misses: [Miss] = []
    }

    func run(_ path: String) throws -> Result {
        let bytes = try Files.read(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure("\(path): this is not UTF-8; save it as UTF-8")
        }
        var result = Result()
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() where line.contains(where: { !$0.isWhitespace }) {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard parts.count == 2 else {
                throw Failure("\(path):\(index + 1): \(parts.count - 1) tabs; write question, tab, entry")
            }
            try result.add(
                index + 1, String(parts[0]), expected: String(parts[1]).trimmed,
                found: find(String(parts[0])),
                id: id(of: String(parts[1]).trimmed, at: "\(path):\(index + 1)"))
        }
        guard result.n > 0 else { throw Failure("\(path): empty; write lines of question, tab, entry") }
        return result
    }

    private func find(_ text: String) -> [String] {
        keeper.hits(for: text, limit: Self.depth, threshold: nil, locale: "zh-CN").map(\.id)
    }

    private func id(of expected: String, at place: String) throws -> String {
        guard let id = keeper.base.entry(named: expected) else {
            throw Failure("\(place): no entry '\(expected)'; name it by its id or by its exact question")
        }
        return id
    }
}

extension RetrievalTest.Result {
    mutating func add(_ line: Int, _ question: String, expected: String, found: [String], id: String) throws {
        n += 1
        let rank = found.firstIndex(of: id)
        if rank == 0 { first += 1 }
        if let rank, rank < 3 { third += 1 }
        if let rank { reciprocal += 1 / Double(rank + 1) }
        if rank != 0 {
            misses.append(Miss(line: line, question: question, expected: expected, found: found.first))
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
        lines.append("\(n) questions: R@1 \(share(first).percent), R@3 \(share(third).percent), MRR \(mrr)")
        return lines.joined(separator: "\n")
    }
}
