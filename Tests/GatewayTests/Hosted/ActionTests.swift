import ConciergeCore
import Engine
import Testing

@testable import Gateway

@Suite struct ActionTests {
    private static let escalation: Value = [
        "type": "object", "additionalProperties": false, "required": ["level"],
        "properties": [
            "level": ["type": "integer", "minimum": 1, "maximum": 3], "note": ["type": "string"],
        ],
    ]

    private static var clerk: Stage {
        var manifest = Manifest(id: "case-clerk", version: "1.0.0")
        manifest.reads = [.init(pattern: "customer.id", isOptional: true)]
        manifest.actions = [
            "escalate": .init(title: Localized(["en": "Escalate", "zh": "升级"]), input: escalation),
            "fail": .init(),
            "give": .init(
                input: ["type": "object", "properties": ["agent": ["type": "string", "format": "agent"]]]),
        ]
        return Stage(
            manifest: manifest,
            skill: Scripted { call in
                if call.context["action.input"]?["agent"] == "wang" {
                    return call.complete(.failure(.invalid("/agent: 'wang' is away; give it to another")))
                }
                guard call.context["action.name"] == "escalate" else {
                    return call.complete(.failure(.failed("case 't1' is closed; reopen it first")))
                }
                var patch = Patch()
                patch.result = [
                    "customer": call.context["customer.id"] ?? .null,
                    "by": call.context["action.by"] ?? .null,
                    "input": call.context["action.input"] ?? .null,
                ]
                call.complete(.success(patch))
            })
    }

    private static let path = "/v1/skills/case-clerk/actions"

    @Test func `an action that names an agent names one there is`() throws {
        let host = try Host([Self.clerk])
        try host.hire("li")
        let refused = try host.ask("POST", Self.path + "/give", ["input": ["agent": "nosuch"]])
        #expect(refused.status == 422)
        #expect(refused.detail == "body: '/input/agent' is 'nosuch', who is no agent; known are 'li'")
        // Known, it reaches the skill.
        #expect(
            try host.ask("POST", Self.path + "/give", ["input": ["agent": "li"]]).code == "action_failed")
    }

    @Test func `actions are listed with title and schema`() throws {
        let host = try Host([.desk, Self.clerk])
        let listed = try host.ask("GET", Self.path)
        #expect(listed.status == 200)
        #expect(
            listed.json == [
                "items": [
                    [
                        "name": "escalate", "title": ["en": "Escalate", "zh": "升级"],
                        "input": Self.escalation,
                    ],
                    [
                        "name": "fail", "title": [:],
                        "input": ["type": "object", "additionalProperties": false],
                    ],
                    [
                        "name": "give", "title": [:],
                        "input": [
                            "type": "object",
                            "properties": ["agent": ["type": "string", "format": "agent"]],
                        ],
                    ],
                ], "next": .null,
            ])
        #expect(try host.ask("GET", "/v1/skills/desk/actions").json["items"] == [])
        #expect(try host.ask("GET", "/v1/skills/none/actions").status == 404)
    }

    @Test func `an action is done for whom it names, and its turn can be looked up`() throws {
        let host = try Host([.desk, Self.clerk])
        _ = try host.turn(["text": "hello", "customer": "u1", "conversation": "k1"])
        let said = try host.ask(
            "POST", Self.path + "/escalate", ["conversation": "k1", "by": "li", "input": ["level": 2]])
        #expect(said.status == 200)
        #expect(said.json["result"] == ["customer": "u1", "by": "li", "input": ["level": 2]])
        let turn = try #require(said.json["turn"]?.text)
        let record = try host.ask("GET", "/v1/turns/\(turn)").json
        #expect(record["kind"] == "action" && record["conversation"] == "k1")
        let bare = try host.ask("POST", "/v1/skills/case_clerk/actions/escalate", ["input": ["level": 1]])
        #expect(bare.json["result"] == ["customer": .null, "by": .null, "input": ["level": 1]])
    }

    @Test func `what the skill says against it is the answer`() throws {
        let host = try Host([Self.clerk])
        let said = try host.ask("POST", Self.path + "/fail")
        #expect(said.status == 409 && said.code == "action_failed")
        #expect(said.detail == "case 't1' is closed; reopen it first")
    }

    @Test func `input that the skill finds wrong is refused as what its schema refuses`() throws {
        let host = try Host([Self.clerk])
        try host.hire("wang")
        let said = try host.ask("POST", Self.path + "/give", ["input": ["agent": "wang"]])
        #expect(said.status == 422 && said.code == "invalid")
        #expect(said.detail == "body: '/input/agent' 'wang' is away; give it to another")
        #expect(said.json["errors"]?.list?.first?["pointer"] == "/input/agent")
    }

    @Test func `input that does not fit is refused with a pointer for each place`() throws {
        let host = try Host([Self.clerk])
        let said = try host.ask("POST", Self.path + "/escalate", ["input": ["level": 4, "note": 1, "x": 2]])
        #expect(said.status == 422 && said.code == "invalid")
        #expect(
            said.json["errors"] == [
                [
                    "pointer": "/input/level", "code": "out_of_range",
                    "detail": "'level' must be at most 3, not 4; lower it",
                ],
                [
                    "pointer": "/input/note", "code": "wrong_type",
                    "detail": "'note' must be text, not 1; write it in quotes",
                ],
                [
                    "pointer": "/input/x", "code": "unknown_field",
                    "detail": "unknown key 'x'; known here: level, note",
                ],
            ])
        let missing = try host.ask("POST", Self.path + "/escalate")
        #expect(missing.json["errors"]?.list?.first?["code"] == "missing")
        #expect(missing.detail == "body: '/input' 'level' is missing; add it")
    }

    @Test(
        arguments: [
            (
                "POST", "/escalat", ["input": ["level": 1]], 404,
                "path: no action 'escalat'; did you mean 'escalate'?"
            ),
            (
                "POST", "/escalate", ["input": ["level": 1], "customer": "u9"], 404,
                "body: no customer 'u9'; GET /v1/customers lists them"
            ),
            (
                "POST", "/escalate", ["input": ["level": 1], "conversation": "k9"], 404,
                "body: no conversation 'k9'; GET /v1/conversations lists them"
            ),
            (
                "POST", "/escalate", ["inputs": [:]], 422, "body: '/inputs' is unknown; did you mean 'input'?"
            ),
            (
                "POST", "/escalate", ["input": [1]], 422, "body: '/input' is a list; an object was expected"
            ),
            ("GET", "/escalate", nil, 405, "method: 'GET' is not for this address; use POST"),
        ] as [(String, String, Value?, Int, String)])
    func `a wrong request is refused by name`(
        method: String, path: String, body: Value?, status: Int, detail: String
    ) throws {
        let said = try Host([Self.clerk]).ask(method, Self.path + path, body)
        #expect(said.status == status)
        #expect(said.detail == detail)
    }

    @Test func `actions are for staff`() throws {
        let host = try Host([Self.clerk])
        let token = try #require(
            try host.ask("POST", "/v1/tokens", ["name": "shop", "scope": "turns"]).json["token"]?.text)
        host.token = token
        #expect(try host.ask("POST", Self.path + "/fail").status == 403)
        #expect(try host.ask("GET", Self.path).status == 403)
        host.token = nil
        #expect(try host.ask("POST", Self.path + "/fail").status == 401)
    }
}
