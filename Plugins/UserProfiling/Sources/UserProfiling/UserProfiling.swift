public import SkillKit

/// Remembers who a customer is: cheap values with every message, preferences and summary now and then.
public struct UserProfiling: Skill {
    public static let manifest = Manifest(
        id: "user-profiling", version: "1.0.0", reads: Keys.reads, writes: Keys.writes,
        on: [
            "conversation.queued", "lead.created", "order.paid", "order.reversed", "profile.changed",
            "customer.merged", "customer.unmerged", "merge_proposal.accepted", "merge_proposal.undone",
        ],
        observes: true)

    let settings: Settings

    public init(configuration: Value) {
        settings = Settings(configuration)
    }

    public func turn(_ turn: Turn) async throws -> Reply {
        guard let customer = turn[Keys.customer] else { return Reply() }
        var session = Session(settings: settings, turn: turn, customer: customer)
        if let text = turn[Keys.text] {
            try session.listen(to: text)
        } else if let action = turn.action {
            try session.obey(action)
        } else if let event = turn.event {
            try session.hear(event)
        }
        return session.reply
    }

    public func check() -> [Finding] { settings.findings }
}
