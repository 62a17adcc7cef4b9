internal import SkillKit

/// What is done next: who, what, by when.
struct NextStep: Sendable, Equatable {
    enum What: Sendable, Equatable {
        case signal(Signal)
        case agreed(String)
        case usual(stage: String)
    }

    let what: What
    /// Nil: whoever the texts name when nobody was.
    let who: String?
    let due: Timestamp

    /// A weighty signal first, then what was agreed, then a light signal, then what the stage asks for.
    init(_ client: Client, _ signals: [Signal], owner: String?, now: Timestamp, _ rules: Rules) {
        let agreed = client.openCommitments
            .filter { $0.due.map { $0 >= now } ?? false }
            .min { ($0.due ?? now) < ($1.due ?? now) }
        if let top = signals.first, top.points >= rules.urgentPoints || agreed == nil {
            (what, who, due) = (.signal(top), owner, top.due)
        } else if let agreed {
            (what, who, due) = (.agreed(agreed.what), agreed.who ?? owner, agreed.due ?? now)
        } else {
            let due = Calendar.adding(days: rules.stageActionDays, to: now)
            (what, who, self.due) = (.usual(stage: client.stage), owner, due)
        }
    }

    func text(_ format: Format) -> String {
        switch what {
        case .agreed(let text): text
        case .usual(let stage): format.texts.word("stage_actions", stage, format.locale)
        case .signal(let signal):
            format.texts.signals[signal.id]?.action.text(format.locale, signal.values.mapValues(format.text))
                ?? ""
        }
    }
}
