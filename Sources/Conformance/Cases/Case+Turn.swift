import CSkillABI
import ConciergeCore
import SkillHosting
import Threads

extension Case {
    static let turn = [
        Case(
            "turn.once", "each turn is done, once, also one that cannot be answered", needs: ["load.entry"],
            once),
        Case(
            "turn.repeat", "the same turn, time and chance give the same result", needs: ["turn.once"],
            repeats),
        Case("turn.result", "a result is what the manifest allows", needs: ["turn.once"], results),
        Case("turn.text", "any text is taken", needs: ["turn.once"], texts),
        Case("turn.reads", "what the manifest does not list changes nothing", needs: ["turn.repeat"], reads),
        Case(
            "turn.cancel", "a cancel or a deadline ends a turn, and nothing else", needs: ["turn.once"],
            cancels),
        Case("turn.process", "the process is left as it was", needs: ["turn.once"], process),
    ]

    /// Plays turns to a new instance.
    @discardableResult
    static func played(
        _ plays: [Play], on host: StandIn, _ bench: Bench,
        _ look: (Play, Outcome) throws -> Void = { _, _ in }
    ) throws -> [Outcome] {
        let instance = try bench.instance(host)
        var outcomes: [Outcome] = []
        for play in plays {
            let outcome = try instance.play(play)
            try look(play, outcome)
            outcomes.append(outcome)
        }
        instance.destroy()
        return outcomes
    }

    static func host(_ bench: Bench) -> StandIn { StandIn(offering: bench.subject.offered) }

    private static func once(_ bench: Bench) throws -> Figures {
        let plays = Plays(bench.subject)
        let begin = monotonicNanoseconds()
        try played(plays.all, on: host(bench), bench)
        let each = (monotonicNanoseconds() - begin) / 1000 / Int64(max(1, plays.all.count))
        try played([Play(name: "a turn that tells nothing", context: [:])], on: host(bench), bench)
        return ["turns": "\(plays.all.count)", "turn": "\(each) µs"]
    }

    private static func results(_ bench: Bench) throws -> Figures {
        try played(Plays(bench.subject).all, on: host(bench), bench) { play, outcome in
            if let complaint = Claim(bench.subject.manifest).complaint(about: outcome, of: play) {
                throw complaint
            }
        }
        return [:]
    }

    private static func texts(_ bench: Bench) throws -> Figures {
        let plays = Plays(bench.subject)
        guard plays.reads("turn.text") else { return ["texts": "it reads none"] }
        try played(Fuzzer.texts.map { plays.message($0) }, on: host(bench), bench)
        return ["texts": "\(Fuzzer.texts.count)"]
    }

    private static func reads(_ bench: Bench) throws -> Figures {
        let plays = Plays(bench.subject)
        let told = plays.all.map { play in
            let more = Sample.keys.merging([
                "profile.industry": "robots", "strategy.name": "upsell", "x.y": 1,
            ]) { $1 }
            let withheld = more.filter { !plays.reads($0.key) && play.context[$0.key] == nil }
            return Play(
                name: play.name, context: play.context.merging(withheld) { own, _ in own }, seed: play.seed)
        }
        try compare(
            plays.all, told, bench, "with keys that the manifest does not list",
            mend: "read only what 'reads' names, or name it there")
        return [:]
    }

    private static func repeats(_ bench: Bench) throws -> Figures {
        let plays = Plays(bench.subject).all
        try compare(
            plays, plays, bench, "when it was played again",
            mend: "take time and chance from 'sk.clock/1', and keep no order by chance, as of a hash table")
        return ["turns": "\(plays.count)"]
    }

    private static func compare(
        _ first: [Play], _ second: [Play], _ bench: Bench, _ when: String, mend: String
    ) throws {
        let expected = try played(first, on: host(bench), bench)
        let found = try played(second, on: host(bench), bench)
        for (index, play) in first.enumerated() where expected[index] != found[index] {
            throw Fault(
                expected: "\(play.name): \(expected[index].words)", found: "\(when): \(found[index].words)",
                mend: mend)
        }
    }

    private static func cancels(_ bench: Bench) throws -> Figures {
        let instance = try bench.instance(host(bench))
        instance.cancel(UInt64.max)
        for play in Plays(bench.subject).all {
            try instance.play(play, isCancelled: true)
            try instance.play(play, deadline: -1)
            try instance.play(play, deadline: 1)
        }
        instance.destroy()
        return [:]
    }

    private static func process(_ bench: Bench) throws -> Figures {
        _ = try bench.entry
        let state = ProcessState.now
        try played(Plays(bench.subject).all, on: host(bench), bench)
        try unchanged(since: nil, state, by: "a turn", bench)
        return [:]
    }
}
