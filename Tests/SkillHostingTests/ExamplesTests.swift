import ConciergeCore
import Foundation
import Synchronization
import Testing

@testable import SkillHosting

/// The examples, built as their authors build them, in this host.
@Suite struct ExamplesTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        .standardized
        .path

    @Test func `the skill in C counts what the store keeps for it`() async throws {
        let zoo = try Zoo()
        defer { zoo.remove() }
        let library = try zoo.compile("\(Self.root)/Examples/hello-c/src/visits.c")
        let documents = Mutex<[String: Value]>([:])
        let witness = Witness(reply: { service, request throws(ServiceError) in
            guard let id = request["id"]?.text else { throw ServiceError(.badArgument, "no id") }
            return documents.withLock { documents in
                if request["op"] == "put" { documents[id] = request["document"] }
                return documents[id] ?? .null
            }
        })
        let skill = try load(library, id: "visits", witness)
        for (turn, customer) in ["u1", "u1", "u2"].enumerated() {
            let answers = Answers()
            answers.begin(
                skill, turn: UInt64(turn + 1), context: ["turn.text": "hi", "customer.id": .text(customer)])
            _ = await answers.texts(1)
            let number = turn == 1 ? 2 : 1
            #expect(
                try answers.all[0].get().say == [Utterance(.answer, "This is your message number \(number).")]
            )
        }
        skill.stop()
        #expect(witness.notes.withLock { $0.requests.first } == "sk.store/1 visits 1")
    }

    @Test func `the skill in C tells the time where the business is, and checks its text`() async throws {
        let zoo = try Zoo()
        defer { zoo.remove() }
        let library = try zoo.compile("\(Self.root)/Examples/hours-c/src/hours.c")
        let due = Timestamp(seconds: 1_773_279_000)
        let witness = Witness(reply: { _, request throws(ServiceError) in
            if request["op"] == "after" {
                guard request["seconds"] == 3600 else { throw ServiceError(.badArgument, "seconds") }
                return .timestamp(due)
            }
            return request["at"] == .timestamp(due) ? ["hour": 9, "minute": 30] : ["hour": 17, "minute": 5]
        })
        let host = HostSide(id: "hours", services: witness, limit: 262_144)
        func placement(_ text: String) throws -> InProcess {
            try InProcess(
                try SkillLibrary(path: library), host: host, offered: ["sk.hours/1"],
                configuration: ["text": .text(text)])
        }
        let good = try placement("now {now}, then {then}")
        #expect(try good.findings().isEmpty)
        let answers = Answers()
        let skill = HostedSkill(host: host, placement: good)
        answers.begin(skill, context: ["turn.text": "when?"])
        _ = await answers.texts(1)
        #expect(try answers.all[0].get().say == [Utterance(.answer, "now 17:05, then 09:30")])
        skill.stop()
        let bad = try placement("soon {now}")
        #expect(
            try bad.findings() == [
                Finding(
                    path: .root / "text", message: "says no time; write {then} where it is to stand",
                    level: .warning)
            ])
        bad.stop()
    }

    @Test func `the skills in Swift answer at once, later, and not after they were cancelled`() async throws {
        let zoo = try Zoo()
        defer { zoo.remove() }
        let hello = try load(try zoo.buildExample("HelloSwift", "libhello-swift.so"), id: "hello")
        let answers = Answers()
        answers.begin(hello, turn: 1, context: ["turn.text": "hi", "customer.name": "王女士"])
        // It never waits, so it answers before `begin` returns.
        let patch = try #require(answers.all.first).get()
        #expect(patch.say == [Utterance(.answer, "Hello, 王女士!")])
        #expect(patch.writes == ["hello.greeted": true])
        hello.stop()

        let library = try zoo.buildExample("SlowEcho", "libslow-echo.so")
        let echo = try load(library, id: "echo", configuration: ["delay_ms": 1])
        let later = Answers()
        later.begin(echo, turn: 2, context: ["turn.text": "多少钱"])
        _ = await later.texts(1)
        #expect(try later.all[0].get().say == [Utterance(.answer, "多少钱")])
        echo.stop()

        let slow = try load(library, id: "slow", configuration: ["delay_ms": 60_000])
        let never = Answers()
        never.begin(slow, turn: 3, context: ["turn.text": "多少钱"])
        #expect(never.all.isEmpty)
        slow.stop()
        slow.cancel(turn: 3)
        #expect(await never.texts(1) == ["no answer before the deadline"])
    }

    private func load(
        _ path: String, id: String, _ witness: Witness = Witness(), configuration: Value = [:]
    ) throws -> any Skill {
        let host = HostSide(id: id, services: witness, limit: 262_144)
        let library = try SkillLibrary(path: path)
        if let toolchain = library.toolchain { #expect(toolchain == SkillLoader.hostToolchain) }
        return HostedSkill(
            host: host,
            placement: try InProcess(
                library, host: host, offered: ["sk.log/1", "sk.clock/1", "sk.store/1"],
                configuration: configuration))
    }
}
