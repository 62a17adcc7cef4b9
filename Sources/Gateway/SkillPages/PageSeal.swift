public import ConciergeCore
import Cryptography
import Synchronization

/// Signs the addresses of pages, and reads them again: what it made no one else could have made.
public final class PageSeal: PageLinks {
    /// Why a token opens nothing.
    public enum Refusal: Error, Hashable { case forged, expired }

    /// So that an address fits into every messenger.
    static let longestToken = 2000

    private let key: [UInt8]
    private let base: Mutex<String?>

    /// `base`: the address under which customers reach this host; without one no link is made until `serve`.
    public init(key: [UInt8], base: String? = nil) {
        self.key = key
        self.base = Mutex(base.map(Self.trimmed))
    }

    /// The host listens, and under this address.
    public func serve(at base: String) { self.base.withLock { $0 = Self.trimmed(base) } }

    public func link(to claim: PageClaim) throws(ServiceError) -> PageLink {
        guard let base = base.withLock({ $0 }) else {
            throw ServiceError(.unavailable, "this host does not listen yet; try again in a moment")
        }
        guard claim.data.isPlain else {
            throw ServiceError(
                .badArgument, "data: times and bytes do not fit into a link; write them as text")
        }
        let payload = JSON.encode(claim.parts)
        let token = Base64.url.encode(payload) + "." + Base64.url.encode(signature(payload))
        guard token.utf8.count <= Self.longestToken else {
            throw ServiceError(
                .tooLarge,
                "data: makes a token of \(token.utf8.count) characters, and \(Self.longestToken) are allowed; "
                    + "keep it in a collection, and put its id here")
        }
        // A survey has an address of its own: the token says whose it is.
        let place = claim.page == "survey" ? "survey" : "p/\(claim.skill)"
        return PageLink(url: "\(base)/\(place)/\(token)", token: token)
    }

    /// What a token stands for, as it was signed here.
    public func claim(of token: String, at now: Timestamp) throws(Refusal) -> PageClaim {
        let halves = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard token.utf8.count <= Self.longestToken, halves.count == 2,
            let payload = Base64.url.decode(halves[0]), let given = Base64.url.decode(halves[1]),
            isEqualInConstantTime(given, signature(payload)),
            let parts = try? JSON.decode(payload), let claim = PageClaim(parts: parts)
        else { throw .forged }
        guard now < claim.expires else { throw .expired }
        return claim
    }

    private func signature(_ payload: [UInt8]) -> [UInt8] {
        // The key may sign other things one day; what it signs here is nothing there.
        HMAC.sha256(Array("concierge page 1\n".utf8) + payload, key: key)
    }

    private static func trimmed(_ base: String) -> String {
        var base = base[...]
        while base.hasSuffix("/") { base.removeLast() }
        return String(base)
    }
}

extension PageClaim {
    /// By place and not by name: the shorter the token, the better it survives a messenger.
    fileprivate var parts: Value {
        [
            .text(skill), .text(page), .text(customer), Value(conversation), .int(expires.milliseconds), data,
        ]
    }

    fileprivate init?(parts: Value) {
        guard let parts = parts.list, parts.count == 6, let skill = parts[0].text, let page = parts[1].text,
            let customer = parts[2].text, let expires = parts[4].int
        else { return nil }
        self.init(
            skill: skill, page: page, customer: customer, conversation: parts[3].text, data: parts[5],
            expires: Timestamp(milliseconds: expires))
    }
}

extension Value {
    /// JSON gives it back as it was.
    fileprivate var isPlain: Bool {
        switch self {
        case .bytes, .timestamp: false
        case .list(let items): items.allSatisfy(\.isPlain)
        case .map(let entries): entries.values.allSatisfy(\.isPlain)
        default: true
        }
    }
}
