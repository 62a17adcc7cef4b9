import ConciergeCore
import Glibc
import Threads

extension Case {
    static let life = [
        Case("life.repeat", "a hundred instances leave nothing behind", needs: ["load.entry"], rounds),
        Case(
            "life.configurations", "a configuration that will not do is refused in words",
            needs: ["load.entry"], configurations),
    ]

    static let parting = [
        Case("life.instances", "two instances do not know of each other", needs: ["turn.repeat"], instances),
        Case("life.end", "after 'destroy' nothing of an instance goes on", needs: ["turn.once"], end),
    ]

    private static func rounds(_ bench: Bench) throws -> Figures {
        let host = StandIn(offering: bench.subject.offered)
        func round(_ count: Int) throws { for _ in 0..<count { try bench.instance(host).destroy() } }
        try round(100)
        let (holdings, begin) = (Holdings.now, monotonicNanoseconds())
        try round(100)
        let microseconds = (monotonicNanoseconds() - begin) / 100_000
        // A thread that was told to end may take a moment.
        try eventually(bench) { Holdings.now.growth(since: holdings) == nil }
        if let growth = Holdings.now.growth(since: holdings) {
            throw Fault(
                expected: "after 100 instances as many threads and files as before", found: growth,
                mend: "end in 'destroy' what 'create' started, and close what it opened")
        }
        guard let growth = try Heap.leastGrowth(of: { try round(100) }) else {
            return ["create": "\(microseconds) µs", "memory": "not measured"]
        }
        guard growth < 100 * 24 else {
            throw Fault(
                expected: "after 100 instances as much memory as before", found: "\(growth) bytes more",
                mend: "free in 'destroy' what 'create' made")
        }
        return ["create": "\(microseconds) µs", "memory": "\(max(0, growth)) bytes"]
    }

    /// Waits for what a thread will bring about; whoever asks looks again.
    static func eventually(_ bench: Bench, _ isSo: () -> Bool) throws {
        let end = monotonicNanoseconds() + bench.subject.patience * 1_000_000
        while !isSo(), monotonicNanoseconds() < end { pause(2000) }
    }

    private static func instances(_ bench: Bench) throws -> Figures {
        let play = Plays(bench.subject).messages[0]
        let alone = try bench.instance(StandIn(offering: bench.subject.offered), id: "one")
        let expected = try alone.play(play)
        alone.destroy()
        let first = try bench.instance(StandIn(offering: bench.subject.offered), id: "one")
        let second = try bench.instance(StandIn(offering: bench.subject.offered), id: "two")
        _ = try second.play(play)
        second.destroy()
        let found = try first.play(play)
        first.destroy()
        guard found == expected else {
            throw Fault(
                expected: "\(play.name): \(expected.words), as without another instance", found: found.words,
                mend: "keep nothing in globals; what an instance knows hangs on its table's 'ctx'")
        }
        return [:]
    }

    private static func configurations(_ bench: Bench) throws -> Figures {
        let schema = bench.subject.manifest.configuration?["properties"]?.map ?? [:]
        let good = bench.subject.configuration.map ?? [:]
        var all: [(String, Value)] =
            Sample.strange.map { ("\(JSON.text($0)) instead of a map", $0) } + [("an empty map", [:])]
        for key in schema.keys.sorted() {
            all.append(("'\(key)' left out", .map(good.filter { $0.key != key })))
            for value in Sample.strange {
                all.append(("'\(key)': \(JSON.text(value))", .map(good.merging([key: value]) { $1 })))
            }
        }
        var refused = 0
        for (name, configuration) in all {
            let (instance, words) = try bench.create(
                StandIn(offering: bench.subject.offered), step: "create, configured with \(name)",
                configuration)
            if let instance { instance.destroy(); continue }
            refused += 1
            guard let words, !words.isEmpty else {
                throw Fault(
                    expected: "a line that says what is wrong with the configuration",
                    found: "\(name): no instance and no word",
                    mend: "write to 'error' before NULL is returned")
            }
        }
        return ["refused": "\(refused) of \(all.count)"]
    }

    private static func end(_ bench: Bench) throws -> Figures {
        let host = StandIn(offering: bench.subject.offered)
        let instance = try bench.instance(host)
        var tickets: [Ticket] = []
        for play in Plays(bench.subject).all.prefix(4) {
            let begun = instance.begin(play)
            _ = try instance.finish(begun, play)
            tickets.append(begun.ticket)
        }
        let counts = tickets.map(\.count)
        instance.destroy()
        // There is no event for what must not happen: it is given time to.
        pause(300_000)
        guard tickets.map(\.count) == counts else {
            throw Fault(
                expected: "no 'done' after 'destroy'", found: "a turn was answered once more",
                mend: "end in 'destroy' what could still call, and wait for its end")
        }
        guard host.strays.isEmpty else {
            throw Fault(
                expected: "no call of the host after 'destroy'", found: "'\(host.strays[0])' was called",
                mend: "end in 'destroy' what could still call, and wait for its end")
        }
        return [:]
    }
}

/// Lets time pass.
func pause(_ microseconds: UInt32) { usleep(microseconds) }
