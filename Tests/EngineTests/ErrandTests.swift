import ConciergeCore
import Synchronization
import Testing
import Threads

@testable import Engine

@Suite struct ErrandTests {
    /// Keeps cases of customers: `open` makes one, `fail` throws, `silent` answers nothing; the page shows what it was told.
    private static func desk(_ change: (inout Manifest) -> Void = { _ in }) -> Stage {
        let manifest = Manifest.make("case-desk") { manifest in
            manifest.collections = [
                CollectionDeclaration(
                    name: "cases", fields: ["level": .init(type: .int)],
                    states: .init(initial: "open", transitions: ["open": []]))
            ]
            manifest.writes = ["desk.level": .int]
            manifest.actions = [
                "open": .init(input: [
                    "properties": ["level": ["type": "integer", "maximum": 3, "default": 1]],
                    "additionalProperties": false,
                ]),
                "fail": .init(), "silent": .init(), "show": .init(),
            ]
            manifest.pages = ["status"]
            change(&manifest)
        }
        return .answering(manifest) { call throws(SkillFailure) in try Self.answer(call.context) }
    }

    private static func answer(_ context: [String: Value]) throws(SkillFailure) -> Patch {
        var patch = Patch()
        switch context["action.name"]?.text ?? context["page.name"]?.text {
        case "open":
            let level = context["action.input"]?["level"] ?? .null
            patch.store = [.init(collection: "cases", id: "c1", action: .put(["level": level]))]
            patch.writes = ["desk.level": level]
            patch.say = [Utterance(.notice, "a case was opened")]
            patch.result = ["case": "c1", "level": level, "by": context["action.by"] ?? "nobody"]
        case "fail":
            patch.store = [.init(collection: "cases", id: "c1", action: .put([:]))]
            throw .failed("case 'c1' is closed; open another")
        case "show": patch.page = Patch.Page(html: "<p>")
        case "status":
            let form = (context["page.form"]?.map ?? [:]).sorted { $0.key < $1.key }
            let fields = form.map { "\($0.key)=\($0.value.text ?? "")" }.joined(separator: "&")
            let told = ["page.method", "page.locale"].map { context[$0]?.text ?? "-" }
            if context["page.data"]?["result"] == true { patch.result = 1 }
            if context["page.data"]?["blank"] == true { return patch }
            patch.page = Patch.Page(html: (told + [fields]).joined(separator: " "), status: 409)
        default: break
        }
        return patch
    }

    private static func action(
        _ name: String, _ input: Value = [:], by: String? = nil, customer: String? = "u1",
        conversation: String? = nil
    ) -> Errand {
        Errand(
            skill: "case_desk", name: name, kind: .action(input: input, by: by), customer: customer,
            conversation: conversation)
    }

    private static func visit(_ page: String = "status", _ data: Value = .null, customer: String = "u1")
        -> Errand
    {
        Errand(
            opening: PageClaim(
                skill: "case-desk", page: page, customer: customer, conversation: "gone", data: data,
                expires: Timestamp(milliseconds: .max)), isPost: true, form: ["b": "2", "a": "1\n3"],
            locale: "en-GB")
    }

    @Test func `an action runs its skill alone, commits, and then gives its result`() throws {
        let others = Mutex(0)
        let other = Stage.answering(.make("other")) { _ in
            others.withLock { $0 += 1 }
            return Patch()
        }
        let house = try House([other, Self.desk()])
        _ = try house.turn("hello", conversation: "k1")
        let outcome = try house.ask(Self.action("open", ["level": 2], by: "li", conversation: "k1")).get()
        #expect(outcome.result == ["case": "c1", "level": 2, "by": "li"])
        #expect(outcome.page == nil)
        let document = try #require(try house.document("cases", "c1"))
        #expect(document.body == ["level": 2, "status": "open"])
        #expect(document.customer == "u1")
        #expect(others.withLock { $0 } == 1)
        let (record, context, messages, events) = try house.store.read { reader in
            (
                try reader.turn(outcome.turn), try reader.context(customer: "u1"),
                try reader.recent(conversation: "k1", limit: 5).map(\.text),
                try reader.events(after: 0, limit: 9).map(\.name)
            )
        }
        #expect(record?["kind"] == "action")
        #expect(record?["trace"]?["context"]?["action.input"] == ["level": 2])
        #expect(context == ["desk.level": 2])
        #expect(messages.last == "a case was opened")
        #expect(events == ["case.created"])
        let counted = try house.store.read { try $0.conversation("k1")?.customerTurns }
        #expect(counted == 1)
    }

    @Test func `without a customer an action runs in the lane of its skill`() throws {
        let house = try House([Self.desk()])
        let outcome = try house.ask(Self.action("open", customer: nil)).get()
        #expect(outcome.result == ["case": "c1", "level": 1, "by": "nobody"])
        #expect(try house.document("cases", "c1")?.customer == nil)
    }

    @Test func `a conversation names its customer`() throws {
        let house = try House([Self.desk()])
        _ = try house.turn("hello", conversation: "k1")
        _ = try house.ask(Self.action("open", customer: nil, conversation: "k1")).get()
        #expect(try house.document("cases", "c1")?.customer == "u1")
    }

    @Test func `what a skill throws is the answer, and nothing is kept`() throws {
        let house = try House([Self.desk { $0.onFailure = .fail }])
        _ = try house.turn("hello")
        #expect(
            house.ask(Self.action("fail"))
                == .failure(.refused(skill: "case-desk", reason: "case 'c1' is closed; open another")))
        #expect(try house.document("cases", "c1") == nil)
        // The lane goes on.
        #expect(try house.ask(Self.action("silent")).get().result == .null)
    }

    @Test(arguments: [
        (action("opne"), "no action 'opne'; did you mean 'open'?"),
        (action("burn"), "no action 'burn'; skill 'case-desk' offers 'fail', 'open', 'show', 'silent'"),
        (action("open", customer: "u7"), "no customer 'u7'; GET /v1/customers lists them"),
        (action("open", conversation: "k7"), "no conversation 'k7'; GET /v1/conversations lists them"),
        (
            action("open", customer: "u2", conversation: "k1"),
            "conversation 'k1' belongs to another customer; leave 'conversation' out or name its customer"
        ),
        (action("open", ["level": 4]), "/level: 'level' must be at most 3, not 4; lower it"),
        (action("open", ["levle": 1]), "/levle: unknown key 'levle'; did you mean 'level'?"),
        (action("silent", ["x": 1]), "/x: unknown key 'x'; remove it"),
        (
            action("show"),
            "its answer was refused: page: a turn of kind 'action' has none; return it for a page only"
        ),
        (
            Errand(skill: "desk", name: "open", kind: .action(input: [:], by: nil)),
            "no skill 'desk'; GET /v1/skills lists those that run"
        ),
        (visit("gone"), "no page 'gone'; skill 'case-desk' serves none of that name"),
        (
            visit("status", ["blank": true]),
            "its answer was refused: page: a turn of kind 'page' needs one; return what the visitor sees"
        ),
        (
            visit("status", ["result": true]),
            "its answer was refused: result: a turn of kind 'page' has none; return it for an action only"
        ),
        (
            visit(customer: "u7"),
            "the customer was erased while the turn ran; send the message again to begin anew"
        ),
    ])
    func `what cannot be done is refused by name, and nothing is kept`(errand: Errand, message: String) throws
    {
        let house = try House([Self.desk()])
        _ = try house.turn("hello", conversation: "k1")
        _ = try house.turn("hello", customer: "u2")
        guard case .failure(let failure) = house.ask(errand) else {
            Issue.record("it was done")
            return
        }
        #expect(failure.description == message)
        #expect(try house.document("cases", "c1") == nil)
    }

    @Test func `a message has neither result nor page`() throws {
        let stage = Stage.answering(.make("odd")) { _ in Patch.make { $0.result = 1 } }
        let outcome = try House([stage]).turn("hello")
        #expect(
            outcome.record?.skills.first?.because
                == "its answer was refused: result: a turn of kind 'message' has none; return it for an action only"
        )
    }

    @Test func `a page is shown by its skill, which is told of the visit`() throws {
        let house = try House([Self.desk()])
        _ = try house.turn("hello")
        let outcome = try house.ask(Self.visit()).get()
        #expect(outcome.page == Patch.Page(html: "POST en-GB a=1\n3&b=2", status: 409))
        let record = try house.store.read { try $0.turn(outcome.turn) }
        #expect(record?["kind"] == "page" && record?["customer"] == "u1" && record?["conversation"] == nil)
    }

    @Test func `an errand waits for the turn before it, and runs again when what it read was changed`() throws
    {
        let calls = Mailbox<SkillCall>()
        let manifest = Manifest.make("slow") { $0.actions = ["count": .init()] }
        let house = try House([Stage(manifest: manifest, skill: Scripted { calls.put($0) })])
        let message = house.say("hello")
        let errand = Mailbox<Result<ErrandOutcome, TurnFailure>>()
        let first = try #require(calls.take())
        house.engine.run(
            Errand(skill: "slow", name: "count", kind: .action(input: [:], by: nil), customer: "u1")
        ) { errand.put($0) }
        #expect(first.context["action.name"] == nil)
        first.complete(.success(Patch()))
        _ = try #require(message.take()).get()
        let second = try #require(calls.take())
        #expect(second.context["action.name"] == "count")
        second.complete(.success(Patch.make { $0.result = 2 }))
        #expect(try #require(errand.take()).get().result == 2)
    }

    @Test func `a skill that is late or out of service is not there now`() throws {
        let manifest = Manifest.make("late") { $0.actions = ["wait": .init()] }
        let stage = Stage(manifest: manifest, skill: Scripted { _ in })
        let house = try House([stage], settings: { $0.skillDeadline = .milliseconds(20) })
        let errand = Errand(skill: "late", name: "wait", kind: .action(input: [:], by: nil))
        #expect(
            house.ask(errand) == .failure(.unavailable("skill 'late': no answer before the deadline")))
        house.engine.pipeline.stages[0].takeOutOfService("it held a thread")
        #expect(
            house.ask(errand)
                == .failure(.unavailable("skill 'late': it held a thread; try again later")))
    }

    @Test func `a stopping host takes no errand`() throws {
        let house = try House([Self.desk()])
        house.engine.stop(grace: .seconds(1))
        #expect(
            house.ask(Self.action("open", customer: nil))
                == .failure(.unavailable("the host is stopping; try again when it is back")))
    }
}

extension House {
    /// One errand, waited for.
    func ask(_ errand: Errand) -> Result<ErrandOutcome, TurnFailure> {
        let box = Mailbox<Result<ErrandOutcome, TurnFailure>>()
        engine.run(errand) { box.put($0) }
        return box.take() ?? .failure(.unavailable("nobody answered"))
    }
}
