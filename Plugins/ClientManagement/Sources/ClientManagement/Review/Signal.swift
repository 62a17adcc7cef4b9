internal import SkillKit

/// Something that points to trouble, with its evidence and what it counts.
struct Signal: Sendable, Equatable {
    let id: String
    /// A relationship or a process that is in trouble.
    var kind = ""
    var points = 0
    /// What the sentences of `texts.signals` need; a list is joined in the reader's language.
    var values: [String: Value]
    /// Where it stands in the store: `tickets/…`.
    var references: [String] = []
    /// When it was first seen, which is what its due date counts from.
    var since: Timestamp
    var due: Timestamp

    /// What a detector saw; `times` how often, at least once.
    init(
        _ id: String, times: Int, _ rule: Rules.Signal, at now: Timestamp, _ values: [String: Value],
        _ references: [String] = []
    ) {
        self.id = id
        kind = rule.kind
        points = min(rule.most, rule.points + rule.step * max(0, times - 1))
        (self.values, self.references) = (values, references)
        (since, due) = (now, Calendar.adding(days: rule.dueDays, to: now))
    }

    init?(_ value: Value) {
        guard let id = value["id"]?.text, let since = value["since"]?.time else { return nil }
        self.id = id
        kind = value["kind"]?.text ?? ""
        points = value["points"]?.int.map { Int($0) } ?? 0
        values = value["values"]?.map ?? [:]
        references = value["references"].flatMap { [String]($0) } ?? []
        self.since = since
        due = value["due"]?.time ?? since
    }

    var value: Value {
        [
            "id": .text(id), "kind": .text(kind), "points": .int(Int64(points)), "values": .map(values),
            "references": references.value, "since": .time(since), "due": .time(due),
        ]
    }
}
