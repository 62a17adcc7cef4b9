/// Looks for names as they are written, with other separators, or with one word of the same sound.
struct NameWalk {
    private let table: NameTable
    private let passage: Passage
    private let start: Int
    private var taken: [Unicode.Scalar] = []
    /// Bit n: the text has a separator before the n-th scalar taken.
    private var breaks: UInt64 = 0
    private(set) var best: ProductScan.Hit?
    private(set) var visited = 0

    init(_ table: NameTable, _ passage: Passage, from start: Int) {
        self.table = table
        self.passage = passage
        self.start = start
    }

    /// Several products may have one name, but nobody is helped by hundreds.
    static let mostAtOnce = 64

    mutating func run() {
        let scalars = passage.scalars
        var (node, at) = (Trie.root, start)
        while at < scalars.count, at - start < 3 * NameTable.Builder.longest {
            if scalars[at].separatesName {
                breaks |= 1 << UInt64(taken.count)
                at += 1
                continue
            }
            guard let next = table.trie.child(of: node, Sounds.key(scalars[at])) else { return }
            node = next
            taken.append(scalars[at])
            at += 1
            visited += 1
            judge(table.trie.values(at: node), endingAt: at)
        }
    }

    /// Keeps the names that end here and fit best.
    private mutating func judge(_ values: ArraySlice<Int32>, endingAt end: Int) {
        guard !values.isEmpty else { return }
        let whole = passage.nameEnd(end)
        let isRunOn = whole == nil || !passage.mayBegin(at: start)
        guard let last = whole ?? runOnEnd(end) else { return }
        for value in values.prefix(Self.mostAtOnce) {
            visited += 1
            let name = table[value]
            guard var confidence = confidence(name) else { continue }
            if isRunOn {
                guard isPlain(name), confidence > Self.runOnConfidence else { continue }
                confidence = Self.runOnConfidence
            }
            ProductScan.Hit.keep(
                .init(range: start..<last, owners: [name.owner], confidence: confidence), in: &best)
        }
    }

    private static let runOnConfidence = 0.9

    /// Where a name ends behind which other words follow without a space.
    private func runOnEnd(_ end: Int) -> Int? {
        passage.mayEnd(at: end) || passage.runOnEnd(end) == nil ? nil : end
    }

    /// Whether it would be found in no word by chance: a code of letters and digits, or six letters.
    private func isPlain(_ name: NameTable.Name) -> Bool {
        name.characters == 0 && name.letters > 0 && (name.letters >= 6 || taken.contains(where: \.isDigit))
    }

    private func confidence(_ name: NameTable.Name) -> Double? {
        guard fits(name) else { return nil }
        let wrong = taken.indices.filter { taken[$0] != table.scalar($0, of: name) }
        switch wrong.count {
        case 0: return breaks == name.breaks ? 1 : 0.95
        case 1: return name.characters >= 4 ? 0.8 : nil
        // 工业及其人: a word of two characters was taken for another.
        case 2: return name.characters >= 4 && wrong[0] + 1 == wrong[1] ? 0.75 : nil
        default: return nil
        }
    }

    /// Whether separators were added or left out only where that makes no other word or number.
    private func fits(_ name: NameTable.Name) -> Bool {
        if isPlainWord(name) { return passage.isCapital(start) }
        guard breaks != name.breaks else { return true }
        for index in 1..<max(taken.count, 1) where (breaks ^ name.breaks) & 1 << UInt64(index) != 0 {
            let (a, b) = (taken[index - 1], taken[index])
            if a.isDigit && b.isDigit, breaks & 1 << UInt64(index) != 0 || !isCode(name) { return false }
            guard breaks & 1 << UInt64(index) != 0, a.isLatin else { continue }
            if b.isLatin, run(before: index) < 3 || run(after: index) < 3 { return false }
            if b.isDigit, beginsCommonly(before: index) { return false }
        }
        return true
    }

    /// S7-1200 without its hyphen is no other number.
    private func isCode(_ name: NameTable.Name) -> Bool { name.letters > 0 && name.count >= 5 }

    /// A name such as "One" is only one when it is written like a name.
    private func isPlainWord(_ name: NameTable.Name) -> Bool {
        name.letters == name.count && breaks == 0
            && CommonWords.english.end(in: passage, at: start) == start + taken.count
    }

    private func run(before index: Int) -> Int {
        var first = index - 1
        while first > 0, breaks & 1 << UInt64(first) == 0 { first -= 1 }
        return index - first
    }

    private func run(after index: Int) -> Int {
        var end = index + 1
        while end < taken.count, breaks & 1 << UInt64(end) == 0 { end += 1 }
        return end - index
    }

    /// "in 5" is not the product IN5.
    private func beginsCommonly(before index: Int) -> Bool {
        index == run(before: index) && CommonWords.english.end(in: passage, at: start) == start + index
    }
}
