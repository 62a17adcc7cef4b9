import Glibc
import HTTPServer
import Testing

@Suite struct StartTests {
    @Test func `says that the port is taken`() throws {
        try withServer { server in
            #expect(
                failure(Configuration(port: server.port))
                    == "server: port \(server.port) on '127.0.0.1' is taken; stop the other program or set another 'server.port'"
            )
        }
    }

    @Test(arguments: ["nobody.invalid", "192.0.2.1"]) func `says that the host is not here`(host: String) {
        let message = failure(Configuration(host: host))
        #expect(message.hasPrefix("server: '\(host)' is no address of this machine ("))
        #expect(message.hasSuffix("); mend 'server.host'"))
    }

    @Test func `listens on IPv6 as well`() throws {
        try withServer(configure: { $0.host = "::1" }) { #expect($0.port > 0) }
    }

    @Test func `names the file that a certificate cannot be read from`() throws {
        try withFolder { folder in
            let (certificate, key) = try makeCertificate(in: folder, named: "one")
            let other = try makeCertificate(in: folder, named: "two")
            let empty = folder + "/empty.pem"
            fclose(fopen(empty, "w"))
            #expect(
                failure(certificate: folder + "/none.pem", key: key)
                    == "\(folder)/none.pem: cannot be read (no such file or directory); mend 'server.tls' or the file's permissions"
            )
            #expect(
                failure(certificate: certificate, key: folder + "/none.pem")
                    == "\(folder)/none.pem: cannot be read (no such file or directory); mend 'server.tls' or the file's permissions"
            )
            #expect(
                failure(certificate: empty, key: key)
                    == "\(empty): holds no PEM certificate (no start line); give the chain that begins with the server's own"
            )
            #expect(
                failure(certificate: certificate, key: empty)
                    == "\(empty): holds no PEM private key without a passphrase (unsupported); give the certificate's key"
            )
            #expect(
                failure(certificate: certificate, key: other.key)
                    == "\(other.key): is not the key of '\(certificate)'; give the pair that was issued together"
            )
            #expect(failure(certificate: certificate, key: key) == "no error")
        }
    }

    private func failure(_ configuration: Configuration) -> String {
        do throws(HTTPServerError) {
            try Server.start(configuration, handler: echo).stop(grace: .zero)
            return "no error"
        } catch {
            return error.description
        }
    }

    private func failure(certificate: String, key: String) -> String {
        var configuration = Configuration()
        configuration.tls = TLSFiles(certificate: certificate, key: key)
        return failure(configuration)
    }
}

/// A folder that ends with its test.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    var template = Array("/tmp/http-tests.XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer { _ = try? run("rm", "-rf", folder) }
    return try body(folder)
}

/// A self-signed certificate for 127.0.0.1.
func makeCertificate(in folder: String, named name: String) throws -> (certificate: String, key: String) {
    let files = (certificate: "\(folder)/\(name).pem", key: "\(folder)/\(name).key")
    try run(
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-days", "2", "-subj", "/CN=test", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", files.key,
        "-out", files.certificate, "-batch")
    return files
}

/// Runs a command quietly to its end.
func run(_ command: String...) throws {
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
