import CSkillABI
import ConciergeCore
import Threads

extension Case {
    static let host = [
        Case(
            "host.oldest", "a host that offers only what is required is enough", needs: ["turn.once"]
        ) { bench in
            let offered = bench.subject.offered.intersection(bench.subject.manifest.requires)
            try played(Plays(bench.subject).all, on: StandIn(offering: offered), bench)
            return ["offered": "\(offered.count)"]
        },
        Case("host.newer", "tables that are larger than version 1's mean nothing", needs: ["turn.once"]) {
            bench in
            let host = StandIn(offering: bench.subject.offered, excess: 64)
            try played(Plays(bench.subject).all, on: host, bench)
            return [:]
        },
        Case(
            "host.refuses", "a service that is not there, or not allowed, harms nobody", needs: ["turn.once"]
        ) {
            bench in
            // A service that is never asked cannot refuse.
            let willing = host(bench)
            try played(Plays(bench.subject).all, on: willing, bench)
            let asked = Set(willing.takeRequests().compactMap { $0.list?.first?.text })
            let services = bench.subject.offered.subtracting(StandIn.own).intersection(asked).sorted()
            for service in services {
                for status in [SK_UNAVAILABLE, SK_DENIED] {
                    let host = host(bench)
                    host.mood = .refusing(service, status)
                    try played(Plays(bench.subject).all, on: host, bench)
                }
            }
            return ["services": "\(services.count)"]
        },
        Case("host.slow", "a host that takes its time is waited for", needs: ["turn.once"]) { bench in
            let host = host(bench)
            host.mood = .slow(2000)
            try played(Array(Plays(bench.subject).all.prefix(8)), on: host, bench)
            return [:]
        },
        Case("host.lends", "what was lent for a call is not looked at after it", needs: ["turn.once"]) {
            bench in
            let host = StandIn(offering: bench.subject.offered, lending: Lending(isTakenBack: true))
            let plays = Plays(bench.subject).all
            try played(plays + plays.reversed(), on: host, bench)
            return [:]
        },
    ]

    static let fuzz = Case(
        "fuzz", "contexts that no host makes are survived", needs: ["turn.once", "turn.text"]
    ) {
        bench in
        let (plays, count) = (Plays(bench.subject).all, 300)
        var fuzzer = Fuzzer()
        let instance = try bench.instance(host(bench))
        var played = 0
        // One that waits in each turn has seen enough when its time is over.
        let end = monotonicNanoseconds() + bench.subject.patience * 1_000_000
        while played < count, monotonicNanoseconds() < end {
            try instance.play(fuzzer.strange(plays[played % plays.count], played), deadline: 50)
            played += 1
        }
        instance.destroy()
        return ["contexts": "\(played)"]
    }
}
