import Archives
import ConciergeCore
import ConfigurationFile
import SkillPackages
import Unix

/// `concierge skill pack`: a package as one file, for others to install.
enum SkillPack {
    static let command = Command(
        name: "pack", summary: "make one file of a package, for others to install",
        details: """
            Builds it first, unless it is signed: what was signed is packed. The same package makes the same bytes, wherever
            and whenever it is packed.
            """,
        examples: [
            "concierge skill pack greeter", "concierge skill pack greeter --output dist/greeter.skill",
        ],
        parameters: [
            .init(name: "FOLDER", summary: "the package's folder", completion: .folder)
        ],
        options: [
            .init(
                name: "output", value: "FILE", summary: "write it there instead of ./ID-VERSION.skill",
                completion: .file),
            .init(name: "format", value: "FORM", summary: "tar.zst, tar.gz or zip; tar.zst without it"),
            .init(name: "yes", value: nil, summary: "run the command that skill.yaml names without asking"),
        ],
        run: { invocation in
            let format = try format(invocation["format"])
            let packing = try packing(invocation.first, isAgreed: invocation.has("yes"))
            let name = "\(packing.package.id)-\(packing.version).skill"
            let output = invocation["output"] ?? name
            try Files.makeFolders(Files.folder(of: output))
            try packing.pack(as: format, to: output)
            for name in try packing.leftOut() {
                let path = Files.join(packing.package.path, name)
                Terminal.remark(
                    "\(path): is left out; what a skill reads belongs into 'assets' or 'knowledge'")
            }
            if !packing.isSigned {
                Terminal.remark(
                    "\(output): not signed; 'concierge skill sign' and pack again, so that others know whose it is"
                )
            }
            Terminal.print(output)
        })

    /// A folder as it would be packed, built where nobody signed it yet.
    static func packing(_ folder: String, isAgreed: Bool) throws -> Packing {
        switch try Candidate.content(of: folder) {
        case .skill(let file):
            let sdk = try SDK.find(executable: Environment.executable)
            let packing = Packing(file.package, version: file.manifest.version, runtime: try sdk.runtime())
            if !packing.isSigned { try SkillBuild.build(file, isAgreed: isAgreed) }
            return packing
        case .instructions(let file):
            let package = PackageFolder(folder, id: file.id)
            return Packing(package, version: file.version ?? "0.0.0", runtime: nil)
        }
    }

    private static func format(_ name: String?) throws -> ArchiveFormat {
        guard let name else { return .tarZstandard }
        guard let format = ArchiveFormat(rawValue: name) else {
            let known = ArchiveFormat.allCases.map(\.rawValue)
            throw Misuse(
                "--format: '\(name)' is none; \(Spelling.mend(name, known: known, otherwise: "use one of \(known.joined(separator: ", "))"))"
            )
        }
        return format
    }
}
