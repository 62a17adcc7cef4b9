internal import SkillKit

/// What is done next: who, what, by when.
struct NextStep: Sendable, Equatable {
    enum What: Sendable, Equatable {
        case signal(Signal)
        case agreed(String)
        /// Agreed for a day that has passed.
        case overdue(String, since: Timestamp)
        case renewal(RenewalPlan.Step)
        case usual(stage: String)
    }

    let what: What
    /// Nil: whoever the texts name when nobody was.
    let who: String?
    let due: Timestamp

    /// The earliest due of what weighs, what was agreed and what the renewal asks for; else a light signal, else what the
    /// stage asks for.
    init(_ client: Client, _ signals: [Signal], owner: String?, now: Timestamp, _ rules: Rules) {
        let top = signals.first
        var choices: [(at: Timestamp, NextStep)] = []
        if let top, top.points >= rules.urgentPoints {
            choices.append((top.due, NextStep(.signal(top), owner, top.due)))
        }
        choices += client.openCommitments.compactMap { commitment in
            commitment.due.map { ($0, NextStep(commitment, due: $0, owner, now)) }
        }
        let soon = Calendar.adding(days: rules.stageActionDays, to: now)
        let taken = Set(client.commitments.map(\.id))
        choices += RenewalPlan(client, rules, now: now).steps
            .filter { !$0.isDone && $0.due <= soon && !taken.contains($0.id) }
            .map { ($0.due, NextStep(.renewal($0), owner, $0.due)) }
        self =
            choices.min { $0.at < $1.at }?.1 ?? top.map { NextStep(.signal($0), owner, $0.due) }
            ?? NextStep(.usual(stage: client.stage), owner, soon)
    }

    private init(_ what: What, _ who: String?, _ due: Timestamp) {
        (self.what, self.who, self.due) = (what, who, due)
    }

    private init(_ commitment: Client.Commitment, due: Timestamp, _ owner: String?, _ now: Timestamp) {
        let isLate = due < now
        self.init(
            isLate ? .overdue(commitment.what, since: due) : .agreed(commitment.what),
            commitment.who ?? owner, max(due, now))
    }

    func text(_ format: Format) -> String {
        switch what {
        case .agreed(let text): text
        case .overdue(let text, let since):
            format.texts.text("overdue", format.locale, ["what": text, "day": format.calendar.text(since)])
        case .renewal(let step): step.what.text(format.locale)
        case .usual(let stage): format.texts.word("stage_actions", stage, format.locale)
        case .signal(let signal):
            format.texts.signals[signal.id]?.action.text(format.locale, signal.values.mapValues(format.text))
                ?? ""
        }
    }
}
