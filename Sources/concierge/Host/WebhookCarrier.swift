import ConciergeCore
import Cryptography
import Engine
import HTTPClient
import Synchronization

/// Posts events to the addresses that the admin named, signed as Standard Webhooks 1.0 wants it.
final class WebhookCarrier: Carrier {
    static let timeout = Duration.seconds(20)

    /// By their addresses.
    private let webhooks = Mutex<[String: Configuration.Webhook]>([:])
    private let clock: any HostClock

    init(clock: any HostClock = SystemClock()) { self.clock = clock }

    /// From now on these are the addresses; what waits for another one is given up.
    func serve(_ webhooks: [Configuration.Webhook]) {
        let byURL = Dictionary(webhooks.map { ($0.url, $0) }) { first, _ in first }
        self.webhooks.withLock { $0 = byURL }
    }

    func carry(_ delivery: Delivery) -> CarryResult {
        guard let webhook = webhooks.withLock({ $0[delivery.stream] }) else {
            return .failed("the configuration names this address no more")
        }
        var options = ClientOptions()
        options.reach = Self.isAllowed(webhook) ? .anywhere : .publicOnly
        options.openBlocks = webhook.allowedNetworks.compactMap(AddressBlock.init)
        options.maxBody = 64 << 10
        var client = Client(options)
        do throws(HTTPClientError) {
            let response = try client.send(request(delivery, webhook), timeout: Self.timeout)
            return result(of: response)
        } catch {
            return .retry(error.description, after: nil)
        }
    }

    /// Into the house wherever it leads only where the admin wrote this very host; a block opens itself alone.
    static func isAllowed(_ webhook: Configuration.Webhook) -> Bool {
        guard let asked = Authority(url: webhook.url) else { return false }
        return webhook.allowedNetworks.compactMap(Authority.init(name:)).contains {
            $0.host == asked.host && ($0.port ?? asked.port) == asked.port
        }
    }

    private func request(_ delivery: Delivery, _ webhook: Configuration.Webhook) -> HTTPClient.Request {
        let now = clock.now()
        let body = JSON.encode([
            "type": delivery.payload["name"] ?? "event",
            "timestamp": delivery.payload["at"] ?? .timestamp(now), "data": delivery.payload,
        ])
        let seconds = String(now.milliseconds / 1000)
        return Request(
            "POST", webhook.url,
            headers: [
                ("Content-Type", "application/json"), ("User-Agent", "concierge/\(Program.version)"),
                ("webhook-id", delivery.id), ("webhook-timestamp", seconds),
                (
                    "webhook-signature",
                    Self.signature(id: delivery.id, timestamp: seconds, body: body, secret: webhook.secret)
                ),
            ], body: body)
    }

    /// `v1,` and the HMAC over `id.timestamp.body`; the key is what the secret's base64 stands for.
    static func signature(id: String, timestamp: String, body: [UInt8], secret: String) -> String {
        let encoded = secret.hasPrefix("whsec_") ? String(secret.dropFirst(6)) : secret
        let key = Base64.standard.decode(encoded) ?? Array(secret.utf8)
        let signed = Array("\(id).\(timestamp).".utf8) + body
        return "v1," + Base64.standard.encode(HMAC.sha256(signed, key: key))
    }

    private func result(of response: HTTPClient.Response) -> CarryResult {
        switch response.status {
        case 200..<300: .done
        case 410: .failed("the address says it is gone for good (410)")
        default:
            .retry(
                "answered \(response.status)",
                after: response.header("Retry-After").flatMap(Int.init).map { .seconds(min($0, 86_400)) })
        }
    }
}
