import ConciergeCore
import Cryptography
import SkillPackages
import Testing
import Unix

@testable import concierge

@Suite struct RegistryInstallTests {
    /// A shop, and a registry beside it to which Acme publishes.
    private func inShop(_ body: (Installation, Publisher) throws -> Void) throws {
        let shop = try Installation(InstallTests.bare + "registries: [registry]\n")
        defer { shop.remove() }
        let acme = Publisher(for: shop)
        try shop.write("acme.key", acme.key.file(password: nil), mode: 0o600)
        try body(shop, acme)
    }

    private func publish(_ archive: String, _ shop: Installation) throws {
        let said = try shop.run("skill", "publish", archive, "--registry", "registry", "--key", "acme.key")
        #expect(said.isSuccess, "\(said.output)")
    }

    @Test func `a name is found, installed, upgraded, and warned of when its publisher takes it back`() throws
    {
        try inShop { shop, acme in
            try publish(try acme.pack("rounds", "1.0.0"), shop)
            let asked = try shop.run("skill", "install", "rounds")
            #expect(asked.ending == .exit(1))
            #expect(
                asked.output.contains("is not trusted yet; look at it, then say --yes"), "\(asked.output)")
            #expect(try shop.run("skill", "install", "Rounds@1.0.0", "--yes", "--in-process").isSuccess)
            #expect(try shop.run("chat", input: "hello\n").output == "rounds 1.0.0: 1.\n")
            #expect(
                try shop.run("skill", "upgrade").output
                    == "rounds: 1.0.0 is the newest from \(Files.absolute(shop.path("registry")) ?? "")\n")
            try publish(try acme.pack("rounds", "1.1.0"), shop)
            #expect(try shop.run("skill", "upgrade").isSuccess)
            #expect(try shop.run("chat", input: "hello\n").output == "rounds 1.1.0: 1.\n")
            let yank = ["rounds", "--yank", "1.1.0", "--reason", "answers twice"]
            let words = ["skill", "publish"] + yank + ["--registry", "registry", "--key", "acme.key"]
            #expect(try shop.process(words).run().isSuccess)
            #expect(
                try shop.run("skill", "install", "rounds@1.1.0").output
                    == "error: rounds 1.1.0: taken back by its publisher (answers twice); install another version\n"
                    + "rounds@1.1.0: nothing was changed; the step 'fetch' failed\n")
            #expect(
                try shop.run("check").output.contains(
                    "this version of 'rounds' was taken back by its publisher (answers twice); 'concierge skill upgrade rounds'\n"
                ))
            #expect(
                try shop.run("skill", "doctor", "rounds").output.hasPrefix(
                    "✘ rounds 1.1.0: this version was taken back by its publisher (answers twice); next: concierge skill upgrade rounds\n"
                ))
        }
    }

    @Test func `a key that was pinned meanwhile is not replaced`() throws {
        try inShop { shop, acme in
            try publish(try acme.pack("rounds", "1.0.0"), shop)
            let place = Workplace(configuration: shop.path("config.yaml"))
            let registries = try place.registries(named: shop.path("registry"), isAgreed: true)
            let url = try #require(registries.addresses.first?.url)
            let other = SecretKey.generate().publicKey.text
            try place.skills.change { $0.keys["registry \(url)"] = other }
            #expect(throws: RegistryError.keyRefused(place: url, key: acme.key.publicKey.text)) {
                try registries.offers(of: "rounds")
            }
            #expect(try place.skills.lock().keys["registry \(url)"] == other)
        }
    }

    @Test func `without its registry a package comes from what was fetched before`() throws {
        try inShop { shop, acme in
            try publish(try acme.pack("rounds", "1.0.0"), shop)
            #expect(try shop.run("skill", "install", "rounds", "--yes", "--in-process").isSuccess)
            #expect(try shop.run("skill", "remove", "rounds").isSuccess)
            try Files.rename(shop.path("registry"), to: shop.path("elsewhere"))
            let again = try shop.run("skill", "install", "rounds", "--in-process")
            #expect(again.isSuccess, "\(again.output)")
            #expect(again.output.contains("warning: "))
            #expect(try shop.run("chat", input: "hello\n").output == "rounds 1.0.0: 1.\n")
        }
    }

    @Test func `an archive that is another one than the index says is refused`() throws {
        try inShop { shop, acme in
            try publish(try acme.pack("rounds", "1.0.0"), shop)
            let name = try #require(try Files.list(shop.path("registry/packages")).first)
            let other = try acme.pack("rounds", "1.0.0", adding: "permissions: { model: true }")
            try Files.replace(shop.path("registry/packages/" + name), with: try Files.read(shop.path(other)))
            let refused = try shop.run("skill", "install", "rounds", "--yes")
            #expect(refused.ending == .exit(1))
            #expect(
                refused.output.hasSuffix("rounds: nothing was changed; the step 'fetch' failed\n"),
                "\(refused.output)")
            #expect(try shop.run("skill", "list", "--json").output.contains("rounds") == false)
        }
    }
}
