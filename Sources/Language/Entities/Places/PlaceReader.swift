/// Finds provinces, cities, countries and regions, under one name each.
enum PlaceReader {
    struct Place: Sendable {
        /// Nil for a word that only looks like a place.
        var name: String?
        var isAmbiguous = false
        var needsCapitals = false
    }

    static func read(_ passage: Passage) -> [Candidate] {
        vocabulary.all(in: passage).compactMap { hit in
            guard let name = hit.payload.name else { return nil }
            let range = hit.range.lowerBound..<end(hit.range, in: passage)
            if isAddress(hit.range.lowerBound, in: passage) { return nil }
            if hit.payload.needsCapitals, !hit.range.allSatisfy(passage.isCapital) { return nil }
            if hit.payload.isAmbiguous, range == hit.range, !followsPreposition(range.lowerBound, in: passage)
            {
                return nil
            }
            return Candidate(.place, range, .text(name))
        }
    }

    /// zhang_san@公司.中国: behind a point, with an @ before it.
    private static func isAddress(_ start: Int, in passage: Passage) -> Bool {
        guard start > 0, passage.scalars[start - 1] == "." else { return false }
        return passage.scalars[max(0, start - 64)..<start].reversed().prefix { $0 != " " && $0 != "," }
            .contains("@")
    }

    /// The place with 市, 省 and the like behind it.
    private static func end(_ range: Range<Int>, in passage: Passage) -> Int {
        let at = range.upperBound
        guard at < passage.count, passage.scalars[at - 1].isHan, suffixes.contains(passage.scalars[at]) else {
            return at
        }
        // 上海市场 is Shanghai's market, not the market of 上海市; so with 省内, 区别, 港口 and 州际.
        let next = at + 1 < passage.count ? passage.scalars[at + 1] : " "
        return wordsWithSuffix.contains([passage.scalars[at], next]) ? at : at + 1
    }

    private static let suffixes = ScalarSet("省市县区州镇港盟")
    private static let wordsWithSuffix = Set(
        [
            "市场", "市面", "市价", "市值", "区域", "区别", "港口", "港币", "县城", "区间", "区块", "省钱", "省电", "省心", "省事", "省时",
            "港澳", "港元",
        ].map {
            Array($0.unicodeScalars)
        })

    private static func followsPreposition(_ start: Int, in passage: Passage) -> Bool {
        guard start > 0 else { return false }
        if passage.scalars[start - 1].isHan { return before.contains(passage.scalars[start - 1]) }
        guard passage.scalars[start - 1] == " ", start > 1 else { return false }
        let word = passage.wordStart(before: start - 1)
        return prepositions.end(in: passage, at: word) == start - 1
    }

    private static let before = ScalarSet("在到从去往至自发寄送运于抵回离达是们")
    private static let prepositions = Phrases(
        words: "in to from at near via fob cif exw dap ddp port visiting within of")
}

extension PlaceReader {
    private static let vocabulary = Phrases(chinese + world, lists: [(ChinesePlaces.traps, Place())])

    private typealias Entry = (phrase: String, payload: Place)

    private static let world: [Entry] = [WorldPlaces.countries, WorldPlaces.cities, ChinesePlaces.others]
        .flatMap { $0.cells(at: "\n") }.flatMap(entries)

    private static func entries(_ line: Substring) -> [Entry] {
        let names = line.cells(at: "|")
        let first = String(names[0].drop { $0 == "?" })
        return names.map { name in
            (
                String(name.drop { $0 == "?" || $0 == "^" }),
                Place(name: first, isAmbiguous: name.first == "?", needsCapitals: name.first == "^")
            )
        }
    }

    private static let chinese: [Entry] = {
        var entries: [Entry] = []
        var latin: Set<String> = []
        for word in ChinesePlaces.provinces.utf8.split(whereSeparator: { $0 == 32 || $0 == 10 || $0 == 58 }) {
            let word = Substring(word)
            let marks = word.reversed().prefix { $0 == "?" || $0 == "!" }
            let parts = word.dropLast(marks.count).split(separator: "=")
            let name = String(parts[0])
            entries.append((name, Place(name: name, isAmbiguous: marks.contains("?"))))
            let spelled = parts.count > 1 ? String(parts[1].map { $0 == "_" ? " " : $0 }) : reading(of: name)
            guard !marks.contains("!"), spelled.count > 4, latin.insert(spelled).inserted else { continue }
            entries.append((spelled, Place(name: name)))
        }
        return entries
    }()

    private static func reading(of name: String) -> String {
        name.unicodeScalars.compactMap(Pinyin.reading).joined()
    }
}
