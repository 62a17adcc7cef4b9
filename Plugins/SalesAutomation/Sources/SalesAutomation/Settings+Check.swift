import SkillKit

extension Settings {
    /// What a lead can reach at most.
    var attainable: Int { min(lead.cap, signals.reduce(0) { $0 + max(0, $1.points) }) }

    var checks: [Finding] { scoring + sayings + decisions }

    private var scoring: [Finding] {
        guard attainable < threshold else { return [] }
        let sum = signals.filter { $0.points > 0 }.map { "\($0.name) \($0.points)" }.joined(
            separator: ", ")
        return [
            Finding(
                "lead_threshold",
                "a lead reaches \(attainable) points at most (\(sum)), never the \(threshold) of this threshold; lower it to \(Self.share(attainable)), or raise the points of a signal"
            )
        ]
    }

    private static func share(_ points: Int) -> String {
        points == 100
            ? "1" : points % 10 == 0 ? "0.\(points / 10)" : points < 10 ? "0.0\(points)" : "0.\(points)"
    }

    /// What is said somewhere must be there.
    private var sayings: [Finding] {
        strategies.enumerated().compactMap { index, strategy in
            guard let say = strategy.say, texts[say] == nil else { return nil }
            return Finding(
                ["strategies", "\(index)", "say"], "'\(say)' has no text; write one under texts",
                isError: true)
        }
            + facts.flatMap { fact in
                fact.text.names.subtracting(Offer.names).sorted().map { name in
                    Finding(
                        ["texts", "facts", fact.name],
                        "'{\(name)}' is never known here; known are \(Offer.names.sorted().joined(separator: ", "))"
                    )
                }
            }
    }

    /// A rule behind one that always holds is never reached.
    private var decisions: [Finding] {
        guard let last = strategies.firstIndex(where: { $0.when.tests.isEmpty }),
            last < strategies.count - 1
        else {
            return strategies.contains { $0.when.tests.isEmpty }
                ? []
                : [Finding("strategies", "no rule holds for every message; end with { do: default_reply }")]
        }
        return [
            Finding(
                ["strategies", "\(last + 1)"],
                "rule \(last + 1) always holds, so this one is never reached; put it above")
        ]
    }
}
