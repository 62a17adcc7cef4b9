import ConciergeCore
import Testing

struct PatchTests {
    @Test func `reads every part of a result`() throws {
        let at = Timestamp(seconds: 1_773_194_400)
        let patch = try Patch([
            "writes": ["strategy.name": "negotiate"], "unset": ["lead.hint"],
            "say": [["kind": "offer", "text": "伺服电机", "priority": 3, "actions": ["看看"], "offer": "o1"]],
            "store": [
                ["op": "put", "collection": "leads", "id": "l1", "document": ["points": 20], "version": 4],
                ["op": "delete", "collection": "leads", "id": "l2"],
            ],
            "emit": [["name": "lead.hot", "data": ["points": 80]]],
            "effects": [
                [
                    "kind": "handoff", "competence": "sales", "reason": "hot", "priority": 10,
                    "note": ["budget": 50_000],
                ],
                ["kind": "schedule", "name": "again", "at": .timestamp(at)],
                ["kind": "unschedule", "name": "old"],
                ["kind": "notify", "text": "look"], ["kind": "webhook", "event": "crm", "data": 1],
            ],
            "claim": true, "because": "asked for the price twice", "result": ["level": 2],
            "page": ["html": "<p>thank you</p>", "status": 422],
        ])
        #expect(patch.writes == ["strategy.name": "negotiate"])
        #expect(patch.unset == ["lead.hint"])
        #expect(patch.say.first?.offer == "o1")
        #expect(patch.say.first?.priority == 3)
        #expect(
            patch.store == [
                Patch.Write(collection: "leads", id: "l1", action: .put(["points": 20]), version: 4),
                Patch.Write(collection: "leads", id: "l2", action: .delete),
            ])
        #expect(patch.emit == [Patch.Emission(name: "lead.hot", data: ["points": 80])])
        #expect(
            patch.effects == [
                .handoff(
                    .init(reason: "hot", competence: "sales", priority: 10, note: ["budget": 50_000])),
                .schedule(name: "again", at: at, data: .null),
                .unschedule(name: "old"), .notify(competence: nil, text: "look", data: .null),
                .webhook(event: "crm", data: 1),
            ])
        #expect(patch.claim)
        #expect(patch.because == "asked for the price twice")
        #expect(patch.result == ["level": 2])
        #expect(patch.page == Patch.Page(html: "<p>thank you</p>", status: 422))
    }

    @Test(arguments: [
        (#""hello""#, "result: a map was expected"), (#"{"spam": 1}"#, "spam: unknown part of a result"),
        (#"{"writes": []}"#, "writes: a map was expected"),
        (#"{"unset": [1]}"#, "unset[0]: a text was expected"),
        (
            #"{"say": [{"kind": "shout", "text": "x"}]}"#,
            "say[0].kind: unknown kind 'shout'; answer, question, offer and notice are known"
        ),
        (#"{"say": [{"kind": "answer"}]}"#, "say[0].text: a text was expected"),
        (#"{"say": [{"kind": "answer", "text": "x", "colour": 1}]}"#, "say[0].colour: unknown field"),
        (
            #"{"store": [{"op": "drop", "collection": "a", "id": "b"}]}"#,
            "store[0].op: unknown operation 'drop'; put and delete are known"
        ),
        (
            #"{"store": [{"op": "put", "collection": "a", "id": "b"}]}"#,
            "store[0].document: a map was expected"
        ),
        (
            #"{"store": [{"op": "delete", "collection": "a", "id": "b c"}]}"#,
            "store[0].id: not an id: 1 to 128 of A-Z a-z 0-9 . _ : @ -"
        ),
        (
            #"{"effects": [{"kind": "explode"}]}"#,
            "effects[0].kind: unknown effect 'explode'; notify, webhook, handoff, schedule, unschedule, merge and unmerge are known"
        ),
        (
            #"{"effects": [{"kind": "schedule", "name": "x", "at": "noon"}]}"#,
            "effects[0].at: a timestamp was expected"
        ),
        (#"{"page": "hello"}"#, "page: a map was expected"),
        (#"{"page": {"status": 200}}"#, "page.html: a text was expected"),
        (
            #"{"page": {"html": "", "status": 302}}"#,
            "page.status: 302 is not for pages; use one of '200', '400', '403', '404', '409', '410', '422'"
        ),
        (#"{"claim": 1}"#, "claim: true or false was expected"),
    ])
    func `refuses what is not a result, naming the part`(json: String, reason: String) throws {
        let value = try JSON.decode(json)
        let error = #expect(throws: PatchError.self) { try Patch(value) }
        #expect(error?.description == reason)
    }
}
