import ConciergeCore
import Foundation
import Testing

@testable import SkillHosting

/// The beginning and the end of an instance.
@Suite struct LifeTests {
    @Test func `instances of one library have their own configuration`() async throws {
        let zoo = try Zoo()
        defer { zoo.remove() }
        let beast = Zoo.Beast(
            turn: "say(completion, me->note); return SK_OK;",
            create: """
                sk_bytes note;
                if (!sk_cbor_find_text(config, "note", &note)) return NULL;
                snprintf(me->note, sizeof me->note, "%.*s: %.*s", (int)id.len, id.ptr, (int)note.len, note.ptr);
                return &me->table;
                """)
        let library = try SkillLibrary(path: try zoo.build(beast))
        let answers = Answers()
        for (turn, id) in [(1 as UInt64, "first"), (2, "second")] {
            let host = HostSide(id: id, services: Witness(), limit: 262_144)
            let placement = try InProcess(
                library, host: host, offered: [], configuration: ["note": .text("of \(id)")])
            let skill = HostedSkill(host: host, placement: placement)
            answers.begin(skill, turn: turn)
            skill.stop()
        }
        #expect(await answers.texts(2) == ["first: of first", "second: of second"])
    }

    @Test func `stopping ends an idle instance at once and refuses turns`() async throws {
        let pen = try Pen(.noting)
        defer { pen.zoo.remove() }
        pen.skill.stop()
        #expect(pen.witness.lines == ["beast 1 ended"])
        pen.skill.stop()
        pen.answers.begin(pen.skill)
        pen.skill.cancel(turn: 1)
        #expect(await pen.answers.texts(1) == ["it was stopped"])
        #expect(pen.witness.lines == ["beast 1 ended"])
    }

    @Test func `an instance ends after its last turn, late as that may be`() async throws {
        var beast = Zoo.Beast.noting
        beast.before += """

            static const sk_completion *kept;
            SK_EXPORT void release(void) { answer(kept); }
            """
        beast.turn = "kept = completion; return SK_OK;"
        let ended = AsyncStream<Void>.makeStream()
        let witness = Witness(onLog: { ended.continuation.yield() })
        let pen = try Pen(beast, witness: witness)
        defer { pen.zoo.remove() }
        pen.answers.begin(pen.skill)
        pen.skill.stop()
        pen.skill.cancel(turn: 1)
        #expect(witness.lines.isEmpty)
        try pen.call("release")
        for await _ in ended.stream { break }
        #expect(witness.lines == ["beast 1 ended"])
        #expect(witness.count("beast late_answers") == 1)
        // The instance is gone, and `done` once more is still harmless.
        try pen.call("release")
        #expect(witness.count("beast second_answers") == 1)
    }

    @Test func `an instance does not end inside a turn that answered already`() async throws {
        var beast = Zoo.Beast.noting
        // The host stops the skill while it is inside `done`; afterwards the instance is still there.
        beast.turn = "answer(completion); me->note[0] = 1; return SK_OK;"
        let ended = AsyncStream<Void>.makeStream()
        let witness = Witness(onLog: { ended.continuation.yield() })
        let pen = try Pen(beast, witness: witness)
        defer { pen.zoo.remove() }
        pen.skill.begin(
            SkillCall(turn: 1, deadline: .max, view: ContextView()) { _ in
                pen.skill.stop()
                #expect(witness.lines.isEmpty)
            })
        for await _ in ended.stream { break }
        #expect(witness.lines == ["beast 1 ended"])
    }

    @Test(arguments: [
        (
            "error->write(error, sk_text(\"config.endpoint: not a URL; write https://…\")); return NULL;",
            "skill 'beast': config.endpoint: not a URL; write https://…"
        ),
        ("return NULL;", "skill 'beast': refused to start and did not say why; ask the author of 'LIBRARY'"),
        (
            "me->table.size = 16; return &me->table;",
            "LIBRARY: 'sk_skill' has 16 bytes, and 48 in ABI 1; set its 'size' to sizeof(sk_skill)"
        ),
        (
            "me->table.turn_begin = NULL; return &me->table;",
            "LIBRARY: 'sk_skill.turn_begin' is NULL; every skill must have that function"
        ),
        (
            "me->table.destroy = NULL; return &me->table;",
            "LIBRARY: 'sk_skill.destroy' is NULL; every skill must have that function"
        ),
    ])
    func `what create does wrong is said`(create: String, text: String) throws {
        let zoo = try Zoo()
        defer { zoo.remove() }
        let path = try zoo.build(Zoo.Beast(create: create))
        let error = #expect(throws: LoadError.self) {
            try InProcess(
                try SkillLibrary(path: path),
                host: HostSide(id: "beast", services: Witness(), limit: 262_144), offered: [],
                configuration: [:])
        }
        #expect(error?.description == text.replacing("LIBRARY", with: path))
    }
}

extension Zoo.Beast {
    /// Writes a line when it ends.
    static let noting = Zoo.Beast(
        destroy: """
            const sk_log *log = me->host->get_extension(me->host, SK_EXT_LOG);
            log->write(log, 0, SK_LOG_INFO, sk_text("ended"));
            """)
}
