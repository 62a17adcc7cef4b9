import ConciergeCore
import ConfigurationFile
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
            throw Failure("\(path): archives are not taken yet")
        case .named(let name, _):
            throw Failure("'\(name)': no registry is configured")
        }
    }

    /// A folder of the admin's own: built where it lies, and copied.
    private func own(
        _ folder: String, in staging: borrowing Staging, _ progress: InstallProgress
    ) throws -> Candidate {
        let content = try Candidate.content(of: folder)
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
        try seal(ready, shown: folder)
        progress.enter(.manifest)
        return Candidate(
            content: try Candidate.content(of: ready.path), package: ready, origin: .folder,
            source: Files.absolute(folder) ?? folder, shown: folder)
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
