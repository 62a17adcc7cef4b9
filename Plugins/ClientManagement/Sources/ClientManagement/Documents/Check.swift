internal import SkillKit

/// A response rule or a quality check that a document is held against before it is shown.
struct Check: Sendable {
    enum Group: String, Sendable, CaseIterable { case rules, quality }

    struct Outcome: Sendable {
        let id: String
        let group: Group
        let title, mend: String
        let passed: Bool
    }

    let id: String
    let group: Group
    let title, mend: Phrase
    /// What the document must show with real content.
    let needs: [String]
    let mustBeShort, mustEndInNextStep: Bool

    static func read(_ section: Section, _ group: Group) throws(SkillError) -> [Check] {
        try Model.each(section, group.rawValue) { part throws(SkillError) in
            Check(
                id: try part.text("id"), group: group, title: try part.phrase("title"),
                mend: try part.phrase("mend"), needs: part.value["needs"].flatMap { [String]($0) } ?? [],
                mustBeShort: part.value["short"]?.bool ?? false,
                mustEndInNextStep: part.value["concrete_next_step"]?.bool ?? false)
        }
    }

    func outcome(shown: Set<String>, isShort: Bool, hasNextStep: Bool, locale: String) -> Outcome {
        let passed =
            shown.isSuperset(of: needs) && (isShort || !mustBeShort) && (hasNextStep || !mustEndInNextStep)
        return Outcome(
            id: id, group: group, title: title.text(locale), mend: mend.text(locale), passed: passed)
    }
}
