public import SkillKit

/// Decides how a message is met, answers from the catalogue, and makes leads of inquiries.
public struct SalesAutomation: Skill {
    public static let manifest = Manifest(
        id: "sales-automation", version: "1.0.0", reads: Keys.reads, writes: Keys.writes,
        on: [
            "order.paid", "order.reversed", "customer.merged", "customer.unmerged", "lead.created",
            "lead.contacted", "lead.qualified", "lead.won", "lead.lost",
        ])

    let settings: Settings

    public init(configuration: Value) { settings = Settings(configuration) }

    public func turn(_ turn: Turn) async throws -> Reply {
        if let text = turn[Keys.text] { return try Consultation(settings, turn, saying: text).reply() }
        if let action = turn.action { return try LeadDesk(settings, turn).obey(action) }
        if let event = turn.event { return try LeadDesk(settings, turn).hear(event) }
        return Reply()
    }

    public func check() -> [Finding] { settings.findings }
}
