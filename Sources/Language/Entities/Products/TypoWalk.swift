/// Looks for Latin names of five letters or more in which one letter is wrong, missing, too much, or in the wrong place;
/// in a name of two long words one letter of each.
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

    /// Two mistakes in a shorter name are another name.
    private static let fewestForTwo = 12

    /// One name on its way: how far it is in the trie and in the text.
    fileprivate struct Place {
        var node = Trie.root
        var at: Int
        /// Separators the text has had.
        var breaks = 0
        var mistakes = 1
        /// What `breaks` was at the first mistake.
        var breaksBefore = 0
        /// Letters since the last separator.
        var letters = 0
    }

    /// Follows the text as it is and, from each place of that way, every way with one letter changed.
    mutating func run() {
        var place: Place? = Place(at: start)
        while let here = place {
            fewestLetters = here.at == start ? 8 : 5
            correct(from: here, mistakes: 1)
            place = step(here)
        }
    }

    private mutating func correct(from here: Place, mistakes: Int) {
        let scalars = passage.scalars
        var next = skipped(here)
        (next.mistakes, next.breaksBefore) = (mistakes, next.breaks)
        let letter = next.at < scalars.count && scalars[next.at].isLatin ? scalars[next.at].value : nil
        // Missing in the text, or another in its place.
        for child in letters(below: here.node) {
            var missing = here
            (missing.node, missing.mistakes, missing.breaksBefore) = (child, mistakes, here.breaks)
            follow(missing)
            if let letter, table.trie.label(of: child) != letter {
                follow(next.advanced(to: child, by: 1))
            }
        }
        guard let letter else { return }
        // Too much in the text.
        follow(next.advanced(to: here.node, by: 1))
        // In the wrong order.
        guard next.at + 1 < scalars.count, scalars[next.at + 1].isLatin, scalars[next.at + 1].value != letter,
            let first = table.trie.child(of: here.node, scalars[next.at + 1].value),
            let second = table.trie.child(of: first, letter)
        else { return }
        follow(next.advanced(to: second, by: 2))
    }

    /// Goes on without another mistake, to the longest name there is; but a second word may have its own.
    private mutating func follow(_ place: Place) {
        var place: Place? = place
        while let here = place {
            visited += 1
            judge(here)
            if here.mistakes == 1, here.breaks > here.breaksBefore, here.letters > 0 {
                correct(from: here, mistakes: 2)
            }
            place = step(here)
        }
    }

    private func step(_ place: Place) -> Place? {
        let next = skipped(place)
        guard next.at < passage.count, next.at - start < 2 * NameTable.Builder.longest,
            let child = table.trie.child(of: place.node, Sounds.key(passage.scalars[next.at]))
        else { return nil }
        return next.advanced(to: child, by: 1)
    }

    private func skipped(_ place: Place) -> Place {
        var place = place
        while place.at < passage.count, place.at > start, passage.scalars[place.at].separatesName {
            place.at += 1
            place.breaks += 1
            place.letters = 0
        }
        return place
    }

    private mutating func judge(_ place: Place) {
        let values = table.trie.values(at: place.node)
        guard !values.isEmpty, place.at > start, let end = passage.nameEnd(place.at) else { return }
        for value in values.prefix(NameWalk.mostAtOnce) {
            let name = table[value]
            guard name.letters >= (place.mistakes == 2 ? Self.fewestForTwo : fewestLetters),
                !isParticiple(place.at, of: name),
                place.breaks <= name.breaks.nonzeroBitCount
            else { continue }
            ProductScan.Hit.keep(
                .init(range: start..<end, owners: [name.owner], confidence: place.mistakes == 2 ? 0.7 : 0.75),
                in: &best)
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

extension TypoWalk.Place {
    fileprivate func advanced(to node: Int, by letters: Int) -> Self {
        var place = self
        place.node = node
        place.at += letters
        place.letters += letters
        return place
    }
}
