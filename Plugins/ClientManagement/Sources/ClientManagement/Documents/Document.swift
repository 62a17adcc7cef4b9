internal import SkillKit

/// A document before it is Markdown, HTML or JSON.
struct Document: Sendable {
    enum Style: String, Sendable { case text, field, item, quote, next }

    struct Block: Sendable {
        var style: Style
        var label: String?
        var text: String
        /// Says only that something is not known.
        var isGap = false
    }

    struct Part: Sendable {
        var heading: String
        var blocks: [Block]
    }

    let kind, locale, title, subtitle: String
    var parts: [Part]
    let checks: [Check.Outcome]
    let checksHeading: [Check.Group: String]
    let checkLines: [Check.Group: [String]]
    let boundary: String
    /// Always the last word.
    let ending: [Part]

    var failed: [Check.Outcome] { checks.filter { !$0.passed } }
}
