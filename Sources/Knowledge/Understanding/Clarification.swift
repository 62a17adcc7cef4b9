import ConciergeCore
import Language

/// What to ask when two things may have been meant, or one of them hardly.
struct Clarification: Sendable {
    var below = 0.45
    var either = Localized()
    var one = Localized()

    init(_ settings: Configuration.Understanding) {
        below = settings.clarifyBelow
        either = settings.askEither
        one = settings.askOne
    }

    /// Nil where the reading is clear, or the intents have no names to ask with.
    func question(_ reading: IntentReading, _ table: IntentTable, _ locale: String) -> String? {
        guard reading.name != TrainingSet.none, reading.isTie || reading.confidence < below else {
            return nil
        }
        let names = reading.alternatives.prefix(2).compactMap { table[$0.name].label.localized(locale) }
        guard let first = names.first else { return nil }
        let sentence = reading.isTie && names.count > 1 ? either : one
        return sentence.localized(locale)?.replacing("{a}", with: first).replacing(
            "{b}", with: names.last ?? first)
    }
}
