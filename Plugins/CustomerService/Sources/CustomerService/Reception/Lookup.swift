import SkillKit

/// What came of the search for an answer.
enum Lookup: Sendable {
    /// What was written down for it.
    struct Answer: Sendable {
        var title, text, source: String
        var score: Double
        /// It answers this very question, and not one like it.
        var isExact: Bool
        var priority: Int
    }

    /// There is nothing to look for.
    case settled
    case found(Answer)
    case nothing(best: Double?)
    /// An answer to something like it, which is not good enough here.
    case withheld(title: String, score: Double)
    /// Not the same as nothing: nobody knows whether there is an answer.
    case failed(String)

    /// The customer has what there is.
    var isAnswered: Bool {
        switch self {
        case .settled, .found: true
        case .nothing, .withheld, .failed: false
        }
    }

    var isExact: Bool { if case .found(let answer) = self { answer.isExact } else { false } }

    /// For the trace.
    var outcome: String {
        switch self {
        case .settled: "nothing was to be looked up"
        case .found(let answer):
            "answered with '\(answer.title)' from \(answer.source) (\(answer.score.asPercent))"
        case .nothing(let best?): "the best hit in the knowledge (\(best.asPercent)) is no answer"
        case .nothing: "nobody has an answer"
        case .withheld(let title, let score):
            "'\(title)' in the knowledge (\(score.asPercent)) is not near enough to be said here"
        case .failed(let reason): "the knowledge could not be searched (\(reason))"
        }
    }
}

extension Double {
    /// `93 %`.
    var asPercent: String { "\(Int((self * 100).rounded())) %" }
}
