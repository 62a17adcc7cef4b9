import SkillKit

/// The admin's configuration over the package's own files.
struct Settings: Sendable {
    let desk: Desk
    let routing: Routing
    let priority: PriorityRules
    let tickets: TicketRules
    let survey: SurveyRules
    let texts: Texts
    let page: PageTexts
    /// What a colleague is told of the customer.
    let note: [String]

    init(_ value: Value) throws {
        desk = try Desk(value)
        routing = try Routing(value)
        priority = try PriorityRules(value["priority"] ?? [:])
        tickets = try TicketRules(value)
        survey = try SurveyRules(value["survey"] ?? [:])
        texts = try Texts(value)
        page = try PageTexts(value["page"] ?? [:])
        note = try value.need("note")
    }
}

/// How messages come in, and how they are answered.
struct Desk: Sendable {
    /// Platform channels that are served; nil: all.
    let channels: Set<String>?
    let platformChannels: Set<String>
    let limit: Int
    let priority: Int
    let exactPriority: Int
    let exactFrom: Double
    let smallTalkPriority: Int
    let smallTalk: [String: Phrase]
    let unclearTimes: Int
    let listening: Listening
    /// Who wants one of these and asks nothing is not answered from the knowledge.
    let unanswerable: Set<String>

    init(_ value: Value) throws {
        channels = try value["channels"].map { _ in Set(try value.need("channels", [String].self)) }
        platformChannels = value.set("platform_channels")
        limit = try value.need("answers.limit")
        priority = try value.need("answers.priority")
        exactPriority = try value.need("answers.exact_priority")
        exactFrom = try value.need("answers.exact_from")
        smallTalkPriority = try value.need("answers.small_talk_priority")
        smallTalk = try value.need("small_talk")
        unclearTimes = try value.need("unclear.times")
        listening = try Listening(value["remarks"] ?? [:])
        unanswerable = value.set("answers.not_for")
    }

    /// `channels` restricts platforms alone: the host's own web chat, terminal and API are always served.
    func serves(_ channel: String) -> Bool {
        channels.map { $0.contains(channel) || !platformChannels.contains(channel) } ?? true
    }
}

/// All that is said outside the survey's page.
struct Texts: Sendable {
    let phrases: [String: Phrase]
    let notices: [String: Phrase]
    let staffLocale: String

    init(_ value: Value) throws {
        phrases = try value.need("texts")
        notices = try value.need("notices")
        staffLocale = try value.need("escalation.locale")
    }

    func callAsFunction(_ name: String, _ locale: String?, _ values: [String: String] = [:]) -> String {
        phrases[name]?.text(locale, values) ?? ""
    }

    func notice(_ name: String, _ values: [String: String] = [:]) -> String {
        notices[name]?.text(staffLocale, values) ?? ""
    }

    /// Sentences one after the other, as the language parts them.
    func joined(_ sentences: [String], _ locale: String?) -> String {
        sentences.filter { !$0.isEmpty }.joined(separator: self("separator", locale))
    }
}
