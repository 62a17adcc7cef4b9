import ConciergeCore
import SkillHosting
import SkillPackages
import Unix

/// `concierge skill probe`: loads a skill and says what is wrong with it, in a process that may die of it.
enum SkillProbe {
    static let command = Command(
        name: "probe", summary: "load a skill in this process and let it go again: does it fit this host?",
        parameters: [Skills.folder],
        options: [
            .init(name: "configured", value: nil, summary: "with the configuration that stdin has as JSON")
        ],
        run: { invocation in
            let file = try SkillFile(invocation.first)
            do {
                let config = invocation.has("configured") ? try JSON.decode(Terminal.line() ?? "{}") : nil
                let loaded = try SkillLoading.load(file, config: config, services: NoServices())
                Terminal.print(JSON.text(["findings": .list(loaded.findings.map(\.value))]))
            } catch LoadError.invalidConfiguration(let id, let faults) {
                // It fits this host; what it is to be told comes with its entry in the configuration.
                let wishes = faults.map { "skill '\(id)': \($0)".printable }
                Terminal.print(JSON.text(["wishes": .list(wishes.map(Value.text))]))
            }
        })

    /// What a skill that loads said of its configuration.
    struct Remarks {
        var findings: [Finding] = []
        /// What it wants to be told in the configuration.
        var wishes: [String] = []
    }

    /// Probes in a process of its own.
    static func check(_ file: SkillFile, config: Value? = nil) throws -> Remarks {
        let (output, ending) = try run(file, config)
        let lines = output.split(separator: "\n").map(String.init)
        switch ending {
        case .exit(0):
            // What the skill prints by itself may come after it; without our word the skill has ended the process.
            let words = lines.reversed().lazy.compactMap { try? JSON.decode($0) }
            guard let verdict = words.first(where: { $0["findings"] != nil || $0["wishes"] != nil }) else {
                throw Failure(
                    "\(file.package.library): ended the process while it was loaded; never call 'exit' in a skill"
                )
            }
            return Remarks(
                findings: (verdict["findings"]?.list ?? []).compactMap(Finding.init),
                wishes: (verdict["wishes"]?.list ?? []).compactMap(\.text))
        case .signal:
            throw Failure(
                "\(file.package.library): crashed while it was loaded (\(ending)); "
                    + "run 'concierge skill probe \(file.package.path)' under a debugger")
        case .exit:
            let reasons = lines.map { $0.hasPrefix("error: ") ? String($0.dropFirst(7)) : $0 }
            throw Failure(
                reasons.isEmpty ? ["\(file.package.path): \(ending) while it was loaded"] : reasons)
        }
    }

    /// So long may a skill take to be looked at.
    private static let patience = 30

    private static func run(_ file: SkillFile, _ config: Value?) throws -> (String, ChildProcess.Ending) {
        let option = config == nil ? [] : ["--configured"]
        // A backtrace would end the process in its own way, and hide the signal.
        let probe = ChildProcess(
            [Environment.executable, "skill", "probe", file.package.path] + option,
            environment: ["SWIFT_BACKTRACE": "enable=no"])
        let words = (config.map(JSON.text) ?? "") + "\n"
        guard let outcome = try probe.run(within: patience, writing: words) else {
            throw Failure(
                "\(file.package.library): does not come back when it is loaded (waited for \(patience) s); "
                    + "run 'concierge skill probe \(file.package.path)' under a debugger")
        }
        return (outcome.output, outcome.ending)
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
