internal import Glibc

/// How the parts of a model are weighed, when it says `none`, and how sure it is: found on sentences it had not seen.
struct IntentJudgement: Sendable, Equatable {
    /// How much the nets count beside the linear part.
    var netShare: Float = 0
    /// How steeply the linear part's scores become chances.
    var sharpness: Float = 4
    /// From the likeliest label's chance to how often that is right.
    var confidence = Logistic(weights: [1, 0])
    /// From the highest score of a label, the score of none and its chance, to how much speaks for none.
    var none = Logistic(weights: [-1, 0, 0, 0])
    /// From it on a sentence is none of the labels.
    var noneFrom = 0.0
    /// By label, how much more is said for it than its sentences say, as a logarithm; empty: nothing.
    var favour: [Float] = []
    /// How much of a label's favour speaks against none as well.
    private static let favourOverNone = 0.5

    init() {}

    func chances(_ evidence: Evidence, count: Int) -> [Lane] {
        var chances = evidence.scores
        for lane in chances.indices { chances[lane] *= sharpness }
        chances.softmax(count)
        if netShare > 0, !evidence.chances.isEmpty {
            for lane in chances.indices {
                chances[lane] = chances[lane] * (1 - netShare) + evidence.chances[lane] * netShare
            }
        }
        favourScarce(&chances)
        return chances
    }

    private func favourScarce(_ chances: inout [Lane]) {
        guard !favour.isEmpty else { return }
        for (label, favour) in favour.enumerated() where favour > 0 { chances[number: label] *= expf(favour) }
        let sum = chances.reduce(0) { $0 + $1.sum() }
        for lane in chances.indices { chances[lane] /= sum }
    }

    /// What speaks for none: `[highest score of a label, score of none, its chance]`.
    static func signs(_ evidence: Evidence, _ chances: [Lane], count: Int, none: Int?) -> [Double] {
        var highest = -Float.infinity
        for label in 0..<count where label != none { highest = max(highest, evidence.scores[number: label]) }
        guard let none else { return [Double(highest), 0, 0] }
        return [
            Double(highest), Double(evidence.scores[number: none]),
            Logistic.logit(Double(chances[number: none])),
        ]
    }

    func reading(_ evidence: Evidence, labels: [String], none: Int?) -> IntentReading {
        guard !evidence.scores.isEmpty, labels.count > (none == nil ? 0 : 1) else {
            return IntentReading(name: TrainingSet.none, confidence: 1, alternatives: [], noneScore: 1)
        }
        let chances = chances(evidence, count: labels.count)
        let signs = Self.signs(evidence, chances, count: labels.count, none: none)
        let top = best(chances, labels.count, none)
        let alternatives = candidates(top, labels)
        let favour = self.favour.isEmpty ? 0 : Double(self.favour[top[0].label])
        let noneScore = self.none.sum(signs) - noneFrom - Self.favourOverNone * favour
        let isNone = noneScore > 0
        return IntentReading(
            name: isNone ? TrainingSet.none : alternatives[0].name,
            confidence: isNone ? max(0.5, self.none.chance(signs)) : alternatives[0].confidence,
            alternatives: alternatives, noneScore: noneScore)
    }

    /// The likeliest three, none apart.
    private func best(_ chances: [Lane], _ count: Int, _ none: Int?) -> [(label: Int, chance: Float)] {
        let others = none.map { 1 - chances[number: $0] } ?? 1
        var top: [(label: Int, chance: Float)] = []
        for label in 0..<count where label != none {
            let chance = chances[number: label] / max(others, 1e-6)
            guard top.count < 3 || chance > top[top.count - 1].chance else { continue }
            let place = top.firstIndex { chance > $0.chance } ?? top.count
            top.insert((label, chance), at: place)
            if top.count > 3 { top.removeLast() }
        }
        return top
    }

    /// The first one's confidence is measured, the others' are in proportion.
    private func candidates(
        _ top: [(label: Int, chance: Float)], _ labels: [String]
    ) -> [IntentReading.Candidate] {
        let first = confidence.chance([Logistic.logit(Double(top[0].chance))])
        let rest = top[0].chance < 1 ? (1 - first) / Double(1 - top[0].chance) : 0
        return top.enumerated().map { place, entry in
            .init(
                name: labels[entry.label],
                confidence: place == 0 ? first : min(first, Double(entry.chance) * rest))
        }
    }
}
