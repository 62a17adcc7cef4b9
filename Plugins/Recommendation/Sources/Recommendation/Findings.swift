internal import SkillKit

// What the schema cannot say: rules that never hold, and numbers that defeat their own purpose.
extension Rules {
    var findings: [Finding] {
        var findings: [Finding] = []
        if firstTurn > lastTurn {
            findings.append(
                Finding(
                    "last_turn",
                    "offers end at turn \(lastTurn), before they begin at turn \(firstTurn): none is ever made; raise it to \(firstTurn) or more"
                ))
        }
        if topicTurns > lastTurn {
            findings.append(
                Finding(
                    "topic_turns",
                    "a topic cannot last \(topicTurns) turns before offers end at turn \(lastTurn); lower it")
            )
        }
        if purchaseIntents.isEmpty && purchaseBypassesMinimum {
            findings.append(
                Finding("intents.purchase", "empty, so that no wish to buy is ever seen; name an intent"))
        }
        for intent in purchaseIntents.intersection(quietIntents.union(complaintIntents)).sorted() {
            findings.append(
                Finding(
                    "intents.purchase",
                    "'\(intent)' is also one at which nothing is offered; take it out of one"))
        }
        if leastSentiment > 0 {
            findings.append(
                Finding(
                    "least_sentiment",
                    "\(leastSentiment): offers only to whoever is pleased; 0 or less is meant"))
        }
        return findings
    }
}

extension Selection {
    func findings(_ ranking: Ranking, _ path: String) -> [Finding] {
        var findings: [Finding] = []
        if sources.isEmpty {
            findings.append(Finding(path, "empty: nothing is ever found to offer; name a source"))
        }
        if limit < ranking.items {
            findings.append(
                Finding(
                    "candidates",
                    "\(limit) to choose \(ranking.items) from; raise it to \(ranking.items) or more"))
        }
        for source in sources where ranking.base[source.rawValue] == nil {
            findings.append(
                Finding(
                    "ranking.base",
                    "nothing for '\(source.rawValue)', so 0.05 is taken; write how often it is taken"))
        }
        return findings
    }
}

extension Ranking {
    var findings: [Finding] {
        let known = Set(Outcome.allCases.map(\.rawValue))
        var findings = credit.keys.filter { !known.contains($0) }.sorted().map {
            Finding(
                "ranking.credit", "'\($0)' is no outcome; known are \(known.sorted().joined(separator: ", "))"
            )
        }
        if exploration > 0.25 {
            findings.append(
                Finding(
                    "ranking.exploration",
                    "\(exploration): more than a quarter of the offers hold something tried by chance; lower it"
                ))
        }
        return findings
    }
}
