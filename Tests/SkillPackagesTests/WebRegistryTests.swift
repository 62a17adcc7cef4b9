import ConciergeCore
import Cryptography
import HTTPClient
import Synchronization
import Testing
import Threads
import Unix

@testable import SkillPackages

/// A registry on a web server that misbehaves as the first part of the path says.
struct NastyServer {
    let fixture: RegistryFixture
    let address: String
    let pauses = Pauses()

    final class Pauses: Sendable {
        private let all = Mutex<[Duration]>([])
        var list: [Duration] { all.withLock { $0 } }
        func add(_ pause: Duration) { all.withLock { $0.append(pause) } }
    }

    static let content = String(repeating: "0123456789", count: 5)

    /// With version 1.0.0 of 'greeter' published in it.
    static func use(_ body: (NastyServer) throws -> Void) throws {
        try RegistryFixture.use { fixture in
            try fixture.publish("1.0.0", content)
            let script = Files.folder(of: #filePath) + "/nasty.py"
            var process = ChildProcess(["python3", script, fixture.registry])
            process.input = .pipe
            let running = try process.start()
            defer {
                running.signal(9)
                _ = running.wait()
            }
            let port = try #require(try running.line())
            try body(NastyServer(fixture: fixture, address: "http://127.0.0.1:\(port)"))
        }
    }

    func registries(
        _ mode: String, mirrors: [String] = [], remark: @escaping @Sendable (String) -> Void = { _ in }
    ) -> Registries {
        var registries = fixture.registries(
            "\(address)/\(mode)", mirrors: mirrors.map { "\(address)/\($0)" }, remark: remark)
        registries.web.pause = { [pauses] in pauses.add($0) }
        registries.web.pace = Pace(bytes: 1000, window: .seconds(1))
        return registries
    }

    func offer(_ registries: Registries) throws -> RegistryOffer {
        try #require(try registries.offers(of: "greeter").first)
    }

    func place(_ mode: String, _ offer: RegistryOffer) -> String { "\(address)/\(mode)/\(offer.location)" }

    /// What was asked of an archive: `range if-range`.
    func asked() throws -> [String] {
        var client = Client()
        let log = try client.send(Request("GET", address + "/log"), timeout: .seconds(20)).body
        return String(decoding: log, as: UTF8.self).split(separator: "\n").filter { $0.contains(".skill") }
            .map { $0.split(separator: " ").dropFirst().joined(separator: " ") }
    }
}

@Suite struct WebRegistryTests {
    @Test func `a registry on the web gives what the folder has, and tells how far it is`() throws {
        try NastyServer.use { server in
            let registries = server.registries("plain")
            let offer = try server.offer(registries)
            var last: (Int, Int?) = (0, nil)
            let path = try registries.fetch(offer) { last = ($0, $1) }
            #expect(try Files.text(path) == NastyServer.content)
            #expect(last == (50, 50))
            _ = try registries.fetch(offer)
            #expect(try server.asked() == ["- -"])
            #expect(try Files.list(Files.folder(of: path)).filter { $0.contains(".part") }.isEmpty)
        }
    }

    @Test(arguments: [
        ("cutonce", ["- -", "bytes=10- \"v1\""]),
        ("cutonce-noranges", ["- -", "bytes=10- \"v1\""]),
        ("cutthenchanged", ["- -", "bytes=10- \"1\""]),
        ("cutthenlying", ["- -", "bytes=10- \"v1\"", "- -"]),
        ("cutthengone", ["- -", "bytes=10- \"v1\"", "- -"]),
        ("flaky", ["- -", "- -"]),
        ("busyonce-7", ["- -", "- -"]),
        ("redirect-4", Array(repeating: "- -", count: 6)),
    ])
    func `what breaks off goes on, and what may pass is tried again`(mode: String, asked: [String]) throws {
        try NastyServer.use { server in
            let registries = server.registries(mode)
            let path = try registries.fetch(server.offer(registries))
            #expect(try Files.text(path) == NastyServer.content)
            #expect(try server.asked() == asked)
            if mode.hasPrefix("busy") { #expect(server.pauses.list == [.seconds(7)]) }
        }
    }

    @Test func `a download that was given up is gone on with later, from elsewhere too`() throws {
        try NastyServer.use { server in
            let cut = server.registries("cut")
            let offer = try server.offer(cut)
            let place = server.place("cut", offer)
            #expect(
                throws: RegistryError.unreachable(
                    place: place, reason: "the exchange broke off: transferred a partial file")
            ) { try cut.fetch(offer) }
            #expect(try server.asked().count == 3)
            let plain = server.registries("plain")
            let path = try plain.fetch(server.offer(plain))
            #expect(try Files.text(path) == NastyServer.content)
            #expect(try server.asked().last == "bytes=30- -")
        }
    }

    @Test(arguments: [
        ("wrong", "has sha256"),
        ("longer", "larger than 50 bytes, which is all that belongs there; ask whoever runs the registry"),
        ("shorter", "not reached (49 of 50 bytes came); try again later"),
        ("unending", "larger than 50 bytes, which is all that belongs there; ask whoever runs the registry"),
        (
            "cutthenendless",
            "larger than 50 bytes, which is all that belongs there; ask whoever runs the registry"
        ),
        ("trickle", "not reached (too slow); try again later"),
        ("status-404", "not there; mend the address, or ask whoever runs the registry"),
        ("status-403", "the server answers with status 403; ask whoever runs it"),
        ("status-500", "not reached (the server answers with status 500); try again later"),
        ("busyonce-3600", "too many were asked for; try again in 3600 s"),
        ("redirect-5", "sends elsewhere more than 5 times; name the address that is meant"),
        ("loop", "sends elsewhere more than 5 times; name the address that is meant"),
        ("tofile", "sends to 'file:', which is no web address; name the address that is meant"),
        ("nowhere", "sends elsewhere without saying where; name the address that is meant"),
    ])
    func `what is not the archive is refused in words, and a mirror's is taken`(
        mode: String, sentence: String
    ) throws {
        try NastyServer.use { server in
            let registries = server.registries(mode)
            let offer = try server.offer(registries)
            #expect {
                try registries.fetch(offer)
            } throws: {
                "\($0)".hasPrefix("\(server.place(mode, offer)): \(sentence)")
            }
            let remarks = Remarks()
            let mirrored = server.registries(mode, mirrors: ["plain"]) { remarks.add($0) }
            let path = try mirrored.fetch(server.offer(mirrored))
            #expect(try Files.text(path) == NastyServer.content)
            // A server that was busy once is not so any more.
            #expect(remarks.texts.count == (mode.hasPrefix("busyonce") ? 0 : 1))
        }
    }

    @Test func `a wrong archive leaves nothing behind that is gone on with`() throws {
        try NastyServer.use { server in
            let wrong = server.registries("wrong")
            #expect(throws: RegistryError.self) { try wrong.fetch(server.offer(wrong)) }
            let plain = server.registries("plain")
            _ = try plain.fetch(server.offer(plain))
            #expect(try server.asked() == ["- -", "- -"])
        }
    }

    @Test(arguments: [
        ("all-status-500", "not reached (the server answers with status 500); try again later"),
        ("all-status-404", "not there; mend the address, or ask whoever runs the registry"),
        (
            "all-unending",
            "larger than 16777216 bytes, which is all that belongs there; ask whoever runs the registry"
        ),
        ("all-loop", "sends elsewhere more than 5 times; name the address that is meant"),
        ("all-cut", "not reached (the exchange broke off: transferred a partial file); try again later"),
    ])
    func `an index that does not come is said, and the one of a mirror or of before is used`(
        mode: String, sentence: String
    ) throws {
        try NastyServer.use { server in
            #expect {
                try server.offer(server.registries(mode))
            } throws: {
                "\($0)" == "\(server.address)/\(mode)/index.json: \(sentence)"
            }
            let mirrored = server.registries(mode, mirrors: ["plain"])
            let fromMirror = try server.offer(mirrored)
            #expect(fromMirror.version == "1.0.0")
            let remarks = Remarks()
            let offline = server.registries(mode) { remarks.add($0) }
            let fromBefore = try server.offer(offline)
            #expect(fromBefore.sha256 == fromMirror.sha256)
            #expect(remarks.texts.first?.hasSuffix("; its index of a moment ago is used") == true)
        }
    }

    @Test func `an index that was changed on the way is refused, and no other one is used instead`() throws {
        try NastyServer.use { server in
            _ = try server.offer(server.registries("plain"))
            #expect(
                throws: RegistryError.signature(
                    place: "\(server.address)/all-wrong/index.json", .malformed(line: nil))
            ) { try server.offer(server.registries("all-wrong", mirrors: ["plain"])) }
        }
    }

    @Test func `a server that is not there at all is missed by its name`() throws {
        try RegistryFixture.use { fixture in
            var registries = fixture.registries("http://127.0.0.1:1/registry")
            registries.web.pause = { _ in }
            #expect(
                throws: RegistryError.unreachable(
                    place: "http://127.0.0.1:1/registry/index.json", reason: "nothing answers there")
            ) { try registries.offers(of: "greeter") }
        }
    }

    @Test func `whoever wants the same archive waits for it instead of fetching it again`() throws {
        try NastyServer.use { server in
            let offer = try server.offer(server.registries("plain"))
            let found = Remarks()
            let threads = try (0..<4).map { _ in
                try HostThread("fetching") {
                    found.add((try? server.registries("plain").fetch(offer)) ?? "nothing")
                }
            }
            for thread in threads { thread.join() }
            #expect(Set(found.texts).count == 1 && found.texts.first?.hasSuffix(offer.sha256 ?? "-") == true)
            #expect(try server.asked() == ["- -"])
        }
    }

    @Test(arguments: [
        ("https://a.example/x", "http://a.example/x", false),
        ("https://a.example/x", "https://b.example/x", true),
        ("http://a.example/x", "https://b.example/x", true),
        ("http://a.example/x", "http://b.example/x", true),
        ("http://a.example/x", "file:///etc/passwd", false),
        ("https://a.example/x", "FTP://a.example/x", false),
        ("HTTPS://a.example/x", "Http://a.example/x", false),
    ]) func `a redirect never leaves what is protected, nor the web`(from: String, to: String, isGood: Bool) {
        let result = Result { () throws(RegistryError) in
            try Web.check(from: from, to: to, asked: from)
        }
        #expect(((try? result.get()) != nil) == isGood)
    }
}
