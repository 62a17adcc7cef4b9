import ConciergeCore
import Cryptography
import Gateway
import Unix

/// The folder that one host owns: its store, its lock, its first token.
struct DataFolder {
    /// Who holds the folder, as the lock says.
    struct Holder {
        var address: String
        var process: String
    }

    let path: String

    var lock: String { Files.join(path, "host.lock") }
    var tokenFile: String { Files.join(path, "admin.token") }
    /// Which gaps were listed last, in their order; whoever answers one holds it.
    var listedGaps: String { Files.join(path, "gaps.listed") }
    /// Where models of an admin's sentences are kept.
    var models: String { Files.join(path, "models") }

    /// Takes the folder for this process; fails with the name of whoever has it.
    func take() throws -> HeldLock {
        if let taken = try tryToTake() { return taken }
        let who = holder.map { "the host at \($0.address), process \($0.process)," } ?? "another process"
        throw Failure("\(path): \(who) has this data; stop it first, or give this one a 'store' of its own")
    }

    /// Nil when a host has it.
    func tryToTake() throws -> HeldLock? {
        do throws(SystemError) {
            try Files.makeFolders(path, mode: 0o700)
            guard let lock = try FileLock(lock) else { return nil }
            return HeldLock(lock)
        } catch {
            throw Failure("\(error); let this user write there, or name another place under 'store'")
        }
    }

    var holder: Holder? {
        guard let words = try? Files.text(lock).split(whereSeparator: \.isWhitespace), words.count == 2 else {
            return nil
        }
        return Holder(address: String(words[0]), process: String(words[1]))
    }

    /// The first token, made when there is none yet.
    func token() throws -> String {
        try secret(tokenFile, AccessToken.newSecret, lack: "without it nobody can use /v1")
    }

    /// What links to pages are signed with; whoever removes the file makes every link of before invalid.
    func linkKey() throws -> [UInt8] {
        let path = Files.join(path, "links.key")
        let text = try secret(
            path, { Hex.encode(secureRandomBytes(32)) }, lack: "without it no skill can send a link")
        guard let key = Hex.decode(text), key.count == 32 else {
            throw Failure("\(path): is no key; remove it, and the next start makes another")
        }
        return key
    }

    /// What one line of a file of this folder says; the file is made when there is none yet.
    private func secret(_ path: String, _ make: () -> String, lack: String) throws -> String {
        if let written = Self.written(path) { return written }
        try Files.makeFolders(self.path, mode: 0o700)
        let secret = make()
        do { try Files.create(path, secret + "\n", mode: 0o600) } catch {
            // Somebody made it at the same moment, or it cannot be made.
            guard let written = Self.written(path) else {
                if Files.status(path)?.size == 0 {
                    throw Failure("\(path): is empty; remove it, and the next start makes another")
                }
                throw Failure("\(error); \(lack), so let this user write there")
            }
            return written
        }
        return secret
    }

    private static func written(_ path: String) -> String? {
        (try? Files.text(path))?.split(whereSeparator: \.isWhitespace).first.map(String.init)
    }
}
