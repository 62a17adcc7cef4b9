import ConciergeCore
import Language
import Testing
import Unix

@testable import Knowledge

@Suite struct ShelfTests {
    private let folder = try? Files.temporaryFolder("concierge-shelf")

    private func files(_ intent: String) -> [IntentFile] {
        var file = IntentFile(intent: intent, place: Place(file: "\(intent).yaml"))
        file.examples = ["how about \(intent)", "\(intent), please"].map {
            .init(text: $0, language: "en", place: file.place)
        }
        return [file]
    }

    /// A model of one intent, laid there as a lesson does.
    private func learn(_ intent: String, _ shelf: IntentShelf) throws -> Curriculum {
        try shelf.makeRoom()
        let curriculum = shelf.lesson(files(intent)).curriculum
        let model = IntentMaking(starter: nil, files: files(intent)).model(quickly: true)
        try Files.replace(shelf.file(.candidate, of: curriculum), with: model.bytes)
        return curriculum
    }

    @Test func `what served last is known at the next start, and the one before it can be taken back`() throws
    {
        let folder = try #require(folder)
        defer { try? Files.removeTree(folder) }
        let shelf = IntentShelf(starter: nil, folder: folder)
        #expect(shelf.latest == nil)
        let all = try ["rental", "samples", "visits"].map { intent in
            let curriculum = try learn(intent, shelf)
            #expect(shelf.model(of: curriculum) == nil)
            shelf.admit(curriculum)
            #expect(shelf.latest?.labels == [intent])
            return curriculum
        }
        #expect(all.map { shelf.model(of: $0) != nil } == [false, true, true])
        shelf.admit(all[1])
        #expect(IntentShelf(starter: nil, folder: folder).latest?.labels == ["samples"])
    }

    @Test func `one that was refused stays beside the one that serves, until another takes its place`() throws
    {
        let folder = try #require(folder)
        defer { try? Files.removeTree(folder) }
        let shelf = IntentShelf(starter: nil, folder: folder)
        let served = try learn("rental", shelf)
        shelf.admit(served)
        let refused = try ["samples", "visits"].map { intent in
            let curriculum = try learn(intent, shelf)
            shelf.refuse(curriculum)
            return curriculum
        }
        #expect(refused.map { shelf.model(.candidate, of: $0) != nil } == [false, true])
        #expect(refused.allSatisfy { shelf.model(of: $0) == nil })
        #expect(shelf.latest?.labels == ["rental"])
        shelf.admit(refused[1])
        #expect(shelf.latest?.labels == ["visits"])
    }
}
