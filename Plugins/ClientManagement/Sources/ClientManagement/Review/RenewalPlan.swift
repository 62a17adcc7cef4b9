internal import SkillKit

/// The way to a renewal. What was missed is made up for, one after the other, before the next step is due.
struct RenewalPlan: Sendable {
    struct Step: Sendable, Equatable {
        /// `renewal-60`: by it staff say that it is done.
        let id: String
        let daysBefore: Int
        let what: Phrase
        let planned: Timestamp
        var due: Timestamp
        let isDone: Bool
    }

    /// The first to be done first; none without a renewal ahead.
    private(set) var steps: [Step] = []

    init(_ client: Client, _ rules: Rules, now: Timestamp) {
        guard let renewal = client.renewal, renewal >= now else { return }
        steps = Self.planned(for: client, rules)
        makeUp(for: steps.indices.filter { !steps[$0].isDone && steps[$0].due < now }, before: renewal, now)
    }

    /// Each on its own day, whatever was missed.
    static func planned(for client: Client, _ rules: Rules) -> [Step] {
        guard let renewal = client.renewal else { return [] }
        let taken = Dictionary(client.commitments.map { ($0.id, $0) }) { first, _ in first }
        return rules.renewalSteps.sorted { $0.daysBefore > $1.daysBefore }.map { step in
            let id = "renewal-\(step.daysBefore)"
            let planned = Calendar.adding(days: -step.daysBefore, to: renewal)
            return Step(
                id: id, daysBefore: step.daysBefore, what: step.what, planned: planned,
                due: taken[id]?.due ?? planned, isDone: taken[id]?.done != nil)
        }
    }

    private mutating func makeUp(for late: [Int], before renewal: Timestamp, _ now: Timestamp) {
        let next = steps.lazy.filter { !$0.isDone && $0.due >= now }.map(\.due).min() ?? renewal
        let days = Calendar.days(from: now, to: next)
        for (count, index) in late.enumerated() {
            steps[index].due = Calendar.adding(days: days * count / late.count, to: now)
        }
    }
}
