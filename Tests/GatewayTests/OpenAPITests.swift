import ConciergeCore
import Engine
import Foundation
import Testing

@testable import Gateway

@Suite struct OpenAPITests {
    private let gateway = Gateway(
        engine: Engine(store: BrokenStore(), pipeline: Pipeline(stages: [], settings: EngineSettings())),
        settings: GatewaySettings())

    private static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../docs/openapi.json").standardized

    /// With `UPDATE_OPENAPI=1` in the environment the file is written anew first.
    @Test func `docs openapi json is what the host answers`() throws {
        let answered = gateway.document
        if ProcessInfo.processInfo.environment["UPDATE_OPENAPI"] == "1" {
            try Data(answered).write(to: Self.file)
        }
        let kept = try [UInt8](Data(contentsOf: Self.file))
        #expect(
            kept.elementsEqual(answered),
            "docs/openapi.json: differs from the routes; run 'UPDATE_OPENAPI=1 swift test --filter OpenAPITests'"
        )
    }

    @Test func `every route stands in it with every status it may answer`() throws {
        let paths = try JSON.decode(gateway.document)["paths"]?.map ?? [:]
        for route in gateway.routes {
            let operation = paths[route.pattern]?[route.method.rawValue.lowercased()]
            let statuses = operation?["responses"]?.map?.keys.sorted()
            #expect(statuses == Set(route.allAnswers.map { "\($0.status)" }).sorted(), "\(route.pattern)")
        }
        #expect(paths.values.reduce(0) { $0 + ($1.map?.count ?? 0) } == gateway.routes.count)
    }

    @Test func `every operation has a name of its own`() throws {
        let names = gateway.routes.map(\.operationID)
        #expect(Set(names).count == names.count)
    }

    @Test func `every reference leads somewhere`() throws {
        let text = String(decoding: gateway.document, as: UTF8.self)
        for part in text.components(separatedBy: "#/components/schemas/").dropFirst() {
            let name = String(part.prefix { $0 != "\"" })
            #expect(Schema.shared[name] != nil, "\(name)")
        }
    }

    @Test func `everything below v1 wants a token`() {
        for route in gateway.routes where route.pattern.hasPrefix("/v1/") {
            guard case .token = route.access else {
                Issue.record("\(route.pattern) is open")
                continue
            }
        }
    }
}
