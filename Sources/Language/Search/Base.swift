/// Documents that were indexed together, never changed again: shared by every copy of an index.
final class Base: Sendable {
    let archive: Archive
    let postings: Postings
    let ids: Directory
    let questions: Directory

    var count: Int { archive.count }

    init(_ documents: some Sequence<KnowledgeIndex.Document>) {
        var archive = Archive()
        var builder = PostingsBuilder()
        var sketch = Sketch()
        var ids: [(hash: UInt32, slot: Int)] = []
        var questions: [(hash: UInt32, slot: Int)] = []
        for (slot, document) in documents.enumerated() {
            archive.append(document)
            sketch.read(document)
            builder.append(sketch, slot: slot)
            ids.append((Directory.hash(document.id), slot))
            for hash in sketch.questions { questions.append((hash, slot)) }
        }
        self.archive = archive
        postings = builder.finish()
        self.ids = Directory(ids)
        self.questions = Directory(questions)
    }
}
