public import Archives
import Cryptography
import Unix

/// Makes one file of a package, for others to install.
public struct Packing {
    public let package: PackageFolder
    public let version: String
    /// The libraries that every host has; nil: it is no code.
    private let runtime: Set<String>?

    public init(_ package: PackageFolder, version: String, runtime: Set<String>?) {
        self.package = package
        self.version = version
        self.runtime = runtime
    }

    public var isSigned: Bool { Files.exists(Files.join(package.path, PackageFolder.signatureName)) }

    /// What lies in the folder and is neither packed nor known to be what the package is made of.
    public func leftOut() throws(PackageError) -> [String] {
        let names = try system { () throws(SystemError) in try Files.list(package.path) }
        let packed = Set(try package.files().map { $0.prefix { $0 != "/" } })
        return names.filter { name in
            !packed.contains(name[...]) && !name.hasPrefix(".") && !Self.sources.contains(name)
                && !name.hasSuffix(".skill")
        }
    }

    private static let sources: Set = [
        "Package.swift", "Package.resolved", "Sources", "Tests", "Cargo.toml", "Cargo.lock", "target",
        "Makefile",
        "src", "build", "build.rs", PackageFolder.sumsName, PackageFolder.signatureName,
    ]

    /// The same files make the same bytes. What is written is unpacked once, so that it can be by others.
    public func pack(as format: ArchiveFormat, to path: String) throws(PackageError) {
        let sums = try PackageSums(of: package)
        try checkLibraries(sums)
        try checkSignature(sums)
        let aside = try system { () throws(SystemError) in try Files.temporaryFolder("concierge-pack") }
        defer { try? Files.removeTree(aside) }
        let name = ".\(Files.name(of: path)).\(Environment.processIdentifier).tmp"
        let archive = Files.join(Files.folder(of: path), name)
        defer { try? Files.remove(archive) }
        try write(sums, as: format, to: archive, shown: path, aside: aside)
        try checkArchive(archive, sums, shown: path, aside: aside)
        try system { () throws(SystemError) in try Files.rename(archive, to: path) }
    }

    private func write(
        _ sums: PackageSums, as format: ArchiveFormat, to archive: String, shown: String, aside: String
    ) throws(PackageError) {
        let list = Files.join(aside, PackageFolder.sumsName)
        try system { () throws(SystemError) in try Files.create(list, sums.text) }
        var files = sums.lines.map { line in
            let path = Files.join(package.path, line.path)
            let isInLibrary = line.path.hasPrefix("lib/")
            let runs =
                isInLibrary && (line.path.hasSuffix(".so") || Files.status(path)?.isExecutable ?? false)
            return (name: line.path, path: path, isExecutable: runs)
        }
        files.append((PackageFolder.sumsName, list, false))
        if isSigned {
            let signature = PackageFolder.signatureName
            files.append((signature, Files.join(package.path, signature), false))
        }
        do throws(ArchiveError) {
            try ArchiveWriter.write(files, under: package.id, as: format, to: archive)
        } catch { throw .archive(error.shown(as: shown)) }
    }

    /// Whoever gets it finds in it what is packed here.
    private func checkArchive(
        _ archive: String, _ sums: PackageSums, shown: String, aside: String
    ) throws(PackageError) {
        let target = Files.join(aside, "unpacked")
        try system { () throws(SystemError) in try Files.makeFolders(target) }
        do throws(ArchiveError) {
            try ArchiveReader(archive).unpack(into: target)
        } catch { throw .archive(error.shown(as: shown)) }
        let unpacked = PackageFolder(Files.join(target, package.id), id: package.id, isWhole: true)
        let differences = try sums.differences(from: unpacked)
        guard differences.isEmpty else { throw .changing(folder: package.path, differences) }
    }

    private func checkLibraries(_ sums: PackageSums) throws(PackageError) {
        guard let runtime else { return }
        let libraries = sums.lines.map(\.path).filter {
            $0.hasPrefix("lib/") && $0.hasSuffix("/\(package.id).so")
        }
        guard !libraries.isEmpty else { throw .noLibraryToPack(folder: package.path) }
        for library in libraries {
            let path = Files.join(package.path, library)
            let errors = try LibraryFacts(path).faults(isPacked: true, runtime: runtime).errors
            guard errors.isEmpty else { throw .library(path: path, faults: errors) }
        }
    }

    /// A signature is packed as it is, so it must be one of these files.
    private func checkSignature(_ sums: PackageSums) throws(PackageError) {
        guard isSigned, let signature = try PackageSignature.read(package) else { return }
        let differences = signature.listed.differences(from: sums)
        guard differences.isEmpty else { throw .signedBefore(folder: package.path, differences) }
        let comment = sums.trustedComment(id: package.id, version: version)
        guard signature.file.trustedComment == comment else {
            throw .signedAsOther(folder: package.path, says: signature.file.trustedComment)
        }
    }
}

extension ArchiveError {
    fileprivate func shown(as path: String) -> ArchiveError {
        ArchiveError(path: path, entry: entry, fault: fault)
    }
}
