import SkillKit

extension Settings {
    var checks: [Finding] { scoring + signs + sayings + decisions }

    /// What a lead can reach at most.
    var attainable: Int { min(lead.cap, reachable) }

    /// What all signals come to.
    private var reachable: Int { signals.reduce(0) { $0 + max(0, $1.points) } }

    private var scoring: [Finding] {
        let sum = signals.map { "\($0.name) \($0.points)" }.joined(separator: ", ")
        if signals.isEmpty {
            return [
                Finding(
                    "signals",
                    "no signal: a lead never gets a point; name one, such as { signal: price, points: 20, words: [price] }"
                )
            ]
        }
        if reachable >= threshold, lead.cap < threshold {
            return [
                Finding(
                    "lead.cap",
                    "a lead reaches \(lead.cap) points at most, never the \(threshold) of lead_threshold; raise it to \(threshold) or more, or lower lead_threshold to \(Self.share(lead.cap))",
                    also: ["lead_threshold"])
            ]
        }
        guard attainable < threshold else {
            return [
                Finding(
                    "lead_threshold",
                    "a lead reaches \(attainable) points at most (\(sum)), \(threshold) are asked for", .note)
            ]
        }
        return [
            Finding(
                "lead_threshold",
                "a lead reaches \(attainable) points at most (\(sum)), never the \(threshold) of this threshold; lower it to \(Self.share(attainable)), or raise the points of a signal",
                also: ["signals"])
        ]
    }

    private static func share(_ points: Int) -> String {
        points == 100
            ? "1" : points % 10 == 0 ? "0.\(points / 10)" : points < 10 ? "0.0\(points)" : "0.\(points)"
    }

    /// A signal must be able to come, and only one can have a name.
    private var signs: [Finding] {
        var findings: [Finding] = []
        for (index, signal) in signals.enumerated() {
            let path = ["signals", "\(index)"]
            if signal.words.all.isEmpty, signal.intents.isEmpty, signal.turns == nil {
                findings.append(
                    Finding(path, "signal '\(signal.name)' never comes; give it words, intents or turns"))
            }
            if let first = signals.firstIndex(where: { $0.name == signal.name }), first < index {
                findings.append(
                    Finding(
                        path + ["signal"],
                        "'\(signal.name)' is signal \(first + 1) already, and each counts once; rename one of them"
                    ))
            }
            findings += Self.languages(of: signal.label, at: path + ["label"])
        }
        return findings
    }

    /// A rule behind one that always holds is never reached.
    private var decisions: [Finding] {
        guard let last = strategies.firstIndex(where: { $0.when.tests.isEmpty }) else {
            return [Finding("strategies", "no rule holds for every message; end with { do: default_reply }")]
        }
        guard last < strategies.count - 1 else { return [] }
        return [
            Finding(
                ["strategies", "\(last + 1)"],
                "rule \(last + 1) always holds, so this one is never reached; put it above")
        ]
    }

    static func languages(of phrase: Phrase, at path: [String]) -> [Finding] {
        phrase.missing().map { Finding(path, "'\(path.last ?? "")' says nothing in '\($0)'; add it") }
    }
}
