import ConciergeCore
import ConfigurationFile
import Testing

@Suite struct ManifestFileTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    @Test func `reads skill.yaml`() throws {
        let text = """
            id: sales-automation
            version: 1.0.0
            name: { zh: 销售, en: Sales }
            description: Finds leads
            reads: [turn.text, "profile.*?"]
            writes: { strategy.name: text }
            config:
              properties: { lead_threshold: { type: number, default: 0.8 } }
            """
        let manifest = try ManifestFile(path: folder.write("skill.yaml", text.utf8)).manifest
        #expect(manifest.id == "sales-automation" && manifest.writes == ["strategy.name": .text])
        #expect(manifest.configurationSchema.check([:]).value == ["lead_threshold": 0.8])
    }

    @Test func `names everything that is wrong with its place`() throws {
        let text = """
            id: Sales!
            version: 1.0
            name: Sales
            reads: [turn text]
            writes:
              strategy.name: txt
            config:
              properties:
                limit: { type: numbr }
            """
        let path = try folder.write("skill.yaml", text.utf8)
        let error = #expect(throws: Problems.self) { try ManifestFile(path: path) }
        #expect(
            error?.all.map { String($0.description.dropFirst(folder.path.utf8.count + 1)) } == [
                "skill.yaml:1:1: 'description' is missing; add it",
                "skill.yaml:1:5: 'id' 'Sales!' is not a name; use lower case letters, digits, '-' and '_'",
                "skill.yaml:2:10: 'version' must be text, not 1.0; write it in quotes",
                "skill.yaml:4:9: item 1 of 'reads' 'turn text' is not a key; write area.name, with '.*' for all below and '?' when it may be missing",
                "skill.yaml:6:18: unknown type 'txt'; did you mean 'text'?",
                "skill.yaml:9:20: unknown type 'numbr'; did you mean 'number'?",
            ])
    }

    @Test func `what has no effect is a warning with its place`() throws {
        let text = """
            id: leads
            version: 1.0.0
            name: Leads
            description: Finds leads
            isolation: worker
            collections:
              leads: { key: customer, fields: { note: text } }
            permissions: { model: true }
            actions: { score: { title: Score } }
            pages: [leads]
            """
        let file = try ManifestFile(path: folder.write("skill.yaml", text.utf8))
        #expect(
            file.warnings.map { String($0.description.dropFirst(folder.path.utf8.count + 1)) } == [
                "skill.yaml:5:12: 'worker' comes with a later version; the skill runs in process until then"
            ])
        #expect(file.warnings.allSatisfy { !$0.isError })
    }

    @Test func `a file that is not there is named`() {
        let error = #expect(throws: Problems.self) { try ManifestFile(path: "/nowhere/skill.yaml") }
        #expect(error?.description == "/nowhere/skill.yaml: no such file; check the path")
    }

    @Test func `nothing in it is expanded`() throws {
        let text = "id: a\nversion: 1.0.0\nname: \"${HOME}\"\ndescription: file:x\n"
        let manifest = try ManifestFile(path: folder.write("skill.yaml", text.utf8)).manifest
        #expect(
            manifest.name.localized("en") == "${HOME}" && manifest.description.localized("zh") == "file:x")
    }
}
