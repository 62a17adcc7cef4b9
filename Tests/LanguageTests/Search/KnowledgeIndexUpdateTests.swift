import Testing

@testable import Language

/// Changing what is known, one document at a time.
struct KnowledgeIndexUpdateTests {
    @Test func `what is updated is found, what it was before is not`() {
        var index = KnowledgeIndex(Shop.everything.map(\.document))
        let before = index
        index.update(.init(id: "moq", kind: .question, questions: ["量子纠缠怎么测"], text: "用贝尔不等式。"))
        #expect(index.search(FoldedText("量子纠缠怎么测"), limit: 1).first?.isExact == true)
        #expect(!index.search(FoldedText("最小起订量是多少"), limit: 3).contains { $0.isExact })
        #expect(index.count == before.count)
        // A copy taken before is as it was.
        #expect(before.search(FoldedText("最小起订量是多少"), limit: 1).first?.id == "moq")
    }

    @Test func `what is removed is not found`() {
        var index = KnowledgeIndex(Shop.everything.map(\.document))
        index.remove("track")
        index.remove("nothing")
        #expect(index["track"] == nil)
        #expect(index.count == Shop.everything.count - 1)
        #expect(!index.search(FoldedText("怎么查物流"), limit: 10).contains { $0.id == "track" })
    }

    @Test(arguments: 1...5) func `changes one by one come to the same as building anew`(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let all = Shop.everything.map(\.document)
        var known = Array(all.prefix(60))
        var index = KnowledgeIndex(known)
        for _ in 0..<120 {
            let document = all[Int.random(in: all.indices, using: &random)]
            let place = known.firstIndex { $0.id == document.id }
            if Bool.random(using: &random) {
                place.map { _ = known.remove(at: $0) }
                index.remove(document.id)
            } else {
                var changed = document
                changed.questions.removeFirst()
                place.map { _ = known.remove(at: $0) }
                known.append(changed)
                index.update(changed)
            }
        }
        expectSame(index, known)
        index.compact()
        expectSame(index, known)
        #expect(!index.isFragmented)
    }

    private func expectSame(_ index: KnowledgeIndex, _ known: [KnowledgeIndex.Document]) {
        #expect(index.count == known.count)
        #expect(index.documents.sorted { $0.id < $1.id } == known.sorted { $0.id < $1.id })
        let anew = KnowledgeIndex(known)
        for question in Shop.everything.compactMap(\.heldOut.first).prefix(40) + Shop.withoutAnswer.prefix(5)
        {
            let (a, b) = (
                index.search(FoldedText(question), limit: 1), anew.search(FoldedText(question), limit: 1)
            )
            // Ids may differ only where two documents are equally good.
            #expect(abs((a.first?.score ?? 0) - (b.first?.score ?? 0)) < 0.001, "\(question)")
        }
    }

    @Test func `an index asks to be built anew after many changes`() {
        var index = KnowledgeIndex()
        for number in 0..<1100 {
            index.update(.init(id: "\(number % 50)", kind: .question, questions: ["问题\(number)"]))
        }
        #expect(index.count == 50)
        #expect(index.isFragmented)
        index.compact()
        #expect(!index.isFragmented)
        #expect(index.count == 50)
    }
}
