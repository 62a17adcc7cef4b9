import ConciergeCore

/// A turn's record as people read it: what was said and understood, what each skill made of it and why, and what followed.
struct TraceView {
    let style: Style
    /// Its own words; what skills say for themselves stays as they said it.
    var words = TraceWords(locale: "en")

    func text(of record: Value, then later: [Value] = []) -> String {
        let record = record.printable
        let skills = record["trace"]?["skills"]?.list ?? []
        let longest = skills.compactMap { $0["us"]?.int }.max()
        var lines = [title(record), people(record), ""]
        if let said = record["trace"]?["context"]?["turn.text"]?.text { lines.append("  « \(said)") }
        if let understood = understood(record["trace"]?["context"] ?? .null) {
            lines.append("    " + style.dim(understood))
        }
        for skill in skills where skill["status"] != "skipped" {
            lines.append("")
            lines.append(self.lines(of: skill, longest: longest))
        }
        let skipped = skills.filter { $0["status"] == "skipped" }
        if !skipped.isEmpty { lines += ["", "  \(mark("skipped")) " + style.dim(passedOver(skipped))] }
        let replies = record["answer"]?["replies"]?.list ?? []
        if !replies.isEmpty { lines.append("") }
        for reply in replies { lines.append("  » " + style.cyan(reply["text"]?.text ?? "")) }
        return (lines + consequences(later.map(\.printable))).joined(separator: "\n")
    }

    /// `price_inquiry 93 %, and delivery_inquiry; about 机器人; negative, urgent`.
    private func understood(_ context: Value) -> String? {
        guard let intent = context["intent.name"]?.text else { return nil }
        let share = context["intent.confidence"]?.double.map { " \(Int(($0 * 100).rounded())) %" } ?? ""
        let others = (context["intent.all"]?.list ?? []).compactMap(\.text).filter { $0 != intent }
        let mood = [
            context["sentiment"]?.text.flatMap { $0 == "neutral" ? nil : words($0) },
            context["sentiment.urgent"]?.bool == true ? words("urgent") : nil,
        ].compactMap { $0 }
        let parts = [
            intent + share + (others.isEmpty ? "" : words.also + others.joined(separator: ", ")),
            context["topic"]?.text.map { words.about + $0 },
            mood.isEmpty ? nil : mood.joined(separator: ", "),
        ]
        return parts.compactMap { $0 }.joined(separator: "; ")
    }

    private func passedOver(_ skills: [Value]) -> String {
        let names = skills.map { skill in
            let name = skill["skill"]?.text ?? ""
            return skill["because"]?.text.map { "\(name) (\($0))" } ?? name
        }
        return words("passed over") + ": \(names.joined(separator: ", "))"
    }

    /// What followed from it: the events, and what skills made of them.
    private func consequences(_ turns: [Value]) -> [String] {
        var lines: [String] = []
        for turn in turns {
            let context = turn["trace"]?["context"]
            let name = (context?["event.name"] ?? context?["action.name"] ?? turn["kind"])?.text ?? ""
            for skill in turn["trace"]?["skills"]?.list ?? [] where skill["status"] != "skipped" {
                let why = skill["because"]?.text ?? words(skill["status"]?.text ?? "")
                lines.append("  → \(style.bold(name))  \(skill["skill"]?.text ?? ""): \(why)")
            }
        }
        return lines.isEmpty ? [] : ["", "  " + words("then")] + lines
    }

    private func title(_ record: Value) -> String {
        let context = record["trace"]?["context"]
        let parts = [
            record["kind"]?.text.map { words($0) }, context?["turn.channel"]?.text, record["at"].map(plain),
            record["us"]?.int.map(duration),
            record["reruns"]?.int.map { words.again($0) },
        ]
        let facts = parts.compactMap { $0 }.joined(separator: " · ")
        return "\(style.bold("\(words("turn")) \(record["turn"]?.text ?? "")"))  \(style.dim(facts))"
    }

    private func people(_ record: Value) -> String {
        let status = record["answer"]?["conversation"]?["status"]?.text
        let parts = [
            record["customer"]?.text.map { "\(words("customer")) \($0)" },
            record["conversation"]?.text.map {
                "\(words("conversation")) \($0)" + (status.map { " (\(words($0)))" } ?? "")
            },
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
        var lines = ["  \(mark(status)) \(style.bold(name))  \(words(status))\(time)\(bar(us, longest))"]
        func add(_ label: String, _ text: String) {
            let space = String(repeating: " ", count: max(1, 6 - displayWidth(words(label))))
            lines.append("      \(style.dim(words(label)))\(space)\(text)")
        }
        if let why = skill["because"]?.text { add("why", why) }
        for said in skill["said"]?.list ?? [] {
            add("said", "\(words(said["kind"]?.text ?? "")): \(said["text"]?.text ?? "")")
        }
        for (key, value) in (skill["wrote"]?.map ?? [:]).sorted(by: { $0.key < $1.key }) {
            add("wrote", "\(key) = \(plain(value))")
        }
        let read = (skill["read"]?.list ?? []).compactMap(\.text)
        if !read.isEmpty {
            lines.append("      " + style.dim("\(words("read"))  \(read.joined(separator: ", "))"))
        }
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
