import Engine
import Knowledge
import Language
import Synchronization
import Threads
import Unix

/// Has models made, one after another on a thread of its own, and takes them to the admission.
final class Teacher: Sendable {
    /// How lessons are given, and how long to wait before each further try.
    struct Means: Sendable {
        var command = ["nice", Environment.executable, "intents", "train", "--handout"]
        /// In seconds. Memory that ran out is often there again a little later.
        var pauses: [Int64] = [2, 15, 60]
    }

    private let shelf: IntentShelf
    private let admission: Admission
    private let classroom: Classroom
    private let pauses: [Int64]
    private let log: @Sendable (Engine.LogLevel, String) -> Void
    private let lessons = Mailbox<Lesson>()
    private let thread = Mutex<HostThread?>(nil)
    private let isStopping = Atomic(false)

    init(
        _ shelf: IntentShelf, _ admission: Admission, _ means: Means,
        log: @escaping @Sendable (Engine.LogLevel, String) -> Void
    ) {
        self.shelf = shelf
        self.admission = admission
        classroom = Classroom(command: means.command)
        pauses = means.pauses
        self.log = log
    }

    func start() throws(ThreadError) {
        let started = try HostThread("intents") { [self] in
            var next = lessons.take()
            while let lesson = next { next = attempt(lesson) ?? lessons.take() }
        }
        thread.withLock { $0 = started }
    }

    func stop() {
        isStopping.store(true, ordering: .sequentiallyConsistent)
        lessons.close()
        classroom.interrupt()
        thread.withLock { $0.take() }?.join()
    }

    func teach(_ lesson: Lesson) { lessons.put(lesson) }

    /// What is being learnt now is no longer wanted.
    func interrupt() { classroom.interrupt() }

    private func isWanted(_ lesson: Lesson) -> Bool {
        !isStopping.load(ordering: .sequentiallyConsistent) && admission.isWanted(lesson)
    }

    /// Tries it until there is a model, or nobody wants one; returns the lesson that came while it waited.
    private func attempt(_ lesson: Lesson) -> Lesson? {
        for pause in pauses.map(Optional.some) + [nil] {
            do throws(Classroom.Failure) {
                try learn(lesson)
                return nil
            } catch {
                guard isWanted(lesson) else { return nil }
                guard let pause, error.mayPass else {
                    log(
                        .error,
                        "intents: \(error); the old model serves until sentences change or the host starts anew"
                    )
                    return nil
                }
                log(.warning, "intents: \(error); tried again in \(pause) s, the old model serves meanwhile")
                let deadline = monotonicNanoseconds() + pause * 1_000_000_000
                if let newer = lessons.take(until: deadline) { return newer }
            }
        }
        return nil
    }

    private func learn(_ lesson: Lesson) throws(Classroom.Failure) {
        let isKnown = [.admitted, .candidate].contains { shelf.model($0, of: lesson.curriculum) != nil }
        guard !isKnown else { return }
        do throws(SystemError) { try shelf.makeRoom() } catch { return try learnForNow(lesson, error) }
        try learn(lesson, on: shelf)
    }

    /// What cannot be kept can serve all the same.
    private func learnForNow(_ lesson: Lesson, _ error: SystemError) throws(Classroom.Failure) {
        log(
            .warning,
            "intents: \(error); let user '\(Environment.user)' write there: until then what is learnt serves as long as this host runs, and is learnt anew after a start"
        )
        let folder: String
        do throws(SystemError) { folder = try Files.temporaryFolder("concierge-models") } catch {
            throw .system(error)
        }
        defer { try? Files.removeTree(folder) }
        try learn(lesson, on: shelf.moved(to: folder))
    }

    private func learn(_ lesson: Lesson, on shelf: IntentShelf) throws(Classroom.Failure) {
        if shelf.model(.quick, of: lesson.curriculum) == nil {
            guard let quick = try model(.quick, of: lesson, on: shelf) else { return }
            if admission.lend(quick, to: lesson) {
                log(.notice, "intents: learnt, for now without nets: \(quick.exam.text)")
            }
        }
        guard let candidate = try model(.candidate, of: lesson, on: shelf) else { return }
        admission.judge(candidate, of: lesson)
    }

    /// Has it made; nil when nobody wants it any more.
    private func model(
        _ stage: IntentShelf.Stage, of lesson: Lesson, on shelf: IntentShelf
    ) throws(Classroom.Failure) -> IntentModel? {
        // Of several changes only the last is worth learning.
        guard isWanted(lesson) else { return nil }
        let file = shelf.file(stage, of: lesson.curriculum)
        try classroom.give(lesson, into: file, quickly: stage == .quick) { isWanted(lesson) }
        guard isWanted(lesson) else { return nil }
        guard let model = shelf.model(stage, of: lesson.curriculum) else { throw .otherSentences }
        return model
    }
}
