public import ConciergeCore
public import Cryptography
import Unix

/// A registry's folder as its owner keeps it: archives, and an index that is signed anew with every change.
public struct RegistryFolder: Sendable {
    public let path: String
    private let key: SecretKey
    private let now: Timestamp
    /// How long the next index is good for.
    private let lasts: Duration

    public init(_ path: String, key: SecretKey, now: Timestamp, lasts: Duration) {
        self.path = path
        self.key = key
        self.now = now
        self.lasts = lasts
    }

    /// Takes a package in; the archive is there before the index names it. `name`: what a new registry is called.
    public func publish(
        _ archive: [UInt8], id: String, version: String, name: String?,
        changingSigner: Bool = false, _ fill: (inout RegistryIndex.Version) -> Void
    ) throws(RegistryError) -> RegistryIndex {
        // The archive's name is made of both, before the index is read again.
        guard IndexReader.isID(id), Version(version) != nil else {
            throw .publishing(
                place: path,
                fault: "'\(id)' '\(version)' is no id and version; write a name, and three numbers as 1.0.0")
        }
        let sha256 = Hex.encode(SHA256.hash(archive))
        let file = "packages/\(id)-\(version)-\(sha256.prefix(12)).skill"
        var entry = RegistryIndex.Version(
            file: file, sha256: sha256, size: archive.count, kind: .native, description: "", publishedAt: now)
        fill(&entry)
        return try change(name: name) { (index) throws(RegistryError) in
            guard index.packages[id]?[version] == nil else {
                throw .publishing(
                    place: path, fault: "'\(id)' \(version) is published already; give it a new version")
            }
            if !changingSigner { try check(entry.signer, id, index) }
            try system { () throws(SystemError) in
                let target = Files.join(path, file)
                try Files.makeFolders(Files.folder(of: target))
                try Files.replace(target, with: archive)
            }
            index.packages[id, default: [:]][version] = entry
        }
    }

    /// Says of a version that it must not be used any more.
    public func yank(id: String, version: String, reason: String) throws(RegistryError) -> RegistryIndex {
        try change(name: nil) { (index) throws(RegistryError) in
            guard index.packages[id]?[version] != nil else {
                let known = (index.packages[id] ?? [:]).keys.sorted()
                let mend = known.isEmpty ? "it has none of it" : "it has \(known.joined(separator: ", "))"
                throw .publishing(place: path, fault: "no '\(id)' \(version) to take back; \(mend)")
            }
            index.packages[id]?[version]?.yanked = reason
        }
    }

    /// Signs the same index for another while.
    public func renew() throws(RegistryError) -> RegistryIndex { try change(name: nil) { _ in } }

    /// Only whoever signed a package before signs it again.
    private func check(_ signer: PublicKey?, _ id: String, _ index: RegistryIndex) throws(RegistryError) {
        let before = index.offers(of: id, from: RegistryAddress(path)).first
        guard let before, before.signer != signer else { return }
        throw .publishing(
            place: path,
            fault:
                "'\(id)' \(before.version) was signed by \(before.signer?.identifier ?? "nobody"), this one by "
                + "\(signer?.identifier ?? "nobody"); if that is meant, say --new-signer")
    }

    /// One publisher at a time, and none loses what another has written.
    private func change(
        name: String?, _ body: (inout RegistryIndex) throws(RegistryError) -> Void
    ) throws(RegistryError) -> RegistryIndex {
        let lock = try system { () throws(SystemError) in
            try Files.makeFolders(path)
            return try FileLock(awaiting: Files.join(path, ".lock"))
        }
        try recover()
        var index = try current(name)
        try body(&index)
        index.serial += 1
        index.expires = now.adding(lasts)
        try write(index)
        lock.release()
        return index
    }

    private func current(_ name: String?) throws(RegistryError) -> RegistryIndex {
        let place = place(RegistryIndex.fileName)
        guard Files.exists(place) else {
            let name = name ?? Files.name(of: Files.absolute(path) ?? path)
            guard IndexReader.isName(name) else {
                throw .publishing(
                    place: path, fault: "'\(name)' is no name for a registry; give one by --name")
            }
            return RegistryIndex(name: name, serial: 0, expires: now)
        }
        let index = try signed(RegistryIndex.fileName, RegistryIndex.signatureName).verified(
            by: key.publicKey)
        guard name ?? index.name == index.name else {
            throw .publishing(place: path, fault: "is called '\(index.name)' already; leave --name out")
        }
        return index
    }

    private func write(_ index: RegistryIndex) throws(RegistryError) {
        let bytes = index.bytes
        // What nobody could read any more must not take the place of what everybody reads.
        _ = try IndexReader.read(bytes, place: place(RegistryIndex.fileName))
        let signature = key.sign(bytes, trustedComment: index.trustedComment)
        try system { () throws(SystemError) in
            try Files.replace(place(RegistryIndex.nextName), with: bytes)
            try Files.replace(place(RegistryIndex.signatureName), with: signature.text)
            try Files.rename(place(RegistryIndex.nextName), to: place(RegistryIndex.fileName))
            try Files.sync(folder: path)
        }
    }

    /// Ends what a publisher began who died between two files.
    private func recover() throws(RegistryError) {
        let next = place(RegistryIndex.nextName)
        guard Files.exists(next) else { return }
        if isSigned(RegistryIndex.nextName) {
            return try system { () throws(SystemError) in
                try Files.rename(next, to: place(RegistryIndex.fileName))
            }
        }
        let isFirst = [RegistryIndex.fileName, RegistryIndex.signatureName].allSatisfy {
            !Files.exists(place($0))
        }
        guard isFirst || isSigned(RegistryIndex.fileName) else {
            throw .publishing(
                place: next,
                fault:
                    "left by a publication that broke off, and not signed by this key; give the registry's own by --key"
            )
        }
        try system { () throws(SystemError) in try Files.remove(next) }
    }

    private func isSigned(_ name: String) -> Bool {
        (try? signed(name, RegistryIndex.signatureName).verified(by: key.publicKey)) != nil
    }

    private func place(_ name: String) -> String { Files.join(path, name) }

    private func signed(_ name: String, _ signature: String) throws(RegistryError) -> SignedIndex {
        let depot = Depot.folder(path)
        let text = try depot.document(signature, limit: 16 << 10)
        return SignedIndex(
            bytes: try depot.document(name, limit: RegistryIndex.largest),
            signature: String(decoding: text, as: UTF8.self), place: place(name))
    }

    private func system<Result: ~Copyable>(
        _ body: () throws(SystemError) -> Result
    ) throws(RegistryError) -> Result {
        do throws(SystemError) { return try body() } catch { throw .system(error.description) }
    }
}
