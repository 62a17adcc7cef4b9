import ConciergeCore
import Cryptography
import Unix

/// What was seen of registries and fetched from them, for when they are out of reach; several processes may use it.
struct RegistryCache: Sendable {
    let path: String

    private func folder(_ registry: RegistryAddress) -> String {
        let name = Hex.encode(SHA256.hash(Array(registry.url.utf8))).prefix(16)
        return Files.join(path, "indexes/\(name)")
    }

    /// Nobody else changes what is known of this registry meanwhile.
    func locked<Result>(
        _ registry: RegistryAddress, _ body: () throws(RegistryError) -> Result
    ) throws(RegistryError) -> Result {
        let lock = try held(Files.join(folder(registry), "lock"))
        let result = try body()
        lock.release()
        return result
    }

    private func held(_ path: String) throws(RegistryError) -> FileLock {
        do throws(SystemError) {
            try Files.makeFolders(Files.folder(of: path), mode: 0o700)
            return try FileLock(awaiting: path)
        } catch { throw .system("\(error)") }
    }

    /// One file, so that index and signature are always of one another.
    func index(of registry: RegistryAddress) -> (index: SignedIndex, fetched: Timestamp)? {
        let place = Files.join(folder(registry), "index")
        guard let bytes = try? Files.read(place) else { return nil }
        let parts = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let fetched = Timestamp(String(decoding: parts[0], as: UTF8.self)) else {
            return nil
        }
        let signature = String(decoding: parts[1], as: UTF8.self)
        return (SignedIndex(bytes: Array(parts[2]), signature: signature, place: place), fetched)
    }

    func keep(
        _ index: SignedIndex, of registry: RegistryAddress, at now: Timestamp
    ) throws(RegistryError) {
        let head = Array(now.description.utf8) + [0] + Array(index.signature.utf8) + [0]
        let place = Files.join(folder(registry), "index")
        do throws(SystemError) { try Files.replace(place, with: head + index.bytes) } catch {
            throw .system("\(error)")
        }
    }

    /// The archive of an offer: as it lies here, else as `fetch` brings it, by one process at a time.
    func archive(
        _ offer: RegistryOffer, _ fetch: (String) throws(RegistryError) -> [UInt8]
    ) throws(RegistryError) -> String {
        let name =
            offer.sha256
            ?? Hex.encode(SHA256.hash(Array("\(offer.registry.url)\n\(offer.location)".utf8)))
        let place = Files.join(path, "archives/\(name)")
        let lock = try held(place + ".lock")
        if !isThere(offer, at: place) {
            let bytes = try fetch(place + ".part")
            do throws(SystemError) {
                try Files.replace(place, with: bytes)
                for rest in [".part", ".part.tag"] where Files.exists(place + rest) {
                    try Files.remove(place + rest)
                }
            } catch { throw .system("\(error)") }
        }
        lock.release()
        return place
    }

    private func isThere(_ offer: RegistryOffer, at place: String) -> Bool {
        guard let bytes = try? Files.read(place) else { return false }
        return (try? Archive.checked(bytes, offer, place: place)) != nil
    }
}
