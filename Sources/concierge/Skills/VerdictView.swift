import ConciergeCore
import Conformance

/// How a verdict is told to people.
enum VerdictView {
    static func show(_ verdict: Verdict, _ wanted: Case) {
        let style = Terminal.answers
        switch verdict.outcome {
        case .passed(let figures):
            let known = figures.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            let suffix = known.isEmpty ? "" : " (\(known.joined(separator: ", ")))"
            Terminal.print("\(style.green("✔")) \(wanted.name): \(wanted.demand)\(suffix)")
        case .failed(let fault):
            Terminal.print("\(style.red("✘")) \(wanted.name): \(wanted.demand)")
            Terminal.print("    \(style.bold("expected")) \(fault.expected)")
            Terminal.print("    \(style.bold("found")) \(fault.found)")
            if !fault.mend.isEmpty { Terminal.print("    \(style.bold("mend")) \(fault.mend)") }
        case .skipped(let reason):
            Terminal.print("\(style.dim("–")) \(wanted.name): \(reason)")
        }
    }

    /// Nothing is wrong: one line.
    static func show(allOf verdicts: [Verdict]) {
        let figures = verdicts.reduce(into: [String: String]()) { figures, verdict in
            guard case .passed(let own) = verdict.outcome else { return }
            figures.merge(own.filter { ["entry", "create", "turn"].contains($0.key) }) { first, _ in first }
        }
        let known = ["entry", "create", "turn"].compactMap { name in figures[name].map { "\(name) \($0)" } }
        let style = Terminal.answers
        Terminal.print(
            "\(style.green("✔")) conformance: \(verdicts.count) cases \(style.dim("(\(known.joined(separator: ", ")))"))"
        )
    }
}
