/// One reading of a passage for the names of a catalogue.
struct ProductScan {
    /// Names that stand at a place, all equally well.
    struct Hit {
        var range: Range<Int>
        /// The places of the products in their catalogue.
        var owners: [Int32]
        var confidence: Double
        /// The longest hit wins; a corrected one counts two less.
        var weight: Int { range.count - (confidence < 0.9 ? 2 : 0) }
    }

    let catalogue: ProductNames
    let passage: Passage
    /// Nodes looked at: what the reading costs, however many names there are.
    private(set) var visited = 0
    private(set) var hits: [Hit] = []

    init(_ catalogue: ProductNames, _ passage: Passage) {
        self.catalogue = catalogue
        self.passage = passage
        guard !catalogue.names.isEmpty else { return }
        for start in passage.starts where !passage.scalars[start].separatesName { read(at: start) }
        hits = withoutOverlaps(hits)
        readHeads()
    }

    private mutating func read(at start: Int) {
        var walk = NameWalk(catalogue.names, passage, from: start)
        walk.run()
        visited += walk.visited
        if let hit = walk.best {
            hits.append(hit)
        } else if passage.scalars[start].isLatin {
            if readRunOn(from: start) { return }
            let end = passage.wordEnd(from: start)
            guard CommonWords.english.end(in: passage, at: start) != end else { return }
            readSpelledOrMistyped(at: start, beyond: isOrdinary(end, from: start) ? end : start)
        } else if passage.scalars[start].isHan {
            var slip = SlipWalk(catalogue.names, passage, from: start)
            slip.run()
            visited += slip.visited
            if let hit = slip.best { hits.append(hit) }
        }
    }

    /// Names among words without their spaces; whether there are any.
    private mutating func readRunOn(from start: Int) -> Bool {
        let found = hits.count
        for place in passage.runOnStarts(from: start) {
            var walk = NameWalk(catalogue.names, passage, from: place)
            walk.run()
            visited += walk.visited
            if let hit = walk.best { hits.append(hit) }
        }
        return hits.count > found
    }

    /// Whether the word is one that nobody means a product's name by.
    private func isOrdinary(_ end: Int, from start: Int) -> Bool {
        [CommonWords.goods, CommonWords.everyday, PersonWords.firstNames].contains {
            $0.end(in: passage, at: start) == end
        }
    }

    private mutating func readSpelledOrMistyped(at start: Int, beyond end: Int) {
        var spelling = PinyinWalk(catalogue.names, passage, from: start)
        spelling.run()
        visited += spelling.visited
        if let hit = spelling.best { return hits.append(hit) }
        var typo = TypoWalk(catalogue.names, passage, from: start)
        typo.run()
        visited += typo.visited
        if let hit = typo.best, hit.range.upperBound > end { hits.append(hit) }
    }

    static let headConfidence = 0.6

    /// What names end with, where nothing before it says that another thing is meant.
    private mutating func readHeads() {
        guard !catalogue.heads.isEmpty else { return }
        var heads: [Hit] = []
        var occupancy = Occupancy(passage.count)
        for hit in hits { _ = occupancy.take(hit.range) }
        for start in passage.starts where mayBeHead(at: start) {
            var walk = NameWalk(catalogue.heads, passage, from: start)
            walk.run()
            visited += walk.visited
            var found = walk.best
            if found == nil, passage.scalars[start].isLatin {
                var spelling = PinyinWalk(catalogue.heads, passage, from: start)
                spelling.run()
                visited += spelling.visited
                found = spelling.best
            }
            guard var hit = found, !occupancy.overlaps(hit.range) else { continue }
            hit.confidence = Self.headConfidence
            heads.append(hit)
        }
        hits = withoutOverlaps(hits + heads)
    }

    private func mayBeHead(at start: Int) -> Bool {
        guard passage.mayBegin(at: start), passage.scalars[start].isWord || passage.scalars[start].isHan
        else {
            return false
        }
        guard start > 0 else { return true }
        let before = passage.scalars[start - 1]
        if before.isHan { return HeadWords.characters.contains(before) }
        guard before == " " else { return !before.isWord }
        let word = passage.wordStart(before: start - 1)
        return word == start - 1 || HeadWords.words.end(in: passage, at: word) == start - 1
    }

    private func withoutOverlaps(_ hits: [Hit]) -> [Hit] {
        guard hits.count > 1 else { return hits }
        var occupancy = Occupancy(passage.count)
        let order = hits.indices.sorted { (hits[$0].weight, $1) > (hits[$1].weight, $0) }
        return order.filter { occupancy.take(hits[$0].range) }.sorted().map { hits[$0] }
    }

    var candidates: [Candidate] {
        hits.map { hit in
            let products = hit.owners.prefix(Self.mostProducts).map { catalogue.products[Int($0)] }
            return Candidate(.product, hit.range, .products(Array(products)), confidence: hit.confidence)
        }
    }

    /// So many products of one name are named; more help nobody to choose.
    private static let mostProducts = 16
}
