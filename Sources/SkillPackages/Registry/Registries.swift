public import ConciergeCore
public import Cryptography
import Synchronization

/// The registries that an admin named, asked in their order.
public struct Registries: Sendable {
    public let addresses: [RegistryAddress]
    private let cache: RegistryCache
    private let pins: [String: PublicKey]
    private let now: Timestamp
    private let accept: @Sendable (RegistryAddress, PublicKey) -> Bool
    private let remark: @Sendable (String) -> Void
    private let seen = Seen()
    var web = Web()

    /// What was asked once is not asked again.
    private final class Seen: Sendable {
        let indexes = Mutex<[String: RegistryIndex]>([:])
        let keys = Mutex<[String: PublicKey]>([:])
    }

    /// `pins`: keys by addresses. `accept` is asked about a key that nobody pinned yet, and `remark` hears what is not
    /// as it should be and hinders nothing.
    public init(
        _ addresses: [RegistryAddress], cache: String, pins: [String: PublicKey] = [:], now: Timestamp,
        accept: @escaping @Sendable (RegistryAddress, PublicKey) -> Bool = { _, _ in false },
        remark: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.addresses = addresses
        self.cache = RegistryCache(path: cache)
        self.pins = pins
        self.now = now
        self.accept = accept
        self.remark = remark
    }

    /// Every version of a package, newest first. The first registry that has the name decides, so that a later one
    /// cannot put a package of its own in the place of another's.
    public func offers(of name: String) throws(RegistryError) -> [RegistryOffer] {
        var known: Set<String> = []
        for registry in addresses {
            do throws(RegistryError) {
                if let found = try offers(of: name, in: registry, &known) { return found }
            } catch {
                // Whoever cuts a registry off must not decide that a later one answers for its names.
                guard error.isOutage, addresses.count > 1 else { throw error }
                throw .undecided(name: name, registry: registry.url, outage: error.description)
            }
        }
        throw .unknown(
            name: name,
            mend: Spelling.mend(
                name, known: known.sorted(), otherwise: "look for it by 'concierge skill search'"))
    }

    /// Nil where the registry has no such name; `known` takes in those that it has.
    private func offers(
        of name: String, in registry: RegistryAddress, _ known: inout Set<String>
    ) throws(RegistryError) -> [RegistryOffer]? {
        if registry.kind == .clawhub { return try ClawHub(registry, web).offers(of: name) }
        let index = try index(of: registry)
        known.formUnion(index.packages.keys)
        let id = index.packages.keys.sorted().first { Spelling.folded($0) == Spelling.folded(name) }
        let offers = id.map { index.offers(of: $0, from: registry) } ?? []
        return offers.isEmpty ? nil : offers
    }

    /// The newest version of every package that has the text in its name or description. A list decides nothing, so
    /// one that is out of order is remarked, and an error only where none answers.
    public func search(_ text: String) throws(RegistryError) -> [RegistryOffer] {
        var all: [RegistryOffer] = []
        var outages: [RegistryError] = []
        for registry in addresses {
            do throws(RegistryError) { all += try matches(text, in: registry) } catch {
                guard error.isOutage else { throw error }
                outages.append(error)
            }
        }
        if let outage = outages.first, outages.count == addresses.count { throw outage }
        outages.forEach { remark($0.description) }
        return all
    }

    private func matches(
        _ text: String, in registry: RegistryAddress
    ) throws(RegistryError) -> [RegistryOffer] {
        if registry.kind == .clawhub { return try ClawHub(registry, web).search(text) }
        let index = try index(of: registry)
        let words = text.lowercased().split(separator: " ")
        return index.packages.keys.sorted().compactMap { id in
            let offers = index.offers(of: id, from: registry)
            guard let offer = offers.choice ?? offers.first else { return nil }
            let content = "\(id) \(Spelling.folded(id)) \(offer.description)".lowercased()
            return words.allSatisfy { content.contains($0) } ? offer : nil
        }
    }

    /// The archive of an offer in the cache, with the digest that the index says.
    public func fetch(
        _ offer: RegistryOffer, progress: (Int, Int?) -> Void = { _, _ in }
    ) throws(RegistryError) -> String {
        try cache.archive(offer) { (part) throws(RegistryError) in
            let mirrors = offer.registry.kind == .index ? offer.registry.mirrors + offer.mirrors : []
            var fault: RegistryError?
            for url in [offer.registry.url] + mirrors {
                do throws(RegistryError) {
                    return try Depot(url, web).archive(offer, to: part, progress: progress)
                } catch {
                    guard error.isOutage else { throw error }
                    if fault != nil || !mirrors.isEmpty { remark(error.description) }
                    fault = fault ?? error
                }
            }
            throw fault ?? .missing(place: offer.location)
        }
    }

    /// Why a version must not be used any more, as far as the cached indexes know; asks nobody.
    public func yanked(id: String, version: String) -> String? {
        for registry in addresses where registry.kind == .index {
            guard let cached = cache.index(of: registry)?.index,
                let index = try? IndexReader.read(cached.bytes, place: cached.place),
                let entry = index.packages[id]?[version]
            else { continue }
            return entry.yanked
        }
        return nil
    }

    /// The keys that were accepted meanwhile, by addresses.
    var accepted: [String: PublicKey] { seen.keys.withLock { $0 } }
}

extension Registries {
    /// The index of a registry: a fresh one, or, where it is out of reach, the one that was seen last.
    func index(of registry: RegistryAddress) throws(RegistryError) -> RegistryIndex {
        if let index = seen.indexes.withLock({ $0[registry.url] }) { return index }
        // Nobody waits for the lock while a person thinks.
        if known(registry) == nil { try learnKey(of: registry) }
        let index = try cache.locked(registry) { () throws(RegistryError) in try refreshed(registry) }
        seen.indexes.withLock { $0[registry.url] = index }
        return index
    }

    private func learnKey(of registry: RegistryAddress) throws(RegistryError) {
        let key = try anywhere(registry) { (depot) throws(RegistryError) in
            try consistent(registry, depot).1
        }
        guard accept(registry, key) else { throw .keyRefused(place: registry.url, key: key.text) }
        seen.keys.withLock { $0[registry.url] = key }
    }

    private func refreshed(_ registry: RegistryAddress) throws(RegistryError) -> RegistryIndex {
        do throws(RegistryError) {
            return try anywhere(registry) { (depot) throws(RegistryError) in try fresh(registry, at: depot) }
        } catch {
            guard error.isOutage, let cached = cache.index(of: registry), let key = known(registry) else {
                throw error
            }
            let index = try cached.index.verified(by: key)
            try cached.index.check(index, at: now)
            remark("\(error.description); its index of \(age(since: cached.fetched)) ago is used")
            return index
        }
    }

    /// What the first place of a registry gives that is not out of order.
    private func anywhere<Result>(
        _ registry: RegistryAddress, _ ask: (Depot) throws(RegistryError) -> Result
    ) throws(RegistryError) -> Result {
        var outage: RegistryError?
        for url in [registry.url] + registry.mirrors {
            do throws(RegistryError) { return try ask(Depot(url, web)) } catch {
                guard error.isOutage else { throw error }
                outage = outage ?? error
            }
        }
        throw outage ?? .missing(place: registry.url)
    }

    private func fresh(_ registry: RegistryAddress, at depot: Depot) throws(RegistryError) -> RegistryIndex {
        let (signed, key, index) = try consistent(registry, depot)
        let cached = cache.index(of: registry)?.index
        // What another key signed was another registry's.
        let seen = cached.flatMap { cached in (try? cached.verified(by: key)).map { (cached, $0) } }
        try signed.check(index, after: seen)
        try signed.check(index, at: now)
        try cache.keep(signed, of: registry, at: now)
        return index
    }

    private typealias Verified = (SignedIndex, PublicKey, RegistryIndex)

    /// Index and signature are two files: who reads while they are replaced may get one of each.
    private func consistent(_ registry: RegistryAddress, _ depot: Depot) throws(RegistryError) -> Verified {
        do throws(RegistryError) { return try verified(registry, depot, RegistryIndex.fileName) } catch {
            guard case .signature(_, .contentChanged) = error else { throw error }
            for name in [RegistryIndex.nextName, RegistryIndex.fileName] {
                if let again = try? verified(registry, depot, name) { return again }
            }
            throw error
        }
    }

    private func verified(
        _ registry: RegistryAddress, _ depot: Depot, _ name: String
    ) throws(RegistryError) -> Verified {
        let signed = try signed(depot, name)
        guard let key = known(registry) ?? signed.offeredKey else { throw .noKey(place: registry.url) }
        return (signed, key, try signed.verified(by: key))
    }

    private func signed(_ depot: Depot, _ name: String) throws(RegistryError) -> SignedIndex {
        let bytes = try depot.document(name, limit: RegistryIndex.largest)
        let signature = try depot.document(RegistryIndex.signatureName, limit: 16 << 10)
        return SignedIndex(
            bytes: bytes, signature: String(decoding: signature, as: UTF8.self), place: depot.place(name))
    }

    private func known(_ registry: RegistryAddress) -> PublicKey? {
        registry.key ?? pins[registry.url] ?? accepted[registry.url]
    }

    private func age(since then: Timestamp) -> String {
        let minutes = max(0, now.milliseconds - then.milliseconds) / 60_000
        switch minutes {
        case 0: return "a moment"
        case 1..<120: return minutes == 1 ? "1 minute" : "\(minutes) minutes"
        case 120..<2880: return "\(minutes / 60) hours"
        default: return "\(minutes / 1440) days"
        }
    }
}
