import SkillKit

extension Settings {
    /// What no schema can see.
    var findings: [Finding] {
        let standing = tiers.contains { $0.from <= 0 }
        let odd = journey.rules.enumerated().filter {
            !$0.element.mustHaveBought && !journey.order.contains($0.element.stage)
        }
        let known: Set<String> = Set(Profile.stated + ["paid_orders", "amount_12m", "message_count"])
        return
            (standing
            ? []
            : [
                Finding(
                    "tiers",
                    "no tier begins at 0, so a customer without orders has none; add { tier: standard, from: 0 }"
                )
            ])
            + odd.map { index, rule in
                Finding(
                    ["journey", "rules", "\(index)", "stage"],
                    "'\(rule.stage)' does not stand in 'order'; add it there, so that it is clear what comes after it"
                )
            }
            + texts.summary.enumerated().flatMap { index, phrase in
                phrase.names.subtracting(known).sorted().map { name in
                    Finding(
                        ["texts", "summary", "\(index)"],
                        "'{\(name)}' is no value of a profile, so this is never said; known are \(known.sorted().joined(separator: ", "))"
                    )
                }
            }
    }
}
