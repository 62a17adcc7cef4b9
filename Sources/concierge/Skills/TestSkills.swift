import ConciergeCore
import SkillPackages
import Unix

/// The skills that a conversation is played with, in the order of its pipeline.
struct TestSkills {
    private(set) var files: [(file: SkillFile, config: Value)] = []

    /// `package` is the one under test; the others lie beside it, or are bundled with this program.
    init(_ test: ConversationTest, of package: SkillFile?) throws {
        guard !test.skills.isEmpty else {
            guard let package else { throw Failure("'\(test.name)': no 'skills'; name those that take part") }
            files = [(package, test.config)]
            return
        }
        let own = test.skills.map(\.name)
        if let package, !own.contains(where: { package.manifest.isNamed(SkillName($0)) }) {
            throw Failure(
                "'\(test.name)': 'skills' leaves '\(package.manifest.id)' out; name it at its place")
        }
        for part in test.skills {
            if let package, package.manifest.isNamed(SkillName(part.name)) {
                files.append((package, part.config == [:] ? test.config : part.config))
            } else {
                files.append((try Self.find(part.name, beside: package), part.config))
            }
        }
        let (_, problems) = SkillOrder.assemble(
            test.skills.map { .init(name: SkillName($0.name), place: Place(file: test.name)) },
            installed: files.map(\.file.manifest))
        if let error = problems.first(where: \.isError) { throw Failure(error.description) }
    }

    private static func find(_ name: String, beside package: SkillFile?) throws -> SkillFile {
        var folders = (package?.package.path).map { [Files.folder(of: Files.absolute($0) ?? $0)] } ?? []
        folders += SkillSources.bundledFolders
        for folder in folders {
            for candidate in ((try? Files.list(folder)) ?? []).map({ Files.join(folder, $0) })
            where PackageFolder.isPackage(candidate) {
                guard let file = try? SkillFile(candidate), file.manifest.isNamed(SkillName(name)),
                    file.package.hasLibrary
                else { continue }
                return file
            }
        }
        throw Failure(
            "skill '\(name)': in none of \(Spelling.listed(folders)); build it with 'scripts/build'")
    }
}
