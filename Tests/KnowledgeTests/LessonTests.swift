import ConciergeCore
import Language
import Testing

@testable import Knowledge

@Suite struct LessonTests {
    @Test func `a handout says in one line all that the files say`() {
        var file = IntentFile(intent: "rental", place: Place(file: "intents/rental.yaml"))
        file.label = Localized(["zh": "租赁", "en": "rental"])
        file.issue = .simple
        file.aliases = ["租", "lease"]
        file.topic = "租赁"
        file.replaces = true
        file.courtesy = false
        file.examples = ["能租吗", "a \"quote\"\nand a line", "\u{0}\u{7f}\u{2028}🤖 e\u{301}"].map {
            .init(text: $0, language: "en", place: file.place)
        }
        let plain = IntentFile(intent: "none", place: Place(file: "none.yaml"))
        let handout = IntentShelf(starter: nil, folder: "nowhere").lesson([file, plain]).handout
        #expect(!handout.contains("\n"))
        #expect(IntentFile.list(handout: handout) == [file, plain])
    }

    @Test(arguments: [
        "", "{}", "[1]", "[{\"intent\": \"a\"}]",
        "[{\"intent\": \"a\", \"file\": \"a.yaml\", \"examples\": [[\"a b\", \"en\"], [\"c d\"]]}]",
        "[{\"intent\": \"a\", \"file\": \"a.yaml\", \"examples\": [[1, \"en\"]]}]",
        "[{\"intent\": \"a\", \"fi",
    ])
    func `what was cut off is no handout`(line: String) {
        #expect(IntentFile.list(handout: line) == nil)
    }
}
