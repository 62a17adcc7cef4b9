import ConciergeCore
import Engine
import Foundation
import Testing
import Threads

@testable import Gateway

@Suite struct TurnTests {
    @Test func `a turn is answered with its customer, conversation and replies`() throws {
        let host = try Host()
        let turn = try host.turn(["text": "你好", "customer": "u1", "message_id": "m1"])
        #expect(turn["replies"] == [["kind": "answer", "text": "收到：你好"]])
        #expect(turn["customer"] == "u1")
        #expect(turn["message_id"] == "m1")
        #expect(turn["repeated"] == false)
        #expect(turn["conversation"]?["status"] == "bot")
        #expect(turn["trace"] == nil)
    }

    @Test func `without customer and conversation both get an id, and the next turn finds them`() throws {
        let host = try Host()
        let first = try host.turn(["text": "a"])
        let customer = try #require(first["customer"]?.text)
        let second = try host.turn(["text": "b", "customer": .text(customer)])
        #expect(second["conversation"]?["id"] == first["conversation"]?["id"])
    }

    @Test func `the same message gets the recorded answer, also with a trace`() throws {
        let host = try Host()
        let message: Value = ["text": "你好", "customer": "u1", "conversation": "c1", "message_id": "m1"]
        let first = try host.turn(message)
        let again = try host.turn(message)
        #expect(again["repeated"] == true)
        #expect(again["turn"] == first["turn"])
        #expect(again["replies"] == first["replies"])
        let traced = try host.ask("POST", "/v1/turns?trace=1", message).json
        #expect(traced["trace"]?["skills"]?.list?.first?["skill"] == "desk")
        let messages = try host.ask("GET", "/v1/conversations/c1/messages").json
        #expect(messages["items"]?.list?.count == 2)
    }

    @Test func `the same message at the same moment has one effect`() throws {
        let host = try Host()
        let message: Value = ["text": "你好", "customer": "u1", "conversation": "c1", "message_id": "m1"]
        let boxes = try (0..<8).map { _ in try host.begin("POST", "/v1/turns", message) }
        let answers = boxes.compactMap { $0.take()?.json }
        #expect(answers.count == 8)
        #expect(Set(answers.compactMap { $0["turn"]?.text }).count == 1)
        #expect(answers.filter { $0["repeated"] == false }.count == 1)
        #expect(try host.ask("GET", "/v1/conversations/c1/messages").json["items"]?.list?.count == 2)
    }

    @Test func `the trace says what each skill did, and the record says the same`() throws {
        let host = try Host()
        let turn = try host.ask("POST", "/v1/turns?trace=1", ["text": "你好", "customer": "u1"]).json
        let skill = try #require(turn["trace"]?["skills"]?.list?.first)
        #expect(skill["status"] == "ran")
        #expect(skill["because"] == "a customer wrote")
        #expect(skill["wrote"] == ["desk.seen": "你好"])
        let id = try #require(turn["turn"]?.text)
        let record = try host.ask("GET", "/v1/turns/\(id)").json
        #expect(record["trace"] == turn["trace"])
        #expect(try host.ask("GET", "/v1/turns/last").json["turn"] == .text(id))
        #expect(try host.ask("GET", "/v1/turns?customer=u1").json["items"]?.list?.count == 1)
        #expect(try host.ask("GET", "/v1/turns?customer=u2").json["items"]?.list == [])
    }

    @Test func `another customer's conversation is refused`() throws {
        let host = try Host()
        _ = try host.turn(["text": "a", "customer": "u1", "conversation": "c1"])
        let said = try host.ask("POST", "/v1/turns", ["text": "b", "customer": "u2", "conversation": "c1"])
        #expect(said.status == 409)
        #expect(said.code == "conversation_mismatch")
        #expect(
            said.detail
                == "body: conversation 'c1' belongs to another customer; leave 'conversation' out or name its customer"
        )
    }

    @Test func `rasa's clients get rasa's shape`() throws {
        let host = try Host()
        host.token = nil
        let said = try host.ask(
            "POST", "/webhooks/rest/webhook",
            ["sender": "u1", "message": "你好", "message_id": "m1", "metadata": ["x": 1]])
        #expect(said.status == 200)
        #expect(said.json == [["recipient_id": "u1", "text": "收到：你好"]])
    }

    @Test(arguments: [
        (
            #"{"text": "a""#, 400, "bad_json",
            "body: byte 12: ',' or '}' was expected; send one JSON value in UTF-8"
        ),
        (
            "", 400, "bad_json",
            "body: byte 0: the text is empty; a JSON value was expected; send one JSON value in UTF-8"
        ),
        (
            #"{"text": "a", "text": "b"}"#, 400, "bad_json",
            "body: byte 14: the key 'text' stands twice; send one JSON value in UTF-8"
        ),
        (#"{"text": "a", "txet": "b"}"#, 422, "invalid", "body: '/txet' is unknown; did you mean 'text'?"),
        (#"{"text": 7}"#, 422, "invalid", "body: '/text' is a number; a text was expected"),
        (#"{}"#, 422, "invalid", "body: '/text' is missing; a text was expected"),
        (
            #"{"text": "a", "customer": "a b", "locale": 1}"#, 422, "invalid",
            "body: '/customer' is no id; use 1 to 128 of A-Z a-z 0-9 . _ : @ - (and 1 more in 'errors')"
        ),
        ("[]", 422, "invalid", "body: '' is a list; an object was expected"),
    ]) func `a wrong body is refused with its place and the mend`(
        body: String, status: Int, code: String, detail: String
    ) throws {
        let said = try Host().ask("POST", "/v1/turns", raw: Array(body.utf8))
        #expect(said.status == status)
        #expect(said.code == code)
        #expect(said.detail == detail)
        #expect(said.header("content-type") == "application/problem+json")
    }

    @Test func `bad UTF-8 and deep nesting are refused where they are`() throws {
        let host = try Host()
        let bad = try host.ask(
            "POST", "/v1/turns", raw: Array(#"{"text": ""#.utf8) + [0xff] + Array(#""}"#.utf8))
        #expect(bad.status == 400)
        #expect(bad.json["offset"] == 10)
        let deep = Array(repeating: UInt8(ascii: "["), count: 100_000)
        #expect(try host.ask("POST", "/v1/turns", raw: deep).status == 400)
    }

    @Test func `a text over the limit is refused, one at the limit is not`() throws {
        let host = try Host()
        let long = String(repeating: "长", count: 16_384)
        #expect(try host.ask("POST", "/v1/turns", ["text": .text(long + "!")]).status == 422)
        #expect(try host.ask("POST", "/v1/turns", ["text": .text(long)]).status == 200)
    }

    @Test func `another media type and an unknown query item are refused`() throws {
        let host = try Host()
        let typed = try host.ask("POST", "/v1/turns", ["text": "a"], ["content-type": "text/plain"])
        #expect(typed.status == 415)
        #expect(typed.detail == "content-type: is 'text/plain'; send 'application/json' in UTF-8")
        let traced = try host.ask("POST", "/v1/turns?trac=1", ["text": "a"])
        #expect(traced.status == 400)
        #expect(traced.detail == "query: 'trac' is unknown; did you mean 'trace'?")
        let odd = try host.ask("POST", "/v1/turns?trace=maybe", ["text": "a"])
        #expect(odd.detail == "query: 'trace' is a text; true or false was expected")
    }

    @Test func `a store that cannot be written gives 503 and the reason`() throws {
        let host = try Host(wrap: { Unwritable(store: $0) })
        let said = try host.ask("POST", "/v1/turns", ["text": "a"])
        #expect(said.status == 503)
        #expect(said.detail == BrokenStore.reason)
        #expect(said.header("retry-after") == "1")
    }
}

/// Reads, but cannot write.
private struct Unwritable: Store {
    let store: any Store

    func declare(_ collections: [CollectionDeclaration]) throws(StoreError) { try store.declare(collections) }
    func commit(_ batch: [Commit]) -> [CommitOutcome] { BrokenStore().commit(batch) }
    func read<Result>(_ body: (any StoreReader) throws -> Result) throws -> Result { try store.read(body) }
}
