import ConciergeCore

/// A turn's record as people read it: who ran, what each read, wrote and said, why, and for how long.
struct TraceView {
    let style: Style

    func text(of record: Value) -> String {
        let record = record.printable
        let answer = record["answer"]
        let skills = record["trace"]?["skills"]?.list ?? []
        let longest = skills.compactMap { $0["us"]?.int }.max()
        var lines = [title(record), people(record), ""]
        if let said = record["trace"]?["context"]?["turn.text"]?.text { lines.append("  « \(said)") }
        for skill in skills {
            lines.append("")
            lines.append(self.lines(of: skill, longest: longest))
        }
        let replies = answer?["replies"]?.list ?? []
        if !replies.isEmpty { lines.append("") }
        for reply in replies { lines.append("  » " + style.cyan(reply["text"]?.text ?? "")) }
        return lines.joined(separator: "\n")
    }

    private func title(_ record: Value) -> String {
        let context = record["trace"]?["context"]
        let parts = [
            record["kind"]?.text, context?["turn.channel"]?.text, record["at"].map(plain),
            record["us"]?.int.map(duration),
            record["reruns"]?.int.map { "run again \($0) times" },
        ]
        let facts = parts.compactMap { $0 }.joined(separator: " · ")
        return "\(style.bold("turn \(record["turn"]?.text ?? "")"))  \(style.dim(facts))"
    }

    private func people(_ record: Value) -> String {
        let status = record["answer"]?["conversation"]?["status"]?.text
        let parts = [
            record["customer"]?.text.map { "customer \($0)" },
            record["conversation"]?.text.map { "conversation \($0)" + (status.map { " (\($0))" } ?? "") },
        ]
        return style.dim(parts.compactMap { $0 }.joined(separator: " · "))
    }

    /// One skill's part; with the longest time of the turn its own is drawn to scale.
    func lines(of skill: Value, longest: Int64?) -> String {
        let skill = skill.printable
        let status = skill["status"]?.text ?? ""
        let us = skill["us"]?.int ?? 0
        let name = "\(skill["skill"]?.text ?? "") \(skill["version"]?.text ?? "")"
        let time = status == "skipped" ? "" : "  \(duration(us))"
        var lines = ["  \(mark(status)) \(style.bold(name))  \(status)\(time)\(bar(us, longest))"]
        func add(_ label: String, _ text: String) {
            lines.append("      \(style.dim(label))\(String(repeating: " ", count: 6 - label.count))\(text)")
        }
        let read = (skill["read"]?.list ?? []).compactMap(\.text)
        if !read.isEmpty { add("read", read.joined(separator: ", ")) }
        for (key, value) in (skill["wrote"]?.map ?? [:]).sorted(by: { $0.key < $1.key }) {
            add("wrote", "\(key) = \(plain(value))")
        }
        for said in skill["said"]?.list ?? [] {
            add("said", "\(said["kind"]?.text ?? ""): \(said["text"]?.text ?? "")")
        }
        if let why = skill["because"]?.text { add("why", why) }
        return lines.joined(separator: "\n")
    }

    private func mark(_ status: String) -> String {
        switch status {
        case "ran", "observed": style.green("●")
        case "skipped": style.dim("○")
        default: style.red("✗")
        }
    }

    private func bar(_ us: Int64, _ longest: Int64?) -> String {
        guard let longest, longest > 0, us > 0 else { return "" }
        return "  " + style.dim(String(repeating: "▇", count: max(1, Int(us * 20 / longest))))
    }

    private func duration(_ us: Int64) -> String {
        us < 1000 ? "\(us) µs" : "\(us / 1000).\(us / 100 % 10) ms"
    }

    private func plain(_ value: Value) -> String { value.text ?? JSON.text(value) }
}
