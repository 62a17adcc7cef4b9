import ConciergeCore
import Cryptography
import Synchronization
import Testing
import Threads
import Unix

@testable import SkillPackages

@Suite struct RegistryPublisherTests {
    @Test func `publishers at once lose nobody's entry`() async throws {
        let fixture = RegistryFixture(folder: try Files.temporaryFolder("registry-test"))
        defer { try? Files.removeTree(fixture.folder) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask { try fixture.publish("1.\(number).0") }
            }
            try await group.waitForAll()
        }
        let offers = try fixture.registries().offers(of: "greeter")
        #expect(offers.map(\.version) == (0..<8).reversed().map { "1.\($0).0" })
        #expect(try fixture.publisher().renew().serial == 9)
    }

    @Test func `who reads while others publish gets an index of before or after, always a good one`() throws {
        try RegistryFixture.use { fixture in
            try fixture.publish("1.0.0")
            let remarks = Remarks()
            let publisher = try HostThread("publishing") {
                for number in 1...40 {
                    do { try fixture.publish("1.\(number).0") } catch { remarks.add("\(error)") }
                }
                remarks.add("done")
            }
            var most = 1
            while !remarks.texts.contains("done") {
                let count = try fixture.registries { remarks.add($0) }.offers(of: "greeter").count
                #expect(count >= most)
                most = count
            }
            publisher.join()
            #expect(remarks.texts == ["done"])
            let last = try fixture.registries().offers(of: "greeter")
            #expect(last.count == 41)
        }
    }

    @Test(arguments: [true, false])
    func `what a publisher left who died is ended or undone, and readers do not notice`(
        isSigned: Bool
    ) throws {
        try RegistryFixture.use { fixture in
            let first = try fixture.publish("1.0.0")
            var next = first
            next.serial = 2
            let place = fixture.registry + "/index.json"
            try Files.replace(place + ".next", with: next.bytes)
            if isSigned {
                let signature = fixture.key.sign(next.bytes, trustedComment: next.trustedComment)
                try Files.replace(place + ".minisig", with: signature.text)
            }
            #expect(try fixture.registries().offers(of: "greeter").count == 1)
            #expect(try fixture.publish("1.1.0").serial == (isSigned ? 3 : 2))
            #expect(!Files.exists(place + ".next"))
        }
    }

    @Test func `another key ends nothing that a publisher left who died, and undoes nothing`() throws {
        try RegistryFixture.use { fixture in
            var next = try fixture.publish("1.0.0")
            next.serial = 2
            let place = fixture.registry + "/index.json"
            try Files.replace(place + ".next", with: next.bytes)
            let signature = fixture.key.sign(next.bytes, trustedComment: next.trustedComment)
            try Files.replace(place + ".minisig", with: signature.text)
            #expect {
                try fixture.publisher(key: SecretKey.generate()).renew()
            } throws: {
                "\($0)" == "\(place).next: left by a publication that broke off, and not signed by this key; "
                    + "give the registry's own by --key"
            }
            #expect(try fixture.publisher().renew().serial == 3)
        }
    }

    @Test func `a first publication that broke off is begun anew`() throws {
        try RegistryFixture.use { fixture in
            try Files.makeFolders(fixture.registry)
            try Files.replace(fixture.registry + "/index.json.next", with: "{}")
            #expect(try fixture.publish("1.0.0").serial == 1)
        }
    }

    @Test func `what is no file is not read`() throws {
        try RegistryFixture.use { fixture in
            try fixture.publish("1.0.0")
            let place = fixture.registry + "/index.json"
            for words in [["mkfifo", place], ["ln", "-s", "/dev/zero", place]] {
                try Files.remove(place)
                #expect(try ChildProcess(words).run().isSuccess)
                #expect(throws: RegistryError.answer(place: place, fault: "is no regular file")) {
                    try fixture.registries().offers(of: "greeter")
                }
            }
        }
    }

    @Test func `another key does not go on with an index`() throws {
        try RegistryFixture.use { fixture in
            try fixture.publish("1.0.0")
            let before = try Files.text(fixture.registry + "/index.json")
            #expect(throws: RegistryError.self) {
                try fixture.publisher(key: SecretKey.generate()).renew()
            }
            #expect(try Files.text(fixture.registry + "/index.json") == before)
        }
    }
}
