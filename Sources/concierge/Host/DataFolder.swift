import ConciergeCore
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
        if let writtenToken { return writtenToken }
        try Files.makeFolders(path, mode: 0o700)
        let token = AccessToken.newSecret()
        do { try Files.create(tokenFile, token + "\n", mode: 0o600) } catch {
            // Somebody made it at the same moment, or it cannot be made.
            guard let writtenToken else {
                if Files.status(tokenFile)?.size == 0 {
                    throw Failure("\(tokenFile): is empty; remove it, and the next start makes another")
                }
                throw Failure("\(error); without it nobody can use /v1, so let this user write there")
            }
            return writtenToken
        }
        return token
    }

    private var writtenToken: String? {
        (try? Files.text(tokenFile))?.split(whereSeparator: \.isWhitespace).first.map(String.init)
    }
}
