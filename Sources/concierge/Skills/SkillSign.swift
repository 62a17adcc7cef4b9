import ConciergeCore
import ConfigurationFile
import Cryptography
import SkillPackages
import Unix

/// `concierge skill sign`: who made a package, so that nobody can change it unseen.
enum SkillSign {
    static let command = Command(
        name: "sign", summary: "sign a package, or make a key to sign with",
        details: """
            Writes \(PackageFolder.sumsName), which 'sha256sum -c' reads, and its signature, which 'minisign -V' verifies.
            Keys are minisign's own files. A password is asked for on a terminal.
            """,
        examples: [
            "concierge skill sign --generate ~/.concierge/publisher.key",
            "concierge skill sign greeter --key ~/.concierge/publisher.key",
        ],
        parameters: [
            .init(
                name: "FOLDER", summary: "the package's folder, with its library built", count: .optional,
                completion: .folder)
        ],
        options: [
            .key, .passwordFile,
            .init(
                name: "generate", value: "FILE",
                summary: "make a secret key there, and FILE.pub to give to others", completion: .file),
            .init(name: "no-password", value: nil, summary: "with --generate: protect the key by nothing"),
        ],
        run: { invocation in
            if let path = invocation["generate"] {
                guard invocation.arguments.isEmpty, !invocation.has("key") else {
                    throw Misuse("--generate: makes a key and signs nothing; sign in a second step")
                }
                return try generate(path, invocation)
            }
            guard let folder = invocation.arguments.first else {
                throw Misuse("no FOLDER; give the package's folder, or --generate FILE")
            }
            try sign(folder, try SigningKey.read(invocation))
        })

    private static func sign(_ folder: String, _ key: SecretKey) throws {
        let (package, version) = try signable(folder)
        let signature = try PackageSignature.sign(package, version: version, by: key)
        var table = Table(header: ["id", "version", "digest", "key"])
        table.rows.append([package.id, version, signature.listed.digest, signature.keyIdentifier])
        Terminal.remark(table.text(Terminal.remarks))
        Terminal.print(Files.join(folder, PackageFolder.signatureName))
    }

    /// Only what others can install, and under one name and version, is worth a signature.
    private static func signable(_ folder: String) throws -> (PackageFolder, version: String) {
        switch try Candidate.content(of: folder) {
        case .skill(let file):
            guard try file.package.files().contains(where: { $0.hasPrefix("lib/") }) else {
                throw Failure("\(folder): no library in it; 'concierge skill build \(folder)' first")
            }
            return (file.package, file.manifest.version)
        case .instructions(let file):
            guard let version = file.version else {
                throw Failure("\(folder)/\(InstructionsFile.name): no version; write 'version: 1.0.0' in it")
            }
            return (PackageFolder(folder, id: file.id), version)
        }
    }

    private static func generate(_ path: String, _ invocation: Invocation) throws {
        for path in [path, path + ".pub"] where Files.exists(path) {
            throw Failure("\(path): is there already, and no key is written over; choose another name")
        }
        let password = try SigningKey.newPassword(invocation)
        let key = SecretKey.generate()
        let file = try key.file(password: password)
        try Files.makeFolders(Files.folder(of: path), mode: 0o700)
        try Files.create(path, file, mode: 0o600)
        try Files.create(path + ".pub", key.publicKey.file)
        Terminal.remark("\(path): the secret key; keep it, and a copy")
        Terminal.remark("\(path).pub: the public key; give it to who installs what you sign")
        Terminal.print(key.publicKey.text)
    }
}

/// The secret key that a command signs with.
enum SigningKey {
    static func read(_ invocation: Invocation) throws -> SecretKey {
        guard let path = invocation["key"] else {
            throw Misuse("--key: is missing; give a key's file, or make one by 'skill sign --generate FILE'")
        }
        let text = String(decoding: try Files.given(path), as: UTF8.self)
        do {
            let isEncrypted = try SecretKey.isEncrypted(file: text)
            let password = isEncrypted ? try fromFile(invocation) ?? asked(of: path) : nil
            return try SecretKey(file: text, password: password)
        } catch let error as SecretKeyError {
            throw Failure("\(path): \(error)")
        }
    }

    /// Nil where it is said that there shall be none.
    static func newPassword(_ invocation: Invocation) throws -> String? {
        if invocation.has("no-password") { return nil }
        if let given = try fromFile(invocation) { return given }
        guard Environment.isTerminal(0) else {
            throw Failure(
                "--generate: no terminal to ask for a password; give --password-file FILE or --no-password")
        }
        guard let password = Terminal.secret("password for the new key: "), !password.isEmpty,
            let again = Terminal.secret("once more: ")
        else { throw Failure("--generate: no password was given; type one, or say --no-password") }
        guard password == again else { throw Failure("--generate: the passwords differ; try again") }
        return password
    }

    private static func asked(of path: String) -> String? {
        Environment.isTerminal(0) ? Terminal.secret("password of \(path): ") : nil
    }

    private static func fromFile(_ invocation: Invocation) throws -> String? {
        guard let path = invocation["password-file"] else { return nil }
        let text = String(decoding: try Files.given(path), as: UTF8.self)
        return text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
    }
}

extension Command.Option {
    static let key = Self(
        name: "key", value: "FILE", summary: "the secret key to sign with", completion: .file)
    static let passwordFile = Self(
        name: "password-file", value: "FILE", summary: "the key's password is its first line",
        completion: .file)
}
