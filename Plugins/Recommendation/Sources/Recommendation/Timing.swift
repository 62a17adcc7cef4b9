internal import SkillKit

/// Whether this is the moment to say something unasked.
public struct Timing: Sendable {
    public enum Verdict: Sendable, Equatable {
        /// `because` is what a colleague would say.
        case offer(Trigger, because: String)
        case wait(because: String)
    }

    /// What made the moment: it stands in each offer.
    public enum Trigger: String, Sendable { case topic, purchase, asked }

    let rules: Rules

    public init(_ rules: Rules) { self.rules = rules }

    /// `memory` has taken in the moment already.
    public func verdict(_ moment: Moment, _ memory: Memory) -> Verdict {
        guard rules.isOn else { return .wait(because: "'auto_recommend' is off") }
        guard !moment.isUnwanted else { return .wait(because: "'auto_recommend' of sales is off") }
        if let reason = reasonForSilence(moment, memory) { return .wait(because: reason) }
        let sameTopic = lastingTopic(memory)
        let purchase = turnsSincePurchase(memory)
        let isEarly = moment.turn < rules.firstTurn
        if isEarly, purchase == nil || !rules.purchaseBypassesMinimum {
            return .wait(because: "turn \(moment.turn), offers begin at turn \(rules.firstTurn)")
        }
        guard moment.turn <= rules.lastTurn else {
            return .wait(because: "turn \(moment.turn), offers end at turn \(rules.lastTurn)")
        }
        if let topic = memory.recent.last?.topic, memory.topics.contains(topic) {
            return .wait(because: "something was offered for '\(topic)' before")
        }
        if let purchase {
            let when = purchase == 0 ? "now" : "\(purchase) turns ago"
            return .offer(.purchase, because: "turn \(moment.turn), wanted to buy \(when)")
        }
        if let sameTopic {
            return .offer(
                .topic, because: "turn \(moment.turn), '\(sameTopic)' for \(rules.topicTurns) turns")
        }
        return .wait(
            because: "turn \(moment.turn), no topic for \(rules.topicTurns) turns and no wish to buy")
    }

    private func reasonForSilence(_ moment: Moment, _ memory: Memory) -> String? {
        if let human = moment.human { return human }
        if memory.hasComplained { return "they complained in this conversation" }
        if let silence = memory.silence, silence.until.map({ moment.at < $0 }) ?? true {
            return silence.because
        }
        if let intent = moment.intents.first(where: rules.quietIntents.contains) {
            return "'\(intent)' is no moment for an offer"
        }
        if moment.sentiment < rules.leastSentiment { return "they are not in the mood" }
        if let last = memory.offeredAt, moment.at < last + rules.pause {
            return "something was offered less than \(rules.pause.components.seconds / 3600) hours ago"
        }
        return nil
    }

    /// The topic of the last turns, when each has one and it is the same. Unknown ones are not.
    private func lastingTopic(_ memory: Memory) -> String? {
        let last = memory.recent.suffix(rules.topicTurns)
        guard last.count == rules.topicTurns, let topic = last.first?.topic else { return nil }
        return last.allSatisfy { $0.topic == topic } ? topic : nil
    }

    private func turnsSincePurchase(_ memory: Memory) -> Int? {
        memory.recent.suffix(rules.purchaseTurns).reversed().enumerated().first { $1.isPurchase }?.offset
    }
}
