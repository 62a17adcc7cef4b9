import Engine
import Knowledge
import Language
import Synchronization

/// Decides which model serves: the one of the sentences that count now, unless it reads clearly worse what the one
/// before it knew.
final class Admission: Sendable {
    fileprivate struct State {
        /// What is to be known.
        var lesson: Lesson?
        /// The last whole model that was let in; nil until the first lesson.
        var admitted: IntentModel?
        /// That, or one that only serves until the whole one is there.
        var serving: IntentModel?
        var allowsWorse = false
    }

    let understander = Understander()
    private let shelf: IntentShelf
    private let log: @Sendable (Engine.LogLevel, String) -> Void
    private let state = Mutex(State())

    /// The share of the sentences that both know which a new model may read worse.
    private static let mayLose = 0.02
    /// The same, of one without nets, which come a minute later.
    private static let mayLoseMeanwhile = 0.05

    init(_ shelf: IntentShelf, log: @escaping @Sendable (Engine.LogLevel, String) -> Void) {
        self.shelf = shelf
        self.log = log
        if let starter = shelf.starter { understander.serve(starter, files: []) }
    }

    var isExpecting: Bool { state.withLock { $0.lesson != nil } }

    func isWanted(_ lesson: Lesson) -> Bool {
        state.withLock { $0.lesson?.curriculum == lesson.curriculum }
    }

    /// What is to be known from now on; returns whether that are other sentences than before.
    func expect(_ lesson: Lesson) -> Bool {
        state.withLock { state in
            defer { state.lesson = lesson }
            // After a start, what served before it.
            if state.admitted == nil { state.admitted = shelf.latest }
            state.serving = state.serving ?? state.admitted
            // What was only called otherwise needs no lesson.
            if let model = state.serving { understander.serve(model, files: lesson.files) }
            return state.lesson?.curriculum != lesson.curriculum
        }
    }

    /// Whether the admin lets in what reads worse; returns the lesson whose model may be let in after all.
    func allow(worse allowsWorse: Bool) -> Lesson? {
        state.withLock { state in
            defer { state.allowsWorse = allowsWorse }
            guard allowsWorse, !state.allowsWorse, let lesson = state.lesson,
                state.admitted?.taught != lesson.curriculum.taught
            else { return nil }
            return lesson
        }
    }

    /// Lets a model without nets serve until the whole one is there; returns whether it does.
    @discardableResult
    func lend(_ model: IntentModel, to lesson: Lesson) -> Bool {
        state.withLock { state in
            state.mayServe(state.comparison(of: model), losing: Self.mayLoseMeanwhile)
                && serve(model, lesson, &state)
        }
    }

    /// Lets it serve, if it is still wanted; returns whether it does.
    @discardableResult
    func admit(_ model: IntentModel, of lesson: Lesson) -> Bool {
        let isServing = state.withLock { state in
            guard serve(model, lesson, &state) else { return false }
            state.admitted = model
            return true
        }
        if isServing { shelf.admit(lesson.curriculum) }
        return isServing
    }

    /// Lets it serve, or the one before it go on.
    func judge(_ candidate: IntentModel, of lesson: Lesson) {
        let (comparison, mayServe) = state.withLock { state in
            let comparison = state.comparison(of: candidate)
            return (comparison, state.mayServe(comparison, losing: Self.mayLose))
        }
        guard mayServe else { return refuse(comparison, lesson) }
        guard admit(candidate, of: lesson) else { return }
        let held = comparison.count == 0 ? "" : "; \(comparison.text)"
        log(.notice, "intents: learnt: \(candidate.exam.text)\(held)")
    }

    private func refuse(_ comparison: IntentComparison, _ lesson: Lesson) {
        let isWanted = state.withLock { state in
            state.admitted.map { serve($0, lesson, &state) } ?? false
        }
        guard isWanted else { return }
        shelf.refuse(lesson.curriculum)
        log(
            .warning,
            "intents: the new model does not serve: \(comparison.text)\(comparison.losers); find sentences that belong elsewhere with 'concierge intents explain', or set 'understanding.serve_worse: true'"
        )
    }

    /// Under the lock, so that what is wanted no more is never served after what came instead.
    private func serve(_ model: IntentModel, _ lesson: Lesson, _ state: inout State) -> Bool {
        guard let wanted = state.lesson, wanted.curriculum == lesson.curriculum else { return false }
        understander.serve(model, files: wanted.files)
        state.serving = model
        return true
    }
}

extension Admission.State {
    fileprivate func comparison(of model: IntentModel) -> IntentComparison {
        IntentComparison(of: model.exam, with: admitted?.exam ?? IntentExam())
    }

    fileprivate func mayServe(_ comparison: IntentComparison, losing share: Double) -> Bool {
        allowsWorse || !comparison.isWorse(byMoreThan: share)
    }
}
