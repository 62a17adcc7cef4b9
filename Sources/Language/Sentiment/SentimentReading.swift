/// Adds up the feelings of a text clause by clause.
struct SentimentReading {
    private let passage: Passage
    private let stances: Stances
    private var sum = 0.0
    /// Polite words, of which many weigh as little as one.
    private var politeness = 0.0
    private(set) var isUrgent = false

    private var clause = 0.0
    private var isDenied = false
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
        case .feeling(let weight): feel(stances.isHypothetical(place) ? weight * 0.2 : weight)
        case .polite: politeness += 0.15
        case .strengthened(let factor): strength *= factor
        case .denial: isDenied.toggle()
        case .urgent(let weight):
            isUrgent = isUrgent || !isDenied
            if weight != 0 { feel(weight) }
        case .contrast:
            sum = (sum + clause) * 0.4
            clause = 0
            (isDenied, strength) = (false, 1)
        case .plain: break
        }
    }

    private mutating func feel(_ weight: Double) {
        clause += (isDenied ? weight * -0.8 : weight) * min(strength, 2.5)
        // What is denied is the next feeling: 不好用，很生气.
        (isDenied, strength) = (false, 1)
    }

    /// 质量好吗 praises nothing.
    private mutating func endClause(at end: Int) {
        let asks =
            end < passage.count && passage.scalars[end] == "?"
            || end > 0 && ["吗", "呢", "么"].contains(passage.scalars[end - 1])
        sum += asks && clause > 0 ? clause * 0.1 : clause
        (clause, isDenied, strength) = (0, false, 1)
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
