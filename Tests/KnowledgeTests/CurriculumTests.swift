import ConciergeCore
import Language
import Testing

@testable import Knowledge

@Suite struct CurriculumTests {
    private func file(_ intent: String, _ examples: [String], replaces: Bool = false) -> IntentFile {
        var file = IntentFile(intent: intent, place: Place(file: "\(intent).yaml"))
        file.examples = examples.map { .init(text: $0, language: "zh", place: file.place) }
        file.replaces = replaces
        return file
    }

    private func sentences(own: [IntentFile], files: [IntentFile]) -> [String: [String]] {
        let keys = Dictionary(grouping: own, by: \.intent).mapValues { files in
            files.flatMap(\.examples).map { IntentModel.key(FoldedText($0.text)) }
        }
        let set = Curriculum(own: keys, files: files).sentences(own: own, files: files)
        return Dictionary(grouping: set.sentences, by: { set.labels[$0.label] }).mapValues {
            $0.map(\.text.string)
        }
    }

    private var own: [IntentFile] { [file("price", ["多少钱", "报价"]), file("thanks", ["谢谢", "好的"])] }

    @Test func `an admin's sentences stand beside the host's`() {
        #expect(
            sentences(own: own, files: [file("price", ["啥价"]), file("samples", ["寄个样品"])])
                == ["price": ["多少钱", "报价", "啥价"], "thanks": ["谢谢", "好的"], "samples": ["寄个样品"]])
    }

    @Test func `a file that replaces an intent leaves nothing of the host's`() {
        #expect(sentences(own: own, files: [file("price", ["啥价"], replaces: true)])["price"] == ["啥价"])
    }

    @Test func `what the admin says of a sentence counts`() {
        #expect(
            sentences(own: own, files: [file("agreed", ["好的"])]) == [
                "price": ["多少钱", "报价"], "thanks": ["谢谢"], "agreed": ["好的"],
            ])
    }

    @Test func `what the admin says of a sentence counts in whatever spelling`() {
        #expect(
            sentences(own: own, files: [file("agreed", ["好 的！", "duo shao qian"])]) == [
                "price": ["报价"], "thanks": ["谢谢"], "agreed": ["好 的!", "duo shao qian"],
            ])
    }

    @Test func `has one name for the same sentences, in whatever spelling and order`() {
        let one = Curriculum(own: [:], files: [file("a", ["多少錢？", "ＯＫ"]), file("b", ["x"])])
        let same = Curriculum(own: [:], files: [file("b", ["x"]), file("a", ["ok", "多少钱?"])])
        let other = Curriculum(own: [:], files: [file("a", ["多少钱?", "ok", "x"])])
        #expect(one.name == same.name)
        #expect(one.taught == same.taught)
        #expect(one.name != other.name)
        #expect(one.name.count == 16)
    }
}
