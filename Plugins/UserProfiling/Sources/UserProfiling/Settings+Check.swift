import SkillKit

extension Settings {
    /// What no schema can see.
    var findings: [Finding] { standing + stages + phrases }

    private var standing: [Finding] {
        var findings: [Finding] = []
        if !tiers.contains(where: { $0.from <= 0 }) {
            findings.append(
                Finding(
                    "tiers",
                    "no tier begins at 0, so a customer without orders has none; add { tier: standard, from: 0 }"
                ))
        }
        for (index, tier) in writtenTiers.enumerated() {
            let before = writtenTiers[..<index]
            if before.contains(where: { $0.name.lowercased() == tier.name.lowercased() }) {
                findings.append(
                    Finding(
                        ["tiers", "\(index)", "tier"], "'\(tier.name)' was named before; keep one of them"))
            } else if let same = before.first(where: { $0.from == tier.from }) {
                findings.append(
                    Finding(
                        ["tiers", "\(index)", "from"],
                        "'\(tier.name)' begins at \(tier.from.written) as '\(same.name)' does, so one of them is never given; give it another amount"
                    ))
            }
        }
        return findings
    }

    private var stages: [Finding] {
        var findings: [Finding] = []
        let catchAll = journey.rules.firstIndex { $0.intents.isEmpty && !$0.mustHaveBought }
        for (index, rule) in journey.rules.enumerated() {
            let path = ["journey", "rules", "\(index)"]
            if !rule.mustHaveBought, !journey.order.contains(rule.stage) {
                let mend = "add it there, so that it is clear what comes after it"
                findings.append(
                    Finding(path + ["stage"], "'\(rule.stage)' does not stand in 'order'; \(mend)"))
            }
            if let catchAll, index > catchAll {
                findings.append(
                    Finding(
                        path, "rule \(catchAll + 1) always holds, so this one is never reached; put it above")
                )
            }
        }
        return findings
    }

    private var phrases: [Finding] {
        let profile = Set(Profile.stated + ["paid_orders", "amount_12m", "message_count"])
        return texts.summary.enumerated().flatMap { index, phrase in
            Self.said(phrase, ["texts", "summary", "\(index)"], profile, of: "a profile")
        }
            + texts.labels.sorted { $0.key < $1.key }.flatMap {
                Self.said($1, ["texts", "labels", $0], [], of: "a label")
            }
            + Self.said(
                texts.merge, ["texts", "merge"], ["customer", "other", "clue", "value"], of: "a proposal")
            + Self.said(texts.noted, ["texts", "noted"], ["what"], of: "what is noted")
            + Self.said(texts.denied, ["texts", "denied"], ["what"], of: "what is noted")
            + preferences.enumerated().flatMap {
                Self.said($1.label, ["preferences", "rules", "\($0)", "label"], [], of: "a label")
            }
    }

    private static func said(_ phrase: Phrase, _ path: [String], _ known: Set<String>, of what: String)
        -> [Finding]
    {
        phrase.missing().map { Finding(path, "'\(path.last ?? "")' says nothing in '\($0)'; add it") }
            + phrase.names.subtracting(known).sorted().map { name in
                let mend =
                    known.isEmpty ? "take it out" : "known are \(known.sorted().joined(separator: ", "))"
                return Finding(path, "'{\(name)}' is no value of \(what), so this is never said; \(mend)")
            }
    }
}
