import ConciergeCore
import Engine
import Knowledge
import Language
import Synchronization
import Threads
import Unix

/// Sees that messages are read by a model of the sentences that count now: one that was kept, or one that a process
/// apart makes of them while the old one serves.
final class IntentSchool: Sendable {
    private struct State {
        var files: [IntentFile] = []
        var curriculum = Curriculum(own: [:], files: [])
        var servesWorse = false
        var lesson: RunningProcess?
    }

    let understander = Understander()
    private let place: Workplace
    private let shelf: IntentShelf
    private let log: @Sendable (Engine.LogLevel, String) -> Void
    private let state = Mutex(State())
    private let lessons = Mailbox<Curriculum>()
    private let thread = Mutex<HostThread?>(nil)

    /// How much less than the model that serves a new one may read rightly: a new intent makes it harder for all.
    private static let mayLose = 0.02
    /// The same, of one without nets, which come a minute later.
    private static let mayLoseAtFirst = 0.05

    init(_ place: Workplace, data: DataFolder, log: @escaping @Sendable (Engine.LogLevel, String) -> Void) {
        self.place = place
        shelf = IntentShelf(starter: Starter.folder.map { StarterIntents(folder: $0) }, folder: data.models)
        self.log = log
        if let starter = shelf.starter {
            understander.serve(starter, files: [])
        } else {
            log(
                .warning,
                "the host's own intents are not there, only those of 'knowledge' are known; run scripts/build"
            )
        }
    }

    /// The intents that the host brings by itself.
    var intents: Set<String> { Set(shelf.starter?.labels ?? []) }

    /// Asks back and reckons with time as this configuration wants it.
    func serve(_ configuration: Configuration) {
        understander.serve(configuration)
        state.withLock { $0.servesWorse = configuration.understanding.servesWorse }
    }

    /// Knows the catalogue's names, and teaches what the files say now if no model of just that is at hand.
    func serve(_ base: KnowledgeBase, _ names: ProductNames, _ difference: KnowledgeDifference) {
        if difference.haveProductsChanged { understander.serve(names) }
        if difference.haveIntentsChanged { serve(base.intents) }
    }

    private func serve(_ files: [IntentFile]) {
        let curriculum = Curriculum(own: shelf.starter?.taught ?? [:], files: files)
        state.withLock {
            $0.files = files
            $0.curriculum = curriculum
        }
        if let model = understander.model { understander.serve(model, files: files) }
        guard curriculum.taught != understander.model?.taught else { return }
        if let model = shelf.model(curriculum) { return understander.serve(model, files: files) }
        lessons.put(curriculum)
    }

    func start() throws(ThreadError) {
        let started = try HostThread("intents") { [self] in
            while let curriculum = lessons.take() {
                // Of several changes only the last is worth learning.
                guard curriculum.taught == state.withLock({ $0.curriculum.taught }) else { continue }
                learn(curriculum)
            }
        }
        thread.withLock { $0 = started }
    }

    func stop() {
        lessons.close()
        state.withLock { $0.lesson }?.signal(15)
        thread.withLock { $0.take() }?.join()
    }

    private func learn(_ curriculum: Curriculum) {
        let quick = shelf.file(curriculum) + ".quick"
        guard teach(curriculum, into: quick, quickly: true) else { return }
        try? Files.remove(quick)
        guard teach(curriculum, into: shelf.file(curriculum), quickly: false) else { return }
        shelf.keepOnly(curriculum)
    }

    /// False when there is nothing more to do for this curriculum.
    private func teach(_ curriculum: Curriculum, into file: String, quickly: Bool) -> Bool {
        do { try shelf.makeRoom() } catch {
            log(.error, "intents: \(error); let this user write there")
            return false
        }
        guard let lesson = runLesson(into: file, quickly: quickly) else { return false }
        guard lesson.ending == .exit(0), let model = shelf.load(file) else {
            log(
                .error,
                "intents: not learnt (\(lesson.ending)): \(lesson.output.prefix(500)); the old model serves on"
            )
            return false
        }
        // The files were changed meanwhile: the next lesson is waiting.
        guard model.taught == curriculum.taught else { return false }
        return take(model, quickly: quickly)
    }

    private func runLesson(into file: String, quickly: Bool) -> (ending: ChildProcess.Ending, output: String)?
    {
        var words = [
            "nice", Environment.executable, "intents", "train", "--config", place.configurationPath, "--to",
            file,
        ]
        if quickly { words.append("--quick") }
        do throws(SystemError) {
            let process = try ChildProcess(words).start()
            state.withLock { $0.lesson = process }
            defer { state.withLock { $0.lesson = nil } }
            let output = try process.rest()
            return (process.wait(), output)
        } catch {
            log(.error, "intents: \(error); the old model serves on")
            return nil
        }
    }

    /// A model that reads clearly worse than the one before it does not serve unless the admin says so.
    private func take(_ model: IntentModel, quickly: Bool) -> Bool {
        let before = understander.model?.heldOutAccuracy ?? 0
        let lost = before - model.heldOutAccuracy
        let (files, servesWorse) = state.withLock { ($0.files, $0.servesWorse) }
        let figures =
            "\(Self.percent(model.heldOutAccuracy)) of sentences held out of its making are read rightly, \(Self.percent(before)) by the one before it"
        guard servesWorse || lost <= (quickly ? Self.mayLoseAtFirst : Self.mayLose) else {
            if !quickly {
                log(
                    .warning,
                    "intents: the new model does not serve: \(figures); find sentences that belong elsewhere with 'concierge intents explain', or set understanding.serve_worse: true"
                )
            }
            return true
        }
        understander.serve(model, files: files)
        log(.notice, "intents: learnt\(quickly ? ", for now without nets" : ""): \(figures)")
        return true
    }

    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
