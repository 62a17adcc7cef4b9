/// Adds up the feelings of a text clause by clause.
struct SentimentReading {
    private let passage: Passage
    private let stances: Stances
    private var sum = 0.0
    /// Polite words, of which many weigh as little as one.
    private var politeness = 0.0
    private(set) var isUrgent = false

    private var clause = 0.0
    private var clauseStart = 0
    /// Where a denial stands that still waits for what it denies.
    private var denial: (place: Int, isBan: Bool)?
    private var strength = 1.0
    private var marks = 0

    init(_ passage: Passage) {
        self.passage = passage
        stances = Stances(passage)
    }

    /// Brought between -1 and 1: one strong word is most of the way.
    var value: Double {
        let total = (sum + min(politeness, 0.3)) * (1 + 0.15 * Double(min(marks, 3))) * (isShouted ? 1.2 : 1)
        return total / (total * total + 4).squareRoot()
    }

    mutating func run() {
        var at = 0
        while at < passage.count {
            let scalar = passage.scalars[at]
            if passage.endsClause(at: at) {
                if scalar == "!" { marks += 1 }
                endClause(at: at)
            }
            if let word = SentimentWords.all.longest(in: passage, at: at) {
                take(word.payload, at)
                at = word.end
            } else {
                at += 1
            }
        }
        endClause(at: at)
    }

    private mutating func take(_ word: SentimentWord, _ place: Int) {
        switch word {
        case .feeling(let weight): feel(stances.isHypothetical(place) ? weight * 0.2 : weight, at: place)
        case .polite: politeness += 0.15
        case .strengthened(let factor): strength *= factor
        case .denial: denial = denial == nil ? (place, false) : nil
        case .ban: denial = (place, true)
        case .urgent(let weight):
            isUrgent = isUrgent || (denial.map { !reaches($0.place, place, far: true) } ?? true)
            if weight != 0 { feel(weight, at: place) }
        case .express: isUrgent = isUrgent || denial == nil && !asksPrice
        case .contrast:
            sum = (sum + clause) * 0.4
            clause = 0
            (denial, strength) = (nil, 1)
        case .plain: break
        }
    }

    private mutating func feel(_ weight: Double, at place: Int) {
        clause += denied(weight, at: place) * min(strength, 2.5)
        // What is denied is the next feeling: 不好用，很生气.
        (denial, strength) = (nil, 1)
    }

    private var asksPrice: Bool {
        (clauseStart..<passage.clauseEnd(from: clauseStart)).contains {
            SentimentWords.prices.end(in: passage, at: $0) != nil
        }
    }

    /// A denial reaches a few characters or words only. Who forbids what is bad or threatens with it does not praise:
    /// 别再敷衍我, 不解决就起诉.
    private func denied(_ weight: Double, at place: Int) -> Double {
        guard let denial, reaches(denial.place, place, far: true) else { return weight }
        if weight > 0 { return weight * -0.8 }
        return denial.isBan || !reaches(denial.place, place, far: false) ? weight : weight * -0.5
    }

    private func reaches(_ denial: Int, _ place: Int, far: Bool) -> Bool {
        place - denial <= (passage.scalars[place].isHan ? 3 : 12) * (far ? 2 : 1)
    }

    /// 质量好吗 praises nothing.
    private mutating func endClause(at end: Int) {
        let asks =
            end < passage.count && passage.scalars[end] == "?"
            || end > 0 && ["吗", "呢", "么"].contains(passage.scalars[end - 1])
            || SentimentWords.questions.end(in: passage, at: clauseStart) != nil
        clauseStart = end + 1 < passage.count && passage.scalars[end + 1] == " " ? end + 2 : end + 1
        sum += asks && clause > 0 ? clause * 0.1 : clause
        (clause, denial, strength) = (0, nil, 1)
    }

    /// Whether most of it is written in capitals.
    private var isShouted: Bool {
        var (letters, capitals) = (0, 0)
        for index in passage.scalars.indices where passage.scalars[index].isLatin {
            letters += 1
            capitals += passage.isCapital(index) ? 1 : 0
        }
        return letters >= 8 && capitals * 4 > letters * 3
    }
}
