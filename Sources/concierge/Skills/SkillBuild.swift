import ConciergeCore
import SkillPackages
import Unix

/// `concierge skill build`: from sources to the library beside `skill.yaml`.
enum SkillBuild {
    static let command = Command(
        name: "build", summary: "build a skill's library from its sources",
        details: """
            The first that is there decides how: 'build' in skill.yaml (asked first, or --yes), Package.swift, Cargo.toml,
            Makefile, src/*.c; without any, the library that skill.yaml names is taken. CONCIERGE_SDK is set for it. The
            library goes to \(PackageFolder.libraryFolder)/ID.so beside skill.yaml.
            """,
        parameters: [Skills.folder],
        options: [
            .init(
                name: "output", value: "FILE", summary: "write the library there instead", completion: .file),
            .init(name: "yes", value: nil, summary: "run the command that skill.yaml names without asking"),
        ],
        run: { invocation in
            let file = try SkillFile(invocation.first)
            let output = try invocation["output"].map(absolute)
            Terminal.print(try build(file, output: output, isAgreed: invocation.has("yes")))
        })

    /// The library in its place, built where there are sources.
    @discardableResult
    static func build(_ file: SkillFile, output: String? = nil, isAgreed: Bool) throws -> String {
        let builder = Builder(
            file.package, command: file.manifest.build, product: file.manifest.library)
        if case .command(let words) = builder.recipe, !isAgreed {
            try agree(to: words.joined(separator: " "), in: file.package.path)
        }
        return try builder.build(output: output)
    }

    private static func agree(to command: String, in folder: String) throws {
        guard Environment.isTerminal(0) else {
            throw Failure("\(folder): skill.yaml wants to run '\(command)'; look at it, then say --yes")
        }
        guard Terminal.agrees("\(folder): skill.yaml wants to run '\(command)'; run it?".printable) else {
            throw Failure("\(folder): not built")
        }
    }

    private static func absolute(_ path: String) throws -> String {
        let folder = Files.folder(of: path)
        try Files.makeFolders(folder)
        return Files.join(Files.absolute(folder) ?? folder, Files.name(of: path))
    }
}
