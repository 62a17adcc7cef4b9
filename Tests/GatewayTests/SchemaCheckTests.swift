import ConciergeCore
import Testing

@testable import Gateway
// Both modules have one; the gateway's is meant here.
@testable import enum Gateway.Schema

@Suite struct SchemaCheckTests {
    private func problems(_ json: String, _ schema: Schema) throws -> [String] {
        var check = SchemaCheck()
        _ = check.check(try JSON.decode(json), schema)
        return check.problems.map { "\($0.pointer) \($0.code): \($0.detail)" }
    }

    @Test(arguments: [
        (#"{}"#, ["/text missing: is missing; a text was expected"]),
        (#"[]"#, [" wrong_type: is a list; an object was expected"]),
        (#"{"text": 7}"#, ["/text wrong_type: is a number; a text was expected"]),
        (#"{"text": ""}"#, ["/text empty: is empty; say something"]),
        (#"{"text": null}"#, ["/text wrong_type: is null; a text was expected"]),
        (#"{"text": "a", "txet": 1}"#, ["/txet unknown_field: is unknown; did you mean 'text'?"]),
        (
            #"{"text": "a", "colour": 1}"#,
            [
                "/colour unknown_field: is unknown; known are 'text', 'channel', 'conversation', 'customer', "
                    + "'message_id', 'locale', 'attachments'"
            ]
        ),
        (
            #"{"text": "a", "customer": "a b"}"#,
            ["/customer bad_format: is no id; use 1 to 128 of A-Z a-z 0-9 . _ : @ -"]
        ),
        (
            #"{"text": "a", "channel": "event"}"#,
            ["/channel bad_format: is no channel; use a lower-case name such as 'rest'"]
        ),
        (
            #"{"text": "a", "locale": "Chinese"}"#,
            ["/locale bad_format: is no locale; write it as 'zh-CN' or 'en'"]
        ),
        (
            #"{"text": "a", "attachments": [{}, 3]}"#,
            ["/attachments/1 wrong_type: is a number; an object was expected"]
        ),
        (
            #"{"text": 1, "a/b~": 2}"#,
            [
                "/text wrong_type: is a number; a text was expected",
                "/a~1b~0 unknown_field: is unknown; known are 'text', 'channel', 'conversation', 'customer', "
                    + "'message_id', 'locale', 'attachments'",
            ]
        ),
        (#"{"text": "a", "customer": null, "locale": "zh-Hans-CN", "channel": "webchat"}"#, []),
    ]) func `names every place of a turn that is wrong, and the mend`(json: String, expected: [String]) throws
    {
        #expect(try problems(json, .turn) == expected)
    }

    @Test(arguments: [
        (#"2.0"#, Schema.integer(), Value.int(2)),
        (#"2"#, .number, .double(2)),
        (#""2026-03-11""#, .moment, .timestamp(Timestamp(milliseconds: 1_773_187_200_000))),
        (
            #"{"a": null, "b": 1}"#, .object([.optional("a", .flag), .required("b", .integer())]),
            .map(["b": 1])
        ),
    ]) func `gives the value in its declared type`(json: String, schema: Schema, expected: Value) throws {
        var check = SchemaCheck()
        #expect(check.check(try JSON.decode(json), schema) == expected)
        #expect(check.problems == [])
    }

    @Test(arguments: [
        (#"0"#, Schema.integer(1...5), " out_of_range: is 0; it must be from 1 to 5"),
        (#"2.5"#, .integer(), " wrong_type: is a number; an integer was expected"),
        (#""tomorrow""#, .moment, " bad_format: is no time; write it as 2026-03-11T10:00:00Z"),
        (#""onlin""#, .choice(["online", "away"]), " not_a_choice: is 'onlin'; did you mean 'online'?"),
        (#""x""#, .choice(["online", "away"]), " not_a_choice: is 'x'; it must be one of 'online', 'away'"),
        (#"[1,2,3]"#, .list(of: .any, atMost: 2), " too_long: has 3 elements; at most 2 may stand in it"),
        (#""abc""#, .text(0...2), " too_long: is longer than 2 characters; send less"),
    ]) func `refuses what the schema does not allow`(json: String, schema: Schema, expected: String) throws {
        #expect(try problems(json, schema) == [expected])
    }

    @Test func `counts characters as JSON Schema does`() throws {
        #expect(try problems(#""商品商品""#, .text(0...4)) == [])
    }
}
