import CSkillABI
import ConciergeCore
import Glibc
import Threads

extension Case {
    static let load = [
        Case("load.entry", "loading starts and opens nothing, and the entry is the same each time") { bench in
            let (holdings, state) = (Holdings.now, ProcessState.now)
            let function = try bench.function()
            let begin = monotonicNanoseconds()
            let entry = try bench.entry
            let microseconds = (monotonicNanoseconds() - begin) / 1000
            let manifest = entry.pointee.manifest.copy
            for _ in 0..<100 {
                guard let again = function(), again == entry, again.pointee.manifest.copy == manifest else {
                    throw Fault(
                        expected: "the same table and manifest from each call of 'skill_entry_v1'",
                        found: "another",
                        mend: "make it once, and keep it in a static")
                }
            }
            try unchanged(since: holdings, state, by: "loading", bench)
            return ["entry": "\(microseconds) µs"]
        }
    ]

    /// What a skill may not change, whatever it does.
    static func unchanged(
        since holdings: Holdings?, _ state: ProcessState, by what: String, _ bench: Bench
    ) throws(Fault) {
        if let holdings, let growth = Holdings.now.growth(since: holdings) {
            throw Fault(
                expected: "no thread and no file from \(what)", found: growth,
                mend: "start and open in 'create' what an instance needs, and end it in 'destroy'")
        }
        let changed = ProcessState.now.changed(since: state)
        guard changed.isEmpty else {
            throw Fault(
                expected: "the process left as it was by \(what)",
                found: "changed as by \(changed.joined(separator: ", "))",
                mend: "leave that to the host: folder, environment, masks, locale and signals are everybody's"
            )
        }
        guard bench.journal.bytesPrinted == 0 else {
            throw Fault(
                expected: "nothing on stdout from \(what)", found: "\(bench.journal.bytesPrinted) bytes",
                mend: "write to 'sk.log/1' instead")
        }
    }
}
