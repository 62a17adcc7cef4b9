import ConciergeCore
import HTTPClient

/// Speaks `/v1` to a running host.
struct HostClient: Sendable {
    let address: String
    let token: String
    /// The host's own certificate, when it speaks TLS.
    let certificate: String?
    /// How long an answer may take.
    var patience = Duration.seconds(60)

    struct Reply {
        var status: Int
        var value: Value

        var isGood: Bool { (200..<300).contains(status) }
        /// What the host refused, with its mend; without the place in a request that nobody typed.
        var complaint: String {
            let errors = (value["errors"]?.list ?? []).map(Self.sentence)
            guard errors.isEmpty else { return errors.joined(separator: "; ") }
            let text = value["detail"]?.text ?? value["title"]?.text ?? "the host answered \(status)"
            let place = ["body: ", "path: ", "query: "].first { text.hasPrefix($0) } ?? ""
            return String(text.dropFirst(place.count))
        }

        /// `/input/kind` and `'kind' must be …`, or `/phone` and `is too long`.
        private static func sentence(_ error: Value) -> String {
            let detail = error["detail"]?.text ?? ""
            let name = error["pointer"]?.text?.split(separator: "/").last.map { "'\($0)'" } ?? ""
            return name.isEmpty || detail.hasPrefix("'") ? detail : "\(name) \(detail)"
        }

        /// Malformed or not valid: what was typed is wrong, not what became of it.
        var error: any Error { [400, 422].contains(status) ? Misuse(complaint) : Failure(complaint) }
    }

    func send(_ method: String, _ path: String, _ body: Value? = nil) throws -> Reply {
        try send(method, path, body.map(JSON.encode), as: "application/json")
    }

    private func send(_ method: String, _ path: String, _ body: [UInt8]?, as type: String) throws -> Reply {
        var headers = [("Authorization", "Bearer \(token)")]
        if body != nil { headers.append(("Content-Type", type)) }
        var client = Client(options)
        let response = try client.send(
            Request(method, address + path, headers: headers, body: body), timeout: patience)
        let value = response.body.isEmpty ? nil : try? JSON.decode(response.body)
        return Reply(status: response.status, value: value ?? .null)
    }

    private var options: ClientOptions {
        var options = ClientOptions()
        options.maxBody = 64 << 20
        options.certificate = certificate
        return options
    }

    /// Gives each server-sent event of a stream as it comes, until the host ends it or cannot be reached.
    func follow(_ path: String, _ onEvent: (_ name: String, _ data: Value) -> Void) throws {
        let headers = [("Authorization", "Bearer \(token)"), ("Accept", "text/event-stream")]
        var client = Client(options)
        var name = "message"
        _ = try client.stream(
            Request("GET", address + path, headers: headers, body: nil), silence: .seconds(60)
        ) { line in
            if line.hasPrefix("event: ") { name = String(line.dropFirst(7)) }
            if line.hasPrefix("data: "), let data = try? JSON.decode(Array(line.dropFirst(6).utf8)) {
                onEvent(name, data)
            }
            return true
        }
    }

    /// An address that answers with a text of this type.
    func text(_ path: String, as type: String) throws -> String {
        var client = Client(options)
        let headers = [("Authorization", "Bearer \(token)"), ("Accept", type)]
        let response = try client.send(
            Request("GET", address + path, headers: headers, body: nil), timeout: patience)
        guard (200..<300).contains(response.status) else {
            let value = try? JSON.decode(response.body)
            throw Reply(status: response.status, value: value ?? .null).error
        }
        return String(decoding: response.body, as: UTF8.self)
    }

    /// What it answers when it does what was asked.
    func demand(_ method: String, _ path: String, _ body: Value? = nil) throws -> Value {
        let reply = try send(method, path, body)
        guard reply.isGood else { throw reply.error }
        return reply.value
    }

    /// The same with JSON Lines.
    func demand(_ method: String, _ path: String, lines: [UInt8]) throws -> Value {
        let reply = try send(method, path, lines, as: "application/x-ndjson")
        guard reply.isGood else { throw reply.error }
        return reply.value
    }
}

/// A text as one part of a path.
func percentEncoded(_ text: String) -> String {
    text.utf8.reduce(into: "") { out, byte in
        switch byte {
        case 48...57, 65...90, 97...122, 0x2d, 0x2e, 0x5f, 0x7e:
            out.unicodeScalars.append(Unicode.Scalar(byte))
        default:
            let hex = String(byte, radix: 16, uppercase: true)
            out += byte < 16 ? "%0\(hex)" : "%\(hex)"
        }
    }
}
