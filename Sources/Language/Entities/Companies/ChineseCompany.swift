/// Reads a company's name back from its 有限公司, or on from 我们公司叫.
struct ChineseCompany {
    private let passage: Passage
    private let places: SortedRanges

    init(_ passage: Passage, _ places: SortedRanges) {
        self.passage = passage
        self.places = places
    }

    /// `isSure`: nothing but a company is called 有限公司, whereas 贸易公司 is a kind of company.
    func named(by suffix: Range<Int>, isSure: Bool) -> [Candidate] {
        let start = cut(border(before: suffix.lowerBound), suffix.lowerBound)
        let core = start..<suffix.lowerBound
        guard core.count >= 2, !isGeneral(core, withPlaces: !isSure) else { return [] }
        guard isSure || isNamed(core, suffix) else { return [] }
        guard isSure || (core.count <= 10 && !passage.contains(CompanyWords.verbs, in: core)) else {
            return []
        }
        return [passage.company(start..<suffix.upperBound, confidence: isSure ? 1 : 0.8)]
    }

    /// Many things are done with a 公司 or a 厂; a name comes behind 是 and the like, or begins with a place.
    private func isNamed(_ core: Range<Int>, _ suffix: Range<Int>) -> Bool {
        guard CompanyWords.everydaySuffixes.end(in: passage, at: suffix.lowerBound) == suffix.upperBound
        else { return true }
        if places.begins(at: core.lowerBound) != nil { return true }
        guard core.lowerBound > 0 else { return false }
        return passage.follows(CompanyWords.namings, at: core.lowerBound)
    }

    /// 公司名称：X, 抬头是X.
    func introduced(at place: Int) -> [Candidate] {
        var start = place
        while start < passage.count, " :是为叫写开".unicodeScalars.contains(passage.scalars[start]) { start += 1 }
        let isTold = start > place || ["叫", "是"].contains(passage.scalars[place - 1])
        return isTold || places.begins(at: start) != nil ? named(from: start) : []
    }

    /// 我是X的小李, 我们是X的采购.
    func presented(at place: Int) -> [Candidate] {
        if let end = CompanyWords.famous.end(in: passage, at: place), isWhoseSpeaker(end) {
            return [passage.company(place..<end, confidence: 0.8)]
        }
        guard let name = named(from: place).first, name.range.count <= 12 else { return [] }
        let end = name.range.upperBound
        guard end + 1 < passage.count, passage.scalars[end] == "的",
            !"部科组办店室".unicodeScalars.contains(passage.scalars[end - 1])
        else { return [] }
        let people = ChineseName(passage)
        let isWhoSpeaks =
            (people.titled(at: end + 1) ?? people.familiar(at: end + 1)) != nil
            || CompanyWords.roles.end(in: passage, at: end + 1) != nil
        return isWhoSpeaks ? [name] : []
    }

    /// 我是比亚迪的, whereas 我是大众的粉丝 is of something else.
    private func isWhoseSpeaker(_ end: Int) -> Bool {
        end < passage.count && passage.scalars[end] == "的"
            && (end + 1 == passage.count || passage.endsClause(at: end + 1))
    }

    private func named(from start: Int) -> [Candidate] {
        var end = start
        while end < passage.count, end - start < 24, continues(end),
            !CompanyWords.borders.contains(passage.scalars[end])
        {
            end += 1
        }
        let range = start..<end
        guard range.count >= 2, !isGeneral(range, withPlaces: true),
            !passage.contains(CompanyWords.verbs, in: range)
        else {
            return []
        }
        return [passage.company(range, confidence: 0.8)]
    }

    /// Where the words before a suffix stop being a name.
    private func border(before end: Int) -> Int {
        var start = end
        while start > 0, end - start < 24, continues(start - 1) {
            let scalar = passage.scalars[start - 1]
            if CompanyWords.borders.contains(scalar) || passage.follows(CompanyWords.leads, at: start) {
                break
            }
            if joins(start - 1) { break }
            start -= 1
        }
        while end - start > 2, CompanyWords.openers.contains(passage.scalars[start]) { start += 1 }
        return start
    }

    private func continues(_ index: Int) -> Bool {
        let scalar = passage.scalars[index]
        if scalar.isHan || scalar.isWord || "()&·".unicodeScalars.contains(scalar) { return true }
        guard scalar == " " || scalar == "-" else { return false }
        return index > 0 && passage.scalars[index - 1].isWord
            && (index + 1 < passage.count && passage.scalars[index + 1].isWord)
    }

    /// 和 joins two names unless one begins with it: 和利时.
    private func joins(_ index: Int) -> Bool {
        guard "和与及跟".unicodeScalars.contains(passage.scalars[index]), index > 0 else { return false }
        let before = passage.scalars[index - 1]
        return before.isHan && !CompanyWords.borders.contains(before)
    }

    /// A name begins with its place unless that stands in brackets.
    private func cut(_ start: Int, _ end: Int) -> Int {
        guard let place = places.first(from: start + 1), place.upperBound <= end,
            passage.scalars[place.lowerBound - 1] != "(",
            !isGeneral(place.upperBound..<end, withPlaces: true),
            isGeneral(start..<place.lowerBound, withPlaces: false)
                || !passage.scalars[place.lowerBound - 1].isHan
        else { return start }
        return place.lowerBound
    }

    /// Whether all of it says only what kind of company: 贵, 外贸, 一家小.
    private func isGeneral(_ range: Range<Int>, withPlaces: Bool) -> Bool {
        var at = range.lowerBound
        while at < range.upperBound {
            if let end = CompanyWords.general.end(in: passage, at: at), end <= range.upperBound {
                at = end
            } else if let end = IndustryReader.end(in: passage, at: at) {
                // 饮料厂 is a word of an industry with its suffix.
                at = end
            } else if withPlaces, let place = places.begins(at: at),
                place.upperBound <= range.upperBound
            {
                at = place.upperBound
            } else {
                return false
            }
        }
        return true
    }
}
