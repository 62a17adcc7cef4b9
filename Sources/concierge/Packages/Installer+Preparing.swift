import Archives
import ConciergeCore
import ConfigurationFile
import Cryptography
import SkillPackages
import Unix

extension Installer {
    /// Fetches what is wanted and lays it out aside, as it would be installed.
    func prepare(
        _ wanted: Wanted, _ word: String, in staging: borrowing Staging, _ progress: InstallProgress
    ) throws -> Candidate {
        progress.enter(.fetch)
        switch wanted {
        case .folder(let folder): return try own(folder, in: staging, progress)
        case .archive(let path):
            return try unpacked(
                path, .init(origin: .archive, source: Files.absolute(path) ?? path, shown: path), in: staging,
                progress)
        case .named(let name, let version, let publisher):
            return try fetched(name, version, by: publisher, in: staging, progress)
        }
    }

    /// From the first registry that has the name: its archive, with the digest that the registry says.
    private func fetched(
        _ name: String, _ version: String?, by publisher: String?, in staging: borrowing Staging,
        _ progress: InstallProgress
    ) throws -> Candidate {
        let registries = try place.registries(named: options.registry, isAgreed: options.isAgreed)
        let offer = try Self.choice(among: try registries.offers(of: name), name, version)
        if let publisher, SkillName(publisher) != SkillName(offer.publisher ?? "") {
            let theirs = offer.publisher.map { "is by '\($0)'" } ?? "does not say whose it is"
            throw Failure(
                "'\(publisher)/\(name)': the one in \(offer.registry.url) \(theirs); if that is meant, write '\(name)'"
            )
        }
        if let warning = offer.warning { Terminal.warn("\(offer.name): \(warning)") }
        let path = try registries.fetch(offer) { done, all in progress.show(done, of: all) }
        let arrival = Arrival(
            origin: .registry, source: offer.registry.url, shown: offer.name, id: offer.id,
            version: offer.version, kind: offer.kind, signer: offer.signer,
            isLoose: offer.registry.kind == .clawhub)
        return try unpacked(path, arrival, in: staging, progress)
    }

    /// The version that was asked for; else the newest release that nobody took back.
    static func choice(
        among offers: [RegistryOffer], _ name: String, _ version: String?
    ) throws -> RegistryOffer {
        let known = offers.map(\.version)
        guard let version else {
            guard let offer = offers.choice else {
                throw Failure("'\(name)': every version was taken back; ask its publisher")
            }
            return offer
        }
        guard let offer = offers.first(where: { $0.version == version }) else {
            let mend = Spelling.mend(
                version, known: known, otherwise: "there are: \(known.joined(separator: ", "))")
            throw Failure("'\(name)@\(version)': no such version; \(mend)")
        }
        if let reason = offer.yanked {
            throw Failure("\(offer.name): taken back by its publisher (\(reason)); install another version")
        }
        return offer
    }

    /// A folder of the admin's own: built where it lies, and copied.
    private func own(
        _ folder: String, in staging: borrowing Staging, _ progress: InstallProgress
    ) throws -> Candidate {
        progress.enter(.manifest)
        let content = try Candidate.content(of: folder)
        progress.enter(.fetch)
        let source: PackageFolder
        switch content {
        case .skill(let file):
            try SkillBuild.build(file, isAgreed: options.isAgreed)
            source = file.package
        case .instructions(let file):
            source = PackageFolder(folder, id: file.id)
        }
        progress.enter(.unpack)
        let ready = PackageFolder(Files.join(staging.path, source.id), id: source.id, isWhole: true)
        try source.copy(to: ready.path)
        try sealOwn(ready, shown: folder)
        progress.enter(.manifest)
        return Candidate(
            content: try Candidate.content(of: ready.path), package: ready, origin: .folder,
            source: Files.absolute(folder) ?? folder, shown: folder)
    }

    /// What is known of an archive before it is opened.
    struct Arrival {
        var origin: Release.Origin
        var source: String
        var shown: String
        /// Under which name and version it was asked for.
        var id: String?
        var version: String?
        var kind: Release.Kind?
        var signer: PublicKey?
        /// Whether its files may lie at its root, and only its registry counts its versions.
        var isLoose = false
    }

    func unpacked(
        _ path: String, _ arrival: Arrival, in staging: borrowing Staging, _ progress: InstallProgress
    ) throws -> Candidate {
        progress.enter(.unpack)
        let folder = Files.join(staging.path, "archive")
        try Files.makeFolders(folder, mode: 0o700)
        let unpacked = try ArchiveReader(path).unpack(into: folder, needingTop: !arrival.isLoose)
        let place = unpacked.top.map { Files.join(folder, $0) } ?? folder
        progress.enter(.manifest)
        var candidate = try candidate(at: place, calledBy: unpacked.top, arrival)
        switch candidate.content {
        case .skill(var file):
            file.package = candidate.package
            candidate.content = .skill(file)
        case .instructions(var file) where arrival.isLoose:
            file.version = arrival.version
            candidate.content = .instructions(file)
        case .instructions: break
        }
        candidate.offeredSigner = arrival.signer
        try check(candidate, as: arrival)
        return candidate
    }

    private func candidate(at place: String, calledBy top: String?, _ arrival: Arrival) throws -> Candidate {
        let content: Candidate.Content
        do { content = try Candidate.content(of: place) } catch {
            throw Failure(
                "\(error)".split(separator: "\n").map { String($0).replacing(place, with: arrival.shown) })
        }
        let id = content.id
        for (said, what) in [(top, "its folder"), (arrival.id, "the registry")] where (said ?? id) != id {
            throw Failure(
                "\(arrival.shown): \(what) calls it '\(said ?? "")', and it calls itself '\(id)'; ask its publisher"
            )
        }
        let package = PackageFolder(place, id: id, isWhole: true)
        try seal(package, shown: arrival.shown)
        return Candidate(
            content: content, package: package, origin: arrival.origin, source: arrival.source,
            shown: arrival.shown, offeredVersion: arrival.version)
    }

    /// A registry's word on what comes is kept, or nothing comes: above all, no code where text was offered.
    private func check(_ candidate: Candidate, as arrival: Arrival) throws {
        if let kind = arrival.kind, candidate.kind != kind {
            throw Failure(
                "\(arrival.shown): the registry offers it as '\(kind)', and it is '\(candidate.kind)'; do not install it"
            )
        }
        if let version = arrival.version, candidate.version != version {
            throw Failure(
                "\(arrival.shown): the registry calls it version \(version), and it says \(candidate.version); ask its publisher"
            )
        }
    }

    /// An admin's own folder that was changed since it was signed is as unsigned as if it never had been.
    private func sealOwn(_ package: PackageFolder, shown: String) throws {
        let hasSums = Files.exists(Files.join(package.path, PackageFolder.sumsName))
        if hasSums, try !package.differences().isEmpty {
            Terminal.remark("\(shown): changed since it was signed, and installed as unsigned")
            for name in [PackageFolder.sumsName, PackageFolder.signatureName] {
                try Files.removeTree(Files.join(package.path, name))
            }
        }
        try seal(package, shown: shown)
    }

    /// Sees to it that `SHA256SUMS` lies there and says what is so.
    func seal(_ package: PackageFolder, shown: String) throws {
        let sums = Files.join(package.path, PackageFolder.sumsName)
        guard Files.exists(sums) else { return try Files.create(sums, try PackageSums(of: package).text) }
        let differences = try package.differences()
        guard differences.isEmpty else {
            throw Failure(
                differences.map {
                    "\(shown): \($0), says \(PackageFolder.sumsName); sign it again, or remove \(PackageFolder.sumsName)"
                })
        }
    }
}
