import ConciergeCore
import Cryptography
import Synchronization
import Testing
import Threads
import Unix

@testable import SkillPackages

/// A registry's folder with its key, and a place for a cache.
struct RegistryFixture {
    let folder: String
    let key = SecretKey.generate()
    static let now = Timestamp(seconds: 1_773_194_400)

    var registry: String { folder + "/registry" }
    var cache: String { folder + "/cache" }

    static func use(_ body: (RegistryFixture) throws -> Void) throws {
        let fixture = RegistryFixture(folder: try Files.temporaryFolder("registry-test"))
        defer { try? Files.removeTree(fixture.folder) }
        try body(fixture)
    }

    func publisher(_ now: Timestamp = now, key: SecretKey? = nil) -> RegistryFolder {
        RegistryFolder(registry, key: key ?? self.key, now: now, lasts: .seconds(86_400))
    }

    @discardableResult
    func publish(
        _ version: String, id: String = "greeter", _ content: String? = nil, now: Timestamp = now
    ) throws -> RegistryIndex {
        try publisher(now).publish(
            Array((content ?? "\(id) \(version)").utf8), id: id, version: version, name: "acme"
        ) { $0.description = "says hello, \(id)" }
    }

    func registries(
        _ url: String? = nil, key: PublicKey? = nil, mirrors: [String] = [], now: Timestamp = now,
        remark: @escaping @Sendable (String) -> Void = { _ in }
    ) -> Registries {
        let address = RegistryAddress(url ?? registry, key: key ?? self.key.publicKey, mirrors: mirrors)
        return Registries([address], cache: cache, now: now, remark: remark)
    }
}

/// What was remarked.
final class Remarks: Sendable {
    private let all = Mutex<[String]>([])
    var texts: [String] { all.withLock { $0 } }
    func add(_ text: String) { all.withLock { $0.append(text) } }
}

@Suite struct RegistryFolderTests {
    @Test func `what is published is offered, newest first, and fetched as it was`() throws {
        try RegistryFixture.use { fixture in
            for version in ["1.0.0", "1.10.0", "1.9.0", "2.0.0-beta.1"] { try fixture.publish(version) }
            let registries = fixture.registries()
            let offers = try registries.offers(of: "greeter")
            #expect(offers.map(\.version) == ["2.0.0-beta.1", "1.10.0", "1.9.0", "1.0.0"])
            let path = try registries.fetch(offers[1])
            #expect(try Files.text(path) == "greeter 1.10.0")
            #expect(try registries.search("HELLO").map(\.name) == ["greeter 1.10.0"])
            #expect(offers.choice?.version == "1.10.0")
            #expect([offers[0]].choice?.version == "2.0.0-beta.1")
            #expect(try registries.search("nothing of it").isEmpty)
        }
    }

    @Test func `minisign verifies the index, and its comment says which one it is`() throws {
        try RegistryFixture.use { fixture in
            try fixture.publish("1.0.0")
            let words = ["minisign", "-V", "-Q", "-P", fixture.key.publicKey.text, "-m", "index.json"]
            let verified = try ChildProcess(words, in: fixture.registry).run()
            #expect(verified.isSuccess)
            #expect(verified.output == "index acme 1\n")
        }
    }

    @Test func `a version is published once, and by whoever signed the one before`() throws {
        try RegistryFixture.use { fixture in
            try fixture.publish("1.0.0")
            #expect {
                try fixture.publish("1.0.0")
            } throws: {
                "\($0)" == "\(fixture.registry): 'greeter' 1.0.0 is published already; give it a new version"
            }
            let other = SecretKey.generate().publicKey
            #expect {
                try fixture.publisher().publish([1], id: "greeter", version: "1.1.0", name: nil) {
                    $0.signer = other
                }
            } throws: {
                "\($0)" == "\(fixture.registry): 'greeter' 1.0.0 was signed by nobody, this one by "
                    + "\(other.identifier); if that is meant, say --new-signer"
            }
            _ = try fixture.publisher().publish(
                [1], id: "greeter", version: "1.1.0", name: nil, changingSigner: true
            ) { $0.signer = other }
        }
    }

    @Test(arguments: [("greeter", "1.0.0-x/../../../y"), ("../greeter", "1.0.0"), ("greeter", "1.0")])
    func `what names no file of the registry is not written`(id: String, version: String) throws {
        try RegistryFixture.use { fixture in
            #expect {
                try fixture.publish(version, id: id)
            } throws: {
                "\($0)" == "\(fixture.registry): '\(id)' '\(version)' is no id and version; "
                    + "write a name, and three numbers as 1.0.0"
            }
            #expect(!Files.exists(fixture.registry))
        }
    }

    @Test func `a version that is taken back is offered with the reason, and is known offline`() throws {
        try RegistryFixture.use { fixture in
            try fixture.publish("1.0.0")
            _ = try fixture.publisher().yank(id: "greeter", version: "1.0.0", reason: "answers twice")
            let registries = fixture.registries()
            #expect(registries.yanked(id: "greeter", version: "1.0.0") == nil)
            #expect(try registries.offers(of: "greeter").first?.yanked == "answers twice")
            try Files.removeTree(fixture.registry)
            #expect(fixture.registries().yanked(id: "greeter", version: "1.0.0") == "answers twice")
            #expect(fixture.registries().yanked(id: "greeter", version: "1.0.1") == nil)
        }
    }

    @Test func `an index by another key, expired, old, twofold or renamed is refused`() throws {
        try RegistryFixture.use { fixture in
            try fixture.publish("1.0.0")
            let place = fixture.registry + "/index.json"
            let old = try (Files.read(place), Files.read(place + ".minisig"))
            try fixture.publish("1.1.0")
            _ = try fixture.registries().offers(of: "greeter")

            let other = SecretKey.generate().publicKey
            #expect(
                throws: RegistryError.signature(
                    place: place,
                    .otherKey(signed: fixture.key.publicKey.identifier, given: other.identifier))
            ) { try fixture.registries(key: other).offers(of: "greeter") }

            let late = RegistryFixture.now.adding(.seconds(86_400))
            #expect(throws: RegistryError.expired(place: place, at: late.description)) {
                try fixture.registries(now: late).offers(of: "greeter")
            }

            try Files.replace(place, with: old.0)
            try Files.replace(place + ".minisig", with: old.1)
            #expect(throws: RegistryError.rolledBack(place: place, serial: 1, seen: 2)) {
                try fixture.registries().offers(of: "greeter")
            }

            try fixture.publish("1.2.0")
            #expect(throws: RegistryError.forked(place: place, serial: 2)) {
                try fixture.registries().offers(of: "greeter")
            }
        }
    }

    @Test func `a good signature of another index is refused`() throws {
        try RegistryFixture.use { fixture in
            try fixture.publish("1.0.0")
            let place = fixture.registry + "/index.json"
            let bytes = try Files.read(place)
            let signature = fixture.key.sign(bytes, trustedComment: "index other 1")
            try Files.replace(place + ".minisig", with: signature.text)
            #expect(
                throws: RegistryError.otherIndex(
                    place: place, says: "index other 1", expected: "index acme 1")
            ) { try fixture.registries().offers(of: "greeter") }
            try Files.replace(
                place, with: String(decoding: bytes, as: UTF8.self).replacing("greeter", with: "greedy"))
            #expect(throws: RegistryError.signature(place: place, .contentChanged)) {
                try fixture.registries().offers(of: "greeter")
            }
        }
    }

    @Test func `a key that was never seen is asked about, and nothing is taken without a yes`() throws {
        try RegistryFixture.use { fixture in
            try fixture.publish("1.0.0")
            let address = RegistryAddress(fixture.registry)
            let key = fixture.key.publicKey
            func registries(_ answer: Bool) -> Registries {
                Registries([address], cache: fixture.cache, now: RegistryFixture.now) { _, shown in
                    answer && shown == key
                }
            }
            #expect(throws: RegistryError.keyRefused(place: fixture.registry, key: key.text)) {
                try registries(false).offers(of: "greeter")
            }
            let asked = registries(true)
            #expect(try asked.offers(of: "greeter").count == 1)
            #expect(asked.accepted == [fixture.registry: key])
        }
    }

    @Test func `a registry that is away is served from the cache, with its age`() throws {
        try RegistryFixture.use { fixture in
            try fixture.publish("1.0.0")
            let first = fixture.registries()
            let offer = try #require(try first.offers(of: "greeter").first)
            let path = try first.fetch(offer)
            try Files.rename(fixture.registry, to: fixture.registry + ".away")
            let remarks = Remarks()
            let later = RegistryFixture.now.adding(.seconds(3 * 3600))
            let offline = fixture.registries(now: later) { remarks.add($0) }
            #expect(try offline.offers(of: "greeter") == [offer])
            #expect(try offline.fetch(offer) == path)
            #expect(
                remarks.texts == [
                    "\(fixture.registry)/index.json: not there; mend the address, or ask whoever runs the registry; "
                        + "its index of 3 hours ago is used"
                ])
        }
    }

    @Test func `an archive of another content is not taken, and a mirror's is`() throws {
        try RegistryFixture.use { fixture in
            try fixture.publish("1.0.0")
            let mirror = fixture.folder + "/mirror"
            _ = try ChildProcess(["cp", "-r", fixture.registry, mirror]).run()
            let offer = try #require(try fixture.registries().offers(of: "greeter").first)
            let place = fixture.registry + "/" + offer.location
            try Files.replace(place, with: "greeter 1.0.1")
            #expect(throws: RegistryError.self) { try fixture.registries().fetch(offer) }
            let mirrored = fixture.registries(mirrors: [mirror])
            let again = try #require(try mirrored.offers(of: "greeter").first)
            #expect(try Files.text(mirrored.fetch(again)) == "greeter 1.0.0")
        }
    }

    @Test func `a damaged archive in the cache is fetched anew`() throws {
        try RegistryFixture.use { fixture in
            try fixture.publish("1.0.0")
            let registries = fixture.registries()
            let offer = try #require(try registries.offers(of: "greeter").first)
            let path = try registries.fetch(offer)
            try Files.replace(path, with: "greeter 6.6.6")
            #expect(try Files.text(registries.fetch(offer)) == "greeter 1.0.0")
        }
    }

    @Test func `of two registries the first that has the name decides`() throws {
        try RegistryFixture.use { first in
            try RegistryFixture.use { second in
                try first.publish("1.0.0")
                try second.publish("9.0.0")
                try second.publish("2.0.0", id: "other")
                let both = Registries(
                    [first, second].map { RegistryAddress($0.registry, key: $0.key.publicKey) },
                    cache: first.cache, now: RegistryFixture.now)
                #expect(try both.offers(of: "greeter").map(\.version) == ["1.0.0"])
                #expect(try both.offers(of: "other").map(\.version) == ["2.0.0"])
                #expect(throws: RegistryError.unknown(name: "greter", mend: "did you mean 'greeter'?")) {
                    try both.offers(of: "greter")
                }
                #expect(try both.search("hello").map(\.id) == ["greeter", "greeter", "other"])
            }
        }
    }

    @Test func `a later registry answers for no name of an earlier one that is away, but is searched`() throws
    {
        try RegistryFixture.use { first in
            try RegistryFixture.use { second in
                try second.publish("9.0.0")
                let remarks = Remarks()
                let both = Registries(
                    [first, second].map { RegistryAddress($0.registry, key: $0.key.publicKey) },
                    cache: first.cache, now: RegistryFixture.now, remark: { remarks.add($0) })
                let outage =
                    "\(first.registry)/index.json: not there; mend the address, or ask whoever runs the registry"
                #expect {
                    try both.offers(of: "greeter")
                } throws: {
                    "\($0)" == "'greeter': \(first.registry) may have it and gives no answer (\(outage)); "
                        + "try again, or name the registry that is meant by --registry"
                }
                #expect(try both.search("hello").map(\.version) == ["9.0.0"])
                #expect(remarks.texts == [outage])
                // What was seen of it once decides also while it is away.
                try first.publish("1.0.0")
                _ = try first.registries().offers(of: "greeter")
                try Files.removeTree(first.registry)
                #expect(try both.offers(of: "greeter").map(\.version) == ["1.0.0"])
            }
        }
    }

    @Test func `nobody waits for a registry's lock while a person thinks about its key`() throws {
        try RegistryFixture.use { fixture in
            try fixture.publish("1.0.0")
            // The lock is there, and free.
            _ = try fixture.registries().offers(of: "greeter")
            let indexes = fixture.cache + "/indexes"
            let lock = try "\(indexes)/\(#require(Files.list(indexes).first))/lock"
            let answers = Remarks()
            let asking = Registries(
                [RegistryAddress(fixture.registry)], cache: fixture.cache, now: RegistryFixture.now
            ) { _, _ in
                answers.add(Self.isFree(lock) ? "free" : "held")
                return true
            }
            _ = try asking.offers(of: "greeter")
            #expect(answers.texts == ["free"])
        }
    }

    private static func isFree(_ path: String) -> Bool {
        do {
            guard let lock = try FileLock(path) else { return false }
            lock.release()
            return true
        } catch {
            return false
        }
    }
}
