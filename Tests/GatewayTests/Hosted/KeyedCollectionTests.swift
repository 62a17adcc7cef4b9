import ConciergeCore
import Engine
import Testing

@testable import Gateway

@Suite struct KeyedCollectionTests {
    private static let path = "/v1/collections/profiles"

    private static var profiler: Stage {
        var manifest = Manifest(id: "profiler", version: "1.0.0")
        manifest.collections = [
            CollectionDeclaration(
                name: "profiles", fields: ["note": .init(type: .text, isWritable: true)], key: .customer)
        ]
        return Stage(manifest: manifest, skill: Scripted { $0.complete(.success(Patch())) })
    }

    private static func host() throws -> Host {
        let host = try Host([profiler])
        for id in ["u1", "u2"] { _ = try host.ask("PUT", "/v1/customers/\(id)", ["name": "李女士"]) }
        return host
    }

    @Test func `a collection says what its ids are`() throws {
        let items = try Self.host().ask("GET", "/v1/collections").json["items"]?.list
        #expect(items?.first { $0["name"] == "profiles" }?["key"] == "customer")
        #expect(items?.first { $0["name"] == "gaps" }?["key"] == nil)
    }

    @Test(
        arguments: [
            ["customer": "u1"], ["id": "u1"], ["id": "u1", "customer": "u1"],
        ] as [Value]) func `the customer is the id, whichever names it`(body: Value) throws
    {
        let host = try Self.host()
        let made = try host.ask("POST", Self.path, body)
        #expect(made.status == 201 && made.header("location") == Self.path + "/u1")
        #expect(made.json["id"] == "u1" && made.json["customer"] == "u1")
        #expect(try host.ask("POST", Self.path, body).code == "exists")
    }

    @Test(
        arguments: [
            (
                [:], "/customer", "missing",
                "is missing; 'profiles' keeps one document a customer, so name the customer"
            ),
            (
                ["id": "t1", "customer": "u1"], "/id", "not_the_customer",
                "is another id than the customer's; 'profiles' keeps one document a customer: leave it out"
            ),
            (["customer": "u9"], "/customer", "unknown", "names no customer 'u9'; PUT the customer first"),
        ] as [(Value, String, String, String)])
    func `any other id is refused with place and mend`(
        body: Value, pointer: String, code: String, detail: String
    ) throws {
        let host = try Self.host()
        let said = try host.ask("POST", Self.path, body)
        #expect(said.status == 422)
        #expect(
            said.json["errors"] == [
                ["pointer": .text(pointer), "code": .text(code), "detail": .text(detail)]
            ])
        #expect(try host.ask("GET", Self.path).json["items"] == [])
    }

    @Test func `who is erased leaves none behind`() throws {
        let host = try Self.host()
        for id in ["u1", "u2"] {
            _ = try host.ask("POST", Self.path, ["customer": .text(id), "note": "VIP"])
        }
        #expect(try host.ask("PATCH", Self.path + "/u2", ["note": "again"]).status == 200)
        #expect(try host.ask("DELETE", "/v1/customers/u1").status == 204)
        let left = try host.ask("GET", Self.path).json["items"]?.list
        #expect(left?.compactMap { $0["id"]?.text } == ["u2"])
    }
}
