internal import SkillKit

extension Client {
    init(_ record: Record, now: Timestamp) {
        let fields = record.fields
        self.init(id: record.id, stage: fields["stage"]?.text ?? "", at: fields["stage_since"]?.time ?? now)
        label = fields["label"]?.text ?? record.id
        moves = (fields["moves"]?.list ?? []).compactMap(Move.init)
        entries = fields.compactMapValues { $0.text?.trimmed }.filter {
            Self.entryNames.contains($0.key) && !$0.value.isEmpty
        }
        renewal = fields["renewal_at"]?.time
        contacted = fields["contacted_at"]?.time
        commitments = (fields["commitments"]?.list ?? []).compactMap(Commitment.init)
        signals = (fields["signals"]?.list ?? []).compactMap(Signal.init)
        risk = fields["risk"]?.int.map { Int($0) } ?? 0
        level = fields["level"]?.text ?? ""
        reviewed = fields["reviewed_at"]?.time
        isNotified = fields["notified"]?.bool ?? false
    }

    /// Without the next step, which the review knows.
    var document: [String: Value] {
        var fields = entries.mapValues(Value.text)
        fields["label"] = .text(label)
        fields["stage"] = .text(stage)
        fields["stage_since"] = .time(stageSince)
        fields["moves"] = .list(moves.map(\.value))
        fields["renewal_at"] = renewal.map(Value.time)
        fields["contacted_at"] = contacted.map(Value.time)
        fields["commitments"] = .list(commitments.map(\.value))
        fields["signals"] = .list(signals.map(\.value))
        fields["risk"] = .int(Int64(risk))
        fields["level"] = .text(level)
        fields["reviewed_at"] = reviewed.map(Value.time)
        fields["notified"] = .bool(isNotified)
        return fields
    }
}

extension Client.Commitment {
    init?(_ value: Value) {
        guard let id = value["id"]?.text, let what = value["what"]?.text else { return nil }
        (self.id, self.what, who) = (id, what, value["who"]?.text)
        (due, done) = (value["due"]?.time, value["done"]?.time)
    }

    var value: Value {
        var fields: [String: Value] = ["id": .text(id), "what": .text(what)]
        fields["who"] = who.map(Value.text)
        fields["due"] = due.map(Value.time)
        fields["done"] = done.map(Value.time)
        return .map(fields)
    }
}

extension Client.Move {
    init?(_ value: Value) {
        guard let from = value["from"]?.text, let to = value["to"]?.text, let at = value["at"]?.time else {
            return nil
        }
        (self.from, self.to, self.at) = (from, to, at)
        facts = (value["facts"]?.map ?? [:]).compactMapValues { $0.int.map { Int($0) } }
        references = value["references"].flatMap { [String]($0) } ?? []
    }

    var value: Value {
        [
            "from": .text(from), "to": .text(to), "at": .time(at),
            "facts": .map(facts.mapValues { .int(Int64($0)) }),
            "references": references.value,
        ]
    }
}

extension String {
    /// Without white space around it.
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
