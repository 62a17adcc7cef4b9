import ConciergeCore
import Cryptography
import SkillPackages
import Unix

extension Installer {
    /// Whose word the candidate comes with; throws where that is not enough.
    func trust(_ candidate: Candidate) throws -> Trust.Word {
        let lock = try place.skills.lock()
        let trust = Trust(given: try givenKeys(), lock: lock, acceptsChange: options.acceptsNewKey)
        let word = try trust.word(
            for: candidate.package, version: candidate.version, publisher: candidate.manifest?.publisher,
            offered: candidate.offeredSigner, isOwn: candidate.origin == .folder, shown: candidate.shown)
        if word == .nobody, candidate.origin != .folder, !options.allowsUnsigned {
            throw Failure(
                "\(candidate.shown): nobody signed it; get a signed one from its publisher, or say --allow-unsigned"
            )
        }
        if let wanted = try options.key.map(PublicKey.init(given:)), word.key != wanted {
            throw Failure(
                "\(candidate.shown): not signed by the key that --key gives (\(wanted.identifier)); "
                    + "ask its publisher which it is")
        }
        return word
    }

    /// The current release, where the candidate is that and nothing was changed since.
    func unchanged(_ candidate: Candidate, _ signed: Trust.Word) throws -> Release? {
        let found = try SkillSources(installed: place.skills).packages()
            .first { $0.package.id == candidate.id && $0.origin == .installed }
        guard let found, let current = found.entry?.current, current.signer == signed.key?.text,
            try candidate.package.digest() == current.sha256, found.differences.isEmpty
        else { return nil }
        return current
    }

    private func givenKeys() throws -> [PublicKey] {
        let configured = Files.exists(place.configurationPath) ? place.read().configuration.trustedKeys : []
        return try [options.key].compactMap { try $0.map(PublicKey.init(given:)) }
            + configured.compactMap(PublicKey.init)
    }
}

extension PublicKey {
    /// The text of a key, or a file with it.
    init(given text: String) throws {
        if let key = PublicKey(text) {
            self = key
        } else if Files.exists(text), let key = PublicKey(try Files.text(text)) {
            self = key
        } else {
            throw Failure(
                "'\(text)': neither a minisign public key nor a file with one; give 'RW…', or a .pub file")
        }
    }
}
