import ConciergeCore
import Conformance
import SkillPackages
import Unix

/// The conformance kit, one process a case.
struct SkillJudge {
    let file: SkillFile
    /// How long is waited before it is never, in milliseconds; nil: as the kit has it.
    var patience: Int?

    /// Each case in its order, or the one of this name; `tell` hears of each verdict at once.
    func verdicts(named name: String? = nil, _ tell: (Verdict, Case) -> Void) throws -> [Verdict] {
        var verdicts: [Verdict] = []
        for wanted in SkillCase.all where name == nil || wanted.name == name {
            let failed = wanted.needs.first { need in verdicts.contains { $0.name == need && !$0.passed } }
            let verdict =
                try failed.map { Verdict(wanted.name, .skipped(because: "not judged before '\($0)' passes")) }
                ?? judge(wanted)
            verdicts.append(verdict)
            tell(verdict, wanted)
        }
        return verdicts
    }

    private func judge(_ wanted: Case) throws -> Verdict {
        let limit = patience.map { ["--patience", "\($0)"] } ?? []
        // A backtrace would end the process in its own way, and hide the signal.
        let process = try ChildProcess(
            [Environment.executable, "skill", "case", file.package.path, wanted.name] + limit,
            environment: ["SWIFT_BACKTRACE": "enable=no"]
        ).start()
        var (step, verdict, words) = ("loading", Verdict?.none, [String]())
        while let line = try process.line() {
            guard line.first == Journal.mark, let value = try? JSON.decode(String(line.dropFirst())) else {
                words.append(line)
                continue
            }
            if let next = value["step"]?.text { step = next }
            if let ended = Verdict(value) { verdict = ended }
        }
        let ending = process.wait()
        if let verdict, ending == .exit(0) || verdict.fault != nil { return verdict }
        return Verdict(wanted.name, .failed(death(ending, in: step, wanted, words)))
    }

    private func death(
        _ ending: ChildProcess.Ending, in step: String, _ wanted: Case, _ words: [String]
    ) -> Fault {
        let last = words.last.map { "; it said: \($0)" } ?? ""
        let again = "concierge skill case \(file.package.path) \(wanted.name)"
        if case .exit = ending {
            return Fault(
                expected: wanted.demand, found: "\(step): the process ended (\(ending))\(last)",
                mend: "never call 'exit' or 'abort'; fail the turn instead")
        }
        return Fault(
            expected: wanted.demand, found: "\(step): it crashed (\(ending))\(last)",
            mend: "run '\(again)' under a debugger")
    }
}

extension Verdict {
    var passed: Bool { if case .passed = outcome { true } else { false } }
}
