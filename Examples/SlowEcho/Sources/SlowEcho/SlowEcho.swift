import SkillKit

struct SlowEcho: Skill {
    static let manifest = Manifest(
        id: "slow-echo", version: "1.0.0", reads: [Turn.text],
        configuration: [
            "type": "object", "additionalProperties": false,
            "properties": ["delay_ms": ["type": "integer", "minimum": 0, "maximum": 60000, "default": 100]],
        ])

    let delay: Duration

    init(configuration: Value) {
        delay = .milliseconds(configuration["delay_ms"]?.int ?? 100)
    }

    func turn(_ turn: Turn) async throws -> Reply {
        guard let text = turn[Turn.text] else { return Reply() }
        try await turn.clock.sleep(for: delay)
        return .answer(text)
    }
}

@c @implementation public func skill_entry_v1() -> UnsafePointer<sk_entry> { Entry.of(SlowEcho.self) }
