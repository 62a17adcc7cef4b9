/// Looks for Chinese names with one slip of the keys: a character left out, two that changed places, one that looks alike.
struct SlipWalk {
    private let table: NameTable
    private let passage: Passage
    private let start: Int
    /// What the name must say; nil where the text has left it out.
    private var meant: [Unicode.Scalar?] = []
    private(set) var best: ProductScan.Hit?
    private(set) var visited = 0

    init(_ table: NameTable, _ passage: Passage, from start: Int) {
        self.table = table
        self.passage = passage
        self.start = start
    }

    /// Three characters with a fourth missing are as often another word.
    private static let fewestWhenMissing = 5
    private static let fewest = 4
    /// Where more names go on than this, nobody can say which was meant.
    private static let mostBranches = 64
    static let confidence = 0.75

    /// Follows the text as it is and, from each place of that way, every way with one slip.
    mutating func run() {
        var (node, at) = (Trie.root, start)
        while at + 1 < passage.count, at - start < NameTable.Builder.longest, passage.scalars[at].isHan {
            slip(below: node, at: at)
            guard let next = step(node, passage.scalars[at]) else { return }
            meant.append(passage.scalars[at])
            (node, at) = (next, at + 1)
        }
        if at + 1 == passage.count { slip(below: node, at: at) }
    }

    private mutating func slip(below node: Int, at: Int) {
        let scalar = passage.scalars[at]
        if let alike = Self.alike[scalar], let next = step(node, alike) { follow(next, at + 1, [alike]) }
        if at + 1 < passage.count, passage.scalars[at + 1].isHan, passage.scalars[at + 1] != scalar {
            let other = passage.scalars[at + 1]
            if let first = step(node, other), let second = step(first, scalar) {
                follow(second, at + 2, [other, scalar])
            }
        }
        guard at > start, table.trie.children(of: node).count <= Self.mostBranches else { return }
        for child in table.trie.children(of: node) {
            if let next = step(child, scalar) { follow(next, at + 1, [nil, scalar]) }
        }
    }

    /// Goes on without another slip, to the longest name there is.
    private mutating func follow(_ node: Int, _ at: Int, _ mended: [Unicode.Scalar?]) {
        let before = meant.count
        defer { meant.removeLast(meant.count - before) }
        meant += mended
        var (node, at) = (node, at)
        judge(node, endingAt: at)
        while at < passage.count, meant.count < NameTable.Builder.longest,
            let next = step(node, passage.scalars[at])
        {
            meant.append(passage.scalars[at])
            (node, at) = (next, at + 1)
            judge(node, endingAt: at)
        }
    }

    private mutating func step(_ node: Int, _ scalar: Unicode.Scalar) -> Int? {
        visited += 1
        return table.trie.child(of: node, Sounds.key(scalar))
    }

    private mutating func judge(_ node: Int, endingAt end: Int) {
        let fewest = meant.contains(nil) ? Self.fewestWhenMissing : Self.fewest
        guard meant.count >= fewest, passage.mayEnd(at: end) else { return }
        for value in table.trie.values(at: node).prefix(NameWalk.mostAtOnce) {
            visited += 1
            let name = table[value]
            guard name.characters >= fewest,
                meant.indices.allSatisfy({ meant[$0] == nil || meant[$0] == table.scalar($0, of: name) })
            else { continue }
            ProductScan.Hit.keep(
                .init(range: start..<end, owners: [name.owner], confidence: Self.confidence), in: &best)
        }
    }

    private static let alike: [Unicode.Scalar: Unicode.Scalar] = {
        var alike: [Unicode.Scalar: Unicode.Scalar] = [:]
        for pair in "入人 己已 未末 土士 日曰 干千 天夫 大太 刀力 电申 折拆 徽微 候侯 拔拨 晴睛 密蜜 汽气 侍待 析折 栽裁 输轮 轴铀 焊悍 阀闽 泵汞".split(
            separator: " ")
        {
            let scalars = Array(pair.unicodeScalars)
            (alike[scalars[0]], alike[scalars[1]]) = (scalars[1], scalars[0])
        }
        return alike
    }()
}
