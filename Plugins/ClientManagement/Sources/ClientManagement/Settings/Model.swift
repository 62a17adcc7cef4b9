internal import SkillKit

/// What a healthy client relationship is made of, in which order it grows, and how it fails.
struct Model: Sendable {
    struct Stage: Sendable {
        let id: String
        let name, purpose: Phrase
        let focus: [Phrase]
    }

    /// Something with the fact that fills it in.
    struct Slot: Sendable {
        let fact: String
        let name, meaning: Phrase
    }

    struct Question: Sendable {
        /// The facts that answer it, the first that is known.
        let answers: [String]
        let text: Phrase
    }

    struct Step: Sendable {
        let id: String
        let name, purpose: Phrase
        let outputs: [Slot]
    }

    struct Lesson: Sendable {
        let id: String
        let text: Phrase
        /// What it raises: clarity, trust or retention.
        let raises: String
    }

    struct Cadence: Sendable {
        let id: String
        let days: Int
        let name, rhythm: Phrase
    }

    let stages: [Stage]
    let elements: [Slot]
    let questions: [Question]
    let onboarding: [Step]
    let patterns, responses: [Lesson]
    let principles: [Phrase]
    let cadences: [Cadence]

    func stage(_ id: String) -> Stage? { stages.first { $0.id == id } }
    func cadence(_ id: String) -> Cadence? { cadences.first { $0.id == id } }
}

extension Model {
    init(_ section: Section) throws(SkillError) {
        stages = try Self.each(section, "stages") { part throws(SkillError) in
            Stage(
                id: try part.text("id"), name: try part.phrase("name"), purpose: try part.phrase("purpose"),
                focus: try part.phrases("focus"))
        }
        elements = try Self.each(section, "elements") { part throws(SkillError) in
            Slot(
                fact: try part.text("value"), name: try part.phrase("name"),
                meaning: try part.phrase("meaning"))
        }
        questions = try Self.each(section, "questions") { part throws(SkillError) in
            Question(answers: try part.texts("answers"), text: try part.phrase("text"))
        }
        onboarding = try Self.each(section, "onboarding") { part throws(SkillError) in
            let purpose = try part.phrase("purpose")
            let outputs = try Self.each(part, "outputs") { output throws(SkillError) in
                Slot(fact: try output.text("value"), name: try output.phrase("name"), meaning: purpose)
            }
            return Step(
                id: try part.text("id"), name: try part.phrase("name"), purpose: purpose, outputs: outputs)
        }
        patterns = try Self.each(section, "patterns") { part throws(SkillError) in
            Lesson(id: try part.text("id"), text: try part.phrase("text"), raises: "")
        }
        responses = try Self.each(section, "responses") { part throws(SkillError) in
            Lesson(id: try part.text("id"), text: try part.phrase("text"), raises: try part.text("raises"))
        }
        principles = try section.phrases("principles")
        cadences = try Self.each(section, "cadences") { part throws(SkillError) in
            Cadence(
                id: try part.text("id"), days: try part.int("days"), name: try part.phrase("name"),
                rhythm: try part.phrase("rhythm"))
        }
    }

    static func each<Item>(
        _ section: Section, _ key: String, _ read: (Section) throws(SkillError) -> Item
    ) throws(SkillError) -> [Item] {
        var items: [Item] = []
        for part in try section.list(key) { items.append(try read(part)) }
        return items
    }
}
