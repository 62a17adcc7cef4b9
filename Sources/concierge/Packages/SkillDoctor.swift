import ConciergeCore
import SkillPackages
import Unix

/// `concierge skill doctor`: how each skill is, and the next command.
enum SkillDoctor {
    static let command = Command(
        name: "doctor", summary: "say in one line how each skill is, and the next command",
        parameters: [.init(name: "SKILL", summary: "one of them; else all", count: .optional)],
        options: [.config, .json],
        run: { invocation in
            let place = try Workplace(invocation)
            var findings =
                try invocation.arguments.first.map { [try Standing.of($0, in: place)] }
                .map { $0.map { examine($0, in: place) } } ?? everything(in: place)
            findings.sort { !$0.isWell && $1.isWell }
            if invocation.has("json") {
                Terminal.print(JSON.text(.list(findings.map(\.value))))
            } else {
                findings.forEach { Terminal.print($0.line(Terminal.answers)) }
            }
            let ill = findings.count { !$0.isWell }
            guard ill == 0 else {
                throw Failure("\(place.skills.path): \(ill) of \(findings.count) skills want a hand")
            }
        })

    struct Finding {
        var id: String
        var version: String
        var isWell = true
        var words: String
        /// The next command, or the next thing to do.
        var next: String?

        var value: Value {
            .compact([
                "id": .text(id), "version": .text(version), "well": .bool(isWell), "words": .text(words),
                "next": next.map(Value.text),
            ])
        }

        func line(_ style: Style) -> String {
            let mark = isWell ? (next == nil ? style.green("✔") : style.dim("·")) : style.red("✘")
            let rest = next.map { "; next: \($0)" } ?? ""
            return "\(mark) \(style.bold(id)) \(version): \(words.printable)\(rest.printable)"
        }
    }

    private static func everything(in place: Workplace) throws -> [Finding] {
        let standings = try Standing.all(in: place)
        let there = standings.map { examine($0, in: place) }
        guard Files.exists(place.configurationPath) else { return there }
        let missing = place.read().configuration.skills.filter { entry in
            entry.isEnabled
                && !standings.contains {
                    $0.entry?.name == entry.name || SkillName($0.found.package.id) == entry.name
                }
        }
        return there
            + missing.map { entry in
                Finding(
                    id: entry.name.text, version: "?", isWell: false,
                    words: "\(entry.place) names it, and it is not there",
                    next: "concierge skill install \(entry.name.text)")
            }
    }

    private static func examine(_ standing: Standing, in place: Workplace) -> Finding {
        let id = standing.found.package.id
        var finding = Finding(id: id, version: standing.version, words: "takes part")
        switch standing.state {
        case .ready:
            look(standing, &finding)
            if let reason = place.takenBack(standing.found) {
                finding.isWell = false
                finding.words = "this version was taken back by its publisher (\(reason))"
                finding.next = "concierge skill upgrade \(id)"
            }
        case .instructions: finding.words = "instructions, \(standing.found.package.path)/SKILL.md"
        case .unnamed:
            (finding.words, finding.next) = (
                "the configuration does not name it", "concierge skill enable \(id)"
            )
        case .disabled:
            (finding.words, finding.next) = ("disabled", "concierge skill enable \(id)")
            if let entry = standing.entry, !entry.isEnabled {
                finding.next = "take 'enabled: false' out at \(entry.place)"
            }
        case .foreign:
            finding.words = "somebody else's code, which would run in the host's own process"
            finding.next = "concierge skill enable \(id) --in-process"
        case .damaged(let differences):
            finding.isWell = false
            finding.words = "not as it was installed: \(differences[0])"
            if differences.count > 1 { finding.words += ", and \(differences.count - 1) more" }
            finding.next = mend(standing)
        case .broken(let reason):
            (finding.isWell, finding.words, finding.next) = (false, reason, mend(standing))
        }
        return finding
    }

    /// Loads it in a process of its own.
    private static func look(_ standing: Standing, _ finding: inout Finding) {
        do {
            let file = try SkillFile(standing.found.package.path)
            let config = file.configuration(standing.entry?.config ?? [:]).value
            let wishes = try SkillProbe.check(file, config: config).wishes
            guard let wish = wishes.first, standing.entry?.config == [:] else { return }
            finding.isWell = false
            (finding.words, finding.next) = ("wants to be told something: \(wish)", "concierge check")
        } catch {
            finding.isWell = false
            (finding.words, finding.next) = ("does not load: \(error)", mend(standing))
        }
    }

    private static func mend(_ standing: Standing) -> String {
        guard let entry = standing.found.entry else { return "scripts/build" }
        if entry.current.origin == .registry {
            return "concierge skill install \(standing.found.package.id) --registry \(entry.current.source)"
        }
        return entry.current.source.isEmpty
            ? "concierge skill remove \(standing.found.package.id)"
            : "concierge skill install \(entry.current.source)"
    }
}
