import ConciergeCore
import SkillHosting
import SkillPackages
import Unix

/// `concierge skill probe`: loads a skill and says what is wrong with it, in a process that may die of it.
enum SkillProbe {
    static let command = Command(
        name: "probe", summary: "load a skill in this process and let it go again: does it fit this host?",
        parameters: [Skills.folder],
        run: { invocation in
            let file = try SkillFile(invocation.first)
            do {
                _ = try SkillLoading.load(file, config: nil, services: NoServices())
            } catch LoadError.invalidConfiguration(let id, let faults) {
                // It fits this host; what it is to be told comes with its entry in the configuration.
                for fault in faults { Terminal.remark("skill '\(id)': \(fault)") }
            }
        })

    /// Probes in a process of its own; the answer is what the skill wants to be told in the configuration.
    @discardableResult
    static func check(_ file: SkillFile) throws -> [String] {
        // A backtrace would end the process in its own way, and hide the signal.
        let probe = ChildProcess(
            [Environment.executable, "skill", "probe", file.package.path],
            environment: ["SWIFT_BACKTRACE": "enable=no"])
        let outcome = try probe.run()
        switch outcome.ending {
        case .exit(0): return outcome.output.split(separator: "\n").map(String.init)
        case .signal:
            throw Failure(
                "\(file.package.library): crashed while it was loaded (\(outcome.ending)); "
                    + "run 'concierge skill probe \(file.package.path)' under a debugger")
        case .exit:
            let lines = outcome.output.split(separator: "\n").map {
                $0.hasPrefix("error: ") ? String($0.dropFirst(7)) : String($0)
            }
            throw Failure(
                lines.isEmpty ? ["\(file.package.path): \(outcome.ending) while it was loaded"] : lines)
        }
    }
}

/// A host that offers nothing, for a skill that is only looked at.
struct NoServices: SkillServices {
    func answer(_ service: String, skill: String, turn: UInt64, request: Value) throws(ServiceError) -> Value
    {
        throw ServiceError(.unavailable, "this skill is only being looked at")
    }

    func log(skill: String, level: Int32, message: String) {}
    func now(turn: UInt64) -> Timestamp { Timestamp(milliseconds: 0) }
    func random(turn: UInt64) -> UInt64 { 4 }
    func count(skill: String, name: String, by amount: Int64) {}
}
