import ConciergeCore
import Testing

@testable import Engine

@Suite struct KeyedCollectionTests {
    /// Puts one document, as it is told in the message: `id` or `id customer`.
    private static let profiler = Stage.answering(
        .make("profiler") { manifest in
            manifest.collections = [
                CollectionDeclaration(
                    name: "profiles", fields: ["words": .init(type: .int)], key: .customer)
            ]
            manifest.actions = ["put": .init(input: ["properties": ["id": ["type": "string"]]])]
        }
    ) { call in
        var patch = Patch()
        let words =
            (call.context["turn.text"] ?? call.context["action.input"]?["id"])?.text?.split(separator: " ")
            ?? []
        var body: [String: Value] = ["words": .int(Int64(words.count))]
        if words.count > 1 { body["customer"] = .text(String(words[1])) }
        patch.store = [.init(collection: "profiles", id: String(words[0]), action: .put(body))]
        return patch
    }

    private func because(_ text: String, in house: House) throws -> String? {
        try house.turn(text).record?.skills.first?.because
    }

    @Test func `a customer has one document, under the customer's own id`() throws {
        let house = try House([Self.profiler])
        #expect(try because("u1", in: house) == nil)
        #expect(try because("u1", in: house) == nil)
        let document = try #require(try house.document("profiles", "u1"))
        #expect(document.customer == "u1" && document.version == 2)
    }

    @Test(arguments: [
        (
            "t1",
            "its answer was refused: profiles/t1.id: 'profiles' keeps one document a customer, and this one is of 'u1'; "
                + "give it the id 'u1'"
        ),
        (
            "u1 u2",
            "its answer was refused: profiles/u1.id: 'profiles' keeps one document a customer, and this one is of 'u2'; "
                + "give it the id 'u2'"
        ),
        (
            "u9 u9",
            "its answer was refused: profiles/u9.id: 'profiles' keeps one document a customer, and there is no customer "
                + "'u9'; use the id of one"
        ),
    ])
    func `any other id is refused with place and mend`(text: String, reason: String) throws {
        let house = try House([Self.profiler])
        #expect(try because(text, in: house) == reason)
        #expect(try house.document("profiles", String(text.prefix(2))) == nil)
    }

    @Test func `the document of another customer who is there may be put`() throws {
        let house = try House([Self.profiler])
        _ = try house.turn("u2", customer: "u2")
        #expect(try because("u2 u2", in: house) == nil)
        #expect(try house.document("profiles", "u2")?.customer == "u2")
    }

    @Test func `where the turn has no customer, the id says whose it is`() throws {
        let house = try House([Self.profiler])
        _ = try house.turn("u1")
        let action = Errand(skill: "profiler", name: "put", kind: .action(input: ["id": "u1"], by: nil))
        _ = try house.ask(action).get()
        #expect(try house.document("profiles", "u1")?.customer == "u1")
    }
}
