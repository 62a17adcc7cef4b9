import ConciergeCore
import Cryptography
import Engine
import Foundation
import HTTPClient
import HTTPServer
import SQLiteStore
import Testing
import Threads

@testable import Gateway

/// What a host said.
struct Said {
    var status: Int
    var body: [UInt8]
    var headers: [(name: String, value: String)]

    var text: String { String(decoding: body, as: UTF8.self) }
    var json: Value { (try? JSON.decode(body)) ?? .null }
    var code: String? { json["code"]?.text }
    var detail: String? { json["detail"]?.text }

    func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name }?.value }
}

/// A whole host on a free port: real store, real engine, real server, and skills of the test's own.
final class Host {
    static let adminToken = "the admin's own token"

    let folder: URL
    let store: any Store
    let engine: Engine
    let gateway: Gateway
    let server: Server
    var token: String? = Host.adminToken

    init(
        _ stages: [Stage] = [.desk], engine change: (inout EngineSettings) -> Void = { _ in },
        gateway settle: (inout GatewaySettings) -> Void = { _ in },
        knowledge: (any KnowledgeSource)? = nil,
        wrap: (any Store) -> any Store = { $0 }
    ) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "gateway-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = wrap(try SQLiteStore(path: folder.appending(path: "store.db").path))
        var settings = EngineSettings()
        settings.join = .zero
        change(&settings)
        let pipeline = Pipeline(stages: stages, settings: settings)
        try store.declare(pipeline.declaredCollections)
        engine = Engine(store: store, knowledge: knowledge, pipeline: pipeline)
        try engine.start()
        var gatewaySettings = GatewaySettings()
        gatewaySettings.adminTokenHash = Hex.encode(SHA256.hash(Array(Self.adminToken.utf8)))
        settle(&gatewaySettings)
        gateway = Gateway(engine: engine, settings: gatewaySettings)
        server = try gateway.start(HTTPServer.Configuration())
    }

    /// Makes an agent.
    func hire(_ id: String) throws {
        _ = try engine.changeNow { _ in
            let agent = Agent(id: id, name: id, competences: [], capacity: 1, presence: .online)
            return Change([.agent(agent)], result: ())
        }
    }

    deinit {
        gateway.stop(grace: .zero)
        engine.stop(grace: .seconds(1))
        try? FileManager.default.removeItem(at: folder)
    }

    func ask(
        _ method: String, _ path: String, _ body: Value? = nil, raw: [UInt8]? = nil,
        _ headers: [String: String] = [:]
    ) throws -> Said {
        try Self.ask(server.port, token: token, method, path, body.map { JSON.encode($0) } ?? raw, headers)
    }

    static func ask(
        _ port: UInt16, token: String?, _ method: String, _ path: String, _ body: [UInt8]?,
        _ headers: [String: String] = [:]
    ) throws -> Said {
        var all = headers
        if let token, all["authorization"] == nil { all["authorization"] = "Bearer \(token)" }
        if body != nil, all["content-type"] == nil { all["content-type"] = "application/json" }
        var client = Client()
        let request = HTTPClient.Request(
            method, "http://127.0.0.1:\(port)\(path)",
            headers: all.map { (name: $0.key, value: $0.value) }, body: body)
        let response = try client.send(request, timeout: .seconds(20))
        return Said(status: response.status, body: response.body, headers: response.headers)
    }

    var port: UInt16 { server.port }

    /// One turn, waited for.
    func turn(_ body: Value) throws -> Value {
        let said = try ask("POST", "/v1/turns", body)
        try #require(said.status == 200, "\(said.text)")
        return said.json
    }

    /// Asks on a thread of its own; what is said can be waited for.
    func begin(_ method: String, _ path: String, _ body: Value) throws -> Mailbox<Said> {
        let box = Mailbox<Said>()
        let thread = try HostThread("client") { [port = server.port, token] in
            if let said = try? Self.ask(port, token: token, method, path, JSON.encode(body)) { box.put(said) }
            box.close()
        }
        thread.detach()
        return box
    }

    /// The lines of an event stream until there are as many of them as wanted.
    func follow(
        _ path: String, _ headers: [String: String] = [:], until count: Int,
        meanwhile: @Sendable @escaping () -> Void = {}
    ) throws -> [String] {
        var all = headers
        all["authorization"] = "Bearer \(token ?? "")"
        all["accept"] = "text/event-stream"
        var client = Client()
        var lines: [String] = []
        var isFirst = true
        _ = try client.stream(
            HTTPClient.Request(
                "GET", "http://127.0.0.1:\(server.port)\(path)",
                headers: all.map { (name: $0.key, value: $0.value) }, body: nil), silence: .seconds(20)
        ) { line in
            if isFirst { meanwhile() }
            isFirst = false
            if !line.isEmpty, !line.hasPrefix("retry:"), !line.hasPrefix(":") { lines.append(line) }
            return lines.count < count
        }
        return lines
    }
}

/// A skill made of a closure.
struct Scripted: Skill {
    let body: @Sendable (SkillCall) -> Void

    func begin(_ call: SkillCall) { body(call) }
    func cancel(turn: UInt64) {}
    func stop() {}
}

extension Stage {
    /// Answers with what was said, and keeps tickets and contacts.
    static var desk: Stage {
        var manifest = Manifest(id: "desk", version: "1.0.0")
        manifest.reads = [.init(pattern: "turn.*")]
        manifest.writes = ["desk.seen": .text]
        manifest.collections = [.tickets, .contacts, .leads]
        return Stage(
            manifest: manifest,
            skill: Scripted { call in
                var patch = Patch()
                let text = call.context["turn.text"]?.text ?? ""
                patch.say = [Utterance(.answer, "收到：\(text)")]
                patch.writes = ["desk.seen": .text(text)]
                patch.because = "a customer wrote"
                call.complete(.success(patch))
            })
    }

    /// Answers when the test says so.
    static func waiting(_ calls: Mailbox<SkillCall>) -> Stage {
        var manifest = Manifest(id: "slow", version: "1.0.0")
        manifest.reads = [.init(pattern: "turn.*")]
        return Stage(manifest: manifest, skill: Scripted { calls.put($0) })
    }
}

extension CollectionDeclaration {
    static let tickets = CollectionDeclaration(
        name: "tickets",
        fields: [
            "subject": .init(type: .text, isWritable: true),
            "priority": .init(type: .int, isIndexed: true, isWritable: true),
            "due": .init(type: .timestamp, isWritable: true),
            "status": .init(type: .text, isIndexed: true), "score": .init(type: .double),
            "owner": .init(type: .text, isWritable: true, isAgent: true),
            "grade": .init(type: .text, isWritable: true, isTier: true),
            "sources": .init(type: .map, isWritable: true),
        ],
        states: .init(
            initial: "open",
            transitions: [
                "open": ["pending", "closed", "joined"], "pending": ["open", "closed"], "closed": [],
                "kept": ["open"], "joined": ["open", "pending"],
            ], reserved: ["joined"]))

    static let leads = CollectionDeclaration(
        name: "leads",
        fields: [
            "note": .init(type: .text, isWritable: true), "status": .init(type: .text, isIndexed: true),
        ],
        states: .init(
            initial: "new", transitions: ["new": ["asked", "lost"], "asked": ["lost"], "lost": ["new"]],
            single: ["new", "asked"]))

    static let contacts = CollectionDeclaration(
        name: "contacts",
        fields: ["email": .init(type: .text, isWritable: true, isUnique: true)])
}

extension SkillCall {
    /// What the skill is shown, by key.
    var context: [String: Value] {
        Dictionary(view.entries.map { ($0.key, $0.value) }) { _, last in last }
    }
}
