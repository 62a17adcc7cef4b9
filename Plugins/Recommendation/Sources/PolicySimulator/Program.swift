internal import Recommendation
internal import SkillKit

/// `policies [--figures] [--seeds FIRST..LAST] [--conversations N] [--no-variations] <rules.json`
@main
struct Program {
    var isForBench = false
    var varies = true
    var seeds = 1..<11
    var conversations = 10_000

    static let usage =
        "usage: policies [--figures] [--seeds FIRST..LAST] [--conversations N] [--no-variations] <rules.json"

    static func main() throws {
        var program = Program()
        guard program.read(CommandLine.arguments.dropFirst()) else { return print(usage) }
        var json = ""
        while let line = readLine(strippingNewline: false) { json += line }
        try program.run(Written.settings(json))
    }

    private mutating func read(_ arguments: ArraySlice<String>) -> Bool {
        var words = arguments.makeIterator()
        while let word = words.next() {
            switch word {
            case "--figures": isForBench = true
            case "--no-variations": varies = false
            case "--seeds":
                let ends = (words.next() ?? "").split(separator: ".", omittingEmptySubsequences: true)
                    .compactMap { Int($0) }
                guard ends.count == 2, ends[0] <= ends[1] else { return false }
                seeds = ends[0]..<(ends[1] + 1)
            case "--conversations":
                guard let count = words.next().flatMap({ Int($0) }), count > 0 else { return false }
                conversations = count
            default: return false
            }
        }
        return true
    }

    private func run(_ settings: Settings) throws {
        let table = Table(
            comparison: try Comparison(settings, Assumptions(), seeds: seeds, conversations: conversations))
        if isForBench { return table.comparison.figures.forEach { print($0) } }
        print(
            "\(conversations) simulated conversations under each policy, the mean of \(seeds.count) seeds; simulated buyers, not customers\n"
        )
        print("Assumed, not measured:")
        for line in Assumptions().lines { print("- \(line)") }
        print("")
        table.lines.forEach { print($0) }
        guard varies else { return }
        print("\n" + Table.variationHead)
        print(table.variation("as assumed"))
        for variation in Assumptions.variations {
            let comparison = try Comparison(
                settings, variation.assumptions, seeds: seeds.prefix(3), conversations: conversations)
            print(Table(comparison: comparison).variation(variation.name))
        }
    }
}
