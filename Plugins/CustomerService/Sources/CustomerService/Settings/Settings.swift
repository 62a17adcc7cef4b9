import SkillKit

/// The admin's configuration over the package's own files; one for all turns, and never copied.
final class Settings: Sendable {
    let desk: Desk
    let routing: Routing
    let priority: PriorityRules
    let tickets: TicketRules
    let survey: SurveyRules
    let orders: OrderRules
    let texts: Texts
    let page: PageTexts
    /// What a colleague is told of the customer.
    let note: [String]

    init(_ value: Value) throws {
        desk = try Desk(value)
        routing = try Routing(value)
        priority = try PriorityRules(value["priority"] ?? [:])
        tickets = try TicketRules(value)
        orders = try OrderRules(value["orders"] ?? [:])
        texts = try Texts(value)
        page = try PageTexts(value["page"] ?? [:])
        survey = try SurveyRules(value["survey"] ?? [:], labels: page.scores)
        note = try value.need("note")
    }
}

/// All that is said outside the survey's page.
struct Texts: Sendable {
    let phrases: [String: Phrase]
    let notices: [String: Phrase]
    /// Units of time.
    let spans: [String: Phrase]
    let staffLocale: String

    init(_ value: Value) throws {
        phrases = try value.need("texts")
        notices = try value.need("notices")
        spans = try value.need("spans")
        staffLocale = try value.need("escalation.locale")
    }

    func callAsFunction(_ name: String, _ locale: String?, _ values: [String: String] = [:]) -> String {
        phrases[name]?.text(locale, values) ?? ""
    }

    func notice(_ name: String, _ values: [String: String] = [:]) -> String {
        notices[name]?.text(staffLocale, values) ?? ""
    }

    /// A length of time as people say it: 15 分钟.
    func span(_ span: Span) -> String {
        let count = span.text.prefix { $0.isNumber }
        return spans[String(span.text.dropFirst(count.count))]?.text(staffLocale, ["count": String(count)])
            ?? span.text
    }

    /// Sentences one after the other, as the language parts them.
    func joined(_ sentences: [String], _ locale: String?) -> String {
        sentences.filter { !$0.isEmpty }.joined(separator: self("separator", locale))
    }
}
