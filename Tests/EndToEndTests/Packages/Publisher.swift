import Archives
import Cryptography
import SkillPackages
import Unix

@testable import concierge

/// Somebody with a key, who makes packages of the example in C: each says which it is.
struct Publisher {
    let name: String
    let key = SecretKey.generate()
    let installation: Installation

    init(_ name: String = "Acme", for installation: Installation) {
        self.name = name
        self.installation = installation
    }

    /// The sources of a skill in a folder of its own.
    @discardableResult
    func write(_ id: String, _ version: String, adding lines: String = "", says: String? = nil) throws
        -> String
    {
        let folder = "sources/\(name)/\(id)"
        let example = Installation.repository + "/Examples/hello-c"
        let code = try Files.text(example + "/src/visits.c")
            .replacing("visits", with: id).replacing("\"hello-c\"", with: "\"\(id)\"").replacing(
                "\"1.0.0\"", with: "\"\(version)\""
            )
            .replacing("This is your message number", with: says ?? "\(id) \(version):")
        let manifest = try Files.text(example + "/skill.yaml")
            .replacing("visits", with: id).replacing("id: hello-c", with: "id: \(id)").replacing(
                "version: 1.0.0", with: "version: \(version)"
            )
            .replacing("publisher: Concierge", with: "publisher: \(name)")
            .replacing("library: build/hello-c.so", with: lines)
        try Files.makeFolders(installation.path(folder + "/src"))
        try installation.write(folder + "/src/visits.c", code)
        try installation.write(folder + "/skill.yaml", manifest)
        return folder
    }

    /// Builds, signs, and packs; `change` is what happens to the files between the signature and the archive.
    func pack(
        _ id: String, _ version: String, adding lines: String = "", isSigned: Bool = true,
        as format: ArchiveFormat = .tarZstandard, change: (String) throws -> Void = { _ in }
    ) throws -> String {
        let folder = try write(id, version, adding: lines)
        for name in [PackageFolder.sumsName, PackageFolder.signatureName, "README.md"] {
            try Files.removeTree(installation.path("\(folder)/\(name)"))
        }
        let built = try installation.run("skill", "build", folder)
        guard built.isSuccess else { throw Unbuilt(description: built.output) }
        let package = PackageFolder(installation.path(folder), id: id)
        if isSigned { try PackageSignature.sign(package, version: version, by: key) }
        try change(package.path)
        let archive = "\(id)-\(version)-\(name).\(format == .zip ? "zip" : "skill")"
        let names =
            try package.files()
            + [PackageFolder.sumsName, PackageFolder.signatureName].filter {
                Files.exists("\(package.path)/\($0)")
            }
        try ArchiveWriter.write(
            names.map { (name: $0, path: package.path + "/" + $0, isExecutable: false) }, under: id,
            as: format,
            to: installation.path(archive))
        return archive
    }
}
