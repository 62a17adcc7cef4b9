public import SkillKit

/// Answers from the knowledge, hands over what it cannot answer, and sees to it that no matter is forgotten.
public struct CustomerService: Skill {
    static let route = Key<String>("service.route")
    static let answered = Key<Bool>("service.answered")
    static let unclear = Key<Int>("service.unclear")
    static let ticket = Key<String>("ticket.id")
    /// The one that the customer was asked last.
    static let survey = Key<String>("survey.id")
    /// Nothing was written since.
    static let awaited = Key<Bool>("survey.awaited")

    public static let manifest = Manifest(
        id: TicketDesk.id, version: "1.0.0", writes: [route, answered, unclear, ticket, survey, awaited],
        requires: [
            "sk.store/1", "sk.knowledge/1", "sk.schedule/1", "sk.links/1", "sk.hours/1", "sk.customers/1",
            "sk.catalog/1", "sk.history/1", "sk.agents/1",
        ])

    let settings: Settings
    let configuration: Value

    public init(configuration: Value) throws {
        self.configuration = configuration
        settings = try Settings(configuration)
    }

    public func check() -> [SkillKit.Finding] { SettingsCheck(settings, configuration).findings }

    public func turn(_ turn: Turn) async throws -> Reply {
        if let page = turn.page { return try SurveyDesk(TicketDesk(settings, turn)).visit(page) }
        if let action = turn.action { return try TicketDesk(settings, turn).act(action) }
        guard let event = turn.event else {
            var reception = Reception(settings, turn)
            return try reception.receive()
        }
        let desk = TicketDesk(settings, turn)
        guard let (timer, ticket) = TicketTimer.read(event.name) else {
            return event.name.hasPrefix("ticket.") ? try desk.happened(event) : try desk.humanSpoke()
        }
        switch timer {
        case .firstAnswer, .resolution: return try desk.overdue(timer, ticket)
        case .survey:
            var reply = Reply()
            if let ticket = try desk.ticket(ticket) { try SurveyDesk(desk).ask(ticket, &reply) }
            return reply
        case .remind: return try SurveyDesk(desk).remind(ticket)
        case .expire: return try SurveyDesk(desk).expire(ticket)
        }
    }
}
