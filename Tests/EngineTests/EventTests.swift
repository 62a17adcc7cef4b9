import ConciergeCore
@testable import Engine
import Synchronization
import Testing
import Threads

struct EventTests {
    @Test func `an event becomes a turn of each subscriber, in the customer's lane`() throws {
        let heard = Mailbox<[String: Value]>()
        let house = try House([
            .answering(.make("caller")) { _ throws(SkillFailure) in
                .make { $0.emit = [.init(name: "bell.rung", data: ["times": 2])] }
            },
            .answering(
                .make("listener") {
                    $0.on = ["bell.rung"]
                    $0.reads = [
                        .init(pattern: "event.*"), .init(pattern: "turn.kind"), .init(pattern: "customer.id"),
                    ]
                }
            ) { call throws(SkillFailure) in
                if call.context["turn.kind"] == "event" { heard.put(call.context) }
                return Patch()
            },
        ])
        _ = try house.turn("你好")
        let context = try #require(heard.take())
        #expect(context["event.name"] == "bell.rung")
        #expect(context["event.data"] == ["times": 2])
        #expect(context["customer.id"] == "u1")
    }

    @Test func `a skill hears what happened without declaring that it reads it`() throws {
        let heard = Mailbox<[String: Value]>()
        let house = try House([
            .answering(
                .make("listener") {
                    $0.on = ["bell.rung"]
                    $0.reads = []
                }
            ) { call throws(SkillFailure) in
                heard.put(call.context)
                return .make { $0.emit = call.context.isEmpty ? [.init(name: "bell.rung", data: 2)] : [] }
            }
        ])
        _ = try house.turn("你好")
        #expect(try #require(heard.take()).isEmpty)
        let context = try #require(heard.take())
        #expect(context["event.id"] != nil)
        #expect(context.filter { $0.key != "event.id" } == ["event.name": "bell.rung", "event.data": 2])
    }

    @Test(arguments: [(nil, 0), ("the bell is ours", 1)])
    func `an event that its skill lets pass leaves no record, and one that it explains does`(
        because: String?, records: Int
    ) throws {
        let house = try House([
            .answering(
                .make("caller") { $0.on = ["bell.rung"] }
            ) { call throws(SkillFailure) in
                .make {
                    if call.context["event.name"] == nil { $0.emit = [.init(name: "bell.rung", data: 2)] }
                    if call.context["event.name"] != nil { $0.because = because }
                }
            }
        ])
        _ = try house.turn("你好")
        #expect(try house.engine.settle())
        let kinds = try house.store.read { try $0.turns(Query()).items.compactMap { $0["kind"]?.text } }
        #expect(kinds.count { $0 == "message" } == 1)
        #expect(kinds.count { $0 == "event" } == records)
    }

    @Test func `a chain of events ends at depth eight`() throws {
        let rung = Mailbox<Int64>()
        let house = try House([
            .answering(
                .make("echo") {
                    $0.on = ["echo"]
                    $0.reads = [.init(pattern: "event.data", isOptional: true)]
                }
            ) { call throws(SkillFailure) in
                let number = call.context["event.data"]?.int ?? 0
                rung.put(number)
                return .make { $0.emit = [.init(name: "echo", data: .int(number + 1))] }
            }
        ])
        _ = try house.turn("go")
        #expect((0...8).map { _ in rung.take() } == Array(0...8))
        _ = try house.eventually { try house.isIdle ? true : nil }
        #expect(try house.store.read { try $0.events(after: 0, limit: 100) }.count == 8)
    }

    @Test func `events that multiply, and timers that are due at once, come to an end`() throws {
        let told = Mailbox<String>()
        func doubling(_ name: String) -> Stage {
            .answering(.make(name) { $0.on = ["more", "again"] }) { call throws(SkillFailure) in
                told.put(name)
                return .make {
                    $0.emit = [.init(name: "more", data: .null), .init(name: "more", data: .null)]
                    $0.effects = [.schedule(name: "again", at: Timestamp(seconds: 0), data: .null)]
                }
            }
        }
        let lines = Mailbox<String>()
        let house = try House([doubling("one"), doubling("two")], log: { lines.put($1) })
        _ = try house.turn("go")
        _ = try house.eventually { try house.isIdle ? true : nil }
        house.engine.stop()
        told.close()
        lines.close()
        var turns = 0
        while told.take() != nil { turns += 1 }
        // Two skills hear the message; all that follows has one end.
        #expect(turns > 100 && turns <= 2 + Consequences.most)
        #expect(
            lines.take()?.hasSuffix(
                "'more' was not sent on; a message leads to at most 256 turns, in chains of 8") == true)
    }

    @Test func `a timer wakes its skill when its time has come, once, also after a restart`() throws {
        let woken = Mailbox<String>()
        let stage = Stage.answering(
            .make("sleeper") { $0.reads.append(.init(pattern: "event.name", isOptional: true)) }
        ) { call throws(SkillFailure) in
            if let name = call.context["event.name"]?.text {
                woken.put(name)
                return Patch()
            }
            guard case .timestamp(let now) = call.context["turn.at"] else { return Patch() }
            return .make {
                $0.effects = [
                    .schedule(name: "remind", at: now.adding(.seconds(3600)), data: .null),
                    .schedule(name: "never", at: now.adding(.seconds(3600)), data: .null),
                    .unschedule(name: "never"),
                ]
            }
        }
        let house = try House([stage])
        _ = try house.turn("later please")
        house.engine.stop()
        let reopened = try House([stage], folder: house.folder)
        reopened.clock.advance(.seconds(3601))
        #expect(woken.take() == "remind")
        _ = try reopened.eventually { try reopened.isIdle ? true : nil }
        reopened.engine.stop()
        #expect(woken.take(until: 0) == nil)
    }

    @Test func `a timer that was set again is not lost to an older look at it`() throws {
        let stage = Stage.answering(.make("watch")) { call throws(SkillFailure) in
            guard case .timestamp(let now) = call.context["turn.at"] else { return Patch() }
            return .make {
                $0.effects = [.schedule(name: "review", at: now.adding(.seconds(3600)), data: .null)]
                $0.emit = call.context["event.name"].map { _ in [.init(name: "reviewed", data: .null)] } ?? []
            }
        }
        let house = try House([stage])
        _ = try house.turn("begin")
        let far = Timestamp(milliseconds: .max)
        func timers() throws -> [Wakeup] {
            try house.store.read { try $0.dueWakeups(far, skills: ["watch"], limit: 9) }
        }
        let old = try timers()
        house.clock.advance(.seconds(3601))
        #expect(try house.engine.settle())
        // As if a look had found it before, and came to run it only now.
        house.engine.housekeeper.run(old, on: house.engine)
        #expect(try house.engine.settle())
        #expect(try timers().map(\.dueAt) == [house.clock.now().adding(.seconds(3600))])
        #expect(try house.store.read { try $0.events(after: 0, limit: 9) }.map(\.name) == ["reviewed"])
    }

    @Test func `what a skill was to hear waits while the skill is not there`() throws {
        let heard = Mailbox<String>()
        let caller = Stage.answering(.make("caller")) { _ throws(SkillFailure) in
            .make { $0.emit = [.init(name: "bell.rung", data: .null)] }
        }
        // It never answers an event: that turn is not over when the host stops.
        let deaf = Stage(
            manifest: .make("listener") { $0.on = ["bell.rung"] },
            skill: Scripted { call in
                if call.context["turn.kind"] != "event" { call.complete(.success(Patch())) }
            })
        let house = try House([caller, deaf], settings: { $0.skillDeadline = .seconds(60) })
        _ = try house.turn("ring")
        house.engine.stop(grace: .zero)
        let without = try House([caller], folder: house.folder)
        _ = try without.turn("nobody listens", customer: "u2")
        without.engine.stop()
        let stage = Stage.answering(.make("listener") { $0.on = ["bell.rung"] }) { _ throws(SkillFailure) in
            heard.put("rung")
            return Patch()
        }
        let with = try House([caller, stage], folder: house.folder)
        #expect(heard.take() == "rung")
        _ = with
    }

    @Test func `states of a collection may only change as declared, and each change is an event`() throws {
        let manifest = Manifest.make("desk") {
            $0.collections = [
                CollectionDeclaration(
                    name: "tickets", fields: ["status": .init(type: .text, isIndexed: true)],
                    states: .init(initial: "open", transitions: ["open": ["closed"], "closed": []]))
            ]
        }
        let house = try House([
            .answering(manifest) { call throws(SkillFailure) in
                .make { patch in
                    let word = call.context["turn.text"]?.text ?? ""
                    let body: [String: Value] =
                        word == "new" ? ["subject": "x"] : ["subject": "x", "status": .text(word)]
                    patch.store = [.init(collection: "tickets", id: "t1", action: .put(body))]
                }
            }
        ])
        _ = try house.turn("new")
        #expect(try house.document("tickets", "t1")?.body["status"] == "open")
        _ = try house.turn("closed")
        let refused = try house.turn("open").record?.skills.first
        #expect(refused?.status == .failed)
        #expect(
            refused?.because
                == "its answer was refused: tickets/t1.status: cannot go from 'closed' to 'open'; no state follows it"
        )
        let events = try house.store.read { try $0.events(after: 0, limit: 10) }
        #expect(events.map(\.name) == ["ticket.created", "ticket.closed"])
        #expect(events.last?.data["from"] == "open")
        #expect(events.map { $0.data["document"]?["version"] } == [1, 2])
    }
}

/// Writes down what it carries; fails as often as it is told to.
final class TestCarrier: Carrier {
    let carried = Mailbox<String>()
    private let failures: Mutex<Int>

    init(failures: Int = 0) { self.failures = Mutex(failures) }

    func carry(_ delivery: Delivery) -> CarryResult {
        let mustFail = failures.withLock { failures in
            guard failures > 0 else { return false }
            failures -= 1
            return true
        }
        if mustFail { return .retry("the line is dead", after: nil) }
        carried.put(delivery.payload["text"]?.text ?? delivery.payload["name"]?.text ?? "")
        return .done
    }
}

struct OutboxTests {
    static let echo = Stage.answering(.make("echo")) { call throws(SkillFailure) in
        .answer(call.context["turn.text"]?.text ?? "")
    }

    static func send(_ text: String, to house: House) throws {
        var inbound = Inbound(channel: "pigeon", text: text)
        inbound.customer = "u1"
        _ = try #require(house.submit(inbound).take()).get()
    }

    @Test func `replies leave in order and are tried again until they arrive`() throws {
        let carrier = TestCarrier(failures: 2)
        let house = try House([Self.echo], carriers: ["pigeon": carrier])
        for text in ["one", "two", "three"] { try Self.send(text, to: house) }
        var heard: [String] = []
        while heard.count < 3 {
            house.clock.advance(.seconds(10))
            if let text = carrier.carried.take(until: monotonicNanoseconds() + 20_000_000) {
                heard.append(text)
            }
        }
        #expect(heard == ["one", "two", "three"])
    }

    @Test func `a delivery that does not get through is told of at once and when it is given up`() throws {
        let lines = Mailbox<String>()
        let house = try House(
            [Self.echo], carriers: ["pigeon": TestCarrier(failures: .max)], log: { lines.put("\($0): \($1)") }
        )
        try Self.send("lost letter", to: house)
        let first = try #require(lines.take())
        #expect(first.hasPrefix("warning: delivery '"))
        #expect(first.hasSuffix("' by 'pigeon': the line is dead; it is tried again"))
        var last: String?
        while last == nil {
            house.clock.advance(.seconds(3600))
            last = lines.take(until: monotonicNanoseconds() + 20_000_000)
        }
        #expect(last?.hasPrefix("error: delivery '") ?? false)
        #expect(last?.hasSuffix("' by 'pigeon': the line is dead; given up after 20 attempts") ?? false)
        #expect(house.engine.metrics.all.contains { $0 == ("concierge_deliveries_failed_total", 1) })
        #expect(house.engine.metrics.all.contains { $0 == ("concierge_deliveries_retried_total", 19) })
    }

    @Test func `what had not left before a restart leaves after it`() throws {
        let dead = TestCarrier(failures: .max)
        let house = try House([Self.echo], carriers: ["pigeon": dead])
        try Self.send("late letter", to: house)
        house.engine.stop()
        let carrier = TestCarrier()
        let reopened = try House([Self.echo], folder: house.folder, carriers: ["pigeon": carrier])
        reopened.clock.advance(.seconds(3600))
        #expect(carrier.carried.take() == "late letter")
    }

    @Test func `a takeover recalls what the bot had not sent yet`() throws {
        let carrier = TestCarrier(failures: 1)
        let house = try House([Self.echo], carriers: ["pigeon": carrier])
        try Self.send("never mind", to: house)
        let conversation = try #require(try house.store.read { try $0.conversations(Query()).items.first })
        _ = try house.eventually {
            try house.waiting().contains { $0.dueAt > house.clock.now() } ? true : nil
        }
        _ = try house.engine.takeOver(conversation.id, agent: "li")
        _ = try house.engine.say("a human here", in: conversation.id, agent: "li")
        house.clock.advance(.seconds(3600))
        #expect(carrier.carried.take() == "a human here")
    }

    @Test func `a webhook hears the events it asked for`() throws {
        let carrier = TestCarrier()
        let house = try House(
            [
                .answering(.make("caller")) { _ throws(SkillFailure) in
                    .make {
                        $0.emit = [.init(name: "other", data: .null), .init(name: "bell.rung", data: .null)]
                    }
                }
            ], carriers: ["webhook": carrier],
            settings: {
                $0.webhooks = [Webhook(url: "http://127.0.0.1:9/", events: ["bell.rung"], secret: nil)]
            })
        _ = try house.turn("你好")
        #expect(carrier.carried.take() == "bell.rung")
        house.engine.stop()
        #expect(carrier.carried.take(until: 0) == nil)
    }
}

struct BurstTests {
    @Test func `messages in quick succession become one turn, and each id gives its answer`() throws {
        let house = try House([OutboxTests.echo], settings: { $0.join = .milliseconds(60) })
        let waiting = ["你好", "工业机器人", "多少钱"].enumerated().map { index, text in
            var inbound = Inbound(channel: "webchat", text: text)
            inbound.customer = "u1"
            inbound.messageID = "m\(index)"
            inbound.joins = true
            return house.submit(inbound)
        }
        let answers = try waiting.map { try #require($0.take()).get().answer }
        #expect(Set(answers.map(\.turn)).count == 1)
        #expect(answers.map(\.messageID) == ["m0", "m1", "m2"])
        #expect(answers[0].replies.map(\.text) == ["你好\n工业机器人\n多少钱"])
        var again = Inbound(channel: "webchat", text: "x")
        again.customer = "u1"
        again.messageID = "m1"
        #expect(try #require(house.submit(again).take()).get().answer.repeated)
    }
}
