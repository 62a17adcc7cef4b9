internal import SkillKit

/// What the package's data say, read once.
struct Settings: Sendable {
    let model: Model
    let rules: Rules
    let texts: Texts
    let templates: Templates
    let checks: [Check]
    let style: String

    init(_ configuration: Value) throws(SkillError) {
        let whole = Section(configuration)
        model = try Model(whole.section("model"))
        rules = try Rules(whole.section("rules"))
        texts = try Texts(whole.section("texts"))
        templates = try Templates(whole.section("documents"))
        let checks = try whole.section("checks")
        self.checks = try Check.read(checks, .rules) + Check.read(checks, .quality)
        style = try whole.section("page").text("style")
    }

    func format(_ locale: String) -> Format {
        Format(calendar: Calendar(offset: rules.utcOffset), texts: texts, locale: locale)
    }
}
