import Language
import Threads
import Unix

/// What it costs to search a hundred thousand questions and answers, to change one of them, and to keep them.
enum KnowledgeBench {
    private static let entries = 100_000
    private static let searches = 2000
    private static let updates = 200

    static func run(_ invocation: Invocation) throws {
        let babble = Babble()
        let before = try residentBytes()
        var index = KnowledgeIndex()
        let build = seconds { index = KnowledgeIndex((0..<entries).lazy.map(babble.document)) }
        Memory.giveBack()
        let memory = try residentBytes() - before
        var figures = search(index, babble)
        figures.append(update(index, babble))
        let texts = (0..<entries).reduce(0) { $0 + size(babble.document($1)) }
        figures.append(
            Figure(
                name: "knowledge/memory", value: Double(memory) / Double(entries), unit: "B/entry",
                floor: Double(texts) / Double(entries), goal: .aboveFloor(600)))
        let generate = seconds { for number in 0..<entries { _ = babble.document(number) } }
        figures.append(
            Figure(name: "knowledge/build", value: build, unit: "s", floor: generate, goal: .aboveFloor(5)))
        for figure in figures { figure.show(invocation) }
    }

    /// Beside what it takes to read the question.
    private static func search(_ index: KnowledgeIndex, _ babble: Babble) -> [Figure] {
        var dice = Dice(seed: 3)
        let questions = (0..<searches).map { _ in babble.question(to: dice.below(entries), &dice) }
        let reading = microseconds(questions) { _ = FoldedText($0) }
        let times = microseconds(questions) { _ = index.search(FoldedText($0), limit: 3) }
        return [("median", 0.5, 1000.0), ("p99", 0.99, 3000)].map { name, share, most in
            let place = Int(Double(searches - 1) * share)
            return Figure(
                name: "knowledge/search-\(name)", value: times[place], unit: "µs", floor: reading[place],
                goal: .aboveFloor(most))
        }
    }

    /// Changing one entry while others search the index as it was, beside reading that entry alone.
    private static func update(_ index: KnowledgeIndex, _ babble: Babble) -> Figure {
        let changed = (0..<updates).map { number in
            var document = babble.document(entries + number)
            document.id = "faq-\(number * 311 % entries)"
            return document
        }
        var next = index
        let times = microseconds(changed) { document in
            let served = next
            next.update(document)
            withExtendedLifetime(served) {}
        }
        let alone = microseconds(changed) { _ = KnowledgeIndex([$0]) }
        return Figure(
            name: "knowledge/update", value: times[updates / 2], unit: "µs", floor: alone[updates / 2],
            goal: .aboveFloor(1000))
    }

    /// How long it takes with each, the shortest first.
    private static func microseconds<Item>(_ items: [Item], _ body: (Item) -> Void) -> [Double] {
        items.map { item in seconds { body(item) } * 1_000_000 }.sorted()
    }

    private static func seconds(_ body: () -> Void) -> Double {
        let start = monotonicNanoseconds()
        body()
        return Double(monotonicNanoseconds() - start) / 1_000_000_000
    }

    private static func size(_ document: KnowledgeIndex.Document) -> Int {
        document.text.utf8.count + document.questions.reduce(0) { $0 + $1.utf8.count }
    }

    private static func residentBytes() throws -> Int {
        let pages = String(decoding: try Files.read("/proc/self/statm"), as: UTF8.self).split(separator: " ")
        return (pages.count > 1 ? Int(pages[1]) ?? 0 : 0) * 4096
    }
}
