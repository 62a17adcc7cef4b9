import ConciergeCore
import ConfigurationFile
import Testing

@Suite struct InstructionsFileTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    private func path(_ version: String) throws -> String {
        let text =
            "---\nname: returns\ndescription: How goods come back.\nmetadata:\n  version: \"\(version)\"\n---\nAsk.\n"
        return try folder.write("SKILL.md", text.utf8)
    }

    @Test(arguments: ["1.0", "1.0.0-beta.2", "2026-11"])
    func `what others call a version is one`(version: String) throws {
        #expect(try InstructionsFile(path: path(version)).version == version)
    }

    @Test(arguments: ["1.0.0-x/../../y", "..", "1.0 "])
    func `a version that leads elsewhere is refused with its place`(version: String) throws {
        let path = try path(version)
        let error = #expect(throws: Problems.self) { try InstructionsFile(path: path) }
        #expect(
            error?.description
                == "\(path):5:12: '\(version)' is not a version; write three numbers, such as 1.0.0")
    }
}
