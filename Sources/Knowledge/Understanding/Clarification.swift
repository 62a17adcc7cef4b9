import ConciergeCore
import Language

/// What to ask when two things may have been meant, or one of them hardly.
struct Clarification: Sendable {
    var settings = Configuration.Understanding()

    /// Nil where the reading is clear, or the intents have no names to ask with.
    func question(_ reading: IntentReading, _ table: IntentTable, _ locale: String) -> String? {
        guard reading.name != TrainingSet.none, reading.isTie || reading.confidence < settings.clarifyBelow
        else {
            return nil
        }
        let names = reading.alternatives.prefix(2).compactMap { table[$0.name].label.localized(locale) }
        guard let first = names.first else { return nil }
        let sentence = reading.isTie && names.count > 1 ? settings.askEither : settings.askOne
        return sentence.localized(locale)?.replacing("{a}", with: first).replacing(
            "{b}", with: names.last ?? first)
    }
}
