import ConciergeCore
@testable import Engine
import Testing
import Threads

struct PipelineTests {
    @Test func `a skill sees what it declared, and what earlier skills wrote`() throws {
        let first = Manifest.make("first") { $0.writes = ["mood.name": .text, "mood.secret": .text] }
        let second = Manifest.make("second") {
            $0.reads = [.init(pattern: "mood.name"), .init(pattern: "customer.*")]
        }
        let house = try House([
            .answering(first) { _ throws(SkillFailure) in
                .make { $0.writes = ["mood.name": "glad", "mood.secret": "shh"] }
            },
            .answering(second) { call throws(SkillFailure) in
                .answer(call.context.keys.sorted().joined(separator: " "))
            },
        ])
        let outcome = try house.turn("你好")
        #expect(
            outcome.answer.replies.map(\.text) == [
                "customer.attributes customer.conversations customer.created_at customer.id customer.updated_at customer.version mood.name"
            ])
        #expect(outcome.record?.skills.map(\.status) == [.ran, .ran])
        #expect(outcome.record?.context["mood.secret"] == "shh")
    }

    @Test(arguments: [
        ("an undeclared write", "writes: 'weather.rain' is not declared; add it to 'writes' in the manifest"),
        ("an ill-typed write", "writes: 'mood.name' was declared as text; the value is another type"),
        ("too long a text", "say[0].text: longer than 16384 bytes; say less"),
        ("too much to say", "say: 21 entries; at most 20 in one turn"),
        ("too many events", "emit: 101 entries; at most 100 in one turn"),
        ("an empty text", "say[0].text: nothing is said in it; leave the utterance out"),
        (
            "a foreign collection",
            "store[0].collection: 'leads' is not declared; add it to 'collections' in the manifest"
        ),
    ])
    func `a patch that may not stand is dropped whole, named, and the customer is answered`(
        fault: String, reason: String
    ) throws {
        let manifest = Manifest.make("odd") { $0.writes = ["mood.name": .text] }
        let house = try House(
            [
                .answering(manifest) { _ throws(SkillFailure) in
                    .make { patch in
                        patch.say = [Utterance(.answer, "heard")]
                        switch fault {
                        case "an undeclared write":
                            patch.writes = ["mood.name": "glad", "weather.rain": true]
                        case "an ill-typed write": patch.writes = ["mood.name": 3]
                        case "too long a text": patch.say[0].text = String(repeating: "x", count: 1_000_000)
                        case "too much to say":
                            patch.say = Array(repeating: Utterance(.notice, "spam"), count: 21)
                        case "too many events":
                            patch.emit = Array(
                                repeating: .init(name: "odd.happened", data: .null), count: 101)
                        case "an empty text": patch.say[0].text = " \n"
                        default: patch.store = [.init(collection: "leads", id: "l1", action: .put([:]))]
                        }
                    }
                }
            ], settings: { $0.fallback = House.promise })
        let outcome = try house.turn("你好")
        #expect(outcome.answer.replies.map(\.text) == ["我们已经收到，稍后回复您。"])
        #expect(outcome.record?.skills.first?.status == .failed)
        #expect(outcome.record?.skills.first?.because == "its answer was refused: " + reason)
        #expect(outcome.record?.context["mood.name"] == nil)
        #expect(
            house.engine.metrics.all.contains { $0 == ("concierge_skill_failures_total{skill=\"odd\"}", 1) })
    }

    @Test func `after a claim only observers run`() throws {
        let house = try House([
            .answering(.make("taker")) { _ throws(SkillFailure) in .make { $0.claim = true } },
            .answering(.make("talker")) { _ throws(SkillFailure) in .answer("me too") },
            .answering(.make("watcher") { $0.observes = true }) { _ throws(SkillFailure) in .answer("seen") },
        ])
        let outcome = try house.turn("你好")
        #expect(outcome.record?.skills.map(\.status) == [.ran, .skipped, .observed])
        #expect(outcome.record?.skills[1].because == "claimed by taker")
        #expect(outcome.answer.replies.map(\.text) == ["seen"])
    }

    @Test func `a skill that throws falls back to its own sentence in the customer's language`() throws {
        let manifest = Manifest.make("frail") {
            $0.onFailure = .fallback
            $0.fallback = Localized(["zh": "请稍等。", "en": "One moment."])
        }
        let house = try House([
            .answering(manifest) { _ throws(SkillFailure) in throw .failed("no catalogue today") }
        ])
        var inbound = Inbound(channel: "rest", text: "hello")
        inbound.locale = "en-GB"
        let outcome = try #require(house.submit(inbound).take()).get()
        #expect(outcome.answer.replies == [Utterance(.answer, "One moment.")])
        #expect(outcome.record?.skills.first?.because == "no catalogue today")
    }

    @Test func `a skill the admin holds indispensable fails the turn, and nothing of it stays`() throws {
        let house = try House([
            .answering(.make("vault") { $0.onFailure = .fail }) { _ throws(SkillFailure) in
                throw .failed("shut")
            }
        ])
        let result = try #require(house.say("你好", id: "m1").take())
        #expect(throws: TurnFailure.skill("vault", reason: "shut")) { try result.get() }
        #expect(try house.store.read { try $0.customer("u1") } == nil)
    }

    @Test func `what a skill wrote is there in the customer's next turn, until it is unset`() throws {
        let manifest = Manifest.make("memory") {
            $0.reads.append(.init(pattern: "memory.*", isOptional: true))
            $0.writes = ["memory.word": .text]
        }
        let house = try House([
            .answering(manifest) { call throws(SkillFailure) in
                .make { patch in
                    patch.say = [Utterance(.answer, call.context["memory.word"]?.text ?? "nothing")]
                    switch call.context["turn.text"] {
                    case "forget": patch.unset = ["memory.word"]
                    case .some(let word): patch.writes = ["memory.word": word]
                    case nil: break
                    }
                }
            }
        ])
        let heard = try ["apple", "forget", "pear"].map { try house.turn($0).answer.replies[0].text }
        #expect(heard == ["nothing", "apple", "nothing"])
        #expect(try house.turn("x", customer: "u2").answer.replies[0].text == "nothing")
    }
}

struct CompositionTests {
    static let said = [
        Utterance(.notice, "n1"), Utterance(.answer, "a1"), Utterance(.offer, "o1"),
        Utterance(.question, "q1"),
        Utterance(.answer, "a2"), Utterance(.offer, "o2"), Utterance(.notice, "n2"),
        Utterance(.question, "q2"),
    ]

    @Test func `one answer, one question, one offer, every notice`() {
        let composition = Composition(Self.said, status: .bot, isHandingOff: false)
        #expect(composition.replies.map(\.text) == ["n1", "a1", "o1", "q1", "n2"])
        #expect(composition.drafts == [])
    }

    @Test func `the highest priority is said, and first, the first among equals`() {
        var said = Self.said
        said[4].priority = 2
        said.append(said[4])
        #expect(
            Composition(said, status: .bot, isHandingOff: false).replies.map(\.text) == [
                "a2", "n1", "o1", "q1", "n2",
            ])
    }

    @Test func `a handoff silences offers`() {
        #expect(
            Composition(Self.said, status: .queued, isHandingOff: true).replies.map(\.text) == [
                "n1", "a1", "q1", "n2",
            ])
    }

    @Test(arguments: [Conversation.Status.human, .closed])
    func `while a human holds it everything is a draft, when it is closed nothing`(
        status: Conversation.Status
    ) {
        let composition = Composition(Self.said, status: status, isHandingOff: false)
        #expect(composition.replies == [])
        #expect(composition.drafts.isEmpty == (status == .closed))
    }
}
