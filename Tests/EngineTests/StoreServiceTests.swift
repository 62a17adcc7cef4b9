import ConciergeCore
import Testing

@testable import Engine

struct StoreServiceTests {
    @Test(
        arguments: [
            (["op": "get", "collection": "tickets", "id": "t1"] as Value, .null),
            (["op": "query", "collection": "tickets", "filter": ["customer": "u1"]], ["items": []]),
            (
                ["op": "get", "collection": "leads", "id": "l1"],
                "denied: 'leads' is not declared; add it to 'collections' or 'reads_collections' in the manifest"
            ),
            (
                ["op": "put", "collection": "tickets", "id": "t1", "document": [:]],
                "denied: 'tickets' may only be read by this skill"
            ),
        ] as [(Value, Value)])
    func `a collection that a skill can do without is empty where nobody keeps it`(
        request: Value, told: Value
    ) throws {
        let box = EngineBox()
        let manifest = Manifest.make("asking") {
            $0.writes = ["asking.told": .any]
            $0.readsCollections = ["tickets?"]
        }
        let house = try House([
            .answering(manifest) { call throws(SkillFailure) in
                var told: Value
                do throws(ServiceError) {
                    told =
                        try box.value?.answer(
                            "sk.store/1", skill: "asking", turn: call.turn, request: request) ?? .null
                } catch { told = .text("\(error.kind): \(error)") }
                return .make { $0.writes = ["asking.told": told] }
            }
        ])
        box.value = house.engine
        #expect(try house.turn("你好").record?.context["asking.told"] == told)
    }
}
