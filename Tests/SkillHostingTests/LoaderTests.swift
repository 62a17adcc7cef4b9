import ConciergeCore
import Foundation
import Testing

@testable import SkillHosting

/// From what an admin asks for to skills that answer.
@Suite struct LoaderTests {
    @Test func `a package's skill answers under the name the admin gave it`() async throws {
        let zoo = try Zoo()
        defer { zoo.remove() }
        let name = try zoo.build().split(separator: "/").last.map(String.init)
        let loaded = try loader().load(
            SkillRequest(
                id: "mine", path: zoo.folder,
                package: ["id": "beast", "version": "1.0.0", "library": Value(name), "name": "Beast"]))
        #expect(loaded.manifest.id == "mine")
        #expect(loaded.warnings.isEmpty)
        let answers = Answers()
        answers.begin(loaded.skill)
        #expect(await answers.texts(1) == ["ok"])
        loaded.skill.stop()
    }

    @Test func `the good ones are served and each bad one is named`() throws {
        let zoo = try Zoo()
        defer { zoo.remove() }
        let (good, needy) = (
            try zoo.build(),
            try zoo.build(
                Zoo.Beast(
                    manifest: """
                        sk_cbor_key(&w, "requires");
                        uint64_t ids = sk_cbor_begin_list(&w);
                        sk_cbor_put_string(&w, "sk.llm/1");
                        sk_cbor_put_string(&w, "sk.store/1");
                        sk_cbor_put_string(&w, "com.acme.crm/2");
                        sk_cbor_end_list(&w, ids);
                        """))
        )
        let (loaded, refused) = loader().load([
            SkillRequest(id: "absent", path: "/no/such.so"), SkillRequest(id: "good", path: good),
            SkillRequest(id: "needy", path: needy), SkillRequest(id: "empty", path: zoo.folder),
        ])
        #expect(loaded.map(\.manifest.id) == ["good"])
        #expect(
            refused.map(\.description) == [
                "/no/such.so: there is no such file; build it with 'concierge skill build FOLDER'",
                "skill 'needy': needs 'sk.llm/1' and 'com.acme.crm/2', which this host does not offer; "
                    + "configure what offers them, or remove the skill",
                "\(zoo.folder)/lib/linux-\(LibraryTests.host)/empty.so: there is no such file; "
                    + "build it with 'concierge skill build FOLDER'",
            ])
        for skill in loaded { skill.skill.stop() }
    }

    @Test func `a library built from another manifest is refused, with every fact`() throws {
        let zoo = try Zoo()
        defer { zoo.remove() }
        let path = try zoo.build()
        let error = #expect(throws: LoadError.self) {
            try loader().load(
                SkillRequest(id: "beast", path: path, package: ["id": "other", "version": "1.1.0"]))
        }
        #expect(
            error?.description
                == "\(path): its manifest differs from 'skill.yaml' in 'id' and 'version'; build it with 'concierge skill build FOLDER'"
        )
    }

    @Test func `in which order a manifest lists what it reads says nothing`() throws {
        let zoo = try Zoo()
        defer { zoo.remove() }
        let path = try zoo.build(
            Zoo.Beast(
                manifest: """
                    sk_cbor_key(&w, "reads");
                    sk_cbor_put_list(&w, 2);
                    sk_cbor_put_string(&w, "turn.text");
                    sk_cbor_put_string(&w, "customer.id?");
                    """))
        func load(_ reads: Value) throws -> LoadedSkill {
            try loader().load(
                SkillRequest(
                    id: "beast", path: path, package: ["id": "beast", "version": "1.0.0", "reads": reads]))
        }
        let loaded = try load(["customer.id?", "turn.text"])
        loaded.skill.stop()
        let error = #expect(throws: LoadError.self) { try load(["customer.id", "turn.text"]) }
        #expect(
            error?.description
                == "\(path): its manifest differs from 'skill.yaml' in 'reads'; build it with 'concierge skill build FOLDER'"
        )
    }

    @Test func `a manifest that means nothing is refused in its reader's words`() throws {
        let zoo = try Zoo()
        defer { zoo.remove() }
        let path = try zoo.build(
            Zoo.Beast(manifest: "sk_cbor_key(&w, \"requires\"); sk_cbor_put_int(&w, 1);"))
        let error = #expect(throws: LoadError.self) { try loader().load(SkillRequest(id: "a", path: path)) }
        #expect(
            error?.description
                == "\(path): its manifest cannot be read: requires: a list was expected; write it as 'skill.yaml' has it"
        )
    }

    @Test func `Swift of another compiler does not share the process`() throws {
        let zoo = try Zoo()
        defer { zoo.remove() }
        let path = try zoo.build(Zoo.Beast(entry: "entry.toolchain = \"Swift 5\";"))
        let error = #expect(throws: LoadError.self) {
            try loader(toolchain: "Swift 6").load(SkillRequest(id: "beast", path: path))
        }
        #expect(
            error?.description
                == "\(path): built by 'Swift 5', this host by 'Swift 6'; build it with 'concierge skill build FOLDER'"
        )
        let loaded = try loader(toolchain: "Swift 5").load(SkillRequest(id: "beast", path: path))
        loaded.skill.stop()
    }

    @Test func `a configuration is checked, and create gets it with its defaults`() async throws {
        let zoo = try Zoo()
        defer { zoo.remove() }
        let path = try zoo.build(
            Zoo.Beast(
                turn: "say(completion, me->note); return SK_OK;",
                create: """
                    sk_bytes note;
                    if (!sk_cbor_find_text(config, "note", &note)) return NULL;
                    snprintf(me->note, sizeof me->note, "%.*s", (int)note.len, note.ptr);
                    return &me->table;
                    """))
        let loader = loader { _, value in
            guard value["points"] == nil else {
                return (value, ["/points: unknown key; remove it", "/x: no"])
            }
            return (["note": "by default"], [])
        }
        let error = #expect(throws: LoadError.self) {
            try loader.load(SkillRequest(id: "lead", path: path, configuration: ["points": 1]))
        }
        #expect(error?.description == "skill 'lead': /points: unknown key; remove it; and /x: no")
        let loaded = try loader.load(SkillRequest(id: "lead", path: path))
        let answers = Answers()
        answers.begin(loaded.skill)
        #expect(await answers.texts(1) == ["by default"])
        loaded.skill.stop()
    }

    @Test func `a skill of a later minor runs with a warning`() throws {
        let zoo = try Zoo()
        defer { zoo.remove() }
        let path = try zoo.build(Zoo.Beast(entry: "entry.abi_minor = 9;"))
        let loaded = try loader().load(SkillRequest(id: "beast", path: path))
        #expect(
            loaded.warnings == [
                "\(path): built for ABI 1.9, this host speaks 1.0; it runs, without what is newer"
            ])
        loaded.skill.stop()
    }

    private func loader(
        toolchain: String = SkillLoader.hostToolchain,
        checking check: @escaping SkillLoader.ConfigurationCheck = { ($1, []) }
    ) -> SkillLoader {
        SkillLoader(
            services: Witness(), offered: ["sk.log/1", "sk.store/1"], toolchain: toolchain,
            reading: { facts in
                var manifest = Manifest(
                    id: facts["id"]?.text ?? "", version: facts["version"]?.text ?? "")
                if let ids = facts["requires"] {
                    guard let ids = ids.list else { throw PatchError("requires", "a list was expected") }
                    manifest.requires = ids.compactMap(\.text)
                }
                manifest.reads = (facts["reads"]?.list ?? []).compactMap(\.text).map {
                    Manifest.Read(pattern: $0)
                }
                return manifest
            }, checking: check)
    }
}
