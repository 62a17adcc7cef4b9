import SkillKit

/// What takes a look at many messages: preferences and the summary.
struct Rebuild: Sendable {
    let settings: Settings
    let locale: String?

    /// The products asked for most, then what is said again and again.
    func preferences(of profile: Profile, messages: [String]) -> [String] {
        let interests = (profile["interests"]?.map ?? [:]).mapValues { $0.int ?? 0 }
        let products = interests.filter { $0.value >= settings.productFrom }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(settings.preferredProducts)
        let said = settings.preferences.filter { rule in
            messages.count { rule.words.first(in: $0) != nil } >= rule.from
        }
        return products.map(\.key) + said.map { $0.label.text(locale) }
    }

    /// The parts of which everything is known, one after another.
    func summary(of profile: Profile) -> String {
        var values: [String: String] = [:]
        for (field, value) in profile.fields { values[field] = shown(value) }
        let parts = settings.texts.summary.filter { $0.names.allSatisfy { values[$0] != nil } }
        return parts.map { $0.text(locale, values) }.joined(separator: settings.texts.separator.text(locale))
    }

    private func shown(_ value: Value) -> String? {
        switch value {
        case .text(let text) where !text.isEmpty: settings.texts.label(text, locale)
        case .int(let number) where number > 0: "\(number)"
        case .double(let number) where number > 0: number.written
        case .list(let items) where !items.isEmpty:
            items.compactMap(\.text).joined(separator: settings.texts.list.text(locale))
        default: nil
        }
    }
}
