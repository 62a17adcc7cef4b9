import ConciergeCore
import HTTPClient
import Synchronization
import Testing
import Threads
import Unix

@Suite struct TurnTests {
    @Test func `a first turn is answered by a skill and can be explained`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        let host = try RunningHost(installation)
        let answer = try #require(host.turn("hello", customer: "u1"))
        #expect(answer.status == 200)
        #expect(answer.body.reply == "This is your message number 1.")
        let outcome = try installation.run("explain", "last", "--json")
        #expect(outcome.isSuccess)
        let record = try JSON.decode(outcome.output)
        #expect(record["turn"] == answer.body["turn"])
        #expect(record["trace"]?["skills"]?.list?.first?["status"] == "ran")
        #expect(host.stop() == .exit(0))
    }

    @Test func `a message of any length or content is answered, or refused with the reason`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        let host = try RunningHost(installation)
        for (text, status, code) in [
            ("", 422, "empty"), (String(repeating: "好", count: 16_384), 200, nil),
            (String(repeating: "好", count: 16_385), 422, "too_long"),
            (String(repeating: "a", count: 1_000_000), 422, "too_long"),
            (String(repeating: "a", count: 1 << 20), 413, nil), ("a\0b\u{1}", 200, nil),
            ("שלום\u{202e} e\u{301}\u{301} 👩‍👩‍👧‍👦", 200, nil),
        ] as [(String, Int, Value?)] {
            let answer = try #require(host.turn(text, customer: "u1"))
            #expect(answer.status == status && answer.body["errors"]?.list?.first?["code"] == code)
        }
        let long = String(repeating: "a", count: 1_000_000)
        let said = try installation.run("chat", input: long + "\nhello\n")
        #expect(said.ending == .exit(1))
        #expect(
            said.output.hasPrefix("error: 'text' is longer than 16384 characters; send less\n"),
            "\(said.output.prefix(200))")
        #expect(said.output.contains("This is your message number 1."))
        #expect(host.stop() == .exit(0))
    }

    @Test func `a message that comes again after a restart gets the recorded answer and no second effect`()
        throws
    {
        let installation = try Installation()
        defer { installation.remove() }
        let first = try RunningHost(installation)
        let answer = try #require(first.turn("hello", customer: "u1", message: "m1"))
        #expect(first.stop() == .exit(0))
        let second = try RunningHost(installation)
        let again = try #require(second.turn("other words", customer: "u1", message: "m1"))
        #expect(again.body["repeated"] == true)
        #expect(again.body["turn"] == answer.body["turn"])
        #expect(again.body.reply == "This is your message number 1.")
        let next = try #require(second.turn("hello", customer: "u1", message: "m2"))
        #expect(next.body.reply == "This is your message number 2.")
    }

    @Test func `SIGTERM under load: what was answered is there, and the host exits 0`() throws {
        let installation = try Installation()
        defer { installation.remove() }
        let host = try RunningHost(installation)
        let load = try Load(host, customers: 4, round: 0)
        load.wait(for: 20)
        #expect(host.stop() == .exit(0))
        let answered = load.end()
        let next = try RunningHost(installation)
        for (key, turn) in answered {
            let again = try #require(next.turn("again", customer: key.customer, message: key.message))
            #expect(again.body["repeated"] == true)
            #expect(again.body["turn"]?.text == turn)
        }
    }

    @Test func `kill -9 under load, fifty times: every answered turn is there, and no effect happens twice`()
        throws
    {
        let installation = try Installation()
        defer { installation.remove() }
        var sent: Set<Load.Key> = []
        var random = SystemRandomNumberGenerator()
        for round in 0..<50 {
            let host = try RunningHost(installation)
            let load = try Load(host, customers: 4, round: round)
            load.wait(for: Int.random(in: 4...40, using: &random))
            host.die()
            let answered = load.end()
            sent.formUnion(load.everything)
            let next = try RunningHost(installation)
            for key in load.everything {
                let again = try #require(next.turn("again", customer: key.customer, message: key.message))
                #expect(again.status == 200)
                guard let turn = answered[key] else { continue }
                #expect(again.body["repeated"] == true)
                #expect(again.body["turn"]?.text == turn)
            }
            next.die()
        }
        let last = try RunningHost(installation)
        for customer in Set(sent.map(\.customer)) {
            let visits = last.ask("GET", "/v1/collections/visits?customer=\(customer)")?.body["items"]?.list
            #expect(visits?.first?["count"]?.int == Int64(sent.count { $0.customer == customer }))
        }
    }
}
