import ConciergeCore
import Testing
import Unix

@Suite struct PublishTests {
    /// A folder with instructions, a publisher's key, and a registry's.
    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = try Files.temporaryFolder("publish-test")
        defer { try? Files.removeTree(folder) }
        try write("1.0.0", in: folder)
        for key in ["publisher.key", "registry.key"] {
            #expect(try concierge("sign", "--generate", key, "--no-password", in: folder).isSuccess)
        }
        try body(folder)
    }

    private func write(_ version: String, in folder: String) throws {
        try Files.makeFolders(folder + "/returns")
        let text =
            "---\nname: returns\ndescription: How goods come back.\nversion: \(version)\n---\nAsk first.\n"
        try Files.replace(folder + "/returns/SKILL.md", with: text)
    }

    private func concierge(_ words: String..., in folder: String) throws -> ChildProcess.Outcome {
        try ChildProcess([Installation.command, "skill"] + words, in: folder).run()
    }

    private func publish(_ words: String..., in folder: String) throws -> ChildProcess.Outcome {
        let all = ["publish"] + words + ["--registry", "shelf", "--key", "registry.key"]
        return try ChildProcess([Installation.command, "skill"] + all, in: folder).run()
    }

    @Test func `a signed folder is published, found, taken back, and its index renewed`() throws {
        try inFolder { folder in
            let unsigned = try publish("returns", "--publisher", "publisher.key.pub", in: folder)
            #expect(
                unsigned.output == "error: returns: nobody signed it; 'concierge skill sign returns' first\n")
            #expect(try concierge("sign", "returns", "--key", "publisher.key", in: folder).isSuccess)
            let stranger = try publish("returns", in: folder)
            #expect(stranger.output.hasPrefix("error: returns: signed by key "))
            let published = try publish(
                "returns", "--publisher", "publisher.key.pub", "--expires", "30d", "--json", in: folder)
            #expect(try JSON.decode(published.output)["serial"] == 1)

            let unknown = try concierge("search", "goods", "--registry", "shelf", in: folder)
            #expect(unknown.output.contains("is not trusted yet; look at it, then say --yes"))
            let found = try concierge("search", "goods", "--registry", "shelf", "--yes", "--json", in: folder)
            let json = try #require(found.output.split(separator: "\n").last.map(String.init))
            let offer = try JSON.decode(json).list?.first
            #expect(offer?["id"] == "returns" && offer?["version"] == "1.0.0")
            #expect(offer?["kind"] == "instructions" && offer?["description"] == "How goods come back.")
            // The key is pinned now.
            #expect(try concierge("search", "--registry", "shelf", in: folder).isSuccess)

            let back = try publish("returns", "--yank", "1.0.0", "--reason", "it was wrong", in: folder)
            #expect(back.isSuccess, "\(back.output)")
            let withdrawn = try concierge("search", "--registry", "shelf", in: folder)
            #expect(withdrawn.output.contains("withdrawn: it was wrong"))
            #expect(
                try publish("--renew", in: folder).output.hasPrefix("shelf: 'shelf' number 3, good until "))
        }
    }

    @Test func `an archive is published as it is, once`() throws {
        try inFolder { folder in
            #expect(try concierge("sign", "returns", "--key", "registry.key", in: folder).isSuccess)
            #expect(try concierge("pack", "returns", "--format", "zip", in: folder).isSuccess)
            #expect(try publish("returns-1.0.0.skill", in: folder).isSuccess)
            let files = try Files.list(folder + "/shelf/packages")
            let file = try #require(files.first)
            #expect(
                try Files.read(folder + "/shelf/packages/" + file)
                    == Files.read(folder + "/returns-1.0.0.skill"))
            let again = try publish("returns-1.0.0.skill", in: folder)
            #expect(
                again.output == "error: shelf: 'returns' 1.0.0 is published already; give it a new version\n")
        }
    }

    @Test func `what was changed after it was signed is not published`() throws {
        try inFolder { folder in
            #expect(try concierge("sign", "returns", "--key", "registry.key", in: folder).isSuccess)
            try write("1.0.1", in: folder)
            let changed = try publish("returns", in: folder)
            #expect(changed.ending == .exit(1))
            #expect(changed.output.contains("'SKILL.md' was changed"))
            #expect(!Files.exists(folder + "/shelf/index.json"))
        }
    }

    @Test(arguments: [
        (
            ["publish", "--registry", "shelf", "--key", "registry.key"],
            "no PACKAGE; give a signed archive or folder, or --renew alone"
        ),
        (
            ["publish", "returns", "--registry", "https://example.com", "--key", "registry.key"],
            "--registry: only a folder is published to; publish there, and copy it to the server"
        ),
        (
            ["publish", "returns", "--yank", "1.0.0", "--registry", "shelf", "--key", "registry.key"],
            "--yank and --reason: belong together; give both"
        ),
        (
            ["publish", "returns", "--expires", "soon", "--registry", "shelf", "--key", "registry.key"],
            "--expires: 'soon' is not a length of time; write one such as 90d"
        ),
        (
            [
                "publish", "returns", "--expires", "999999999999d", "--registry", "shelf", "--key",
                "registry.key",
            ],
            "--expires: '999999999999d' is longer than ten years; write one such as 90d"
        ),
    ]) func `misuse is said in words`(words: [String], sentence: String) throws {
        let outcome = try ChildProcess([Installation.command, "skill"] + words, in: "/tmp").run()
        #expect(outcome.ending == .exit(64))
        #expect(outcome.output.hasPrefix("error: \(sentence)\n"))
    }

    @Test func `kill -9 at any moment of a publication leaves an index that is good`() throws {
        try inFolder { folder in
            #expect(try concierge("sign", "returns", "--key", "registry.key", in: folder).isSuccess)
            let clock = ContinuousClock()
            let whole = try clock.measure { _ = try publish("returns", in: folder) }
            let moments = 12
            for moment in 1...moments {
                try write("1.\(moment).0", in: folder)
                #expect(try concierge("sign", "returns", "--key", "registry.key", in: folder).isSuccess)
                let words = ["publish", "returns", "--registry", "shelf", "--key", "registry.key"]
                let process = try ChildProcess([Installation.command, "skill"] + words, in: folder).start()
                // Not to wait for something: these are the moments at which it is killed.
                Pause.wait(whole * moment / moments)
                process.signal(9)
                _ = process.wait()
                let found = try concierge("search", "--registry", "shelf", "--yes", "--json", in: folder)
                #expect(found.isSuccess, "\(found.output)")
                let renewed = try publish("--renew", in: folder)
                #expect(renewed.isSuccess, "\(renewed.output)")
                #expect(!Files.exists(folder + "/shelf/index.json.next"))
                let verify = ["minisign", "-V", "-Q", "-p", "registry.key.pub", "-m", "shelf/index.json"]
                #expect(try ChildProcess(verify, in: folder).run().isSuccess)
            }
        }
    }

    @Test func `without a registry in the configuration a search says where to write one`() throws {
        try inFolder { folder in
            let outcome = try concierge("search", "goods", in: folder)
            #expect(
                outcome.output
                    == "error: config.yaml: no registry is named in it; write its address under 'registries', or say --registry PLACE\n"
            )
        }
    }
}
