import ConciergeCore
import Testing

@testable import SkillHosting

/// What a skill in process reaches of the host.
@Suite struct ServicesTests {
    @Test func `log, clock and metrics have tables of their own`() async throws {
        let turn = """
            const sk_log *log = me->host->get_extension(me->host, SK_EXT_LOG);
            const sk_clock *clock = me->host->get_extension(me->host, SK_EXT_CLOCK);
            const sk_metrics *metrics = me->host->get_extension(me->host, SK_EXT_METRICS);
            if (!log || !clock || !metrics) return SK_BUG;
            log->write(log, turn->id, SK_LOG_INFO, sk_text("two\\nlines"));
            log->write(log, turn->id, SK_LOG_INFO, sk_bytes_of(NULL, 9));
            metrics->add(metrics, sk_text("greetings"), 2);
            char because[80];
            snprintf(because, sizeof because, "%d %d %d", (int)clock->wall_ms(clock, turn->id),
                     (int)clock->random(clock, turn->id), clock->monotonic_ns(clock) > 0);
            say(completion, because);
            return SK_OK;
            """
        let pen = try Pen(Zoo.Beast(turn: turn))
        defer { pen.close() }
        pen.answers.begin(pen.skill, turn: 7)
        #expect(await pen.answers.texts(1) == ["1000007 21 1"])
        #expect(pen.witness.lines == ["beast 1 two lines"])
        #expect(pen.witness.count("beast greetings") == 2)
    }

    @Test(arguments: [
        ("sk_cbor_put_string(&w, \"hello\");", "0 ehello"),
        (
            "sk_cbor_put_value(&w, sk_bytes_of(\"\\xff\", 1));",
            "-4 sk.store/1: not a message: indefinite length or reserved head, at byte 0"
        ),
        ("", "-4 sk.store/1: not a message: cut short, at byte 0"),
        ("w.len = 300000;", "-9 sk.store/1: 300000 bytes, and 262144 are allowed"),
        ("sk_cbor_put_string(&w, \"denied\");", "-8 'tickets' is not declared"),
        (
            "sk_cbor_put_string(&w, \"deep\");",
            "-7 sk.store/1: its answer cannot be sent: nested deeper than 32 levels"
        ),
    ])
    func `a request and its answer are messages`(request: String, text: String) async throws {
        let witness = Witness(reply: { _, request throws(ServiceError) in
            switch request {
            case "denied": throw ServiceError(.denied, "'tickets' is not declared")
            case "deep": return (0..<40).reduce(1 as Value) { value, _ in [value] }
            default: return request
            }
        })
        let pen = try Pen(.asking(request), witness: witness)
        defer { pen.close() }
        pen.answers.begin(pen.skill)
        #expect(await pen.answers.texts(1) == [text])
    }

    @Test func `a skill that does not want its answer is told so`() async throws {
        var beast = Zoo.Beast.asking("sk_cbor_put_int(&w, 1);")
        beast.before = beast.before.replacing("return SK_OK;", with: "return SK_TOO_LARGE;")
        let pen = try Pen(beast)
        defer { pen.close() }
        pen.answers.begin(pen.skill)
        #expect(await pen.answers.texts(1) == ["-9 ?"])
    }

    @Test(arguments: ["sk.llm/1", "", "sk.store"])
    func `what is not offered is not there`(id: String) async throws {
        let turn =
            "say(completion, me->host->get_extension(me->host, \"\(id)\") ? \"there\" : \"not there\"); return SK_OK;"
        let pen = try Pen(Zoo.Beast(turn: turn))
        defer { pen.close() }
        pen.answers.begin(pen.skill)
        #expect(await pen.answers.texts(1) == ["not there"])
    }
}

extension Zoo.Beast {
    /// Asks `sk.store/1` and says the status and the text it got.
    static func asking(_ request: String) -> Zoo.Beast {
        Zoo.Beast(
            turn: """
                const sk_call *store = me->host->get_extension(me->host, SK_EXT_STORE);
                static uint8_t space[1 << 20];
                sk_cbor_writer w = sk_cbor_buffer(space, sizeof space);
                \(request)
                char because[400], text[300] = "?";
                sk_sink sink = {sizeof sink, 0, text, take};
                sk_status status = store->call(store, turn->id, sk_cbor_written(&w), &sink);
                snprintf(because, sizeof because, "%d %s", (int)status, text);
                say(completion, because);
                return SK_OK;
                """,
            before: """
                static sk_status take(const sk_sink *self, sk_bytes bytes) {
                    if (bytes.len > 1) snprintf(self->ctx, 300, "%.*s", (int)bytes.len, (const char *)bytes.ptr);
                    return SK_OK;
                }
                """)
    }
}
