import ConciergeCore
import Testing
import Threads
import Unix

@testable import Knowledge
@testable import concierge

@Suite struct SchoolTests {
    /// A school that is taught two intents by this command; returns what it says first.
    private func said(_ count: Int, by command: [String], pauses: [Int64]) throws -> [String] {
        Signals.ignoreBrokenPipes()
        let folder = try Files.temporaryFolder("concierge-school")
        defer { try? Files.removeTree(folder) }
        let lines = Mailbox<String>()
        let school = IntentSchool(
            shelf: IntentShelf(starter: nil, folder: folder + "/models"),
            teaching: .init(command: command, pauses: pauses)
        ) { lines.put("\($0): \($1)") }
        defer { school.stop() }
        _ = lines.take()
        var base = KnowledgeBase()
        base.intents = ["price", "delivery"].map { name in
            var file = IntentFile(intent: name, place: Place(file: "\(name).yaml"))
            file.examples = [.init(text: name, language: "en", place: file.place)]
            return file
        }
        school.serve(base, base.productNames, base.difference(from: KnowledgeBase()))
        try school.start()
        return (0..<count).compactMap { _ in lines.take() }
    }

    @Test(.timeLimit(.minutes(1))) func `a lesson that is killed again and again is given up`() throws {
        let killed = "intents: the process that learns was killed, most likely for want of memory"
        #expect(
            try said(3, by: ["sh", "-c", "kill -9 $$"], pauses: [0, 0]) == [
                "warning: \(killed); tried again in 0 s, the old model serves meanwhile",
                "warning: \(killed); tried again in 0 s, the old model serves meanwhile",
                "error: \(killed); the old model serves until sentences change or the host starts anew",
            ])
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            (
                "echo 'error: one'; echo two >&2; exit 3",
                "the process that learns ended with exit 3: one; two"
            ),
            ("kill -11 $$", "the process that learns ended with signal 11 (segmentation fault)"),
            // It ended well and left no model of these sentences.
            (":", "the host's own model was made of other sentences than lie beside it; run scripts/build"),
        ])
    func `what a lesson ended of is said`(script: String, reason: String) throws {
        #expect(
            try said(1, by: ["sh", "-c", script], pauses: []) == [
                "error: intents: \(reason); the old model serves until sentences change or the host starts anew"
            ])
    }

    @Test(.timeLimit(.minutes(1))) func `a program that is not there is named`() throws {
        #expect(
            try said(1, by: ["no-such-program"], pauses: []) == [
                "error: intents: the lesson cannot be given: no-such-program: no such file or directory; "
                    + "the old model serves until sentences change or the host starts anew"
            ])
    }
}
