import ConciergeCore
import Knowledge
import Language

/// What reads customers' sentences under a configuration: the intents it was taught, and the catalogue.
struct CurrentModel {
    let model: IntentModel
    let products: ProductNames
    /// What else an intent may be called, its labels among it.
    let aliases: [String: String]

    init(_ place: Workplace) throws {
        var folders = KnowledgeFolders(try place.configuration(isQuiet: true))
        let reading = folders.read()
        for problem in reading.problems where problem.isError { Terminal.complain(problem.description) }
        var set = TrainingSet()
        for intent in reading.base.intents {
            for example in intent.examples { set.add(intent.intent, example.text) }
        }
        guard set.count > 0 else {
            throw Failure(
                "\(place.configurationPath): no intents; write examples to knowledge/intents/NAME.yaml")
        }
        var trainer = IntentTrainer()
        trainer.workforce = .cores
        trainer.nets = 0
        model = trainer.train(set)
        products = reading.base.productNames
        let names = reading.base.intents.flatMap { intent in
            (intent.aliases + intent.label.texts.values).map { ($0, intent.intent) }
        }
        aliases = Dictionary(names) { first, _ in first }
    }
}
