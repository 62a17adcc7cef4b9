internal import SkillKit

extension Document {
    /// For programs: the same sentences, and which checks held.
    var value: Value {
        [
            "kind": .text(kind), "locale": .text(locale), "title": .text(title), "subtitle": .text(subtitle),
            "sections": .list((parts + ending).map(Self.value)), "boundary": .text(boundary),
            "checks": .list(
                checks.map {
                    [
                        "id": .text($0.id), "group": .text($0.group.rawValue), "title": .text($0.title),
                        "passed": .bool($0.passed), "mend": $0.passed ? .null : .text($0.mend),
                    ]
                }),
        ]
    }

    private static func value(_ part: Part) -> Value {
        [
            "heading": .text(part.heading),
            "lines": .list(
                part.blocks.map { block in
                    var line: [String: Value] = [
                        "style": .text(block.style.rawValue), "text": .text(block.text),
                        "gap": .bool(block.isGap),
                    ]
                    line["label"] = block.label.map(Value.text)
                    return .map(line)
                }),
        ]
    }
}
