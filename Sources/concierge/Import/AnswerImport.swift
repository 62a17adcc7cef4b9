import ConciergeCore
import Knowledge
import Unix

/// Questions and answers from elsewhere: they become a file that an admin can read and change.
struct AnswerImport {
    static let mark =
        "# Written by 'concierge knowledge import'; the next import of the same file writes it anew."

    let place: Workplace
    let configuration: Configuration

    func take(_ path: String) throws -> (outcome: ImportOutcome, target: String) {
        let name = Files.name(of: path)
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        let target = Files.join(configuration.knowledgeFolder, stem + ".yaml")
        if Files.exists(target), try !Files.text(target).hasPrefix(Self.mark) {
            throw Failure("\(target): written by hand, so it is left alone; move it away, then import again")
        }
        var outcome = ImportOutcome()
        var taken = try known(without: target)
        var answers: [NewAnswer] = []
        for (line, entry) in try entries(of: path, &outcome) {
            if let other = taken[entry.entryID] {
                let what =
                    entry.id.map { "id '\($0)' was already given" }
                    ?? "'\(entry.question.oneLine)' was already answered"
                outcome.refused.append(.init(line: line, reason: "\(what) at \(other); keep one"))
                continue
            }
            taken[entry.entryID] = "line \(line)"
            answers.append(entry)
            outcome.taken += 1
        }
        guard !answers.isEmpty else { return (outcome, target) }
        try Files.makeFolders(Files.folder(of: target))
        try Files.replace(target, with: AnswerFile.text(answers, heading: Self.mark))
        return (outcome, target)
    }

    /// Where each entry stands that is there already.
    private func known(without target: String) throws -> [String: String] {
        var folders = KnowledgeFolders(configuration)
        let answers = folders.read().base.answers.filter { $0.place.file != target }
        return Dictionary(answers.map { ($0.id, $0.place.description) }) { first, _ in first }
    }

    private func entries(of path: String, _ outcome: inout ImportOutcome) throws -> [(
        line: Int, entry: NewAnswer
    )] {
        let name = path.lowercased()
        if [".yaml", ".yml", ".json", ".md", ".markdown"].contains(where: name.hasSuffix) {
            _ = try Files.given(path)
            let foreign = ForeignAnswers(path: path)
            outcome.refused += foreign.problems.filter(\.isError).map {
                .init(line: $0.line, reason: $0.message)
            }
            return foreign.answers
        }
        guard [".csv", ".tsv", ".jsonl"].contains(where: name.hasSuffix) else {
            throw Misuse(
                "\(path): none of .csv, .tsv, .jsonl, .yaml, .json and .md; give it the name of what it is")
        }
        return try RowReader.rows(of: path, in: .ofAnswers).compactMap { row in
            do throws(RowError) { return (row.line, try NewAnswer(row: try row.content.get())) } catch {
                outcome.refused.append(.init(line: row.line, reason: "\(error)"))
                return nil
            }
        }
    }
}

extension NewAnswer {
    /// `questions` are paraphrases: a list, or a text with ';'.
    fileprivate init(row: [String: Value]) throws(RowError) {
        let question = (row["question"]?.text ?? "").trimmed
        guard !question.isEmpty else { throw RowError("no 'question'; every line needs one") }
        guard let given = row["answer"], given.text?.trimmed.isEmpty != true else {
            throw RowError("no 'answer'; every line needs one")
        }
        guard let answer = Bilingual(given) else {
            throw RowError("'answer' must be a text, or {\"zh\": …, \"en\": …}; write one of them")
        }
        self.init(question: question, answer: given.text.map { Bilingual(plain: $0.trimmed) } ?? answer)
        id = row["id"]?.text
        topic = row["topic"]?.text
        let others =
            row["questions"]?.list?.compactMap(\.text)
            ?? (row["questions"]?.text ?? "").split { $0 == ";" || $0 == "；" }.map(String.init)
        paraphrases = others.map(\.trimmed).filter { !$0.isEmpty && $0 != question }
    }
}

extension Configuration {
    /// Where commands write knowledge: the first folder that is named.
    var knowledgeFolder: String {
        knowledge.first { Files.isFolder($0) } ?? knowledge.first { !$0.contains(".") }
            ?? Files.join(folder, "knowledge")
    }
}
