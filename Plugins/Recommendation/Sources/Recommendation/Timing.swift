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

    /// Both have taken in the moment already.
    public func verdict(_ moment: Moment, _ thread: Thread, _ memory: Memory) -> Verdict {
        let occasion = occasion(moment.turn, thread)
        guard case .offer = occasion, let reason = obstacle(moment, thread, memory) else { return occasion }
        return .wait(because: reason)
    }

    /// Whether the conversation has come to a point where an offer may be welcome: nothing else need be known to say no.
    func occasion(_ turn: Int, _ thread: Thread) -> Verdict {
        guard rules.isOn else { return .wait(because: "'auto_recommend' is off") }
        let isEarly = turn < rules.firstTurn
        if isEarly, thread.purchase == nil || !rules.purchaseBypassesMinimum {
            return .wait(because: "turn \(turn), offers begin at turn \(rules.firstTurn)")
        }
        guard turn <= rules.lastTurn else {
            return .wait(because: "turn \(turn), offers end at turn \(rules.lastTurn)")
        }
        if thread.isSpent {
            return .wait(because: "turn \(turn), something to offer was looked for already")
        }
        if let purchase = thread.purchase {
            let when = purchase == turn ? "now" : "\(turn - purchase) turns ago"
            return .offer(.purchase, because: "turn \(turn), wanted to buy \(when)")
        }
        if let topic = thread.topic, turn - thread.since + 1 >= rules.topicTurns {
            return .offer(.topic, because: "turn \(turn), '\(topic)' for \(rules.topicTurns) turns")
        }
        return .wait(
            because: "turn \(turn), no topic for \(rules.topicTurns) turns and no wish to buy")
    }

    /// Why nothing is said all the same.
    private func obstacle(_ moment: Moment, _ thread: Thread, _ memory: Memory) -> String? {
        if moment.isUnwanted { return "'auto_recommend' of sales is off" }
        if let human = moment.human { return human }
        if thread.hasComplained { return "they complained in this conversation" }
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
        if let topic = thread.topic, memory.topics.contains(topic) {
            return "something was offered for '\(topic)' before"
        }
        return nil
    }
}
