import CSkillABI
import Testing

@testable import SkillKit

@Suite struct ManifestTests {
    @Test func `a manifest states its facts and nothing it was not told`() {
        let greeted = Key<Bool>("hello.greeted")
        let manifest = Manifest(
            id: "hello", version: "1.0.0", reads: [Turn.text, Turn.customerName, KeyGroup("profile.*?")],
            writes: [greeted])
        #expect(
            Value.map(manifest.facts) == [
                "abi": 1, "id": "hello", "version": "1.0.0",
                "reads": ["turn.text", "customer.name?", "profile.*?"], "writes": ["hello.greeted": "bool"],
            ])
    }

    @Test func `collections carry fields, a key and the life of a document`() {
        let leads = Collection(
            "leads", key: "customer", ["points": .int.indexed, "note": .text.writable, "code": .text.unique]
        ).states(initial: "new", transitions: ["new": ["won", "lost"]])
        let manifest = Manifest(
            id: "sales", version: "2.0.0", collections: [leads], readsCollections: ["profiles"],
            on: ["ticket.closed"], requires: [SK_EXT_STORE], configuration: ["type": "object"],
            permissions: ["network": []], observes: true, onFailure: .fallback, fallback: "one moment, please"
        )
        #expect(
            Value.map(manifest.facts) == [
                "abi": 1, "id": "sales", "version": "2.0.0",
                "collections": [
                    "leads": [
                        "key": "customer",
                        "fields": [
                            "points": ["type": "int", "indexed": true],
                            "note": ["type": "text", "writable": true],
                            "code": ["type": "text", "unique": true],
                        ],
                        "states": [
                            "field": "status", "initial": "new", "transitions": ["new": ["won", "lost"]],
                        ],
                    ]
                ],
                "reads_collections": ["profiles"], "on": ["ticket.closed"], "requires": ["sk.store/1"],
                "config": ["type": "object"], "permissions": ["network": []], "observes": true,
                "on_failure": "fallback", "fallback": "one moment, please",
            ])
    }

    @Test func `actions and pages are named, with what the code depends on`() {
        let manifest = Manifest(
            id: "desk", version: "1.0.0",
            actions: [
                Action("escalate", title: ["en": "Escalate", "zh": "升级"], input: ["type": "object"]),
                Action("close"),
            ], pages: ["survey"])
        #expect(
            Value.map(manifest.facts) == [
                "abi": 1, "id": "desk", "version": "1.0.0",
                "actions": [
                    "escalate": ["title": ["en": "Escalate", "zh": "升级"], "input": ["type": "object"]],
                    "close": [:],
                ], "pages": ["survey"],
            ])
    }

    @Test func `the question mark belongs to the declaration, not to the name`() {
        #expect(Turn.customerName.declaration == "customer.name?")
        #expect(Turn.customerName.name == "customer.name")
        #expect(KeyGroup("profile.*?").prefix == "profile.")
    }
}
