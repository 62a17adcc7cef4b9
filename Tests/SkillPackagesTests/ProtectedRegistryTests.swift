import ConciergeCore
import HTTPServer
import Testing
import Unix

@testable import SkillPackages

@Suite struct ProtectedRegistryTests {
    /// The folder of a registry behind TLS; `/away/…` sends to the same file without.
    private func withServer(
        _ body: (_ fixture: RegistryFixture, _ address: String, _ certificate: String) throws -> Void
    ) throws {
        try RegistryFixture.use { fixture in
            try fixture.publish("1.0.0")
            let files = try certificate(in: fixture.folder)
            let registry = fixture.registry
            let handler: Handler = { request, responder in
                let name = request.segments.dropFirst().joined(separator: "/")
                guard request.segments.first != "away" else {
                    let place = "http://127.0.0.1:1/plain/\(name)"
                    return responder.respond(Response(status: 302, headers: ["location": place]))
                }
                guard let bytes = try? Files.read("\(registry)/\(name)") else {
                    return responder.respond(Response(status: 404))
                }
                responder.respond(Response(body: bytes))
            }
            var configuration = HTTPServer.Configuration()
            configuration.tls = files
            let server = try Server.start(configuration, handler: handler)
            defer { server.stop(grace: .zero) }
            try body(fixture, "https://127.0.0.1:\(server.port)", files.certificate)
        }
    }

    private func certificate(in folder: String) throws -> TLSFiles {
        let files = TLSFiles(certificate: folder + "/cert.pem", key: folder + "/key.pem")
        let outcome = try ChildProcess([
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-subj", "/CN=registry", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "1",
            "-keyout", files.key, "-out", files.certificate,
        ]).run()
        try #require(outcome.isSuccess, "\(outcome.output)")
        return files
    }

    @Test func `a registry behind TLS is asked where its certificate is trusted, and only there`() throws {
        try withServer { fixture, address, certificate in
            var registries = fixture.registries(address + "/plain")
            registries.web.authority = certificate
            let offer = try #require(try registries.offers(of: "greeter").first)
            #expect(try Files.text(registries.fetch(offer)) == "greeter 1.0.0")

            let stranger = Registries(
                registries.addresses, cache: fixture.folder + "/empty", now: RegistryFixture.now)
            #expect {
                try stranger.offers(of: "greeter")
            } throws: {
                "\($0)".hasPrefix("\(address)/plain/index.json: its certificate is not trusted (")
                    && "\($0)".hasSuffix("); ask whoever runs it")
            }
        }
    }

    @Test func `a registry behind TLS sends nobody out of it`() throws {
        try withServer { fixture, address, certificate in
            var registries = fixture.registries(address + "/away")
            registries.web.authority = certificate
            #expect(
                throws: RegistryError.redirect(
                    place: address + "/away/index.json",
                    fault: "sends from https to http, where anybody can change what comes")
            ) { try registries.offers(of: "greeter") }
        }
    }
}
