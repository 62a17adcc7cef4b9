internal import SkillKit

extension Desk {
    /// The clients that need work, the riskiest first: one query on an index, whatever the number of customers.
    func workList(_ action: Turn.Action) throws -> Reply {
        let limit = action.input["limit"]?.int.map { Int($0) } ?? settings.rules.workList
        var filter: [String: Value] = ["risk": ["gte": .int(action.input["from"]?.int ?? 1)]]
        if let owner = action.input["owner"]?.text { filter["next_owner"] = .text(owner) }
        let page = try turn.store.query(
            Reviewer.collection, where: filter, sort: "-risk", limit: limit,
            after: action.input["cursor"]?.text)
        let locale = action.input["locale"]?.text ?? turn[Turn.locale] ?? settings.rules.staffLocale
        let (format, agents) = (settings.format(locale), try turn.agentNames())
        let rows = page.items.map { row($0, format, agents) }
        let lines = rows.enumerated().map { index, row in
            settings.texts.word("work_list", "line", locale, row.merging(["rank": String(index + 1)]) { $1 })
        }
        let title = "# \(settings.texts.word("work_list", "title", locale))"
        let none = settings.texts.word("work_list", "none", locale)
        var reply = Reply()
        var result: [String: Value] = [
            "items": .list(zip(page.items, rows).map { item($0, $1) }),
            "text": .text(([title, ""] + (lines.isEmpty ? [none] : lines)).joined(separator: "\n") + "\n"),
        ]
        result["next"] = page.next.map(Value.text)
        reply.result = .map(result)
        reply.because = "work list: \(rows.count) clients"
        return reply
    }

    private func row(_ record: Record, _ format: Format, _ agents: [String: String]) -> [String: String] {
        let now = turn.clock.now
        let client = Client(record, now: now)
        // Decided as for the documents, in the language that is asked for.
        let next = NextStep(
            client, client.signals, owner: record["next_owner"]?.text, now: now, settings.rules)
        let owner = next.who ?? ""
        return [
            "client": client.label, "risk": String(client.risk),
            "level": settings.texts.word("levels", client.level, format.locale),
            "stage": settings.model.stage(client.stage)?.name.text(format.locale) ?? client.stage,
            "what": next.text(format), "who": agents[owner] ?? owner,
            "due": format.calendar.text(max(next.due, now)),
        ]
    }

    private func item(_ record: Record, _ row: [String: String]) -> Value {
        [
            "customer": .text(record.id), "client": .text(row["client"] ?? ""),
            "risk": record["risk"] ?? .int(0), "level": record["level"] ?? .null,
            "stage": record["stage"] ?? .null,
            "signals": (record["signals"]?.list ?? []).compactMap { $0["id"]?.text }.value,
            "next_step": [
                "who": .text(row["who"] ?? ""), "what": .text(row["what"] ?? ""),
                "due": .text(row["due"] ?? ""),
            ],
        ]
    }
}
