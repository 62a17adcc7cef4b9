/// Looks for Latin names of five letters or more in which one letter is wrong, missing, too much, or in the wrong place.
struct TypoWalk {
    private let table: NameTable
    private let passage: Passage
    private let start: Int
    private(set) var best: ProductScan.Hit?
    private(set) var visited = 0
    /// A shorter name is not corrected, least of all at its beginning.
    private var fewestLetters = 5

    init(_ table: NameTable, _ passage: Passage, from start: Int) {
        self.table = table
        self.passage = passage
        self.start = start
    }

    /// One name on its way: how far it is in the trie and in the text.
    private struct Place {
        var node = Trie.root
        var at: Int
        /// Separators the text has had.
        var breaks = 0
    }

    /// Follows the text as it is and, from each place of that way, every way with one letter changed.
    mutating func run() {
        var place: Place? = Place(at: start)
        while let here = place {
            fewestLetters = here.at == start ? 8 : 5
            correct(from: here)
            place = step(here)
        }
    }

    private mutating func correct(from here: Place) {
        let scalars = passage.scalars
        let next = skipped(here)
        let letter = next.at < scalars.count && scalars[next.at].isLatin ? scalars[next.at].value : nil
        // Missing in the text, or another in its place.
        for child in letters(below: here.node) {
            follow(Place(node: child, at: here.at, breaks: here.breaks))
            if let letter, table.trie.label(of: child) != letter {
                follow(Place(node: child, at: next.at + 1, breaks: next.breaks))
            }
        }
        guard let letter else { return }
        // Too much in the text.
        follow(Place(node: here.node, at: next.at + 1, breaks: next.breaks))
        // In the wrong order.
        guard next.at + 1 < scalars.count, scalars[next.at + 1].isLatin, scalars[next.at + 1].value != letter,
            let first = table.trie.child(of: here.node, scalars[next.at + 1].value),
            let second = table.trie.child(of: first, letter)
        else { return }
        follow(Place(node: second, at: next.at + 2, breaks: next.breaks))
    }

    /// Goes on without another mistake, to the longest name there is.
    private mutating func follow(_ place: Place) {
        var place: Place? = place
        while let here = place {
            visited += 1
            judge(here)
            place = step(here)
        }
    }

    private func step(_ place: Place) -> Place? {
        var next = skipped(place)
        guard next.at < passage.count, next.at - start < 2 * NameTable.Builder.longest,
            let child = table.trie.child(of: place.node, Sounds.key(passage.scalars[next.at]))
        else { return nil }
        next.node = child
        next.at += 1
        return next
    }

    private func skipped(_ place: Place) -> Place {
        var place = place
        while place.at < passage.count, place.at > start, passage.scalars[place.at].separatesName {
            place.at += 1
            place.breaks += 1
        }
        return place
    }

    private mutating func judge(_ place: Place) {
        let values = table.trie.values(at: place.node)
        guard !values.isEmpty, place.at > start, let end = passage.nameEnd(place.at) else { return }
        for value in values.prefix(NameWalk.mostAtOnce) {
            let name = table[value]
            guard name.letters >= fewestLetters, !isParticiple(place.at, of: name),
                place.breaks <= name.breaks.nonzeroBitCount
            else { continue }
            ProductScan.Hit.keep(.init(range: start..<end, owners: [name.owner], confidence: 0.75), in: &best)
        }
    }

    /// "sorted" is no mistyped Sorter.
    private func isParticiple(_ end: Int, of name: NameTable.Name) -> Bool {
        passage.scalars[end - 1] == "d" && table.scalar(Int(name.count) - 1, of: name) == "r"
    }

    private func letters(below node: Int) -> [Int] {
        let trie = table.trie
        if node == Trie.root { return (UInt32(0x61)...0x7A).compactMap { trie.child(of: node, $0) } }
        return trie.children(of: node).filter { trie.label(of: $0) >= 0x61 && trie.label(of: $0) <= 0x7A }
    }
}
