import ConciergeCore
import HTTPClient
import Testing
import Unix

/// `concierge serve` on a port of its own, spoken to as programs do.
final class RunningHost: Sendable {
    let process: RunningProcess
    /// What it said before it listened.
    let greeting: [String]
    let address: String
    let token: String

    init(_ installation: Installation, within limit: [String] = []) throws {
        process = try installation.process(["serve", "--port", "0"], within: limit).start()
        var said: [String] = []
        var address: String?
        while address == nil, let line = try process.line() {
            said.append(line)
            if line.hasPrefix("listening on ") { address = String(line.dropFirst(13)) }
        }
        if address == nil { _ = process.wait() }
        guard let address else { throw Unbuilt(description: said.joined(separator: "\n")) }
        self.address = address
        greeting = said
        token = String(try Files.text(installation.path("data/admin.token")).prefix { !$0.isNewline })
    }

    deinit {
        process.signal(9)
        _ = process.wait()
    }

    /// The status and the body; nil when the connection broke.
    func ask(_ method: String, _ path: String, _ body: Value? = nil) -> (status: Int, body: Value)? {
        var client = Client()
        return ask(method, path, body, by: &client)
    }

    func ask(
        _ method: String, _ path: String, _ body: Value?, by client: inout Client
    ) -> (status: Int, body: Value)? {
        let request = Request(
            method, address + path,
            headers: [("Authorization", "Bearer \(token)"), ("Content-Type", "application/json")],
            body: body.map(JSON.encode))
        guard let response = try? client.send(request, timeout: .seconds(30)) else { return nil }
        return (response.status, (try? JSON.decode(response.body)) ?? .null)
    }

    func turn(_ text: String, customer: String, message: String? = nil) -> (status: Int, body: Value)? {
        var client = Client()
        return turn(text, customer: customer, message: message, by: &client)
    }

    func turn(
        _ text: String, customer: String, message: String?, by client: inout Client
    ) -> (status: Int, body: Value)? {
        ask(
            "POST", "/v1/turns",
            .compact([
                "text": .text(text), "customer": .text(customer), "conversation": .text("k-" + customer),
                "message_id": message.map(Value.text),
            ]), by: &client)
    }

    /// A number that its metrics show.
    func gauge(_ name: String) throws -> Int {
        var client = Client()
        let text = String(
            decoding: try client.send(Request("GET", address + "/metrics"), timeout: .seconds(30)).body,
            as: UTF8.self)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(name + " ") })
        return try #require(Int(line.dropFirst(name.count + 1)))
    }

    /// The next line it prints that begins so.
    func waitForLine(_ beginning: String) throws -> String? {
        while let line = try process.line() { if line.hasPrefix(beginning) { return line } }
        return nil
    }

    /// Asks it to stop and waits until it has.
    func stop() -> ChildProcess.Ending {
        process.signal(15)
        return process.wait()
    }

    func die() {
        process.signal(9)
        _ = process.wait()
    }
}

extension Value {
    var reply: String? { self["replies"]?.list?.first?["text"]?.text }
}
