import ConciergeCore
import Knowledge
import Language
import Threads
import Unix

/// What reads customers' sentences under a configuration: the intents it was taught, and the catalogue.
struct CurrentModel {
    let model: IntentModel
    /// What the admin's files say.
    private let files: [IntentFile]
    private let understander = Understander()
    private let locale: String

    init(_ place: Workplace) throws {
        let configuration = try place.configuration(isQuiet: true)
        let starter = Starter.intents
        let shelf = IntentShelf(starter: starter, folder: place.data(of: configuration).models)
        var folders = KnowledgeFolders(configuration, builtIn: HostIntents(shelf.starter))
        let reading = folders.read()
        KnowledgeCommands.complain(reading.problems)
        files = reading.base.intents
        Self.checkReadable(place.data(of: configuration).models)
        let taught = Self.taught(files, shelf, starter)
        guard !taught.labels.isEmpty else {
            throw Failure(
                "\(place.configurationPath): no intents; write examples to knowledge/intents/NAME.yaml")
        }
        locale = configuration.locale
        understander.serve(taught, files: files)
        model = understander.model ?? taught
        understander.serve(reading.base.productNames)
        understander.serve(configuration)
    }

    /// What the host learnt may be out of reach for this user.
    private static func checkReadable(_ models: String) {
        do throws(SystemError) { _ = try Files.list(models) } catch {
            guard !error.isMissing else { return }
            Terminal.warn(
                "\(error); what the host learnt is not read, and its own intents and the files' examples speak here; let this user read it"
            )
        }
    }

    /// The model of these sentences, from the shelf or made now.
    private static func taught(_ files: [IntentFile], _ shelf: IntentShelf, _ starter: StarterIntents?)
        -> IntentModel
    {
        let curriculum = shelf.lesson(files).curriculum
        // Refused or not, a candidate is what these sentences come to.
        if let model = shelf.model(of: curriculum) ?? shelf.model(.candidate, of: curriculum) { return model }
        // A running host is making it, or will; without nets it is here in a second.
        var making = IntentMaking(starter: starter, files: files)
        making.workforce = .cores
        return making.model(quickly: true)
    }

    /// What the host lays into the context of a message that says this now.
    func understand(_ text: String) -> [String: Value] {
        let now = Timestamp(milliseconds: wallClockMilliseconds())
        return understander.understand(text, at: now, locale: locale)
    }

    /// Where an admin wrote just this as an example of the intent.
    func example(_ text: FoldedText, of intent: String) -> Place? {
        let examples = files.lazy.filter { $0.intent == intent }.flatMap(\.examples)
        let key = IntentModel.key(text)
        return examples.first { IntentModel.key(FoldedText($0.text)) == key }?.place
    }

    /// The intent that is called so: by its name, its label or an alias.
    func intent(called name: String) -> String { understander.intent(called: name) ?? name }
}
