import ConciergeCore
import ConfigurationFile
import Testing

@Suite struct ReportFileTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    private static let head = """
        id: service
        version: 1.0.0
        name: Service
        description: Answers
        collections:
          surveys: { fields: { score: int, note: text, sent_at: timestamp, at: { type: timestamp, indexed: true } } }
        report:

        """

    @Test func `a report is read as it stands`() throws {
        let text =
            Self.head + """
                  satisfaction:
                    title: { zh: 满意度, en: Satisfaction }
                    heading: service
                    collection: surveys
                    at: at
                    where: { score: [4, 5], note: good }
                    as: share
                  wait: { title: Wait, heading: cost, collection: surveys, of: [at, sent_at], as: median }
                """
        let report = try ManifestFile(path: folder.write("skill.yaml", text.utf8)).manifest.report
        var share = Measure(
            name: "satisfaction", title: Localized(["zh": "满意度", "en": "Satisfaction"]), heading: .service,
            collection: "surveys")
        share.at = "at"
        share.conditions = ["score": [4, 5], "note": ["good"]]
        share.summary = .share
        #expect(report.first == share)
        #expect(report.last?.amount == .minutes(later: "at", earlier: "sent_at"))
        #expect(report.map(\.unit) == ["share", "minutes"])
    }

    @Test(arguments: [
        ("collection: survey", "8:50: unknown collection 'survey'; did you mean 'surveys'?"),
        (
            "collection: surveys, as: sum",
            "8:63: 'sum' of what; name a field under 'of'"
        ),
        (
            "collection: surveys, as: sum, of: scor",
            "8:72: 'surveys' has no field 'scor'; did you mean 'score'?"
        ),
        (
            "collection: surveys, as: sum, of: note",
            "8:72: 'note' is text; a number was expected, or two times"
        ),
        (
            "collection: surveys, as: mean, of: [at, score]",
            "8:78: 'score' is int; a timestamp was expected"
        ),
        (
            "collection: surveys, at: sent_at",
            "8:63: 'sent_at' is no time that is indexed; add 'indexed: true' to it, or take 'created_at'"
        ),
        ("collection: surveys, as: share", "8:63: 'share' of what; say under 'where' which ones count"),
        (
            "collection: surveys, where: { stat: new }",
            "8:68: 'surveys' has no field 'stat'; known: at, note, score, sent_at, created_at, updated_at"
        ),
    ])
    func `what a report cannot measure is named with its place and mend`(measure: String, said: String) throws
    {
        let text = Self.head + "  it: { title: It, heading: service, \(measure) }\n"
        let path = try folder.write("skill.yaml", text.utf8)
        let error = #expect(throws: Problems.self) { try ManifestFile(path: path) }
        #expect(
            error?.all.map { String($0.description.dropFirst(folder.path.utf8.count + "/skill.yaml:".count)) }
                == [said])
    }
}
