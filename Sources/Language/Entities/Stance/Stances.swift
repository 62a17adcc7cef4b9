/// The stretches of a passage in which things are denied, and those in which they are only supposed.
struct Stances {
    private var denied: Occupancy
    private var supposed: Occupancy

    private let passage: Passage
    /// What is denied in the clause that is being read, unless it ends in a question.
    private var deniedInClause: [Range<Int>] = []
    private var clauseStart = 0
    /// Where a denial is under way: what it covers from, and whether 的 ends it.
    private var denial: (start: Int, isWeak: Bool)?
    private var supposition: Int?

    init(_ passage: Passage) {
        self.passage = passage
        denied = Occupancy(passage.count)
        supposed = Occupancy(passage.count)
        var at = 0
        while at < passage.count {
            if passage.endsClause(at: at), denial?.start != at || passage.scalars[at] != " " {
                endClause(at: at)
                at += 1
            } else if let cue = StanceWords.cues.longest(in: passage, at: at) {
                take(cue.payload, at..<cue.end)
                at = cue.end
            } else {
                if passage.scalars[at] == "的", denial?.isWeak == true { endDenial(at: at) }
                at += 1
            }
        }
        endClause(at: at)
    }

    func isNegated(_ place: Int) -> Bool { denied.contains(place) }
    func isHypothetical(_ place: Int) -> Bool { supposed.contains(place) }

    private mutating func take(_ cue: StanceWords.Cue, _ range: Range<Int>) {
        switch cue {
        case .none: break
        case .denial, .weakDenial:
            if !isQuestion(range.lowerBound) { deny(range, isWeak: cue == .weakDenial) }
        case .exception: leaveOut(from: range.upperBound)
        case .limit: if denial?.isWeak == true { endDenial(at: range.lowerBound) }
        case .denialBefore: deniedInClause.append(clause(before: range.lowerBound))
        case .contrast:
            if let denial, denial.start < range.lowerBound { endDenial(at: range.lowerBound) }
        case .supposition: supposition = supposition ?? range.upperBound
        case .saying where mayBeExample(range): supposition = supposition ?? range.upperBound
        case .saying: break
        case .suppositionBefore:
            endDenial(at: range.lowerBound)
            supposed.fill(clause(before: range.lowerBound))
        }
    }

    /// 除了减速器都要, not 除了减速器还要.
    private mutating func leaveOut(from start: Int) {
        let clauseEnd = passage.clauseEnd(from: start)
        let rest = start..<passage.clauseEnd(from: min(clauseEnd + 1, passage.count))
        if rest.contains(where: { StanceWords.additions.end(in: passage, at: $0) != nil }) { return }
        let end = (start..<clauseEnd).first { StanceWords.exceptionEnds.end(in: passage, at: $0) != nil }
        deniedInClause.append(start..<(end ?? clauseEnd))
    }

    private mutating func deny(_ range: Range<Int>, isWeak: Bool) {
        if let denial, range.lowerBound - denial.start <= 1 {
            // 不是没有: two denials side by side say yes.
            self.denial = nil
            return
        }
        if denial != nil { endDenial(at: range.lowerBound) }
        if !isWeak, isLast(range.upperBound) {
            // 到了没有 asks.
            if passage.scalars[range.lowerBound] != "没" {
                deniedInClause.append(clause(before: range.lowerBound))
            }
        } else {
            denial = (range.upperBound, isWeak)
        }
    }

    /// 买不买: the same word before and after asks.
    private func isQuestion(_ place: Int) -> Bool {
        place > 0 && place + 1 < passage.count && passage.scalars[place].isHan
            && passage.scalars[place - 1] == passage.scalars[place + 1]
    }

    /// Whether nothing but a particle follows in the clause: 50台不要了.
    private func isLast(_ place: Int) -> Bool {
        var at = place
        while at < passage.count, " 了啊吧呢的哦哈".unicodeScalars.contains(passage.scalars[at]) { at += 1 }
        return at == passage.count || passage.endsClause(at: at)
    }

    /// "say" gives an example where a clause begins or behind "order", not in "they say".
    private func mayBeExample(_ range: Range<Int>) -> Bool {
        let first = passage.scalars[clauseStart..<range.lowerBound].allSatisfy { $0 == " " }
        guard !first, range.lowerBound > 0 else { return first }
        let word = passage.wordStart(before: range.lowerBound - 1)
        return StanceWords.beforeExample.end(in: passage, at: word) == range.lowerBound - 1
    }

    private func clause(before place: Int) -> Range<Int> {
        max(clauseStart, place - Passage.longestClause)..<place
    }

    private mutating func endDenial(at end: Int) {
        if let denial { deniedInClause.append(denial.start..<end) }
        denial = nil
    }

    private mutating func endClause(at end: Int) {
        endDenial(at: end)
        let asks = end > 0 && passage.scalars[end - 1] == "吗"
        if !asks { for range in deniedInClause { denied.fill(range) } }
        deniedInClause = []
        clauseStart = end + 1
        guard let start = supposition else { return }
        // "say, 50 units": what it introduces comes after the comma.
        if end <= start, end < passage.count {
            supposition = end + 1
        } else {
            supposed.fill(start..<end)
            supposition = nil
        }
    }
}
