import ConciergeCore
import Testing

@testable import SkillHosting

/// What a skill may do in a turn, and what becomes of it.
@Suite struct TurnTests {
    @Test(arguments: [
        (
            "return send(completion, \"\\xff\\xff\", 2);",
            "its answer was refused: not a message: indefinite length or reserved head, at byte 0"
        ),
        (
            "static uint8_t text[1 << 20]; return send(completion, text, sizeof text);",
            "its answer was refused: 1048576 bytes, and 262144 are allowed"
        ),
        (
            "return send(completion, (void *)8, UINT64_MAX);",
            "its answer was refused: 18446744073709551615 bytes, and 262144 are allowed"
        ),
        ("return send(completion, NULL, 5);", "its answer was refused: not a message: cut short, at byte 0"),
        (
            "static uint8_t deep[9999]; memset(deep, 0x81, sizeof deep); return send(completion, deep, sizeof deep);",
            "its answer was refused: not a message: nested too deep, at byte 32"
        ),
        (
            "return send(completion, \"\\x62\\xc3\\x28\", 3);",
            "its answer was refused: not a message: text is not UTF-8, at byte 0"
        ),
        ("return send(completion, \"\\x01\", 1);", "its answer was refused: result: a map was expected"),
        (
            "return send(completion, \"\\xa1\\x65\\x63laim\\x01\", 8);",
            "its answer was refused: claim: true or false was expected"
        ),
        ("return refuse(completion, SK_ERROR, \"the\\nprice list is empty\");", "the price list is empty"),
        ("return refuse(completion, SK_BUG, \"\");", "it found a fault in itself"),
        ("return refuse(completion, -4711, \"\");", "it failed without saying why"),
        ("return SK_UNSUPPORTED;", "it does not do this kind of turn"),
        ("completion->done(completion, 7, sk_bytes_of(NULL, 0)); return SK_OK;", ""),
        ("answer(completion); return SK_ERROR;", "ok"),
    ])
    func `what it answers is checked`(turn: String, text: String) async throws {
        let pen = try Pen(Zoo.Beast(turn: turn))
        defer { pen.close() }
        pen.answers.begin(pen.skill)
        #expect(await pen.answers.texts(1) == [text])
    }

    @Test func `it gets its context, its turn and its deadline`() async throws {
        let turn = """
            sk_bytes text;
            char because[300];
            if (!sk_cbor_find_text(turn->context, "turn.text", &text)) return SK_BAD_ARGUMENT;
            snprintf(because, sizeof because, "%.*s %d %d", (int)text.len, text.ptr, (int)turn->id,
                     (int)turn->deadline_ns);
            say(completion, because);
            return SK_OK;
            """
        let pen = try Pen(Zoo.Beast(turn: turn))
        defer { pen.close() }
        pen.answers.begin(
            pen.skill, turn: 42, deadline: 4711,
            context: ["turn.text": "你好", "turn.at": .timestamp(Timestamp(seconds: 1)), "a": [1, 2]])
        #expect(await pen.answers.texts(1) == ["你好 42 4711"])
    }

    @Test func `a second answer is dropped, counted, and logged once`() async throws {
        let pen = try Pen(
            Zoo.Beast(turn: "answer(completion); answer(completion); return answer(completion);"))
        defer { pen.close() }
        pen.answers.begin(pen.skill, turn: 9)
        pen.answers.begin(pen.skill, turn: 10)
        #expect(await pen.answers.texts(2) == ["ok", "ok"])
        #expect(pen.witness.count("beast second_answers") == 4)
        #expect(
            pen.witness.lines == [
                "beast 3 turn 9 was answered twice, and the second answer was dropped; "
                    + "call 'done' exactly once (said once, counted always)"
            ])
    }

    @Test func `an answer after a refusal is a second one`() async throws {
        let pen = try Pen(
            Zoo.Beast(
                turn: """
                    static const sk_completion *kept;
                    if (kept) { answer(kept); return answer(completion); }
                    kept = completion;
                    return SK_ERROR;
                    """))
        defer { pen.close() }
        pen.answers.begin(pen.skill, turn: 1)
        pen.answers.begin(pen.skill, turn: 2)
        #expect(await pen.answers.texts(2) == ["it failed without saying why", "ok"])
        #expect(pen.witness.count("beast second_answers") == 1)
    }

    @Test func `a context that cannot be a message names the reason`() async throws {
        let pen = try Pen()
        defer { pen.close() }
        var deep: Value = 1
        for _ in 0..<40 { deep = [deep] }
        pen.answers.begin(pen.skill, context: ["a": deep])
        #expect(
            await pen.answers.texts(1) == ["it cannot be given its context: nested deeper than 32 levels"])
    }

    @Test func `answers may come from many threads at once`() async throws {
        let pen = try Pen(.answeringElsewhere)
        defer { pen.close() }
        for turn in 1...200 { pen.answers.begin(pen.skill, turn: UInt64(turn)) }
        #expect(await pen.answers.texts(200) == Array(repeating: "elsewhere", count: 200))
        #expect(pen.witness.count("beast second_answers") == 0)
    }

    @Test func `two threads that answer one turn are one answer`() async throws {
        let racing = """
            pthread_t a, b;
            pthread_create(&a, NULL, later, (void *)completion);
            pthread_create(&b, NULL, later, (void *)completion);
            pthread_join(a, NULL);
            pthread_join(b, NULL);
            return SK_OK;
            """
        var beast = Zoo.Beast.answeringElsewhere
        beast.turn = racing
        let pen = try Pen(beast)
        defer { pen.close() }
        for turn in 1...100 { pen.answers.begin(pen.skill, turn: UInt64(turn)) }
        #expect(pen.answers.all.count == 100)
        #expect(pen.witness.count("beast second_answers") == 100)
    }

    @Test func `a late answer finds nobody and a turn never answered keeps nothing`() async throws {
        let pen = try Pen(
            Zoo.Beast(
                turn: """
                    static const sk_completion *kept;
                    if (kept) answer(kept);
                    kept = completion;
                    return SK_OK;
                    """))
        defer { pen.close() }
        pen.answers.begin(pen.skill, turn: 1)
        #expect(pen.answers.all.isEmpty)
        pen.skill.cancel(turn: 1)
        pen.skill.cancel(turn: 1)
        #expect(await pen.answers.texts(1) == ["no answer before the deadline"])
        pen.answers.begin(pen.skill, turn: 2)
        #expect(pen.witness.count("beast late_answers") == 1)
        #expect(pen.witness.count("beast second_answers") == 0)
        #expect(pen.answers.all.count == 1)
    }

    @Test func `who leaves too many turns unanswered gets no more`() async throws {
        let pen = try Pen(Zoo.Beast(turn: "return SK_OK;"))
        defer { pen.close() }
        for turn in 1...UInt64(InProcess.mostUnanswered) { pen.answers.begin(pen.skill, turn: turn) }
        #expect(pen.answers.all.isEmpty)
        pen.answers.begin(pen.skill, turn: 10_001)
        #expect(
            await pen.answers.texts(1) == ["it left 10000 turns unanswered; restart the host"])
    }
}

extension Zoo.Beast {
    static let answeringElsewhere = Zoo.Beast(
        turn: """
            pthread_t thread;
            pthread_create(&thread, NULL, later, (void *)completion);
            pthread_detach(thread);
            return SK_OK;
            """,
        before: """
            static void *later(void *completion) { say(completion, "elsewhere"); return NULL; }
            """)
}
