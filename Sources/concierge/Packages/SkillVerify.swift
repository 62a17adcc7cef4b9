import ConciergeCore
import SkillPackages

/// `concierge skill verify`: every file against what was installed.
enum SkillVerify {
    static let command = Command(
        name: "verify", summary: "hold every file of the installed skills against the lock and its signature",
        parameters: [.init(name: "SKILL", summary: "one of them; else all", count: .optional)],
        options: [.config, .json],
        run: { invocation in
            let place = try Workplace(invocation)
            let all =
                try invocation.arguments.first.map { [try Standing.of($0, in: place)] }
                ?? Standing.all(in: place)
            let installed = all.filter { $0.found.entry != nil }
            if invocation.has("json") {
                Terminal.print(JSON.text(.list(installed.map(describe))))
            } else {
                installed.forEach(show)
            }
            let damaged = installed.filter { !$0.found.differences.isEmpty }
            guard damaged.isEmpty else {
                throw Failure(
                    "\(place.skills.path): \(damaged.count) of \(installed.count) skills are not as they were installed; "
                        + "'concierge skill doctor' says what to do")
            }
        })

    private static func show(_ standing: Standing) {
        let style = Terminal.answers
        let found = standing.found
        let differences = found.differences
        let mark = differences.isEmpty ? style.green("✔") : style.red("✘")
        let signer = found.entry?.current.signer == nil ? "unsigned" : "signed by \(found.signerText)"
        Terminal.print("\(mark) \(found.package.id) \(standing.version), \(signer)")
        for difference in differences { Terminal.print("    \(difference)") }
    }

    private static func describe(_ standing: Standing) -> Value {
        let differences = standing.found.differences
        return .compact([
            "id": .text(standing.found.package.id), "version": .text(standing.version),
            "good": .bool(differences.isEmpty), "differences": .list(differences.map(Value.text)),
            "signer": standing.found.entry?.current.signer.map(Value.text),
        ])
    }
}
