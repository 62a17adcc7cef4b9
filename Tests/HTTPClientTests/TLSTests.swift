import Glibc
import HTTPClient
import HTTPServer
import Testing

@Suite struct TLSTests {
    @Test func `a trusted server is spoken to, with large bodies both ways; an unknown one is not`() throws {
        var template = Array("/tmp/http-tests.XXXXXX".utf8CString)
        let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
        defer { try? run("rm", "-rf", folder) }
        let files = try makeCertificate(in: folder)
        var configuration = Configuration()
        configuration.tls = files
        let body = (0..<900_000).map { UInt8(truncatingIfNeeded: $0) }
        let server = try Server.start(configuration) { request, responder in
            guard request.path == "/stream" else {
                return responder.respond(
                    HTTPServer.Response(status: request.isTLS ? 200 : 500, body: request.body + request.body))
            }
            responder.stream(headers: [:]).send(Array("one\ntwo\n".utf8))
        }
        defer { server.stop(grace: .zero) }
        let address = "https://127.0.0.1:\(server.port)/"

        var options = ClientOptions()
        options.authority = files.certificate
        var client = Client(options)
        for _ in 1...2 {
            let answer = try client.send(
                HTTPClient.Request("POST", address, body: body), timeout: .seconds(30))
            #expect(answer.status == 200)
            #expect(answer.body == body + body)
        }
        var lines: [String] = []
        _ = try client.stream(HTTPClient.Request("GET", address + "stream"), silence: .seconds(20)) {
            lines.append($0)
            return true
        }
        #expect(lines == ["one", "two"])

        // No name in the certificate is 'localhost': as the server's own it is enough.
        options.authority = nil
        options.certificate = files.certificate
        var acquaintance = Client(options)
        let local = HTTPClient.Request("GET", "https://localhost:\(server.port)/")
        let met = try acquaintance.send(local, timeout: .seconds(30))
        #expect(met.status == 200)
        let other = try makeCertificate(in: folder, named: "other")
        options.certificate = other.certificate
        var mistaken = Client(options)
        #expect(throws: HTTPClientError.self) { _ = try mistaken.send(local, timeout: .seconds(30)) }

        var stranger = Client()
        var message = ""
        do throws(HTTPClientError) {
            _ = try stranger.send(HTTPClient.Request("GET", address), timeout: .seconds(20))
        } catch {
            message = error.description
        }
        #expect(
            message == "127.0.0.1:\(server.port): its certificate is not trusted "
                + "(ssl peer certificate or ssh remote key was not ok); give its authority's certificate")
    }

    private func makeCertificate(in folder: String, named name: String = "cert") throws -> TLSFiles {
        let files = TLSFiles(certificate: "\(folder)/\(name).pem", key: "\(folder)/\(name)-key.pem")
        try run(
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-days", "2", "-subj", "/CN=test", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", files.key,
            "-out", files.certificate, "-batch")
        return files
    }

    /// Runs a command quietly to its end.
    private func run(_ command: String...) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let arguments = command.map { strdup($0) }
        defer { for argument in arguments { free(argument) } }
        var process = pid_t()
        try #require(posix_spawnp(&process, command[0], &actions, nil, arguments + [nil], environ) == 0)
        var status: Int32 = -1
        waitpid(process, &status, 0)
        try #require(status == 0)
    }
}
