/// Looks for Chinese names that were typed by their sound: "gongye jiqiren" for 工业机器人.
struct PinyinWalk {
    private let table: NameTable
    private let passage: Passage
    private let start: Int
    private(set) var best: ProductScan.Hit?
    private(set) var visited = 0

    init(_ table: NameTable, _ passage: Passage, from start: Int) {
        self.table = table
        self.passage = passage
        self.start = start
    }

    mutating func run() { follow(Trie.root, at: start, syllables: 0) }

    /// Tries each syllable the letters may begin with: "xian" is 西安 and 先.
    private mutating func follow(_ node: Int, at place: Int, syllables: Int) {
        let scalars = passage.scalars
        judge(node, endingAt: place, syllables: syllables)
        var at = place
        while at > start, at < scalars.count, scalars[at].separatesName || scalars[at] == "'" { at += 1 }
        guard at < scalars.count, visited < 4096 else { return }
        if let next = table.trie.child(of: node, scalars[at].value), scalars[at].isWord {
            visited += 1
            follow(next, at: at + 1, syllables: syllables)
        }
        var letters = Trie.root
        while at < scalars.count, scalars[at].isLatin,
            let longer = Sounds.syllables.child(of: letters, scalars[at].value)
        {
            letters = longer
            at += 1
            visited += 1
            guard let syllable = Sounds.syllables.values(at: letters).first,
                let next = table.trie.child(of: node, Sounds.key(ofSyllable: syllable))
            else { continue }
            follow(next, at: at, syllables: syllables + 1)
        }
    }

    private mutating func judge(_ node: Int, endingAt end: Int, syllables: Int) {
        guard syllables >= 2, passage.mayEnd(at: end) || isSpelled(end) else { return }
        for value in table.trie.values(at: node).prefix(NameWalk.mostAtOnce) {
            let name = table[value]
            guard name.characters == syllables else { continue }
            ProductScan.Hit.keep(.init(range: start..<end, owners: [name.owner], confidence: 0.85), in: &best)
        }
    }

    /// Whether nothing but syllables goes on to the word's end: jiqiren|duoshaoqian.
    private func isSpelled(_ place: Int) -> Bool {
        let end = passage.wordEnd(from: place)
        guard end - place <= RunOn.longest else { return false }
        let syllables = RunOn(passage.scalars[place..<end]) { Sounds.syllables.ends($0) }
        return syllables.places.last == end
    }
}
