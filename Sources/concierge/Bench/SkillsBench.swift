import ConciergeCore
import Engine
import Gateway
import Glibc
import Knowledge
import Synchronization
import Threads
import Unix

/// What a turn of a shop costs in processor time: all of it, understanding, and each skill.
///
/// HTTP and the commit are other threads' work and stand apart. The floor is the same turn without a skill; understanding is
/// measured again by itself, where all that it needs stays near the processor, so the host's share is rather too large.
final class SkillsBench {
    private static let customers = 480
    private static let turns = 8

    private let backstage: Backstage
    private let settings: EngineSettings
    private let chatter: Chatter
    private var conversations = 0

    private init(_ place: Workplace, _ chatter: Chatter) throws {
        var configuration = try place.configuration()
        configuration.turn.join = .zero
        let seal = PageSeal(key: try place.data(of: configuration).linkKey(), base: "http://127.0.0.1")
        backstage = try Backstage(place, configuration, links: seal) { level, message in
            if level == .warning || level == .error { Terminal.warn(message) }
        }
        settings = EngineSettings(configuration)
        self.chatter = chatter
        try backstage.start(with: configuration)
    }

    static func run(_ invocation: Invocation) throws {
        let place = Workplace(configuration: Files.join(invocation.first, "config.yaml"))
        let lock = try place.data(of: try place.configuration()).take()
        let bench = try SkillsBench(place, try Chatter(path: invocation["texts"] ?? ""))
        let figures = try bench.measure()
        bench.backstage.stop()
        withExtendedLifetime(lock) {}
        for figure in figures { figure.show(invocation) }
    }

    private func measure() throws -> [Figure] {
        let stages = backstage.engine.pipeline.stages
        guard !stages.isEmpty else { throw Failure("no skill is loaded; run scripts/build") }
        let meters = stages.map { Meter($0.skill) }
        let whole = try converse(with: stages.map { Self.ofMessages($0, $0.skill) })
        // The parts are of conversations of their own, because asking for the time takes some, too.
        let sum = try converse(with: zip(stages, meters).map { Self.ofMessages($0, $1) }) {
            for meter in meters { meter.reset() }
        }
        var parts = zip(stages, meters).map { stage, meter in
            Figure(name: "skills/\(stage.id)", value: meter.microseconds, unit: "µs")
        }
        parts.append(Figure(name: "skills/understanding", value: understand(), unit: "µs"))
        let host = parts.reduce(sum) { $0 - $1.value }
        parts.append(Figure(name: "skills/host", value: host, unit: "µs"))
        let bare = try converse(with: [])
        return [Figure(name: "skills/turn", value: whole, unit: "µs", floor: bare, goal: .atMost(300))]
            + parts
    }

    /// Of messages alone: turns that events lead to are other turns.
    private static func ofMessages(_ stage: Stage, _ skill: any Skill) -> Stage {
        var manifest = stage.manifest
        manifest.on = []
        return Stage(manifest: manifest, skill: skill)
    }

    /// Processor time of the workers, in microseconds a message; `begin` is called when all that comes counts.
    private func converse(with stages: [Stage], begin: () -> Void = {}) throws -> Double {
        backstage.engine.replace(Pipeline(stages: stages, settings: settings)) {}
        // Caches are filled, pages are there, as almost every turn finds them.
        try converse()
        begin()
        return try converse()
    }

    /// A conversation of every customer, all at once.
    @discardableResult
    private func converse() throws -> Double {
        conversations += 1
        let answers = Mailbox<TurnFailure?>()
        let before = try Self.workerNanoseconds()
        for turn in 0..<Self.turns {
            for customer in 0..<Self.customers {
                var inbound = Inbound(channel: "rest", text: chatter.text(customer, conversations, turn))
                inbound.customer = "c\(padded(customer + 10, 6))"
                inbound.conversation = "k\(conversations)-\(customer)"
                backstage.engine.submit(inbound) { result in
                    if case .failure(let failure) = result { answers.put(failure) } else { answers.put(nil) }
                }
            }
            for _ in 0..<Self.customers {
                if let failure = answers.take() ?? nil { throw Failure("a turn failed: \(failure)") }
            }
        }
        return Double(try Self.workerNanoseconds() - before) / 1000 / Double(Self.turns * Self.customers)
    }

    /// The same texts once more, for understanding alone.
    private func understand() -> Double {
        let understander = backstage.school.understander
        let start = threadNanoseconds()
        for turn in 0..<Self.turns {
            for customer in 0..<Self.customers {
                let text = chatter.text(customer, conversations, turn)
                _ = understander.understand(
                    text, at: Timestamp(milliseconds: wallClockMilliseconds()), locale: settings.locale)
            }
        }
        return Double(threadNanoseconds() - start) / 1000 / Double(Self.turns * Self.customers)
    }

    /// What the kernel has counted for the threads that run skills.
    private static func workerNanoseconds() throws -> Int64 {
        let threads = try Files.list("/proc/self/task").map { "/proc/self/task/\($0)" }
        return try threads.filter { try Files.text($0 + "/comm") == "worker\n" }.reduce(0) { sum, thread in
            let numbers = try Files.text(thread + "/schedstat").split(separator: " ")
            return sum + (numbers.first.flatMap { Int64($0) } ?? 0)
        }
    }
}

/// A skill that is timed by the clock of the thread that asks it, host calls and messages included.
private final class Meter: Skill {
    private let skill: any Skill
    private let spent = Atomic<Int64>(0)
    private let turns = Atomic<Int64>(0)

    init(_ skill: any Skill) { self.skill = skill }

    var microseconds: Double {
        Double(spent.load(ordering: .relaxed)) / 1000 / Double(max(1, turns.load(ordering: .relaxed)))
    }

    func reset() {
        spent.store(0, ordering: .relaxed)
        turns.store(0, ordering: .relaxed)
    }

    func begin(_ call: SkillCall) {
        let start = threadNanoseconds()
        skill.begin(call)
        spent.wrappingAdd(threadNanoseconds() - start, ordering: .relaxed)
        turns.wrappingAdd(1, ordering: .relaxed)
    }

    func cancel(turn: UInt64) { skill.cancel(turn: turn) }
    func stop() { skill.stop() }
}

/// What customers write: each keeps to a language, and every conversation is another.
private struct Chatter {
    private let chinese, english: [String]

    init(path: String) throws {
        let lines = try Files.text(path).split(separator: "\n").map(String.init)
        chinese = lines.filter { !$0.utf8.allSatisfy { $0 < 128 } }
        english = lines.filter { $0.utf8.allSatisfy { $0 < 128 } }
        guard !chinese.isEmpty, !english.isEmpty else {
            throw Failure("\(path): lines in Chinese and in English were expected, a message each")
        }
    }

    func text(_ customer: Int, _ conversation: Int, _ turn: Int) -> String {
        var dice = Dice(seed: conversation, number: customer * 64 + turn)
        return dice.pick(customer % 5 == 0 ? english : chinese)
    }
}

/// Processor time that the calling thread has had.
private func threadNanoseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}
