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
        var curriculum: Curriculum
        var servesWorse = false
        var lesson: RunningProcess?
        var isStopping = false
    }

    let understander = Understander()
    private let place: Workplace
    private let shelf: IntentShelf
    private let log: @Sendable (Engine.LogLevel, String) -> Void
    private let state: Mutex<State>
    private let lessons = Mailbox<Curriculum>()
    private let thread = Mutex<HostThread?>(nil)

    /// How much less than the model that serves a new one may read rightly: a new intent makes it harder for all.
    private static let mayLose = 0.02
    /// The same, of one without nets, which come a minute later.
    private static let mayLoseAtFirst = 0.05

    init(_ place: Workplace, data: DataFolder, log: @escaping @Sendable (Engine.LogLevel, String) -> Void) {
        self.place = place
        shelf = IntentShelf(starter: Starter.intents, folder: data.models)
        state = Mutex(State(curriculum: shelf.curriculum(of: [])))
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

    /// What the host brings of intents by itself.
    var intents: HostIntents { HostIntents(shelf.starter) }

    /// Asks back and reckons with time as this configuration wants it.
    func serve(_ configuration: Configuration) {
        understander.serve(configuration)
        let isAllowed = configuration.understanding.servesWorse
        let refused = state.withLock { state in
            defer { state.servesWorse = isAllowed }
            return isAllowed && !state.servesWorse ? state.curriculum : nil
        }
        if let refused, !refused.taught.isEmpty { lessons.put(refused) }
    }

    /// Knows the catalogue's names, and teaches what the files say now if no model of just that is at hand.
    func serve(_ base: KnowledgeBase, _ names: ProductNames, _ difference: KnowledgeDifference) {
        if difference.haveProductsChanged { understander.serve(names) }
        if difference.haveIntentsChanged { serve(base.intents) }
    }

    private func serve(_ files: [IntentFile]) {
        let curriculum = shelf.curriculum(of: files)
        state.withLock {
            $0.files = files
            $0.curriculum = curriculum
        }
        if let model = understander.model { understander.serve(model, files: files) }
        guard curriculum.taught != understander.model?.taught else { return }
        if let model = shelf.model(curriculum) { return understander.serve(model, files: files) }
        if let model = shelf.quickModel(curriculum) { understander.serve(model, files: files) }
        // What is being learnt now is no longer wanted.
        state.withLock { $0.lesson }?.signal(15)
        lessons.put(curriculum)
    }

    func start() throws(ThreadError) {
        let started = try HostThread("intents") { [self] in
            while let curriculum = lessons.take() {
                guard isWanted(curriculum), shelf.model(curriculum) == nil else { continue }
                learn(curriculum)
            }
        }
        thread.withLock { $0 = started }
    }

    func stop() {
        lessons.close()
        let lesson = state.withLock { state in
            state.isStopping = true
            return state.lesson
        }
        lesson?.signal(15)
        thread.withLock { $0.take() }?.join()
    }

    /// Of several changes only the last is worth learning.
    private func isWanted(_ curriculum: Curriculum) -> Bool {
        state.withLock { !$0.isStopping && $0.curriculum.taught == curriculum.taught }
    }

    private func learn(_ curriculum: Curriculum) {
        let old = understander.model
        // After a restart in the middle it is there already.
        let kept = shelf.quickModel(curriculum)
        guard let first = kept ?? teach(curriculum, into: shelf.quickFile(curriculum), quickly: true) else {
            return
        }
        if kept == nil, mayServe(first, after: old, losing: Self.mayLoseAtFirst) {
            serve(first)
            log(.notice, "intents: learnt, for now without nets: \(Self.figures(first, old))")
        }
        guard let whole = teach(curriculum, into: shelf.file(curriculum), quickly: false) else { return }
        guard mayServe(whole, after: old, losing: Self.mayLose) else {
            return refuse(whole, of: curriculum, after: old)
        }
        serve(whole)
        shelf.keepOnly(curriculum)
        log(.notice, "intents: learnt: \(Self.figures(whole, old))")
    }

    /// The model of a process apart; nil when there is nothing more to do for this curriculum.
    private func teach(_ curriculum: Curriculum, into file: String, quickly: Bool) -> IntentModel? {
        do { try shelf.makeRoom() } catch {
            log(.error, "intents: \(error); let this user write there")
            return nil
        }
        guard let lesson = runLesson(into: file, quickly: quickly), isWanted(curriculum) else { return nil }
        guard lesson.ending == .exit(0), let model = shelf.load(file) else {
            log(
                .error,
                "intents: not learnt (\(lesson.ending)): \(lesson.output.prefix(500)); the old model serves on"
            )
            return nil
        }
        // Files that were changed meanwhile have a lesson of their own, or a model already.
        return model.taught == curriculum.taught ? model : nil
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
            let isLate = state.withLock { state in
                state.lesson = process
                return state.isStopping
            }
            if isLate { process.signal(15) }
            defer { state.withLock { $0.lesson = nil } }
            let output = try process.rest()
            return (process.wait(), output)
        } catch {
            log(.error, "intents: \(error); the old model serves on")
            return nil
        }
    }

    /// A model that reads clearly worse than the one before it does not serve unless the admin says so.
    private func mayServe(_ model: IntentModel, after old: IntentModel?, losing most: Double) -> Bool {
        state.withLock { $0.servesWorse } || (old?.heldOutAccuracy ?? 0) - model.heldOutAccuracy <= most
    }

    private func serve(_ model: IntentModel) {
        understander.serve(model, files: state.withLock { $0.files })
    }

    /// What served before serves again, and nothing stays that the next start would take for good.
    private func refuse(_ model: IntentModel, of curriculum: Curriculum, after old: IntentModel?) {
        for file in [shelf.file(curriculum), shelf.quickFile(curriculum)] { try? Files.remove(file) }
        if let old { serve(old) }
        log(
            .warning,
            "intents: the new model does not serve: \(Self.figures(model, old)); find sentences that belong elsewhere with 'concierge intents explain', or set understanding.serve_worse: true"
        )
    }

    private static func figures(_ model: IntentModel, _ old: IntentModel?) -> String {
        let before = old.map { ", \($0.heldOutAccuracy.percent) by the one before it" } ?? ""
        return
            "\(model.heldOutAccuracy.percent) of sentences held out of its making are read rightly\(before)"
    }
}
