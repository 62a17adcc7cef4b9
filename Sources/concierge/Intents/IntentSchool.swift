import ConciergeCore
import Engine
import Knowledge
import Language
import Threads

/// Sees that messages are read by a model of the sentences that count now: one that is at hand, or one that is learnt
/// while the old one serves.
final class IntentSchool: Sendable {
    private let shelf: IntentShelf
    private let admission: Admission
    private let teacher: Teacher

    init(
        shelf: IntentShelf, teaching: Teacher.Means = .init(),
        log: @escaping @Sendable (Engine.LogLevel, String) -> Void
    ) {
        self.shelf = shelf
        admission = Admission(shelf, log: log)
        teacher = Teacher(shelf, admission, teaching, log: log)
        guard shelf.starter == nil else { return }
        log(
            .warning,
            "the host's own intents are not there, only those of 'knowledge' are known; run scripts/build")
    }

    var understander: Understander { admission.understander }

    /// What the host brings of intents by itself.
    var intents: HostIntents { HostIntents(shelf.starter) }

    /// Asks back and reckons with time as this configuration wants it.
    func serve(_ configuration: Configuration) {
        understander.serve(configuration)
        if let refused = admission.allow(worse: configuration.understanding.servesWorse) {
            attend(to: refused)
        }
    }

    /// Knows the catalogue's names, and the intents as the files have them now.
    func serve(_ base: KnowledgeBase, _ names: ProductNames, _ difference: KnowledgeDifference) {
        if difference.haveProductsChanged { understander.serve(names) }
        if difference.haveIntentsChanged { expect(shelf.lesson(base.intents)) }
    }

    /// To be called after the first reading of the files, which may have said nothing of intents.
    func start() throws(ThreadError) {
        if !admission.isExpecting { expect(shelf.lesson([])) }
        try teacher.start()
    }

    func stop() { teacher.stop() }

    private func expect(_ lesson: Lesson) {
        guard admission.expect(lesson) else { return }
        teacher.interrupt()
        attend(to: lesson)
    }

    private func attend(to lesson: Lesson) {
        // Of nothing nothing is learnt.
        guard !lesson.curriculum.taught.isEmpty else { return }
        if let model = shelf.model(of: lesson.curriculum) {
            admission.admit(model, of: lesson)
            return
        }
        if let candidate = shelf.model(.candidate, of: lesson.curriculum) {
            return admission.judge(candidate, of: lesson)
        }
        if let quick = shelf.model(.quick, of: lesson.curriculum) { admission.lend(quick, to: lesson) }
        teacher.teach(lesson)
    }
}
