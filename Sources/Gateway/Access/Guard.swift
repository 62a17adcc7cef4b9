import ConciergeCore
import Cryptography
import HTTPServer
import Synchronization

/// Knows every token by its hash, and who kept sending wrong ones.
final class Guard: Sendable {
    private struct Known {
        var hash: [UInt8]
        var scope: AccessToken.Scope
    }

    private struct Cache {
        var tokens: [Known]?
        /// Counts the changes, so that a reading that began before one is not kept after it.
        var changes = 0
    }

    private let standing: [Known]
    private let restToken: [UInt8]?
    private let cache = Mutex(Cache())
    private let failures = FailedLogins()
    private let load: @Sendable () throws -> [AccessToken]

    /// `load` gives the tokens of the store; it is asked again until it answers, and after `forget`.
    init(adminHash: String?, restHash: String?, load: @escaping @Sendable () throws -> [AccessToken]) {
        standing = [adminHash.flatMap(Hex.decode).map { Known(hash: $0, scope: .admin) }].compactMap { $0 }
        restToken = restHash.flatMap(Hex.decode)
        self.load = load
    }

    /// The tokens changed: they are read again before the next request is let in.
    func forget() {
        cache.withLock { cache in
            cache.tokens = nil
            cache.changes += 1
        }
    }

    /// The scope of the request's token; nil where none is needed.
    func admit(_ request: Request, to route: Route, at now: Int64) throws(Refusal) -> AccessToken.Scope? {
        switch route.access {
        case .everyone: return nil
        case .restChannel:
            try admitToREST(request, at: now)
            return nil
        case .token(let needed):
            let scope = try scope(of: request, at: now)
            guard scope.includes(needed) else {
                throw Refusal(
                    403, "forbidden",
                    "authorization: the token's scope is '\(scope.rawValue)', this needs '\(needed.rawValue)'; "
                        + "make one with 'concierge token create --scope \(needed.rawValue)'")
            }
            return scope
        }
    }

    private func scope(of request: Request, at now: Int64) throws(Refusal) -> AccessToken.Scope {
        let hash = try presentedHash(request)
        // Every token is compared, so that the time tells nothing of which one it was.
        var found: AccessToken.Scope?
        for known in standing + stored() where isEqualInConstantTime(known.hash, hash) { found = known.scope }
        guard let found else { throw refuse(request.peer, at: now) }
        return found
    }

    private func admitToREST(_ request: Request, at now: Int64) throws(Refusal) {
        guard let restToken else {
            guard isLoopback(request.peer), isLoopback(request.host) else {
                throw Refusal(
                    401, "unauthorized",
                    "authorization: this channel is open on this machine only; set 'channels.rest.token' and send it"
                ).with("www-authenticate", "Bearer")
            }
            return
        }
        let hash = try presentedHash(request)
        guard isEqualInConstantTime(restToken, hash) else { throw refuse(request.peer, at: now) }
    }

    private func presentedHash(_ request: Request) throws(Refusal) -> [UInt8] {
        guard let token = request.headers.bearerToken else {
            throw Refusal(
                401, "unauthorized",
                "authorization: no token; send 'Authorization: Bearer …' with the one in data/admin.token or one of "
                    + "'concierge token create'"
            ).with("www-authenticate", "Bearer")
        }
        return SHA256.hash(token)
    }

    private func refuse(_ peer: String, at now: Int64) -> Refusal {
        if let wait = failures.add(peer, at: now) {
            return Refusal(
                429, "too_many_wrong_tokens",
                "authorization: too many wrong tokens from this address; wait \(wait) seconds and send the right one"
            ).with("retry-after", "\(wait)")
        }
        return Refusal(
            401, "unauthorized",
            "authorization: the token is not known here; it may have been revoked: make one with 'concierge token create'"
        ).with("www-authenticate", "Bearer error=\"invalid_token\"")
    }

    private func stored() -> [Known] {
        let (cached, changes) = cache.withLock { ($0.tokens, $0.changes) }
        if let cached { return cached }
        // While the store does not answer, only the administrator's own token is known.
        guard let loaded = try? load() else { return [] }
        let known = loaded.compactMap { token in
            Hex.decode(token.hash).map { Known(hash: $0, scope: token.scope) }
        }
        cache.withLock { cache in
            if cache.changes == changes { cache.tokens = known }
        }
        return known
    }
}

extension AccessToken.Scope {
    func includes(_ other: AccessToken.Scope) -> Bool {
        switch self {
        case .admin: true
        case .staff: other != .admin
        case .turns: other == .turns
        }
    }
}

/// Whether an address or a name in `Host` is this machine.
func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || host == "[::1]" || host == "::ffff:127.0.0.1"
        || host.hasSuffix(".localhost")
        || (host.hasPrefix("127.") && host.utf8.allSatisfy { $0 == 0x2e || (48...57).contains($0) })
}
