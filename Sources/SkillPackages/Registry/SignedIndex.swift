import ConciergeCore
import Cryptography

/// An index as it lies in a registry or in the cache: its bytes, and what vouches for them.
struct SignedIndex: Sendable, Hashable {
    let bytes: [UInt8]
    let signature: String
    /// For messages.
    let place: String

    /// The key that the signature shows, which nobody has to believe.
    var offeredKey: PublicKey? { (try? SignatureFile(signature))?.offeredKey }

    /// Read only after the signature was found good.
    func verified(by key: PublicKey) throws(RegistryError) -> RegistryIndex {
        guard bytes.count <= RegistryIndex.largest else {
            throw .tooLarge(place: place, limit: RegistryIndex.largest)
        }
        let file: SignatureFile
        do throws(SignatureError) {
            file = try SignatureFile(signature)
            try file.verify(bytes, by: key)
        } catch {
            throw .signature(place: place, error)
        }
        let index = try IndexReader.read(bytes, place: place)
        guard file.trustedComment == index.trustedComment else {
            throw .otherIndex(place: place, says: file.trustedComment, expected: index.trustedComment)
        }
        return index
    }

    /// Throws where this one cannot come after what was seen before.
    func check(_ index: RegistryIndex, after seen: (SignedIndex, RegistryIndex)?) throws(RegistryError) {
        guard let (signed, seen) = seen else { return }
        guard index.name == seen.name else { throw .renamed(place: place, was: seen.name, now: index.name) }
        guard index.serial >= seen.serial else {
            throw .rolledBack(place: place, serial: index.serial, seen: seen.serial)
        }
        guard index.serial > seen.serial || bytes == signed.bytes else {
            throw .forked(place: place, serial: index.serial)
        }
    }

    func check(_ index: RegistryIndex, at now: Timestamp) throws(RegistryError) {
        guard now < index.expires else { throw .expired(place: place, at: index.expires.description) }
    }
}
