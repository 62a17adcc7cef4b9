import ConciergeCore
import HTTPServer
import Testing
import Unix

/// Instructions from a registry that speaks as ClawHub does.
@Suite struct HubInstallTests {
    private static let text =
        "---\nname: returns\ndescription: How goods come back.\nversion: 0.1.0\n---\nAsk first.\n"

    /// `files` are what the hub's zip of 'returns' 1.2.0 has at its root.
    private func inShop(
        files: [String: String] = ["SKILL.md": text, "_meta.json": "{}"], moderation: String = "null",
        _ body: (Installation, String) throws -> Void
    ) throws {
        let zip = try zipped(files)
        let detail = """
            {"skill":{"slug":"returns","displayName":"Returns","summary":"How goods come back."},
            "latestVersion":{"version":"1.2.0"},"moderation":\(moderation)}
            """
        let server = try Server.start(HTTPServer.Configuration()) { request, responder in
            switch request.path {
            case "/api/v1/skills/returns": responder.respond(Response(body: Array(detail.utf8)))
            case "/api/v1/skills/returns/versions":
                responder.respond(
                    Response(body: Array(#"{"items":[{"version":"1.2.0"}],"nextCursor":null}"#.utf8)))
            case "/api/v1/download": responder.respond(Response(body: zip))
            default: responder.respond(Response(status: 404))
            }
        }
        defer { server.stop(grace: .zero) }
        let url = "http://127.0.0.1:\(server.port)"
        let shop = try Installation(
            InstallTests.bare + "registries: [{ url: \"\(url)\", kind: clawhub }]\n")
        defer { shop.remove() }
        try body(shop, url)
    }

    private func zipped(_ files: [String: String]) throws -> [UInt8] {
        let folder = try Files.temporaryFolder("hub-test")
        defer { try? Files.removeTree(folder) }
        for (name, text) in files {
            let path = "\(folder)/files/\(name)"
            try Files.makeFolders(Files.folder(of: path))
            try Files.create(path, text)
        }
        let words = ["python3", "-m", "zipfile", "-c", "\(folder)/x.zip"]
        let names = try Files.list(folder + "/files")
        let made = try ChildProcess(words + names, in: folder + "/files").run()
        guard made.isSuccess else { throw Unbuilt(description: made.output) }
        return try Files.read(folder + "/x.zip")
    }

    @Test func `instructions are installed under the hub's version, and stay marked as unsigned`() throws {
        try inShop { shop, url in
            let unsigned = try shop.run("skill", "install", "returns", "--yes")
            #expect(unsigned.output.contains("returns 1.2.0: nobody signed it"), "\(unsigned.output)")
            let installed = try shop.run("skill", "install", "returns", "--yes", "--allow-unsigned", "--json")
            #expect(installed.isSuccess, "\(installed.output)")
            let list = try JSON.decode(try shop.run("skill", "list", "--json").output)
            let entry = list.list?.first { $0["id"] == "returns" }
            #expect(entry?["version"] == "1.2.0")
            let lock = try Files.text(shop.path("skills/skills.lock"))
            #expect(lock.contains(#""source":"\#(url)""#))
        }
    }

    @Test func `code does not come from a hub, whatever it is called there`() throws {
        let manifest = try Files.text(Installation.repository + "/Examples/hello-c/skill.yaml")
            .replacing("id: hello-c", with: "id: returns")
        try inShop(files: ["skill.yaml": manifest, "lib/linux-x86_64/returns.so": "code"]) { shop, _ in
            let refused = try shop.run(
                "skill", "install", "returns", "--yes", "--allow-unsigned", "--in-process")
            #expect(
                refused.output
                    == "error: returns 1.2.0: the registry offers it as 'instructions', and it is 'native'; do not install it\n"
                    + "returns: nothing was changed; the step 'manifest' failed\n")
            #expect(!Files.exists(shop.path("skills/returns")))
        }
    }

    @Test func `what the hub calls suspicious is warned of, and malware is refused`() throws {
        try inShop(moderation: #"{"isSuspicious":true,"reasonCodes":["suspicious.exec"]}"#) { shop, _ in
            let warned = try shop.run("skill", "install", "returns", "--yes", "--allow-unsigned")
            #expect(warned.isSuccess)
            #expect(
                warned.output.contains(
                    "warning: returns 1.2.0: its registry calls it suspicious: suspicious.exec\n"))
        }
        try inShop(moderation: #"{"isMalwareBlocked":true}"#) { shop, url in
            let refused = try shop.run("skill", "install", "returns", "--yes", "--allow-unsigned")
            #expect(
                refused.output.hasPrefix(
                    "error: 'returns': \(url) blocks it as malware; do not install it from elsewhere either\n"
                ))
        }
    }
}
