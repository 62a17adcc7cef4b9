public import ConciergeCore
import Unix
import YAML

/// Questions with answers in a file that is not yet knowledge: YAML, JSON or Markdown.
public struct ForeignAnswers: Sendable {
    public private(set) var answers: [(line: Int, entry: NewAnswer)] = []
    public private(set) var problems: [Problem] = []

    /// YAML as in `faq`, with or without that key; of Markdown each heading asks and what stands under it answers.
    public init(path: String) {
        let file = KnowledgeFile(path: path, name: Files.name(of: path))
        let content = file.kind == .document ? file.read() : Self.entries(of: file)
        problems = content.problems
        answers = content.answers.map { ($0.place.line, NewAnswer($0)) }
        for section in content.sections {
            guard let heading = section.headings.last else {
                problems.append(
                    Problem(
                        at: section.place,
                        "this stands under no heading; write the question above it as '# …'"))
                continue
            }
            answers.append(
                (section.place.line, NewAnswer(question: heading, answer: Bilingual(plain: section.text))))
        }
    }

    private static func entries(of file: KnowledgeFile) -> FileContent {
        let content = file.read()
        guard let root = try? parse(Files.read(file.path), file: file.path, limits: .knowledge),
            root.list != nil
                || (root.map.map {
                    $0.allSatisfy { !KnowledgeShape.sections.contains(Spelling.folded($0.key)) }
                } ?? false)
        else { return content }
        var reader = EntryReader(file: file.path)
        reader.answers(root, named: "faq")
        return reader.content
    }
}
