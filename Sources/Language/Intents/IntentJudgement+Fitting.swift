/// What a model said of a sentence it had not learnt from.
struct HeldOut: Sendable {
    var evidence: Evidence
    var truth: Int
    /// Of the sentence.
    var key: UInt64
}

extension IntentJudgement {
    /// How many of the right answers may be taken for none.
    private static let mistakenForNone = 0.025
    private static let enoughNones = 30
    /// Beside nets the linear part breaks ties: made steep enough to be likely by itself, it would drown them.
    private static let besideNets: Float = 3

    /// Weighs the parts by what they said of sentences that were held out.
    init(_ seen: [HeldOut], count: Int, none: Int?, favour: [Float] = []) {
        self.favour = favour
        let seen = seen.filter { !$0.evidence.scores.isEmpty }
        let labelled = seen.filter { $0.truth != none }
        guard !labelled.isEmpty else { return }
        let hasNets = !labelled[0].evidence.chances.isEmpty
        sharpness =
            hasNets
            ? Self.besideNets
            : Self.best([3, 4, 6, 8, 12, 18]) { sharpness in
                weighing(0, sharpness).likelihood(labelled, count)
            }
        if hasNets {
            // Both together unless one alone is clearly better: few sentences tell little.
            netShare = Self.best([0, 0.3, 0.5, 0.7, 1]) { share in
                let right = weighing(share, sharpness).right(
                    labelled, count, none)
                return Double(right) - 0.06 * Double(labelled.count) * Double((share - 0.5) * (share - 0.5))
            }
        }
        fitConfidence(labelled, count, none)
        fitNone(seen, count, none)
    }

    private func weighing(_ netShare: Float, _ sharpness: Float) -> IntentJudgement {
        var judgement = self
        judgement.netShare = netShare
        judgement.sharpness = sharpness
        return judgement
    }

    private static func best(_ choices: [Float], _ worth: (Float) -> Double) -> Float {
        choices.map { ($0, worth($0)) }.max { $0.1 < $1.1 }?.0 ?? choices[0]
    }

    private func likelihood(_ seen: [HeldOut], _ count: Int) -> Double {
        seen.reduce(0) { sum, one in
            sum + Logistic.logit(Double(chances(one.evidence, count: count)[number: one.truth]))
        }
    }

    private func right(_ seen: [HeldOut], _ count: Int, _ none: Int?) -> Int {
        seen.count { one in Self.top(chances(one.evidence, count: count), count, none).label == one.truth }
    }

    private static func top(_ chances: [Lane], _ count: Int, _ none: Int?) -> (label: Int, chance: Double) {
        var top = (label: -1, chance: -Float.infinity)
        for label in 0..<count where label != none && chances[number: label] > top.chance {
            top = (label, chances[number: label])
        }
        let others = none.map { 1 - chances[number: $0] } ?? 1
        return (top.label, Double(top.chance / max(others, 1e-6)))
    }

    private mutating func fitConfidence(_ labelled: [HeldOut], _ count: Int, _ none: Int?) {
        let tops = labelled.map { Self.top(chances($0.evidence, count: count), count, none) }
        confidence = Logistic(
            tops.map { [Logistic.logit($0.chance)] }, zip(tops, labelled).map { $0.label == $1.truth })
    }

    private mutating func fitNone(_ seen: [HeldOut], _ count: Int, _ none: Int?) {
        var signs: [[Double]] = []
        var isNone: [Bool] = []
        for one in seen {
            signs.append(
                Self.signs(one.evidence, chances(one.evidence, count: count), count: count, none: none))
            isNone.append(one.truth == none)
        }
        let nones = isNone.count { $0 }
        if nones >= Self.enoughNones {
            self.none = Logistic(signs, isNone)
        } else if nones > 0 {
            // Too few to fit a curve to: what speaks for a label counts more than what speaks for none.
            self.none = Logistic(weights: [-1.5, 0.5, 0, 0])
        }
        // The labels' own sentences that were read correctly: few of them may fall away.
        let right = zip(seen, signs).compactMap { one, signs -> Double? in
            guard one.truth != none else { return nil }
            let top = Self.top(chances(one.evidence, count: count), count, none)
            return top.label == one.truth ? self.none.sum(signs) : nil
        }.sorted()
        guard !right.isEmpty else { return }
        let quantile = right[Int(Double(right.count - 1) * (1 - Self.mistakenForNone))]
        noneFrom = nones >= Self.enoughNones ? min(0, quantile) : quantile
    }
}
