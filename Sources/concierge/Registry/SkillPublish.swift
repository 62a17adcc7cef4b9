import Archives
import ConciergeCore
import ConfigurationFile
import Cryptography
import Engine
import SkillPackages
import Unix

/// `concierge skill publish`: a signed package into a registry's folder.
enum SkillPublish {
    static let command = Command(
        name: "publish", summary: "put a signed package into a registry's folder, or take a version back",
        details: """
            The registry is a folder, here or on a web server, with archives and an index. The index is signed with --key,
            and good until --expires is over: publish something, or say --renew, before that.
            """,
        examples: [
            "concierge skill publish greeter-1.2.0.skill --registry /srv/skills --key registry.key",
            "concierge skill publish greeter --yank 1.1.0 --reason 'answers twice' --registry /srv/skills --key registry.key",
            "concierge skill publish --renew --registry /srv/skills --key registry.key",
        ],
        parameters: [
            .init(
                name: "PACKAGE", summary: "a signed archive or folder; with --yank, its id", count: .optional,
                completion: .file)
        ],
        options: [
            .init(
                name: "registry", value: "FOLDER", summary: "the registry's folder; made where it is missing",
                completion: .folder, mend: "give the registry's folder"),
            .key, .passwordFile, .json,
            .init(
                name: "publisher", value: "KEY",
                summary: "the public key of whoever signed the package, where it is not --key's"),
            .init(name: "new-signer", value: nil, summary: "the package has another signer than before"),
            .init(name: "name", value: "NAME", summary: "what a new registry is called; else as its folder"),
            .init(name: "expires", value: "SPAN", summary: "how long the index is good; else 90d"),
            .init(
                name: "yank", value: "VERSION", summary: "say of a version that it must not be used any more"),
            .init(name: "reason", value: "TEXT", summary: "why, with --yank"),
            .init(name: "renew", value: nil, summary: "sign the index for another while"),
        ],
        run: { try run($0) })

    private static let longest = Duration.seconds(3653 * 86_400)

    private static func run(_ invocation: Invocation) throws {
        let word = invocation.arguments.first
        guard (word == nil) == invocation.has("renew") else {
            throw Misuse("no PACKAGE; give a signed archive or folder, or --renew alone")
        }
        let spanText = invocation["expires"] ?? "90d"
        guard let lasts = Duration(span: spanText), lasts > .zero else {
            throw Misuse("--expires: '\(spanText)' is not a length of time; write one such as 90d")
        }
        guard lasts <= longest else {
            throw Misuse("--expires: '\(spanText)' is longer than ten years; write one such as 90d")
        }
        let reason = invocation["reason"]
        guard (reason == nil) == (invocation["yank"] == nil) else {
            throw Misuse("--yank and --reason: belong together; give both")
        }
        guard !RegistryAddress.isWeb(invocation.demanded("registry")) else {
            throw Misuse(
                "--registry: only a folder is published to; publish there, and copy it to the server")
        }
        let key = try SigningKey.read(invocation)
        let folder = RegistryFolder(
            invocation.demanded("registry"), key: key, now: SystemClock().now(), lasts: lasts)
        let index: RegistryIndex
        if let word, let version = invocation["yank"] {
            index = try folder.yank(id: word, version: version, reason: reason ?? "")
        } else if let word {
            index = try publish(word, to: folder, key.publicKey, invocation)
        } else {
            index = try folder.renew()
        }
        show(index, folder, invocation)
    }

    private static func show(_ index: RegistryIndex, _ folder: RegistryFolder, _ invocation: Invocation) {
        if invocation.has("json") {
            let value: Value = [
                "registry": .text(folder.path), "name": .text(index.name), "serial": .int(index.serial),
                "expires": .text(index.expires.description),
            ]
            return Terminal.print(JSON.text(value))
        }
        Terminal.print(
            "\(folder.path): '\(index.name)' number \(index.serial), good until \(index.expires)")
    }

    private static func publish(
        _ path: String, to folder: RegistryFolder, _ key: PublicKey, _ invocation: Invocation
    ) throws -> RegistryIndex {
        let staging = try Files.temporaryFolder("concierge-publish")
        defer { try? Files.removeTree(staging) }
        // What is looked at is what is published, whatever becomes of the file meanwhile.
        let copy = Files.join(staging, "archive")
        let archive = try archive(path, by: copy)
        let unpacked = Files.join(staging, "unpacked")
        try Files.makeFolders(unpacked, mode: 0o700)
        let top: String
        do { top = try ArchiveReader(copy).unpack(into: unpacked).top ?? "" } catch {
            throw Failure("\(error)".replacing(copy, with: path))
        }
        let place = Files.join(unpacked, top)
        do {
            let candidate = try Candidate(published: place, shown: path)
            let signer = try candidate.signer(among: [key] + given(invocation))
            return try folder.publish(
                archive, id: candidate.id, version: candidate.version, name: invocation["name"],
                changingSigner: invocation.has("new-signer")
            ) { candidate.describe(in: &$0, signer: signer) }
        } catch let error as PackageError {
            throw Failure("\(error)".split(separator: "\n").map { String($0).replacing(place, with: path) })
        }
    }

    /// The bytes of an archive, which then lie in the copy too; a folder is packed.
    private static func archive(_ path: String, by copy: String) throws -> [UInt8] {
        if Files.isFolder(path) {
            let packing = try SkillPack.packing(path, isAgreed: false)
            guard packing.isSigned else {
                throw Failure("\(path): nobody signed it; 'concierge skill sign \(path)' first")
            }
            try packing.pack(as: .tarZstandard, to: copy)
            return try Files.read(copy)
        }
        let archive = try Files.given(path)
        try Files.replace(copy, with: archive)
        return archive
    }

    private static func given(_ invocation: Invocation) throws -> [PublicKey] {
        try [invocation["publisher"]].compactMap { try $0.map(PublicKey.init(given:)) }
    }
}

extension Candidate {
    /// A package that is to be published.
    fileprivate init(published place: String, shown: String) throws {
        let content = try Candidate.content(of: place)
        let package = PackageFolder(place, id: content.id, isWhole: true)
        guard Files.name(of: place) == content.id else {
            throw Failure(
                "\(shown): its folder calls it '\(Files.name(of: place))', and it calls itself '\(content.id)'; pack it again"
            )
        }
        self.init(content: content, package: package, origin: .archive, source: shown, shown: shown)
        if case .instructions(let file) = content, file.version == nil {
            throw Failure("\(shown): SKILL.md names no version; write 'version: 1.0.0' in it")
        }
    }

    /// Who signed it, held against the keys that are known here.
    fileprivate func signer(among keys: [PublicKey]) throws -> PublicKey {
        guard let signature = try PackageSignature.read(package) else {
            throw Failure("\(shown): nobody signed it; 'concierge skill sign' its folder, and pack it again")
        }
        guard let key = keys.first(where: { $0.identifier == signature.keyIdentifier }) else {
            throw Failure(
                "\(shown): signed by key \(signature.keyIdentifier), which is not the registry's; give its public key by --publisher"
            )
        }
        try signature.verify(id: id, version: version, sums: PackageSums(of: package), by: key)
        return key
    }

    fileprivate func describe(in entry: inout RegistryIndex.Version, signer: PublicKey) {
        entry.kind = kind
        entry.signer = signer
        entry.permissions = permissions.map(\.id)
        switch content {
        case .skill(let file):
            entry.abi = file.manifest.abi
            entry.publisher = file.manifest.publisher
            entry.description = file.manifest.description.localized("en") ?? ""
        case .instructions(let file): entry.description = file.description
        }
        // Folded and literal texts of YAML end in a line break; an index has one line for each package.
        let words = entry.description.split(whereSeparator: \.isWhitespace)
        entry.description = words.joined(separator: " ").limited(to: 1024)
    }
}

extension String {
    /// As many whole characters as fit into so many bytes.
    fileprivate func limited(to bytes: Int) -> String {
        var text = self
        while text.utf8.count > bytes { text.removeLast() }
        return text
    }
}
