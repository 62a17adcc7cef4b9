import ConciergeCore
import Testing

@Suite struct ManifestTests {
    static let minimal: [String: Value] = [
        "id": "sales-automation", "version": "1.0.0", "name": ["zh": "销售", "en": "Sales"],
        "description": "Sells",
    ]

    @Test func `reads everything a skill may say of itself`() throws {
        let manifest = try Manifest(from: Self.full)
        #expect(
            manifest.isNamed("sales_automation") && manifest.isNamed("seller") && !manifest.isNamed("sales"))
        #expect(manifest.name.localized("zh-CN") == "销售" && manifest.name.localized("en-US") == "Sales")
        #expect(
            manifest.reads == [.init(pattern: "turn.text"), .init(pattern: "profile.*", isOptional: true)])
        #expect(manifest.writes == ["strategy.name": .text, "strategy.tags": .list])
        let fields: [String: CollectionDeclaration.Field] = [
            "points": .init(type: .int, isIndexed: true), "status": .init(type: .text),
            "owner": .init(type: .text, isWritable: true, isUnique: true),
        ]
        let states = CollectionDeclaration.States(initial: "new", transitions: ["new": ["won"], "won": []])
        #expect(
            manifest.collections == [
                CollectionDeclaration(name: "leads", fields: fields, states: states, key: .customer)
            ])
        let assign = try #require(manifest.actions["assign"])
        #expect(manifest.actions.count == 1 && assign.title.localized("zh-CN") == "分配")
        #expect(manifest.inputSchema(of: assign).check(["to": "li"]).violations.isEmpty)
        #expect(
            manifest.inputSchema(of: assign).check(["to": 4]).violations.map(\.description) == [
                "/to: 'to' must be text, not 4; write it in quotes"
            ])
        #expect(
            manifest.inputSchema(of: .init()).check(["to": "li"]).violations.map(\.description) == [
                "/to: unknown key 'to'; remove it"
            ])
        #expect(manifest.pages == ["lead"])
        #expect(manifest.configurationSchema.check([:]).value == ["lead_threshold": 0.8])
        #expect(manifest.isolation == "group:sales" && manifest.onFailure == .fallback && manifest.observes)
        #expect(manifest.build == ["swift", "build"] && manifest.library == "lib.so")
        #expect(manifest.maximumMessage == 4096 && manifest.readsCollections == ["tickets?"])
    }

    @Test func `equal manifests are equal whatever carried them`() throws {
        let again = try JSON.decode(JSON.text(Self.full))
        #expect(try Manifest(from: again) == Manifest(from: Self.full))
    }

    @Test(
        arguments: [
            (
                ["id": "Sales!"],
                "/id: 'id' 'Sales!' is not a name; use lower case letters, digits, '-' and '_'"
            ),
            (
                ["version": "1.0"],
                "/version: 'version' '1.0' is not a version; write three numbers, such as 1.0.0"
            ),
            (["name": ["zh": "销售"]], "/name: 'en' is missing; add it"),
            (["wirtes": [:]], "/wirtes: unknown key 'wirtes'; did you mean 'writes'?"),
            (
                ["reads": ["turn text"]],
                "/reads/0: item 1 of 'reads' 'turn text' is not a key; write area.name, with '.*' for all below and '?' when it may be missing"
            ),
            (["writes": ["a.b": "txt"]], "/writes/a.b: unknown type 'txt'; did you mean 'text'?"),
            (["writes": ["a.*": "text"]], "/writes/a.*: 'a.*' is not a key; write area.name"),
            (
                ["collections": ["leads": ["fields": ["id": "text"]]]],
                "/collections/leads/fields/id: every document has 'id' already; remove it"
            ),
            (
                ["collections": ["leads": ["fields": ["points": "integer"]]]],
                "/collections/leads/fields/points: unknown type 'integer'; known: any, bool, int, double, text, bytes, timestamp, list, map"
            ),
            (
                [
                    "collections": [
                        "leads": ["states": ["initial": "new", "transitions": ["new": ["wno"], "won": []]]]
                    ]
                ],
                "/collections/leads/states/transitions/new/0: unknown state 'wno'; did you mean 'won'?"
            ),
            (
                ["collections": ["leads": ["states": ["initial": "open", "transitions": ["new": []]]]]],
                "/collections/leads/states/initial: unknown state 'open'; add 'open: []' to the transitions"
            ),
            (
                [
                    "collections": [
                        "leads": [
                            "fields": ["status": "text"],
                            "states": ["initial": "new", "transitions": ["new": []], "single": ["new"]],
                        ]
                    ]
                ],
                "/collections/leads/states/single: 'single' finds what is there by 'status'; add 'indexed: true' to that field"
            ),
            (
                ["on_failure": "fallback"],
                "/on_failure: 'fallback' says what is said then; add it in zh and en"
            ),
            (
                ["isolation": "thread"],
                "/isolation: 'isolation' 'thread' is not a place to run; write in_process, worker or group:name"
            ),
            (
                ["collections": ["leads": ["key": "costumer"]]],
                "/collections/leads/key: 'key' must be one of customer, not the text 'costumer'; did you mean 'customer'?"
            ),
            (
                ["actions": ["Assign!": [:]]],
                "/actions/Assign!: 'Assign!' is not a name; use lower case letters, digits, '-' and '_'"
            ),
            (
                ["actions": ["assign": ["input": ["type": "objekt"]]]],
                "/actions/assign/input/type: unknown type 'objekt'; did you mean 'object'?"
            ),
            (
                ["pages": ["a survey"]],
                "/pages/0: item 1 of 'pages' 'a survey' is not a name; use lower case letters, digits, '-' and '_'"
            ),
            (
                ["publisher": "Acme\u{1b}[2K"],
                "/publisher: 'publisher' 'Acme\u{1b}[2K' is not one line of printable text; write 1 to 128 characters without line breaks and control characters"
            ),
            (
                ["publisher": "Acme\n"],
                "/publisher: 'publisher' 'Acme\n' is not one line of printable text; write 1 to 128 characters without line breaks and control characters"
            ),
            (
                ["publisher": "\u{202e}emcA"],
                "/publisher: 'publisher' '\u{202e}emcA' is not one line of printable text; write 1 to 128 characters without line breaks and control characters"
            ),
            (
                ["permissions": ["network": ["*.example.com:8443", "a.example\u{202e}"]]],
                "/permissions/network/1: item 2 of 'network' 'a.example\u{202e}' is not the name of a host; write one such as api.example.com, api.example.com:8443 or *.example.com"
            ),
            (
                ["permissions": ["network": ["*"]]],
                "/permissions/network/0: item 1 of 'network' '*' is not the name of a host; write one such as api.example.com, api.example.com:8443 or *.example.com"
            ),
            (["config": ["type": "objekt"]], "/config/type: unknown type 'objekt'; did you mean 'object'?"),
        ] as [(Value, String)])
    func `names the fault with its path`(change: Value, message: String) throws {
        let changed = Self.minimal.merging(try #require(change.map)) { _, new in new }
        let error = #expect(throws: ManifestError.self) { try Manifest(from: .map(changed)) }
        #expect(error?.description == message)
    }

    @Test func `names every fault in one run`() {
        let error = #expect(throws: ManifestError.self) { try Manifest(from: ["id": 1, "versoin": "1.0.0"]) }
        #expect(
            error?.violations.map(\.message) == [
                "'id' must be text, not 1; write it in quotes",
                "unknown key 'versoin'; did you mean 'version'?",
                "'version' is missing; add it", "'name' is missing; add it",
                "'description' is missing; add it",
            ])
    }

    private static let full: Value = [
        "id": "sales-automation", "aliases": ["seller"], "version": "1.2.0", "abi": 1,
        "name": ["zh": "销售", "en": "Sales"], "description": ["zh": "卖", "en": "sells"], "licence": "MIT",
        "publisher": "Concierge", "reads": ["turn.text", "profile.*?"],
        "writes": ["strategy.name": "text", "strategy.tags": ["type": "list"]],
        "collections": [
            "leads": [
                "key": "customer",
                "fields": [
                    "points": ["type": "int", "indexed": true], "status": "text",
                    "owner": ["type": "text", "writable": true, "unique": true],
                ],
                "states": ["initial": "new", "transitions": ["new": ["won"], "won": []]],
            ]
        ],
        "reads_collections": ["tickets?"], "on": ["ticket.closed"], "requires": ["sk.store/1"],
        "config": ["properties": ["lead_threshold": ["type": "number", "default": 0.8]]],
        "permissions": ["network": ["crm.example.com"], "model": true], "observes": true,
        "isolation": "group:sales", "on-failure": "fallback", "fallback": ["zh": "稍后", "en": "later"],
        "library": "lib.so", "build": ["command": "swift build"], "limits": ["max_message": 4096],
        "actions": [
            "assign": [
                "title": ["zh": "分配", "en": "Assign"],
                "input": ["properties": ["to": ["type": "string"]], "required": ["to"]],
            ]
        ],
        "pages": ["lead"],
    ]
}
