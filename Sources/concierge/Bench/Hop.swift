import ConciergeCore
import SkillHosting
import SkillPackages
import Threads
import Unix

/// What it costs that a skill lies behind the ABI: context out, result in, against a call of a Swift function.
enum Hop {
    static func run(_ invocation: Invocation) throws {
        let folder = invocation.arguments.first ?? "Examples/HelloSwift"
        let file = try SkillFile(folder)
        if !file.package.hasLibrary { try SkillBuild.build(file, isAgreed: false) }
        let skill = try SkillLoading.load(file, config: nil, services: NoServices()).skill
        defer { skill.stop() }
        let view = ContextView(context())
        let box = Mailbox<Void>()
        let hop = median { turn in
            skill.begin(SkillCall(turn: turn, deadline: .max, view: view) { _ in box.put(()) })
            _ = box.take()
        }
        let direct = median { turn in
            greet(SkillCall(turn: turn, deadline: .max, view: view) { _ in box.put(()) })
            _ = box.take()
        }
        Figure(name: "hop", value: hop / 1000, unit: "µs", floor: direct / 1000, goal: .aboveFloor(5)).show(
            invocation)
    }

    /// What the example does, without a border between.
    @inline(never)
    private static func greet(_ call: SkillCall) {
        var patch = Patch()
        let name = call.view["customer.name"]?.text ?? "stranger"
        patch.say = [Utterance(.answer, "Hello, \(name)!")]
        patch.writes["hello.greeted"] = true
        call.complete(.success(patch))
    }

    /// About two kilobytes: a long message and who wrote it.
    private static func context() -> [String: Value] {
        let text = String(repeating: "工业机器人多少钱？我们做汽车零部件。", count: 36)
        return ["turn.text": .text(text), "customer.name": "王女士"]
    }

    /// Nanoseconds of the middle one of many short series.
    private static func median(_ body: (UInt64) -> Void) -> Double {
        var turn: UInt64 = 0
        let series = (0..<201).map { _ in
            let start = monotonicNanoseconds()
            for _ in 0..<100 {
                turn += 1
                body(turn)
            }
            return Double(monotonicNanoseconds() - start) / 100
        }
        return series.sorted()[series.count / 2]
    }
}
